import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { basePdf } from './base-pdf.suite.ts';
import { readCertificate } from './certificate.ts';
import type { SigningKey } from './key.ts';
import { saidOf } from './oracles.suite.ts';
import { importP12 } from './p12.ts';
import { at, got, manager, replaced, signed, withTool, worker } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// Other programs are started, which a busy computer does slowly.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const password = 'Tŷ bach glas 1';
const p12 = withTool(
  {},
  [
    'bash',
    '-c',
    `set -e
openssl req -x509 -newkey rsa:2048 -nodes -utf8 -subj '/O=Tarnwhistle County Council/CN=Wren Ŷstrad' -days 400 -keyout key.pem -out cert.pem
openssl pkcs12 -export -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg SHA256 -inkey key.pem -in cert.pem -passout 'pass:${password}' -out out.p12`,
  ],
  ({ status, text }, folder) => {
    if (status !== 0) throw new Error(text);
    return new Uint8Array(readFileSync(`${folder}/out.p12`));
  },
);

const roles = ['social-worker', 'team-manager', 'iro'] as const;
const base = basePdf({ roles });
let council: SigningKey;
let issued: Date;
let once: Uint8Array;
let twice: Uint8Array;
let thrice: Uint8Array;
beforeAll(async () => {
  council = got(await importP12(p12, password));
  issued = new Date(readCertificate(council.certificate).from.getTime() + 60_000);
  once = await signed(base, worker);
  twice = await signed(once, manager, { role: 'team-manager' });
  thrice = await signed(twice, council, { role: 'iro', statedTime: issued });
});

describe('poppler, MuPDF and OpenSSL agree with our verifier', () => {
  test('on files with one, two and three signatures, made with keys of this device and an RSA key of a .p12', async () => {
    const alone = await signed(base, council, { role: 'iro', statedTime: issued });
    for (const [file, count] of [
      [once, 1],
      [twice, 2],
      [thrice, 3],
      [alone, 1],
    ] as const) {
      const { intact, signatures } = got(await verifyPdf(file));
      expect({ intact, signatures: signatures.length }).toEqual({ intact: true, signatures: count });
      const all = Array.from({ length: count }, () => true);
      expect(saidOf(file)).toEqual({ pdfsig: all, mutool: all, openssl: all, total: true });
    }
  });

  test('on a byte of the report that changed: nothing holds', async () => {
    const changed = replaced(thrice, '841.89', '841.88');
    expect(got(await verifyPdf(changed)).signatures.map(({ unchanged }) => unchanged)).toEqual([false, false, false]);
    const none = [false, false, false];
    expect(saidOf(changed)).toMatchObject({ pdfsig: none, openssl: none });
    expect(saidOf(changed).mutool).not.toContain(true);
  });

  test('on a byte that changed after the first signature: the first holds', async () => {
    const changed = Buffer.from(twice);
    changed[changed.lastIndexOf('ET\n')] = 0x46;
    expect(got(await verifyPdf(changed)).signatures.map(({ unchanged }) => unchanged)).toEqual([true, false]);
    expect(saidOf(changed)).toMatchObject({ pdfsig: [true, false], openssl: [true, false] });
  });

  test('on a signature value that changed', async () => {
    const [, cms = ''] = /\/Contents <([0-9a-f]+?)0*>/.exec(Buffer.from(once).toString('latin1')) ?? [];
    const changed = replaced(once, cms, cms.slice(0, -1) + (cms.endsWith('1') ? '2' : '1'));
    expect(got(await verifyPdf(changed)).intact).toBe(false);
    expect(saidOf(changed)).toMatchObject({ pdfsig: [false], openssl: [false] });
  });
});

describe('@libpdf/core', () => {
  test('reads our fields as signed, and what it signs itself is never called one of our signatures', async () => {
    // Fetched last: it brings another copy of pkijs, which takes the place of ours in the whole process.
    const { P12Signer, PDF } = await import('@libpdf/core');
    const read = await PDF.load(twice);
    const fields = read.getForm()?.getSignatureFields() ?? [];
    expect(fields.filter((field) => field.isSigned()).map(({ name }) => name)).toEqual([
      'signature-1-social-worker',
      'signature-2-team-manager',
    ]);
    const signer = await P12Signer.create(p12, password);
    const { bytes } = await read.sign({ signer, fieldName: 'signature-3-iro', signingTime: at });
    expect(saidOf(bytes)).toMatchObject({ pdfsig: [true, true, true], total: true });
    const verified = await verifyPdf(bytes);
    expect(verified.ok && verified.value.intact).toBe(false);
  });
});
