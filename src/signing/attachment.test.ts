import { describe, expect, test } from 'vitest';
import { readAttachment } from './attachment.ts';
import { basePdf } from './base-pdf.suite.ts';
import { codes, got, replaced, signed, signedTwice, told, worker } from './signed-pdf.suite.ts';

const text = JSON.stringify({ format: 'homeward-published/1', people: ['Siân Ŵyn', '李', '🙂'] });

describe('SIG27 the attached assessment', () => {
  test('comes out as it went in, before and after signing', async () => {
    const base = basePdf({ attachment: text });
    for (const bytes of [base, await signed(base, worker)]) {
      expect(new TextDecoder().decode(got(await readAttachment(bytes)))).toBe(text);
    }
  });

  test('is the same that other programs take out', async () => {
    const { status, text: listed } = told(await signedTwice(), 'pdfdetach', '-list', 'report.pdf');
    expect(status).toBe(0);
    expect(listed).toContain('assessment.json');
  });

  test('of hundreds of kilobytes is no trouble', async () => {
    const long = 'Wren said so. '.repeat(60_000);
    expect(new TextDecoder().decode(got(await readAttachment(basePdf({ attachment: long }))))).toBe(long);
  });

  test('of more than 20 MB is refused however small it is packed', async () => {
    const bytes = basePdf({ attachment: ' '.repeat(20 * 1024 * 1024 + 1) });
    expect(bytes.length).toBeLessThan(200_000);
    expect(codes(await readAttachment(bytes))).toEqual(['pdf-too-large']);
    expect(codes(await readAttachment(basePdf({ attachment: ' '.repeat(20 * 1024 * 1024) })))).toEqual([]);
  });

  test.each([
    ['another name', '(assessment.json) 20', '(assessment.text) 20'],
    ['no list of files', '/EmbeddedFiles', '/EmbeddedFolks'],
  ])('that is not there is said to be missing: %s', async (_, search, replacement) => {
    expect(codes(await readAttachment(replaced(basePdf(), search, replacement)))).toEqual(['no-attachment']);
  });

  test('of a damaged or foreign file is a problem', async () => {
    expect(codes(await readAttachment(Buffer.from('hello')))).toEqual(['not-a-pdf']);
    const bytes = Buffer.from(basePdf({ attachment: text }));
    const stream = bytes.indexOf('stream', bytes.indexOf('21 0 obj')) + 12;
    bytes.fill(0xff, stream, stream + 20);
    expect(codes(await readAttachment(bytes))).toEqual(['not-made-by-this-toolkit']);
  });
});
