import { describe, expect, test } from 'vitest';
import { fingerprintOf, keyKind, readCertificate, validAt } from './certificate.ts';
import { newSigningKey } from './key.ts';
import { at, withTool, worker } from './signed-pdf.suite.ts';

/** The certificate as openssl prints it. */
function printed(certificate: Uint8Array): string {
  return withTool(
    { 'c.der': certificate },
    [
      'openssl',
      'x509',
      '-inform',
      'DER',
      '-in',
      'c.der',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_multiline',
      '-fingerprint',
      '-sha256',
    ],
    ({ text }) => text,
  );
}

describe('SIG13 a new key', () => {
  test('cannot be taken out of the browser', async () => {
    expect(worker.privateKey.extractable).toBe(false);
    expect(worker.privateKey.usages).toEqual(['sign']);
    await expect(crypto.subtle.exportKey('pkcs8', worker.privateKey)).rejects.toThrow();
  });

  test('has a certificate that openssl reads as it was meant', () => {
    const text = printed(worker.certificate);
    for (const each of [
      'ASN1 OID: prime256v1',
      'Digital Signature, Non Repudiation',
      'CA:FALSE',
      'Not Before: Nov 20 14:05:07 2026 GMT',
      'Not After : Nov 21 14:05:07 2031 GMT',
    ]) {
      expect(text).toContain(each);
    }
    for (const each of [
      'O=Tarnwhistle County Council',
      'title=Senior social worker',
      'serialNumber=SW12345',
      'CN=Siân Ŵyn O’Brien-Ŷstrad',
    ]) {
      expect(text.match(new RegExp(`^\\s*${each}$`, 'gm'))).toHaveLength(2);
    }
  });

  test('has the fingerprint that openssl prints', () => {
    expect(printed(worker.certificate).replaceAll(':', '').toLowerCase()).toContain(
      `fingerprint=${worker.fingerprint}`,
    );
  });

  test('has a certificate signed by itself', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(worker.certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;
    const { text } = withTool(
      { 'c.pem': Buffer.from(pem) },
      ['openssl', 'verify', '-check_ss_sig', '-no_check_time', '-CAfile', 'c.pem', '-partial_chain', 'c.pem'],
      (result) => result,
    );
    expect(text).toContain('c.pem: OK');
  });

  test('is valid from a day before it was made for five years, both ends included', () => {
    const certificate = readCertificate(worker.certificate);
    const times = ['2026-11-20T14:05:06Z', '2026-11-20T14:05:07Z', '2031-11-21T14:05:07Z', '2031-11-21T14:05:08Z'];
    expect(times.map((time) => validAt(certificate, new Date(time)))).toEqual([false, true, true, false]);
    expect(keyKind(certificate)).toBe('ecdsa');
  });

  test('can be made after 2049, where certificates write the year in four digits', async () => {
    const { certificate } = await newSigningKey(
      { name: 'Wren', role: '', organisation: '' },
      new Date('2048-06-01T00:00:00Z'),
    );
    expect(readCertificate(certificate)).toMatchObject({
      from: new Date('2048-05-31T00:00:00Z'),
      until: new Date('2053-06-01T00:00:00Z'),
    });
    expect(printed(certificate)).toContain('Not After : Jun  1 00:00:00 2053 GMT');
  });

  test('leaves out of its certificate what there is no word for', async () => {
    const key = await newSigningKey({ name: '  Wren\u0301  ', role: ' ', organisation: '' }, at);
    expect(key.name).toBe('Wreń');
    expect(readCertificate(key.certificate)).toMatchObject({
      name: 'Wreń',
      role: '',
      organisation: '',
      registration: '',
    });
  });

  test('takes a registration with letters of any kind', async () => {
    const { certificate } = await newSigningKey(
      { name: 'Wren', role: '', organisation: '', registration: 'Gŵyn 7*' },
      at,
    );
    expect(readCertificate(certificate).registration).toBe('Gŵyn 7*');
  });

  test('is not made for nobody', async () => {
    await expect(newSigningKey({ name: ' ', role: 'x', organisation: 'x' }, at)).rejects.toMatchObject({
      code: 'name-missing',
    });
  });

  test('differs from every other', async () => {
    const again = await newSigningKey({ name: worker.name, role: worker.role, organisation: worker.organisation }, at);
    expect(again.fingerprint).not.toBe(worker.fingerprint);
    expect(await fingerprintOf(again.certificate)).toBe(again.fingerprint);
  });
});
