import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { caseDraft, outputs, pack } from '../../test/journeys/guidance.ts';
import { report } from '../model/make-report.ts';
import { reportText } from '../model/report-text.ts';
import type { Report, ReportBlock } from '../model/report.ts';
import { exportPdf } from '../pdf/index.ts';
import { blankForm } from './blank.ts';
import { leastLimit, pasteBlocks } from './paste.ts';
import { wordFile } from './word.ts';

const on = '2025-03-20';
const assessment = caseDraft('quillfeather');
const stage = pack.stages[1];
if (!stage) throw new Error('no stage');
const full = report(pack, assessment, { locale: 'en', output: 'full', stages: [stage.id], on });
const form = blankForm(pack, outputs, { stage, kind: 'training', on, route: 'full' });

async function unzipped(of: Report): Promise<Record<string, string>> {
  const files = unzipSync(await wordFile(of));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const textOf = (xml: string): string =>
  Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => text)
    .join('')
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

describe('O10 a form to fill in by hand', () => {
  test.each(pack.stages)('asks every question of $id and holds no answer', (each) => {
    const said = reportText(blankForm(pack, outputs, { stage: each, kind: 'real', on, route: 'full' }));
    const sections = pack.sections.filter((section) => section.stage === each.id);
    for (const { asks } of sections)
      for (const asked of asks) {
        const question = pack.questions.find(({ id }) => id === asked.question);
        if (question && question.kind !== 'risk-suggestion') expect(said).toContain(asked.label ?? question.label);
      }
    for (const { name } of assessment.people) expect(said.join('\n')).not.toContain(name);
    expect(said.join('\n')).not.toContain('TRAINING');
  });

  test('has lines, boxes and rows with room, tagged, and says that it is training', async () => {
    const has = (test: (block: ReportBlock) => boolean): boolean => form.body.some(test);
    expect(has((block) => block.kind === 'paragraph' && (block.lines ?? 0) > 0)).toBe(true);
    expect(has((block) => block.kind === 'list' && block.boxes === true)).toBe(true);
    expect(has((block) => block.kind === 'table' && block.room === true)).toBe(true);
    const pdf = await exportPdf(form);
    if (!pdf.ok) throw new Error(pdf.problems[0].code);
    expect([pdf.value.selfCheck, pdf.value.undrawn]).toEqual([[], []]);
    expect(form.running.mark).toBe('TRAINING');
  });

  test('the shorter route asks the core questions alone', () => {
    const first = pack.stages[0];
    if (!first) throw new Error('no stage');
    const headings = (route: 'core' | 'full'): number =>
      blankForm(pack, outputs, { stage: first, kind: 'real', on, route }).body.filter(
        (block) => block.kind === 'heading' && block.level === 3,
      ).length;
    expect(headings('core')).toBeLessThan(headings('full'));
  });
});

describe('O11 a Word document', () => {
  test('holds every word of the report once, in order, with real headings, tables and lists, and its language', async () => {
    const files = await unzipped(full);
    const body = files['word/document.xml'] ?? '';
    const squeezed = (text: string): string => text.replace(/\s+/g, '');
    expect(squeezed(textOf(body))).toContain(squeezed(reportText({ ...full, signing: null }).join('')));
    for (const level of [1, 2, 3, 4]) expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    expect(body).toContain('<w:tblHeader/>');
    expect((await unzipped(form))['word/document.xml']).toContain('<w:numPr>');
    expect(files['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(files['docProps/core.xml']).toContain('<dc:creator>Homeward</dc:creator>');
  });

  test('says TRAINING in the head of every page, even where somebody took the mark from the report', async () => {
    const stripped = { ...full, running: { ...full.running, mark: '' } };
    for (const each of [full, stripped, form]) {
      const files = await unzipped(each);
      const heads = Object.keys(files).filter((name) => /^word\/header\d+\.xml$/.test(name));
      expect(heads.length).toBeGreaterThan(0);
      for (const head of heads) expect(textOf(files[head] ?? '')).toContain('TRAINING');
    }
    const real = await unzipped({ ...full, kind: 'real', running: { ...full.running, mark: '' } });
    expect(textOf(real['word/header1.xml'] ?? '')).toBe('Return home assessment, TRAINING-1');
  });

  test('points at nothing outside itself and runs nothing', async () => {
    const files = await unzipped(full);
    for (const [name, xml] of Object.entries(files)) {
      expect(xml, name).not.toContain('TargetMode="External"');
      expect(name).not.toMatch(/vbaProject|embeddings|activeX/);
    }
  });

  test('keeps what XML cannot hold as its code point', async () => {
    const odd: Report = { ...full, body: [{ kind: 'paragraph', runs: [{ text: 'a\u0001b\uD800c <&>' }] }] };
    expect(textOf((await unzipped(odd))['word/document.xml'] ?? '')).toContain('a[U+0001]b[U+D800]c <&>');
  });
});

describe('O12 text to paste', () => {
  test.each([null, leastLimit, 1000, 4000])('with a limit of %s no part is longer, and no word is lost', (limit) => {
    const blocks = pasteBlocks(full, limit);
    const parts = blocks.flatMap((block) => block.parts);
    for (const { plain } of parts) if (limit !== null) expect(plain.length).toBeLessThanOrEqual(limit);
    const squeezed = (text: string): string => text.replace(/\s+/g, '');
    const all = squeezed(parts.map(({ plain }) => plain).join(''));
    const texts = full.body.flatMap((block) =>
      block.kind === 'paragraph' || (block.kind === 'heading' && block.level === 4)
        ? block.runs.map(({ text }) => text)
        : [],
    );
    // A text that is parted has a frame in its middle: its words are there all the same.
    for (const word of texts.flatMap((text) => text.split(/\s+/))) expect(all).toContain(word);
  });

  test('every part says its section, its number, TRAINING and whence it comes, in both forms', () => {
    for (const { title, parts } of pasteBlocks(full, 1000))
      for (const [index, { plain, formatted }] of parts.entries()) {
        expect(plain.startsWith('TRAINING\n')).toBe(true);
        expect(formatted.startsWith('<p><strong>TRAINING</strong></p>')).toBe(true);
        expect(plain).toContain(title);
        if (parts.length > 1) expect(plain).toContain(`(${index + 1}/${parts.length})`);
        expect(plain).toContain('2025-03-20');
        expect(plain).toContain(`version ${String(pack.version)}`);
      }
    const stripped = { ...full, running: { ...full.running, mark: '' } };
    expect(pasteBlocks(stripped, null)[0]?.parts[0]?.plain.startsWith('TRAINING\n')).toBe(true);
  });

  test('what somebody typed is text in the formatted form too', () => {
    const odd: Report = {
      ...full,
      body: [
        { kind: 'heading', level: 3, runs: [{ text: 'A <b>' }] },
        { kind: 'paragraph', runs: [{ text: '<img src=x onerror=alert(1)>' }] },
      ],
    };
    const [block] = pasteBlocks(odd, null);
    expect(block?.parts[0]?.formatted).not.toContain('<img');
    expect(block?.parts[0]?.formatted).toContain('&lt;img');
  });
});
