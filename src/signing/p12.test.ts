import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { basePdf } from './base-pdf.suite.ts';
import { fingerprintOf, readCertificate } from './certificate.ts';
import { importP12 } from './p12.ts';
import { signPdf } from './sign.ts';
import { codes, got, told, withTool } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// openssl makes RSA keys, which a busy computer does slowly.
vi.setConfig({ testTimeout: 30_000 });

const password = 'Tŷ bach glas 1';
const subject = '/O=Tarnwhistle County Council/title=Social worker/serialNumber=SW777/CN=Wren Ŷstrad';
const ec = '-newkey ec -pkeyopt ec_paramgen_curve:P-256';
const aes = '-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg SHA256';

/** A `.p12` file made by openssl: of the kind of key that `key` asks for, encrypted as `encryption` says. */
function made(key: string, encryption: string, secret = password, script = ''): Uint8Array<ArrayBuffer> {
  const commands = `set -e
openssl req -x509 ${key} -nodes -utf8 -subj '${subject}' -days 400 -keyout key.pem -out cert.pem
${script}
openssl pkcs12 -export ${encryption} -inkey key.pem -in cert.pem -passout 'pass:${secret}' -out out.p12`;
  return withTool({ 'run.sh': Buffer.from(commands) }, ['bash', 'run.sh'], ({ status, text }, folder) => {
    if (status !== 0) throw new Error(text);
    return new Uint8Array(readFileSync(`${folder}/out.p12`));
  });
}

let ecFile: Uint8Array<ArrayBuffer>;
beforeAll(() => {
  ecFile = made(ec, aes);
});

/** A time at which a certificate that openssl just made is valid. */
async function whenValid(bytes: Uint8Array): Promise<Date> {
  const { certificate } = got(await importP12(bytes, password));
  return new Date(readCertificate(certificate).from.getTime() + 60_000);
}

describe('SIG14 a key from a file', () => {
  test.each([
    ['P-256, AES-256', ec, aes, password],
    ['RSA 2048, AES-256', '-newkey rsa:2048', aes, password],
    [
      'RSA 3072, AES-128 and an old MAC',
      '-newkey rsa:3072',
      '-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg SHA1',
      password,
    ],
    ['AES-192, no password', ec, '-keypbe AES-192-CBC -certpbe AES-192-CBC -macalg SHA512', ''],
    ['no MAC', ec, '-keypbe AES-256-CBC -certpbe AES-256-CBC -nomac', password],
    ['certificates in the clear', ec, '-keypbe AES-256-CBC -certpbe NONE -macalg SHA256', password],
    ['everything in the clear', ec, '-keypbe NONE -certpbe NONE -macalg SHA256', password],
  ])('signs, and others find it valid: %s', async (_, kind, encryption, secret) => {
    const bytes = made(kind, encryption, secret);
    const key = got(await importP12(bytes, secret));
    expect(key).toMatchObject({
      name: 'Wren Ŷstrad',
      role: 'Social worker',
      organisation: 'Tarnwhistle County Council',
      registration: 'SW777',
    });
    expect(key.privateKey.extractable).toBe(false);
    expect(key.fingerprint).toBe(await fingerprintOf(key.certificate));
    const statedTime = new Date(readCertificate(key.certificate).from.getTime() + 60_000);
    const signed = got(await signPdf(basePdf(), key, { role: 'social-worker', statedTime }));
    expect(got(await verifyPdf(signed, [key.fingerprint]))).toMatchObject({
      intact: true,
      signatures: [{ name: 'Wren Ŷstrad', trusted: true }],
    });
    const { text } = told(signed, 'pdfsig', '-nocert', 'report.pdf');
    expect(text).toContain('Signature is Valid.');
    expect(text).toContain('Total document signed');
    expect(told(signed, 'mutool', 'sign', '-v', 'report.pdf').text).toContain(
      'The document is unchanged since signing',
    );
  });

  test('with a council’s issuers: those between come along, the root does not', async () => {
    const chain = `for name in root middle; do openssl req -new ${ec} -nodes -subj "/O=Tarnwhistle/CN=$name" -keyout $name.key -out $name.csr 2>/dev/null; done
printf 'basicConstraints=critical,CA:TRUE' > ca.ext
openssl x509 -req -in root.csr -signkey root.key -extfile ca.ext -days 900 -out root.pem
openssl x509 -req -in middle.csr -CA root.pem -CAkey root.key -CAcreateserial -extfile ca.ext -days 800 -out middle.pem
openssl req -new -key key.pem -utf8 -subj '${subject}' -out leaf.csr
openssl x509 -req -in leaf.csr -CA middle.pem -CAkey middle.key -CAcreateserial -days 400 -out leaf.pem
cat leaf.pem middle.pem root.pem > cert.pem`;
    const key = got(await importP12(made(ec, aes, password, chain), password));
    expect(key.name).toBe('Wren Ŷstrad');
    expect(key.chain.map((each) => readCertificate(each).name)).toEqual(['middle']);
    const statedTime = new Date(readCertificate(key.certificate).from.getTime() + 60_000);
    const signed = got(await signPdf(basePdf(), key, { role: 'social-worker', statedTime }));
    expect(got(await verifyPdf(signed))).toMatchObject({
      intact: true,
      signatures: [{ fingerprint: key.fingerprint }],
    });
    expect(told(signed, 'pdfsig', '-nocert', 'report.pdf').text).toContain('Signature is Valid.');
  });
});

describe('SIG5 a key that does not sign here', () => {
  test.each([
    ['P-384', '-newkey ec -pkeyopt ec_paramgen_curve:P-384'],
    ['Ed25519', '-newkey ed25519'],
    ['RSA 1024', '-newkey rsa:1024'],
  ])('is refused: %s', async (_, kind) => {
    expect(codes(await importP12(made(kind, aes), password))).toEqual(['key-not-supported']);
  });
});

describe('SIG15 a file that does not open', () => {
  test('with the wrong password says so', async () => {
    for (const wrong of ['', 'nonsense', 'Ty bach glas 1', `${password} `, '🙂']) {
      expect(codes(await importP12(ecFile, wrong))).toEqual(['p12-password-wrong']);
    }
  });

  test('says so too where there is no seal to ask', async () => {
    expect(codes(await importP12(made(ec, '-keypbe AES-256-CBC -certpbe AES-256-CBC -nomac'), 'nonsense'))).toEqual([
      'p12-password-wrong',
    ]);
  });

  test('because it is no such file, is damaged', async () => {
    for (const text of ['', 'hello', '%PDF-1.7'])
      expect(codes(await importP12(Buffer.from(text), password))).toEqual(['p12-damaged']);
    for (const length of [10, 100, ecFile.length - 1]) {
      expect(codes(await importP12(ecFile.subarray(0, length), password))).toEqual(['p12-damaged']);
    }
  });

  test('because a byte changed, never gives a key that does not work', async () => {
    const statedTime = await whenValid(ecFile);
    const seen = new Set<string>();
    for (let place = 0; place < ecFile.length; place += 7) {
      const bytes = new Uint8Array(ecFile);
      bytes[place] = (bytes[place] ?? 0) ^ 0x10;
      const outcome = await importP12(bytes, password);
      for (const code of codes(outcome)) seen.add(code);
      if (outcome.ok) {
        const signed = got(await signPdf(basePdf(), outcome.value, { role: 'social-worker', statedTime }));
        expect(got(await verifyPdf(signed)).intact).toBe(true);
      }
    }
    expect(seen).toContain('p12-damaged');
  });

  test('because its contents changed under the right password, is damaged', async () => {
    const bytes = new Uint8Array(ecFile);
    // Inside the certificate, which comes first: the key still opens.
    const place = Math.floor(bytes.length * 0.4);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    expect(codes(await importP12(bytes, password))).toEqual(['p12-damaged']);
  });

  test('has no pair of key and certificate', async () => {
    const certificateOnly = withTool(
      {},
      [
        'bash',
        '-c',
        `openssl req -x509 ${ec} -nodes -subj /CN=x -keyout k -out c && openssl pkcs12 -export ${aes} -nokeys -in c -passout pass:x -out o`,
      ],
      (_, folder) => new Uint8Array(readFileSync(`${folder}/o`)),
    );
    expect(codes(await importP12(certificateOnly, 'x'))).toEqual(['p12-without-key']);
  });

  test('names nobody', async () => {
    const nameless = withTool(
      {},
      [
        'bash',
        '-c',
        `openssl req -x509 ${ec} -nodes -subj /O=x -keyout k -out c && openssl pkcs12 -export ${aes} -inkey k -in c -passout pass:x -out o`,
      ],
      (_, folder) => new Uint8Array(readFileSync(`${folder}/o`)),
    );
    expect(codes(await importP12(nameless, 'x'))).toEqual(['certificate-without-name']);
  });

  test('asks for endless work', async () => {
    const slow = made(ec, `${aes} -iter 2000001`);
    expect(codes(await importP12(slow, password))).toEqual(['p12-not-supported']);
  }, 120_000);
});

const tripleDes = '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES';

describe('SIG16 old encryption', () => {
  test.each([
    ['as Windows offers it', ec, `${tripleDes} -macalg SHA1`, password],
    ['RSA', '-newkey rsa:2048', `${tripleDes} -macalg SHA1`, password],
    ['no password', ec, `${tripleDes} -macalg SHA256`, ''],
    ['no MAC', ec, `${tripleDes} -nomac`, password],
    ['an old key beside new certificates', ec, '-keypbe PBE-SHA1-3DES -certpbe AES-256-CBC', password],
  ])('with 3DES is opened: %s', async (_, kind, encryption, secret) => {
    const bytes = made(kind, encryption, secret);
    const key = got(await importP12(bytes, secret));
    expect(key).toMatchObject({ name: 'Wren Ŷstrad', organisation: 'Tarnwhistle County Council' });
    expect(key.privateKey.extractable).toBe(false);
    expect(codes(await importP12(bytes, 'nonsense'))).toEqual(['p12-password-wrong']);
  });

  test('with 3DES, damaged, is no wrong password', async () => {
    const bytes = made(ec, `${tripleDes} -macalg SHA1`);
    // In the certificates, which come first: the key still opens.
    const place = Math.floor(bytes.length * 0.4);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    expect(codes(await importP12(bytes, password))).toEqual(['p12-damaged']);
  });

  test('with 3DES and endless work is refused', async () => {
    expect(codes(await importP12(made(ec, `${tripleDes} -iter 200000`), password))).toEqual(['p12-not-supported']);
  });

  test.each([
    ['RC2 certificates', '-legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-RC2-40 -macalg SHA1'],
    ['3DES in PBES2', '-keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC -macalg SHA256'],
  ])('of another kind is refused whatever the password: %s', async (_, encryption) => {
    const bytes = made(ec, encryption);
    expect(codes(await importP12(bytes, password))).toEqual(['p12-old-encryption']);
    expect(codes(await importP12(bytes, 'nonsense'))).toEqual(['p12-old-encryption']);
  });
});

describe('SIG14 a key that is about to be kept', () => {
  test.each([
    ['P-256', ec],
    ['RSA', '-newkey rsa:2048'],
  ])('lets itself be taken out, this once: %s', async (_, kind) => {
    const key = got(await importP12(made(kind, aes), password, 'to-keep'));
    expect(key.privateKey.extractable).toBe(true);
  });
});
