import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Verification } from '../model/verification.ts';
import { basePdf } from './base-pdf.suite.ts';
import { readDocument } from './document.ts';
import { emptyFieldFor, signatureFields } from './fields.ts';
import { newSigningKey } from './key.ts';
import { appendSignature } from './seal.ts';
import { at, codes, got, manager, replaced, signed, told, updated, withTool, worker } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// Hundreds of files are verified in one test.
vi.setConfig({ testTimeout: 30_000 });

const base = basePdf();
const once = await signed(base, worker);
const twice = await signed(once, manager, { role: 'team-manager' });

/** The codes of every signature's problems, then those of the file. */
async function found(
  bytes: Uint8Array,
): Promise<{ signatures: readonly (readonly string[])[]; file: readonly string[]; intact: boolean }> {
  const { signatures, problems, intact } = got(await verifyPdf(bytes));
  return {
    signatures: signatures.map((each) => each.problems.map(({ code }) => code)),
    file: problems.map(({ code }) => code),
    intact,
  };
}

/** A signature by `manager` on whatever `bytes` are: what somebody would make who does not care. */
async function signedBlindly(bytes: Uint8Array, role = 'team-manager'): Promise<Uint8Array> {
  const document = readDocument(bytes);
  const field = emptyFieldFor(role, signatureFields(document));
  if (!field) throw new Error('no field');
  return appendSignature(document, field, manager, { role, time: at, appearance: field.visible ? drawing() : null });
}

function drawing(resources = '/Font << /HwR 5 0 R >>', more = ''): string {
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 460 92] /Resources << ${resources} >> /Length 3 ${more}>>\nstream\nq Q\nendstream`;
}

const changedAfter = {
  signatures: [['changed-after-signing'], ['changed-after-signing']],
  file: ['more-than-signatures'],
  intact: false,
};

describe('SIG23 a file that nobody touched', () => {
  test('says who signed, in which role, when, and with which key', async () => {
    const { intact, signatures, expected, problems } = got(await verifyPdf(twice));
    expect({ intact, expected, problems }).toEqual({ intact: true, expected: 2, problems: [] });
    expect(signatures).toEqual([
      {
        name: 'Siân Ŵyn O’Brien-Ŷstrad',
        organisation: 'Tarnwhistle County Council',
        role: 'social-worker',
        statedTime: at,
        fingerprint: worker.fingerprint,
        unchanged: true,
        trusted: null,
        problems: [],
      },
      {
        name: 'Zoë Ó Dálaigh',
        organisation: 'Tarnwhistle County Council',
        role: 'team-manager',
        statedTime: at,
        fingerprint: manager.fingerprint,
        unchanged: true,
        trusted: null,
        problems: [],
      },
    ] satisfies Verification['signatures']);
  });

  test('and nobody signed is not intact', async () => {
    expect(await found(base)).toEqual({ signatures: [], file: ['no-signature'], intact: false });
  });

  test('lists signatures in the order they were made', async () => {
    const backwards = await signed(await signed(base, manager, { role: 'team-manager' }), worker);
    expect(got(await verifyPdf(backwards)).signatures.map(({ role }) => role)).toEqual([
      'team-manager',
      'social-worker',
    ]);
  });
});

describe('SIG25 trust', () => {
  test('is a matter of the list alone', async () => {
    const trust = async (list: readonly string[]): Promise<readonly (boolean | null)[]> =>
      got(await verifyPdf(twice, list)).signatures.map(({ trusted }) => trusted);
    expect(await trust([])).toEqual([false, false]);
    expect(await trust([manager.fingerprint])).toEqual([false, true]);
    const written = worker.fingerprint.toUpperCase().replace(/(..)(?!$)/g, '$1:');
    expect(await trust([written])).toEqual([true, false]);
  });

  test('is kept apart from change: the key did sign, but something else', async () => {
    const [first] = got(await verifyPdf(replaced(twice, '841.89', '841.88'), [worker.fingerprint])).signatures;
    expect(first).toMatchObject({ trusted: true, unchanged: false });
  });

  test('does not go to a signature that the key did not make', async () => {
    const cms = /\/Contents <([0-9a-f]+?)0*>/.exec(Buffer.from(once).toString('latin1'))?.[1] ?? '';
    const last = cms.at(-1) === '1' ? '2' : '1';
    const [only] = got(await verifyPdf(replaced(once, cms, cms.slice(0, -1) + last), [worker.fingerprint])).signatures;
    expect(only).toMatchObject({ trusted: false, unchanged: false, problems: [{ code: 'signature-wrong' }] });
  });
});

describe('attacks on what was signed', () => {
  test('SIG19 a changed byte of the base is seen in both signatures', async () => {
    expect(await found(replaced(twice, '841.89', '841.88'))).toEqual({
      signatures: [['content-changed'], ['content-changed']],
      file: [],
      intact: false,
    });
  });

  test('SIG19 a changed byte of the second update is seen in the second signature only', async () => {
    const tail = Buffer.from(twice);
    tail[tail.lastIndexOf('ET\n')] = 0x46;
    const { signatures, intact } = await found(tail);
    expect({ signatures, intact }).toEqual({ signatures: [[], ['content-changed']], intact: false });
  });

  test('SIG19 a changed byte inside the signature', async () => {
    const contents = Buffer.from(once).indexOf('/Contents <') + 11;
    for (const offset of [2, 40, 100, 400, 900, 1500]) {
      const bytes = Buffer.from(once);
      bytes.write(
        bytes.toString('latin1', contents + offset, contents + offset + 1) === '5' ? '6' : '5',
        contents + offset,
        'latin1',
      );
      expect((await found(bytes)).signatures[0], `offset ${offset}`).not.toEqual([]);
    }
  });

  test('SIG19 a changed byte in the zeros after the signature, which other programs do not look at', async () => {
    const bytes = Buffer.from(once);
    bytes.write('1', bytes.indexOf('00>') + 1, 'latin1');
    expect(await found(bytes)).toEqual({ signatures: [['signature-malformed']], file: [], intact: false });
    expect(told(bytes, 'pdfsig', '-nocert', 'report.pdf').text).toContain('Signature is Valid');
  });

  test('SIG19 a digit of the signature in upper case', async () => {
    const bytes = Buffer.from(once);
    const contents = bytes.indexOf('/Contents <') + 11;
    const letter = bytes.subarray(contents).findIndex((byte) => byte >= 0x61 && byte <= 0x66) + contents;
    bytes[letter] = (bytes[letter] ?? 0) - 0x20;
    expect((await found(bytes)).signatures).toEqual([['signature-malformed']]);
  });

  test('SIG19 the certificate of somebody else with the same name', async () => {
    const twin = await newSigningKey(
      { name: worker.name, role: worker.role, organisation: worker.organisation, registration: 'SW12345' },
      at,
    );
    const swapped = replaced(
      once,
      Buffer.from(worker.certificate).toString('hex'),
      padTo(Buffer.from(twin.certificate).toString('hex'), worker.certificate.length * 2),
    );
    expect((await found(swapped)).signatures[0]).not.toEqual([]);
  });

  test('SIG18 a byte range that leaves out more than the signature', async () => {
    const text = Buffer.from(once).toString('latin1');
    const [whole = '', start = '', end = '', length = ''] = /(?<=ByteRange )\[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? [];
    const range = (a: number, b: number, c: number): string =>
      `[0 ${a} ${b} ${c}]`.padEnd(whole.length + 9).slice(0, whole.length + 9);
    for (const changed of [
      range(Number(start) - 9, Number(end), Number(length)),
      range(Number(start), Number(end) + 5, Number(length) - 5),
      range(Number(start), Number(end), Number(length) - 6),
      range(Number(start) + 1, Number(end) - 1, Number(length) + 1),
    ]) {
      const { signatures, intact } = await found(replaced(once, whole.padEnd(whole.length + 9), changed));
      expect(signatures[0]).toContain('byte-range-wrong');
      expect(intact).toBe(false);
    }
  });
});

/** `digits` cut or filled so that the file keeps its length. */
function padTo(digits: string, length: number): string {
  return digits.slice(0, length).padEnd(length, '0');
}

describe('SIG21 attacks by adding', () => {
  test.each([
    ['the content of the page', 4, '<< /Length 3 >>\nstream\nq Q\nendstream'],
    ['the page', 3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>'],
    [
      'the catalog',
      1,
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [30 0 R 32 0 R] /DR << /Font << /HwR 5 0 R /HwB 6 0 R >> >> >> >>',
    ],
    ['the pages', 2, '<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 >>'],
    ['the description', 60, '<< /Producer (Somebody) >>'],
    [
      'the appearance of a signature',
      62,
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 3 >>\nstream\nq Q\nendstream',
    ],
    ['the attachment', 21, '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream'],
  ])('an update that replaces %s', async (_, number, body) => {
    const changed = updated(twice, [{ number, body }]);
    expect(await found(changed)).toEqual(changedAfter);
    const [first] = got(await verifyPdf(changed)).problems;
    expect(first?.detail).toBe(`object ${number}`);
  });

  test('is what pdfsig calls valid', () => {
    const changed = updated(twice, [{ number: 4, body: '<< /Length 3 >>\nstream\nq Q\nendstream' }]);
    const { text } = told(changed, 'pdfsig', '-nocert', 'report.pdf');
    expect(text.match(/Signature is Valid/g)).toHaveLength(2);
  });

  test('an update that changes nothing, and one that adds an object nobody uses', async () => {
    expect(await found(updated(twice, []))).toMatchObject({ file: ['more-than-signatures'], intact: false });
    expect(await found(updated(twice, [{ number: 90, body: '(hello)' }]))).toEqual(changedAfter);
  });

  test('an update that empties a signed field', async () => {
    const { dictionary } = signatureFields(readDocument(once))[0] ?? {};
    expect(dictionary?.entries.has('V')).toBe(true);
    const emptied = updated(once, [
      {
        number: 30,
        body: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature-1-social-worker) /Rect [0 0 9 9] >>',
      },
    ]);
    const { signatures, file, intact } = await found(emptied);
    expect({ signatures, intact }).toEqual({ signatures: [], intact: false });
    expect(file).toEqual(expect.arrayContaining(['no-signature', 'more-than-signatures']));
  });

  test('content that changed between two signatures, which other programs call valid', async () => {
    const changed = updated(once, [{ number: 4, body: '<< /Length 3 >>\nstream\nq Q\nendstream' }]);
    const both = await signedBlindly(changed);
    expect(await found(both)).toEqual({
      signatures: [['changed-after-signing'], []],
      file: ['more-than-signatures'],
      intact: false,
    });
    expect(told(both, 'pdfsig', '-nocert', 'report.pdf').text.match(/Signature is Valid/g)).toHaveLength(2);
  });

  test('a page that changes in the same update as a signature', async () => {
    const alone = await signedBlindly(once);
    const objects = [...readDocument(alone).revision(2).objects.keys()].map((number) => ({
      number,
      body: bodyOf(alone, number),
    }));
    const both = updated(once, [...objects, { number: 4, body: '<< /Length 3 >>\nstream\nq Q\nendstream' }]);
    const { signatures, file } = await found(both);
    expect(signatures[0]).toEqual(['changed-after-signing']);
    expect(file).toEqual(['more-than-signatures']);
  });

  test('a signature whose field also moves', async () => {
    const moved = await signedBlindly(once);
    const text = Buffer.from(moved).toString('latin1');
    const field = text.lastIndexOf('/Rect [56 484 516 576]');
    expect(field).toBeGreaterThan(once.length);
    const bytes = Buffer.from(moved);
    bytes.write('/Rect [56 584 516 676]', field, 'latin1');
    expect((await found(bytes)).signatures[0]).toEqual(['changed-after-signing']);
  });

  test.each([
    ['a font of its own', drawing('/Font << /HwR 4 0 R >>')],
    ['another drawing', drawing('/XObject << /X 22 0 R >>')],
    ['a group', drawing(undefined, '/Group << /S /Transparency >> ')],
    ['a larger box', drawing().replace('460 92', '900 92')],
    ['no resources', drawing().replace(/\/Resources << .* >> (?=\/Length)/, '')],
  ])('a signature whose appearance has %s', async (_, appearance) => {
    const document = readDocument(once);
    const field = emptyFieldFor('team-manager', signatureFields(document));
    if (!field) throw new Error('no field');
    const bytes = await appendSignature(document, field, manager, { role: 'team-manager', time: at, appearance });
    expect(await found(bytes)).toEqual({
      signatures: [['changed-after-signing'], []],
      file: ['more-than-signatures'],
      intact: false,
    });
  });

  test('a signature that brings to life what the base only pointed to', async () => {
    const prepared = replaced(base, '/Count 1 >>', '/X 61 0 R>>');
    const bytes = await signedBlindly(prepared, 'social-worker');
    expect(await found(bytes)).toMatchObject({ file: ['more-than-signatures'], intact: false });
  });

  test('a second signature in a field that was signed', async () => {
    const document = readDocument(once);
    const field = signatureFields(document).find(({ signature }) => signature !== null);
    if (!field) throw new Error('no field');
    const again = await appendSignature(document, field, manager, {
      role: 'social-worker',
      time: at,
      appearance: drawing(),
    });
    const { intact, problems } = got(await verifyPdf(again));
    expect(intact).toBe(false);
    expect(problems).toContainEqual({ code: 'more-than-signatures', place: {}, detail: 'object 30' });
  });

  test('a signature whose trailer names another description', async () => {
    const bytes = Buffer.from(await signedBlindly(once));
    bytes.write('/Info 22 0 R', bytes.lastIndexOf('/Info 60 0 R'), 'latin1');
    const { signatures, problems } = got(await verifyPdf(bytes));
    expect(signatures[0]?.problems).toEqual([{ code: 'changed-after-signing', place: {}, detail: 'trailer' }]);
    expect(problems).toEqual([{ code: 'more-than-signatures', place: {}, detail: 'trailer' }]);
  });

  test('a signature whose update also frees the content of the page', async () => {
    const bytes = Buffer.from(await signedBlindly(once)).toString('latin1');
    const trailer = bytes.lastIndexOf('trailer');
    const freed = `${bytes.slice(0, trailer)}4 1\n0000000000 65535 f \n${bytes.slice(trailer)}`;
    expect(codes(await verifyPdf(Buffer.from(freed, 'latin1')))).toEqual(['not-made-by-this-toolkit']);
  });

  test('a signature whose update hides an object that its table does not list', async () => {
    const alone = await signedBlindly(once);
    const objects = [...readDocument(alone).revision(2).objects.keys()].map((number) => ({
      number,
      body: bodyOf(alone, number),
    }));
    const hidden = objects.map(({ number, body }) => ({
      number,
      body: number === 32 ? `${body}\nendobj\n91 0 obj\n(b)` : body,
    }));
    expect((await found(updated(once, objects))).signatures[0]).toEqual([]);
    expect((await found(updated(once, hidden))).signatures[0]).toEqual(['changed-after-signing']);
  });

  test('an older end that names another table', async () => {
    const bytes = Buffer.from(twice);
    const digit = bytes.indexOf('startxref\n') + 'startxref\n'.length;
    bytes[digit] = (bytes[digit] ?? 0) ^ 1;
    expect(codes(await verifyPdf(bytes))).toEqual(['not-made-by-this-toolkit']);
  });

  test('SIG22 text after the end, which pdfsig calls valid', async () => {
    for (const tail of ['x', '\n', '\n%%EOF-', `\n${'9 '.repeat(400)}`]) {
      const bytes = Buffer.concat([twice, Buffer.from(tail)]);
      const { signatures, file, intact } = await found(bytes);
      expect(signatures.flat()).toContain('changed-after-signing');
      expect({ file, intact }).toEqual({ file: ['bytes-after-end'], intact: false });
    }
  });

  test('bytes between the objects of an update', async () => {
    const forged = updated(twice, [{ number: 90, body: '(a)\nendobj\n91 0 obj\n(b)' }]);
    expect(await found(forged)).toMatchObject({ file: ['more-than-signatures'], intact: false });
  });

  test('SIG24 signatures that were cut off leave fewer than expected', async () => {
    expect(got(await verifyPdf(twice.subarray(0, once.length)))).toMatchObject({
      intact: true,
      expected: 2,
      signatures: [{}],
    });
    expect(got(await verifyPdf(twice.subarray(0, base.length)))).toMatchObject({
      intact: false,
      expected: 2,
      signatures: [],
    });
  });
});

/** What stands between `obj` and `endobj`. */
function bodyOf(bytes: Uint8Array, number: number): string {
  const text = Buffer.from(bytes).toString('latin1');
  const start = text.lastIndexOf(`\n${number} 0 obj\n`) + `\n${number} 0 obj\n`.length;
  return text.slice(start, text.indexOf('\nendobj', start));
}

describe('SIG20 what the signature states', () => {
  async function stated(time: Date): Promise<Uint8Array> {
    const document = readDocument(base);
    const [field] = signatureFields(document);
    if (!field) throw new Error('no field');
    return appendSignature(document, field, worker, { role: 'social-worker', time, appearance: drawing() });
  }

  test('has to lie in the validity of the certificate', async () => {
    const late = await stated(new Date('2032-01-01T00:00:00Z'));
    expect(await found(late)).toEqual({ signatures: [['certificate-not-valid-then']], file: [], intact: false });
    expect(got(await verifyPdf(late)).signatures[0]).toMatchObject({ unchanged: true });
  });

  test('has to name whom the certificate names', async () => {
    const utf16 = (text: string): string =>
      Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const other = replaced(once, `/Name <feff${utf16('Siân')}`, `/Name <feff${utf16('Joan')}`);
    expect((await found(other)).signatures[0]).toEqual(['content-changed', 'name-differs']);
  });

  test('has no key that ours do not have', async () => {
    const text = Buffer.from(once).toString('latin1');
    const room = /\] {10,}(?=\/Contents)/.exec(text)?.[0] ?? '';
    const other = replaced(once, room, `]/Lock 1`.padEnd(room.length));
    expect((await found(other)).signatures[0]).toEqual(['signature-malformed']);
  });
});

describe('SIG17 a file that is not ours', () => {
  test.each([
    ['nothing', '', 'not-a-pdf'],
    ['a text', 'hello', 'not-a-pdf'],
    ['a header alone', '%PDF-1.7', 'not-made-by-this-toolkit'],
    ['an end alone', '%PDF-1.7\n%%EOF', 'not-made-by-this-toolkit'],
    [
      'a table that points to itself',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF',
      'not-made-by-this-toolkit',
    ],
    [
      'endless brackets',
      `%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size ${'['.repeat(5000)} >>\nstartxref\n9\n%%EOF`,
      'not-made-by-this-toolkit',
    ],
    [
      'a table with two billion rows',
      '%PDF-1.7\nxref\n0 2000000000\ntrailer\n<< >>\nstartxref\n9\n%%EOF',
      'not-made-by-this-toolkit',
    ],
    [
      'a key that comes twice',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Size 2 >>\nstartxref\n9\n%%EOF',
      'not-made-by-this-toolkit',
    ],
    [
      'a key that comes twice in disguise',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Si#7ae 2 >>\nstartxref\n9\n%%EOF',
      'not-made-by-this-toolkit',
    ],
    [
      'an encrypted file',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Encrypt 4 0 R >>\nstartxref\n9\n%%EOF',
      'pdf-encrypted',
    ],
  ])('such as %s', async (_, text, code) => {
    expect(codes(await verifyPdf(Buffer.from(text)))).toEqual([code]);
  });

  test('such as ours, written anew by qpdf with streams for its tables', async () => {
    const anew = withTool(
      { 'in.pdf': twice },
      ['qpdf', '--object-streams=generate', 'in.pdf', 'out.pdf'],
      (_, folder) => new Uint8Array(readFileSync(`${folder}/out.pdf`)),
    );
    expect(codes(await verifyPdf(anew))).toEqual(['not-made-by-this-toolkit']);
  });

  test('such as ours, cut off anywhere', async () => {
    for (let length = 0; length < twice.length; length += 997) {
      const outcome = await verifyPdf(twice.subarray(0, length));
      expect(outcome.ok && outcome.value.intact, `cut at ${length}`).toBe(false);
    }
  });
});
