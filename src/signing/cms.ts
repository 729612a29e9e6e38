import { equal, join, order, sha256, type Bytes } from './bytes.ts';
import { readCertificate, type Certificate, type KeyKind } from './certificate.ts';
import { der, derItem, derOid, derSet, inside, tag, type DerItem } from './der.ts';
import { Unreadable } from './unreadable.ts';

const oids = {
  data: derOid('1.2.840.113549.1.7.1'),
  signedData: derOid('1.2.840.113549.1.7.2'),
  contentType: derOid('1.2.840.113549.1.9.3'),
  messageDigest: derOid('1.2.840.113549.1.9.4'),
  signingCertificateV2: derOid('1.2.840.113549.1.9.16.2.47'),
  sha256: derOid('2.16.840.1.101.3.4.2.1'),
  ecdsaWithSha256: derOid('1.2.840.10045.4.3.2'),
  rsaWithSha256: derOid('1.2.840.113549.1.1.11'),
};
/** A signer and everybody above it; files hold one or two. */
const mostCertificates = 10;
const digestAlgorithm = der(tag.sequence, oids.sha256);
const signatureAlgorithms: Readonly<Record<KeyKind, Bytes>> = {
  ecdsa: der(tag.sequence, oids.ecdsaWithSha256),
  rsa: der(tag.sequence, oids.rsaWithSha256, der(tag.null)),
};

/** A detached signature (RFC 5652) as PAdES-B-B wants it: what was said about which bytes, by whom. */
export interface SignedContent {
  /** The signer's first. */
  readonly certificates: readonly Bytes[];
  /** SHA-256 of the signed bytes, as the signer states it. */
  readonly digest: Bytes;
  readonly kind: KeyKind;
  /** As CMS holds it: for an elliptic curve a sequence of two integers. */
  readonly signature: Bytes;
}

/**
 * What the key signs: the content type, the digest, and the hashes of the certificates (ESS, RFC 5035), in DER order.
 *
 * No signing time: PAdES keeps it in the signature dictionary (ETSI EN 319 142-1, 5.3).
 */
export async function signedAttributes(digest: Bytes, certificates: readonly Bytes[]): Promise<Bytes> {
  const hashes = await Promise.all(
    certificates.map(async (each) => der(tag.sequence, der(tag.octets, await sha256(each)))),
  );
  return derSet(tag.set, [
    attribute(oids.contentType, oids.data),
    attribute(oids.messageDigest, der(tag.octets, digest)),
    attribute(oids.signingCertificateV2, der(tag.sequence, der(tag.sequence, ...hashes))),
  ]);
}

function attribute(oid: Bytes, value: Bytes): Bytes {
  return der(tag.sequence, oid, der(tag.set, value));
}

/** `content` in DER. One content has exactly one writing, so that a reader can compare byte by byte. */
export async function writeCms(content: SignedContent): Promise<Bytes> {
  const { issuer, serial } = readCertificate(signerOf(content.certificates));
  const attributes = await signedAttributes(content.digest, content.certificates);
  const signer = der(
    tag.sequence,
    der(tag.integer, Uint8Array.of(1)),
    der(tag.sequence, issuer, serial),
    digestAlgorithm,
    join(Uint8Array.of(tag.context0), attributes.subarray(1)),
    signatureAlgorithms[content.kind],
    der(tag.octets, content.signature),
  );
  const signedData = der(
    tag.sequence,
    der(tag.integer, Uint8Array.of(1)),
    der(tag.set, digestAlgorithm),
    der(tag.sequence, oids.data),
    derSet(tag.context0, content.certificates),
    der(tag.set, signer),
  );
  return der(tag.sequence, oids.signedData, der(tag.context0, signedData));
}

/**
 * The signature that `bytes` begins with, and how long it is.
 *
 * Throws `Unreadable` unless it is, byte for byte, what `writeCms` writes: nothing that the signature does not cover
 * can then be changed unseen, and there is exactly one signer.
 */
export async function readCms(bytes: Uint8Array): Promise<SignedContent & { readonly length: number }> {
  const { whole } = derItem(bytes);
  const [, wrapped] = inside(tag.sequence, whole);
  const [signedData] = inside(tag.context0, needed(wrapped).whole);
  const [, , , certificateSet, signers] = inside(tag.sequence, needed(signedData).whole);
  const [signer, ...more] = inside(tag.set, needed(signers).whole);
  if (more.length > 0) throw malformed('more than one signer');
  const [, identifier, , attributes, algorithm, signature] = inside(tag.sequence, needed(signer).whole);

  const { digest, hashes } = readAttributes(needed(attributes));
  const content = {
    certificates: await inOrderOf(hashes, inside(tag.context0, needed(certificateSet).whole), needed(identifier)),
    digest,
    kind: kindOf(needed(algorithm)),
    signature: needed(signature).content,
  };
  if (!equal(await writeCms(content), whole)) throw malformed('not as this toolkit writes it');
  return { ...content, length: whole.length };
}

function readAttributes(attributes: DerItem): { readonly digest: Bytes; readonly hashes: readonly Bytes[] } {
  const valueOf = (oid: Bytes): DerItem => {
    for (const each of inside(tag.context0, attributes.whole)) {
      const [kind, values] = inside(tag.sequence, each.whole);
      const [value] = kind && values && equal(kind.whole, oid) ? inside(tag.set, values.whole) : [];
      if (value) return value;
    }
    throw malformed('an attribute is missing');
  };
  const [list] = inside(tag.sequence, valueOf(oids.signingCertificateV2).whole);
  const hashes = inside(tag.sequence, needed(list).whole).map(
    (each) => needed(inside(tag.sequence, each.whole)[0]).content,
  );
  return { digest: valueOf(oids.messageDigest).content, hashes };
}

/** The certificates in the order in which the signed attributes name their hashes, each of them named. */
async function inOrderOf(
  hashes: readonly Bytes[],
  set: readonly DerItem[],
  identifier: DerItem,
): Promise<readonly Bytes[]> {
  if (set.length > mostCertificates) throw malformed('too many certificates');
  const certificates = set.map(({ whole }) => whole);
  const found = await Promise.all(certificates.map(async (whole) => ({ whole, hash: await sha256(whole) })));
  const ordered = hashes.map((hash) => found.find((each) => equal(each.hash, hash))?.whole);
  const present = ordered.filter((each) => each !== undefined);
  const [first] = present;
  if (
    !first ||
    present.length !== hashes.length ||
    certificates.length !== hashes.length ||
    !names(identifier, readCertificate(first))
  ) {
    throw new Unreadable('certificate-exchanged', 'the signature names another certificate');
  }
  return present;
}

function names(identifier: DerItem, certificate: Certificate): boolean {
  return order(identifier.content, join(certificate.issuer, certificate.serial)) === 0;
}

function kindOf(algorithm: DerItem): KeyKind {
  if (equal(algorithm.whole, signatureAlgorithms.ecdsa)) return 'ecdsa';
  if (equal(algorithm.whole, signatureAlgorithms.rsa)) return 'rsa';
  throw new Unreadable('key-not-supported', 'signature algorithm');
}

function signerOf(certificates: readonly Bytes[]): Bytes {
  const [signer] = certificates;
  if (!signer) throw malformed('no certificate');
  return signer;
}

function needed(item: DerItem | undefined): DerItem {
  if (!item) throw malformed('a part is missing');
  return item;
}

function malformed(detail: string): Unreadable {
  return new Unreadable('signature-malformed', detail);
}
