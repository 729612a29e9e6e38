import { describe, expect, test, vi } from 'vitest';
import type { Mark } from '../model/answer.ts';
import { exportPdf } from '../pdf/index.ts';
import { everything, published } from '../pdf/sample-reports.suite.ts';
import { readAttachment } from './attachment.ts';
import { got, manager, signed, told, worker } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// Other programs are started, which a busy computer does slowly.
vi.setConfig({ testTimeout: 30_000 });

const { bytes: base } = got(await exportPdf(everything));
const mark: Mark = { kind: 'drawn', width: 200, height: 90, strokes: [[10, 60, 20, 20, 30, 10, 35, 40, 190, 50]] };

describe('a report of the exporter', () => {
  test('takes a signature in every field made for one, and further ones in the spare fields (SIG6, SIG8)', async () => {
    let bytes = base;
    for (const role of ['social-worker', 'team-manager', 'parent', 'iro', 'advocate']) {
      bytes = await signed(bytes, role === 'team-manager' ? manager : worker, { role, mark });
    }
    const { intact, signatures, expected } = got(await verifyPdf(bytes));
    expect({ intact, expected }).toEqual({ intact: true, expected: 3 });
    expect(signatures).toHaveLength(5);

    const { text } = told(bytes, 'pdfsig', '-nocert', 'report.pdf');
    expect(text.match(/Signature is Valid/g)).toHaveLength(5);
    expect(text.match(/ - Total document signed/g)).toHaveLength(1);
    expect(told(bytes, 'qpdf', '--check', 'report.pdf').status).toBe(0);
    expect(told(bytes, 'mutool', 'sign', '-v', 'report.pdf').text).toContain('The document is unchanged since signing');
  });

  test('keeps its tags and its words when it is signed (SIG1)', async () => {
    const bytes = await signed(base, worker, { mark });
    const tags = (file: Uint8Array): string => told(file, 'pdfinfo', '-struct-text', 'report.pdf').text;
    expect(tags(base)).toContain('Form');
    expect(tags(bytes)).toBe(tags(base));
    expect(told(bytes, 'pdftotext', 'report.pdf', '-').text).toMatch(/Signed by\s+Siân Ŵyn O’Brien-Ŷstrad/);
  });

  test('gives its attachment back (SIG27)', async () => {
    const { bytes } = got(await exportPdf(everything, { published }));
    const attached = got(await readAttachment(await signed(bytes, worker)));
    expect(JSON.parse(new TextDecoder().decode(attached))).toEqual(published);
  });
});
