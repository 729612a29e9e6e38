import { describe, expect, test, vi } from 'vitest';
import { basePdf } from './base-pdf.suite.ts';
import { readDocument } from './document.ts';
import { signPdf } from './sign.ts';
import {
  at,
  codes,
  got,
  manager,
  replaced,
  signed,
  signedTwice,
  told,
  updated,
  withTool,
  worker,
} from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// Other programs are started, which a busy computer does slowly.
vi.setConfig({ testTimeout: 30_000 });

const day = 24 * 60 * 60 * 1000;

/** Each signature in the file, as `pdfsig` reports it. */
function pdfsig(bytes: Uint8Array): readonly string[] {
  return told(bytes, 'pdfsig', '-nocert', 'report.pdf')
    .text.split(/Signature #\d+:/)
    .slice(1);
}

describe('SIG1 a signature is one update', () => {
  test('that leaves every byte before it as it was', async () => {
    const base = basePdf();
    const once = await signed(base, worker);
    const twice = await signed(once, manager, { role: 'team-manager' });
    expect(once.subarray(0, base.length)).toEqual(base);
    expect(twice.subarray(0, once.length)).toEqual(once);
    expect(readDocument(twice).revisions).toHaveLength(3);
  });

  test('of three objects, and of two in a spare field (SIG2)', async () => {
    const shown = await signed(basePdf(), worker);
    const spare = await signed(shown, manager, { role: 'iro' });
    const numbers = readDocument(spare).revisions.map(({ objects }) => [...objects.keys()]);
    expect(numbers.slice(1)).toEqual([
      [30, 61, 62],
      [50, 63],
    ]);
  });

  test('that does not change what the caller handed in', async () => {
    const base = basePdf();
    const before = new Uint8Array(base);
    await signed(base, worker);
    expect(base).toEqual(before);
  });

  test('that is about 10 KB, with 4096 bytes kept for the signature (SIG3)', async () => {
    const base = basePdf();
    const once = await signed(base, worker);
    expect(once.length - base.length).toBeLessThan(11_000);
    expect(Buffer.from(once).toString('latin1')).toMatch(/\/Contents <[0-9a-f]{8192}>/);
  });
});

describe('SIG3 other programs read the signature', () => {
  test('pdfsig calls one signature valid and the whole document signed', async () => {
    const [first = '', second = ''] = pdfsig(await signed(basePdf(), worker));
    expect(first).toContain('Signature is Valid.');
    expect(first).toContain('Total document signed');
    expect(second).toContain('not signed');
  });

  test('pdfsig calls three signatures valid, the last of which covers the whole document', async () => {
    const all = pdfsig(await signed(await signedTwice(), worker, { role: 'iro' })).slice(0, 3);
    expect(all.filter((each) => each.includes('Signature is Valid.'))).toHaveLength(3);
    expect(all.map((each) => /(?<!Not )[Tt]otal document signed/.test(each))).toEqual([false, false, true]);
  });

  test('pdfsig shows name, role, registration and organisation, each in a name of its own (SIG13)', async () => {
    const { text } = told(await signed(basePdf(), worker), 'pdfsig', 'report.pdf');
    expect(text).toContain(
      'CN=Siân Ŵyn O’Brien-Ŷstrad,serialNumber=SW12345,title=Senior social worker,O=Tarnwhistle County Council',
    );
  });

  test('mutool finds the document unchanged since the last signature', async () => {
    const { text } = told(await signedTwice(), 'mutool', 'sign', '-v', 'report.pdf');
    expect(text.match(/The signature is valid but there have been edits since signing/g)).toHaveLength(1);
    expect(text.match(/The document is unchanged since signing/g)).toHaveLength(1);
    expect(text).not.toMatch(/Digest error|invalid/i);
  });

  test('qpdf finds no fault in the file', async () => {
    const { status, text } = told(
      await signed(await signedTwice(), worker, { role: 'iro' }),
      'qpdf',
      '--check',
      'report.pdf',
    );
    expect(text).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  test('openssl verifies the signed bytes against the CMS, attributes and all (SIG4)', async () => {
    const bytes = Buffer.from(await signedTwice());
    const ranges = [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)];
    expect(ranges).toHaveLength(2);
    for (const [, ...numbers] of ranges) {
      const [gapStart = 0, gapEnd = 0, length = 0] = numbers.map(Number);
      const padded = Buffer.from(bytes.toString('latin1', gapStart + 1, gapEnd - 1), 'hex');
      const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
      const content = Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd, gapEnd + length)]);
      const anchors = [worker, manager].map(({ certificate }) => Buffer.from(certificate).toString('base64'));
      const pem = anchors.map((each) => `-----BEGIN CERTIFICATE-----\n${each}\n-----END CERTIFICATE-----\n`).join('');
      const files = { 'sig.der': cms, 'content.bin': content, 'anchors.pem': Buffer.from(pem) };
      const verify = [
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'DER',
        '-in',
        'sig.der',
        '-content',
        'content.bin',
      ] as const;
      expect(
        withTool(
          files,
          [...verify, '-binary', '-CAfile', 'anchors.pem', '-partial_chain', '-no_check_time', '-out', 'out.bin'],
          ({ text }) => text,
        ),
      ).toContain('CAdES Verification successful');
      const printed = withTool(
        files,
        ['openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'sig.der'],
        ({ text }) => text,
      );
      expect(printed).not.toContain('signingTime');
      expect(
        [...printed.matchAll(/object: (contentType|messageDigest|id-smime-aa-signingCertificateV2)/g)].map(
          ([, name]) => name,
        ),
      ).toEqual(['contentType', 'messageDigest', 'id-smime-aa-signingCertificateV2']);
    }
  });
});

describe('SIG6 the field', () => {
  test('is the one made for the role, wherever it stands', async () => {
    const bytes = await signed(basePdf(), manager, { role: 'team-manager' });
    expect(pdfsig(bytes).map((each) => each.includes('Valid'))).toEqual([false, true, false, false]);
  });

  test('is not that of a role whose name ends alike', async () => {
    const bytes = await signed(basePdf({ roles: ['social-worker'] }), worker, { role: 'worker' });
    expect(pdfsig(bytes).map((each) => each.includes('Valid'))).toEqual([false, true, false]);
  });

  test('is a spare one where the role has none left, and then there is none', async () => {
    let bytes: Uint8Array = basePdf({ roles: ['social-worker'] });
    for (let count = 0; count < 3; count++) bytes = await signed(bytes, worker);
    expect(got(await verifyPdf(bytes)).signatures.map(({ role }) => role)).toEqual(Array(3).fill('social-worker'));
    expect(codes(await signPdf(bytes, worker, { role: 'social-worker', statedTime: at }))).toEqual(['no-empty-field']);
  });

  test('of the second of two people in one role is theirs', async () => {
    const base = basePdf({ roles: ['parent', 'parent'] });
    const bytes = await signed(await signed(base, worker, { role: 'parent' }), manager, { role: 'parent' });
    expect(pdfsig(bytes).map((each) => each.includes('Valid'))).toEqual([true, true, false, false]);
  });
});

describe('SIG7 signing is refused', () => {
  const sign = (statedTime: Date, bytes: Uint8Array = basePdf()): ReturnType<typeof signPdf> =>
    signPdf(bytes, worker, { role: 'social-worker', statedTime });

  test('at a time at which the certificate is not valid', async () => {
    expect(codes(await sign(new Date(at.getTime() - 2 * day)))).toEqual(['certificate-not-valid-then']);
    expect(codes(await sign(new Date('2031-11-22T00:00:00Z')))).toEqual(['certificate-not-valid-then']);
    expect(codes(await sign(new Date(at.getTime() - day + 1000)))).toEqual([]);
    expect(codes(await sign(new Date('2031-11-21T00:00:00Z')))).toEqual([]);
  });

  test('at a time that is none', async () => {
    expect(codes(await sign(new Date(NaN)))).toEqual(['time-not-understood']);
    expect(codes(await sign(new Date('+010000-01-01T00:00:00Z')))).toEqual(['time-not-understood']);
  });

  test('where the file changed since an earlier signature', async () => {
    const once = await signed(basePdf(), worker);
    expect(codes(await sign(at, replaced(once, '/Kids [3 0 R]', '/Kids [3 0 R ')))).not.toEqual([]);
    expect(codes(await sign(at, replaced(once, '841.89', '841.88')))).toEqual(['already-changed']);
    expect(codes(await sign(at, updated(once, [{ number: 60, body: '<< >>' }])))).toEqual(['already-changed']);
    expect(codes(await sign(at, Buffer.concat([once, Buffer.from('x')])))).toEqual(['already-changed']);
    // A page that acts could look different to the next reader (SIG29).
    const acting = replaced(basePdf(), '/Count 1 >>', '/AA 4 0 R>>');
    expect(codes(await sign(at, acting))).toEqual(['not-made-by-this-toolkit']);
  });

  test('of a file from elsewhere', async () => {
    expect(codes(await sign(at, Buffer.from('hello')))).toEqual(['not-a-pdf']);
    expect(codes(await sign(at, Buffer.from('%PDF-1.7\nhello\n%%EOF')))).toEqual(['not-made-by-this-toolkit']);
  });
});

describe('SIG8 an earlier signature', () => {
  test('stays valid through every later one', async () => {
    let bytes: Uint8Array = basePdf({ roles: ['social-worker', 'team-manager', 'iro', 'parent'] });
    const roles = ['social-worker', 'parent', 'iro', 'team-manager', 'advocate', 'child'];
    for (const [index, role] of roles.entries()) {
      bytes = await signed(bytes, index % 2 === 0 ? worker : manager, { role, mark: { kind: 'typed', text: role } });
      const { intact, signatures, problems } = got(await verifyPdf(bytes));
      expect({ intact, problems }).toEqual({ intact: true, problems: [] });
      expect(signatures.map((each) => each.role)).toEqual(roles.slice(0, index + 1));
      expect(signatures.every(({ unchanged }) => unchanged)).toBe(true);
    }
  });
});
