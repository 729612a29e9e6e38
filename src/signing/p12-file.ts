import * as asn1js from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  PBES2Params,
  PBKDF2Params,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeContents,
  type AlgorithmIdentifier,
  type MacData,
} from 'pkijs';
import type { Bytes } from './bytes.ts';
import { engine } from './engine.ts';
import type { OldScheme } from './p12-old.ts';
import type { OpenedP12 } from './p12.ts';
import { Unreadable } from './unreadable.ts';

const oids = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  oldPkcs12: '1.2.840.113549.1.12.1.',
  tripleDes: '1.2.840.113549.1.12.1.3',
  oldSchemes: ['1.2.840.113549.3.7', '1.2.840.113549.3.2', '1.3.14.3.2.7'],
  aesCbc: ['2.16.840.1.101.3.4.1.2', '2.16.840.1.101.3.4.1.22', '2.16.840.1.101.3.4.1.42'],
  macHashes: {
    '1.3.14.3.2.26': 'SHA-1',
    '2.16.840.1.101.3.4.2.1': 'SHA-256',
    '2.16.840.1.101.3.4.2.2': 'SHA-384',
    '2.16.840.1.101.3.4.2.3': 'SHA-512',
  },
};
/** Far above what any exporter writes; a file that asks for more is made to keep the browser busy. */
const mostRounds = 2_000_000;
/** The old way of making a key holds up the page while it works; the programs that wrote such files asked for 2,048. */
const mostOldRounds = 100_000;

/** What is in the file `bytes`, with `password`. Throws `Unreadable`. */
export async function openP12(bytes: Bytes, password: string): Promise<OpenedP12> {
  const file = parsed(() => PFX.fromBER(bytes.buffer));
  const content: unknown = file.authSafe.content;
  if (file.authSafe.contentType !== ContentInfo.DATA || !(content instanceof asn1js.OctetString)) {
    throw new Unreadable('p12-not-supported', 'kind of seal');
  }
  const safe = content.getValue();
  const infos = parsed(() => AuthenticatedSafe.fromBER(safe)).safeContents;
  const secret = new TextEncoder().encode(password).buffer;

  const sealHolds = file.macData ? await macHolds(file.macData, secret, safe) : null;
  const { privateKeys, certificates, opened, closed } = await openInfos(infos, secret);
  // What opens with the password was sealed with it: then only the file can be at fault.
  if (closed > 0 && !sealHolds && opened === 0) throw new Unreadable('p12-password-wrong', 'seal');
  if (closed > 0 || sealHolds === false) throw damaged('contents');
  return { privateKeys, certificates };
}

/** `opened` and `closed` count the encrypted parts that the password did and did not open. */
interface Opening extends OpenedP12 {
  readonly opened: number;
  readonly closed: number;
}

async function openInfos(infos: readonly ContentInfo[], secret: ArrayBuffer): Promise<Opening> {
  const contents: SafeContents[] = [];
  const sealed: EncryptedData[] = [];
  for (const { contentType, content } of infos) {
    if (contentType === ContentInfo.DATA && content instanceof asn1js.OctetString) {
      contents.push(parsed(() => SafeContents.fromBER(content.getValue())));
    } else if (contentType === ContentInfo.ENCRYPTED_DATA) {
      sealed.push(parsed(() => new EncryptedData({ schema: content })));
    } else throw new Unreadable('p12-not-supported', 'kind of content');
  }
  // Every scheme in sight is looked at before anything is opened: an old one is refused whatever the password.
  for (const { encryptedContentInfo } of sealed) checkScheme(encryptedContentInfo.contentEncryptionAlgorithm);
  for (const { encryptionAlgorithm } of contents.flatMap(shroudedKeys)) checkScheme(encryptionAlgorithm);

  const packed = await Promise.all(sealed.map((each) => decrypted(each, secret)));
  const unpacked = packed.map((plain) => plain && contentsIn(plain));
  const bags = [...contents, ...unpacked.filter((each) => each !== null)];
  const shrouded = await Promise.all(bags.flatMap(shroudedKeys).map((bag) => unshrouded(bag, secret)));
  const attempts = [...unpacked, ...shrouded];
  return {
    privateKeys: [...bags.flatMap(plainKeys), ...shrouded.filter((each) => each !== null)],
    certificates: bags.flatMap(certificatesIn),
    opened: attempts.filter((each) => each !== null).length,
    closed: attempts.filter((each) => each === null).length,
  };
}

function contentsIn(plain: Bytes): SafeContents | null {
  try {
    return SafeContents.fromBER(plain.buffer);
  } catch {
    // One wrong key in 256 leaves padding that looks right, and rubbish before it.
    return null;
  }
}

function shroudedKeys({ safeBags }: SafeContents): PKCS8ShroudedKeyBag[] {
  return safeBags.map(({ bagValue }) => bagValue).filter((bag) => bag instanceof PKCS8ShroudedKeyBag);
}

function plainKeys({ safeBags }: SafeContents): Bytes[] {
  const keys = safeBags.map(({ bagValue }) => bagValue).filter((bag) => bag instanceof PrivateKeyInfo);
  return keys.map((key) => new Uint8Array(key.toSchema().toBER()));
}

function certificatesIn({ safeBags }: SafeContents): Bytes[] {
  const values = safeBags.map(({ bagValue }) => (bagValue instanceof CertBag ? bagValue.certValue : null));
  return values.filter((value) => value instanceof asn1js.OctetString).map((value) => new Uint8Array(value.getValue()));
}

async function unshrouded(
  { encryptionAlgorithm, encryptedData }: PKCS8ShroudedKeyBag,
  secret: ArrayBuffer,
): Promise<Bytes | null> {
  checkScheme(encryptionAlgorithm);
  if (encryptionAlgorithm.algorithmId === oids.tripleDes)
    return openedOld(encryptionAlgorithm, encryptedData.getValue(), secret);
  const content = new EncryptedContentInfo({
    contentEncryptionAlgorithm: encryptionAlgorithm,
    encryptedContent: encryptedData,
  });
  return decrypted(new EncryptedData({ encryptedContentInfo: content }), secret);
}

/** The same as `decrypted`, of what was encrypted with 3DES. */
async function openedOld(
  { algorithmParams }: AlgorithmIdentifier,
  sealed: ArrayBuffer,
  secret: ArrayBuffer,
): Promise<Bytes | null> {
  const scheme = oldScheme(algorithmParams);
  const { openOld } = await import('./p12-old.ts');
  const plain = openOld(new Uint8Array(sealed), scheme, new TextDecoder().decode(secret));
  if (plain === null) return null;
  return asn1js.fromBER(plain.buffer).offset === plain.length ? plain : null;
}

function oldScheme(parameters: unknown): OldScheme {
  const [salt, rounds] = parameters instanceof asn1js.Sequence ? parameters.valueBlock.value : [];
  if (!(salt instanceof asn1js.OctetString) || !(rounds instanceof asn1js.Integer)) throw damaged('encryption');
  // A number that takes more than four bytes reads as zero.
  const { valueDec } = rounds.valueBlock;
  if (!(valueDec >= 1 && valueDec <= mostOldRounds)) throw new Unreadable('p12-not-supported', 'number of rounds');
  return { salt: new Uint8Array(salt.getValue()), rounds: valueDec };
}

/** What was encrypted, or null where the password does not open it or it is not DER inside. */
async function decrypted(sealed: EncryptedData, password: ArrayBuffer): Promise<Bytes | null> {
  const { encryptedContentInfo: info } = sealed;
  if (info.contentEncryptionAlgorithm.algorithmId === oids.tripleDes)
    return openedOld(
      info.contentEncryptionAlgorithm,
      parsed(() => info.getEncryptedContent()),
      password,
    );
  try {
    const plain = await sealed.decrypt({ password }, engine);
    return asn1js.fromBER(plain).offset === plain.byteLength ? new Uint8Array(plain) : null;
  } catch {
    return null;
  }
}

function checkScheme({ algorithmId, algorithmParams }: AlgorithmIdentifier): void {
  if (algorithmId === oids.tripleDes) {
    oldScheme(algorithmParams);
    return;
  }
  if (algorithmId.startsWith(oids.oldPkcs12)) throw oldEncryption();
  if (algorithmId !== oids.pbes2) throw new Unreadable('p12-not-supported', 'encryption');
  const { encryptionScheme, keyDerivationFunc } = parsed(() => new PBES2Params({ schema: algorithmParams }));
  if (oids.oldSchemes.includes(encryptionScheme.algorithmId)) throw oldEncryption();
  if (!oids.aesCbc.includes(encryptionScheme.algorithmId) || keyDerivationFunc.algorithmId !== oids.pbkdf2) {
    throw new Unreadable('p12-not-supported', 'encryption');
  }
  const { iterationCount } = parsed(() => new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams }));
  if (!(iterationCount <= mostRounds)) throw new Unreadable('p12-not-supported', 'number of rounds');
}

/** Whether the password's seal over the contents holds; null for a kind of seal that pkijs does not know. */
async function macHolds(
  { mac, macSalt, iterations = 1 }: MacData,
  password: ArrayBuffer,
  contentToVerify: ArrayBuffer,
): Promise<boolean | null> {
  const hashAlgorithm = Object.entries(oids.macHashes).find(([oid]) => oid === mac.digestAlgorithm.algorithmId)?.[1];
  if (hashAlgorithm === undefined) return null;
  if (!(iterations <= mostRounds)) throw new Unreadable('p12-not-supported', 'number of rounds');
  return engine.verifyDataStampedWithPassword({
    password,
    hashAlgorithm,
    salt: macSalt.getValue(),
    iterationCount: iterations,
    contentToVerify,
    signatureToVerify: mac.digest.getValue(),
  });
}

/** What `read` gives; pkijs throws errors of many kinds at what it cannot read. */
function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : damaged('structure');
  }
}

function damaged(detail: string): Unreadable {
  return new Unreadable('p12-damaged', detail);
}

function oldEncryption(): Unreadable {
  return new Unreadable('p12-old-encryption', 'export again with AES-256');
}
