import { afterEach, describe, expect, test } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import { local } from '../content/packs.ts';
import type { PdfUa } from '../content/overlay/schema.ts';
import { reportOf } from '../pdf/sample-reports.suite.ts';
import { papers } from './papers.ts';
import { pdfUaWords } from './pdf-ua.ts';

const unchanged = (read: never): never => read;
const inForce = (pdfUa?: PdfUa) => ({
  thresholds: {},
  core: unchanged,
  evidence: unchanged,
  guidance: unchanged,
  ...(pdfUa ? { pdfUa } : {}),
});
const checked = { on: '2026-11-20', by: 'Head of digital inclusion' };

/** What the file says of itself in clear. */
async function said(): Promise<string> {
  const drawn = await papers.draw(reportOf([]), null, 'a-document');
  if (!drawn.ok) throw new Error(drawn.problems[0].code);
  expect(drawn.value.faults).toBe(0);
  return Buffer.from(drawn.value.bytes).toString('latin1');
}

afterEach(() => {
  delete local.inForce;
});

describe('a PDF of the app', { timeout: 30_000 }, () => {
  test('claims PDF/UA only where somebody wrote that people checked those of this version', async () => {
    local.inForce = inForce({ ...checked, version });
    expect(await said()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdfUaWords()).toContain('Yes. Head of digital inclusion');
  });

  test.each([
    ['without an overlay', undefined],
    ['with an overlay that does not say so', inForce()],
    ['where another version was checked', inForce({ ...checked, version: `${version}9` })],
  ])('does not claim it %s', async (_case, of) => {
    if (of) local.inForce = of;
    const file = await said();
    expect(file).toContain('<rdf:Description');
    expect(file).not.toContain('pdfuaid');
    expect(pdfUaWords()).toMatch(/^No\. /);
  });
});
