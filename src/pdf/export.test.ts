import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Published, Report } from '../model/report.ts';
import { exportPdf, type PdfChoice, type PdfFile } from './index.ts';
import { isDictionary, readObjects, type PdfObjects } from './objects.ts';
import { checkPdf, expectedBlocks, squeezed, type Verdict } from './oracle.suite.ts';
import { everything, longText, reportOf } from './sample-reports.suite.ts';

/** Without hyphens, as pdftotext takes one at the end of a line for one that is not written. */
const unbroken = (text: string): string => text.replaceAll('-', '');

const published: Published = {
  format: 'homeward-published/1',
  pack: { id: 'sparf', version: 1, structureHash: 'a', wordsHash: 'b', locale: 'en' },
  output: 'full',
  stages: ['assess'],
  on: '2026-11-21',
  assessment: {
    id: 'x',
    kind: 'real',
    route: 'core',
    reference: 'ŷ 4471 🌻',
    startedAt: '2026-11-01T09:00:00Z',
    people: [],
    answers: {},
    rounds: [],
    versions: [],
  },
};

async function exported(report: Report, choice?: PdfChoice): Promise<PdfFile> {
  const result = await exportPdf(report, choice);
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
}

describe('O11 the sign of a council', () => {
  // Four dots, half of them clear.
  const png =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4nGPg9o/5zwADIA4AG+MDa8feYKwAAAAASUVORK5CYII=';
  const withLogo = (picture: string): Report => ({
    ...reportOf([{ kind: 'paragraph', runs: [{ text: 'One line.' }] }]),
    paper: {
      cover: [],
      contents: [{ text: 'Contents' }],
      figures: [],
      logo: { png: picture, width: 2, height: 2, alt: 'Thistlebridge Council' },
    },
  });

  test('stands on the cover as a picture with its name, the same each time', async () => {
    const [one, other] = [await exported(withLogo(png)), await exported(withLogo(png))];
    expect(one.selfCheck).toEqual([]);
    expect(one.bytes).toEqual(other.bytes);
    const objects = readObjects(one.bytes);
    const all = objects.numbers.map((object) => objects.of({ object })?.value);
    const dictionaries = all.filter((each) => each !== undefined && isDictionary(each));
    expect(dictionaries.filter((each) => each.get('Subtype') === '/Image').length).toBeGreaterThan(0);
    const [figure] = dictionaries.filter((each) => each.get('S') === '/Figure');
    expect(figure?.has('Alt')).toBe(true);
  });

  test('that cannot be read leaves the document as it is', async () => {
    const broken = `data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n no picture')}`;
    expect((await exported(withLogo(broken))).selfCheck).toEqual([]);
  });
});

describe('an exported report', () => {
  let file: PdfFile;
  let verdict: Verdict;
  let text: string;
  let objects: PdfObjects;
  beforeAll(async () => {
    file = await exported(everything, { published });
    verdict = await checkPdf(file.bytes);
    text = new TextDecoder('latin1').decode(file.bytes);
    objects = readObjects(file.bytes);
  });
  const marks = (): string[] => file.undrawn.map(({ character }) => character);

  test('PDF1 holds every word once and in order, for poppler and for pdf.js', () => {
    const expected = expectedBlocks(everything, undefined, marks());
    expect(expected.length).toBeGreaterThan(200);
    expect(verdict.blocks).toEqual(expected);
    expect(verdict.squeezedBlocks).toEqual(expected.map(squeezed));
  });

  test('PDF1 PDF4 shows every word on paper', () => {
    for (const block of expectedBlocks(everything, undefined, marks()))
      expect(unbroken(verdict.text)).toContain(unbroken(squeezed(block)));
  });

  test('PDF3 lists what could not be drawn', () => {
    expect(marks()).toEqual(['م', 'ر', 'ي', 'م', '🌻']);
    expect(file.undrawn.at(-1)).toEqual({
      character: '🌻',
      mark: '[U+1F33B]',
      place: { part: 'body', block: 5, under: 'When was Juniper seen for this assessment?' },
    });
  });

  test('PDF7 has its headings in order', () => {
    expect(verdict.headings).toEqual([
      'H1 Return home assessment 4471',
      'H2 Finding out',
      'H3 The child’s voice',
      'H4 When was Juniper seen for this assessment?',
      'H4 Beth mae hi eisiau?',
      'H4 What does the school say?',
      'H4 What has been tried?',
      'H2 What follows',
      'H3 Chronology',
      'H3 Support',
      'H2 Signatures',
    ]);
  });

  test('PDF13 has no words outside marked content', () => {
    expect(verdict.untagged).toEqual([]);
    expect(
      verdict.artifacts.every((aside, index) => aside.includes(`Page ${index + 1} of ${verdict.artifacts.length}`)),
    ).toBe(true);
  });

  test('PDF15 is a tagged PDF 1.7 that readers call by its title', () => {
    expect(verdict.complaints).toBe('');
    expect(Object.fromEntries(verdict.facts)).toMatchObject({
      Tagged: 'yes',
      'PDF version': '1.7',
      Title: 'Return home assessment 4471',
      'Metadata Stream': 'yes',
      JavaScript: 'no',
    });
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('/Lang (en-GB)');
    expect(text).not.toContain('pdfuaid');
  });

  test('PDF16 embeds both of its fonts with a way back to Unicode', () => {
    expect(verdict.fonts).toHaveLength(2);
    for (const font of verdict.fonts) expect(font).toMatchObject({ embedded: true, unicode: true });
  });

  test('PDF17 holds exactly what was published', () => {
    expect([...verdict.attachments.keys()]).toEqual(['assessment.json']);
    expect(new TextDecoder().decode(verdict.attachments.get('assessment.json'))).toBe(JSON.stringify(published));
    const sum = createHash('md5').update(JSON.stringify(published)).digest('hex');
    expect(text).toContain(`/CheckSum <${sum}>`);
    expect(text).toContain('/AFRelationship /Data');
  });

  test('PDF6 says in which language words are', async () => {
    const task = getDocument({ data: file.bytes.slice(), verbosity: 0 });
    const first = await (await task.promise).getPage(1);
    const tree = JSON.stringify(await first.getStructTree());
    expect(tree.match(/"lang":"cy"/g)).toHaveLength(2);
    await task.destroy();
  });

  test('PDF14 lists its headings beside the pages', async () => {
    const task = getDocument({ data: file.bytes.slice(), verbosity: 0 });
    const outline = await (await task.promise).getOutline();
    expect(outline.map(({ title }) => title)).toEqual(['Return home assessment 4471']);
    const stages = (outline[0]?.items ?? []) as { title: string; items: { title: string }[] }[];
    expect(stages.map(({ title }) => title)).toEqual(['Finding out', 'What follows', 'Signatures']);
    expect(stages[1]?.items.map(({ title }) => title)).toEqual(['Chronology', 'Support']);
    await task.destroy();
  });

  test('PDF18 has an empty named field for each signatory and two spare ones', () => {
    const fields = [...text.matchAll(/<<\/Type \/Annot \/Subtype \/Widget \/FT \/Sig[^]*?endobj/g)].map(
      ([field]) => field,
    );
    expect(fields.map((field) => /\/T \(([^)]*)\)/.exec(field)?.[1])).toEqual([
      'signature-1-social-worker',
      'signature-2-team-manager',
      'signature-3-parent',
      'signature-spare-1',
      'signature-spare-2',
    ]);
    for (const field of fields) {
      expect(field).toContain('/F 132');
      expect(field).toMatch(/\/P \d+ 0 R/);
      expect(field).toMatch(/\/AP <<\/N \d+ 0 R>>/);
      expect(field).not.toMatch(/\/V\b/);
    }
    expect(fields.map((field) => field.includes('/StructParent '))).toEqual([true, true, true, false, false]);
    expect(fields[4]).toContain('/Rect [0 0 0 0]');
    expect(fields[1]).toContain('/TU (Team manager)');
  });

  test('PDF16 PDF19 offers signers its two fonts with every letter of a Welsh or Polish name', () => {
    const catalog = objects.of(objects.trailer.get('Root'))?.value;
    const form = isDictionary(catalog) ? catalog.get('AcroForm') : undefined;
    const resources = isDictionary(form) ? form.get('DR') : undefined;
    const fonts = isDictionary(resources) ? resources.get('Font') : undefined;
    for (const name of ['HwR', 'HwB']) {
      const font = isDictionary(fonts) ? objects.of(fonts.get(name))?.value : undefined;
      expect(isDictionary(font) && font.get('Encoding')).toBe('/Identity-H');
    }
  });

  test('PDF19 has a plain cross-reference table, an ID, and one new line at its end', () => {
    expect(text.endsWith('%%EOF\n')).toBe(true);
    expect(text).toMatch(/\nxref\n0 \d+\n/);
    expect(text).not.toMatch(/\/ObjStm|\/XRef\b/);
    expect(text).toMatch(/\/ID \[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]/);
  });

  test('PDF24 finds nothing wrong with itself', () => {
    expect(file.selfCheck).toEqual([]);
  });
});

describe('exporting', () => {
  test('PDF20 the same report twice gives the same bytes, another id or moment gives others', async () => {
    const [once, again, named, later] = await Promise.all([
      exported(everything, { published }),
      exported(everything, { published }),
      exported(everything, { published, documentId: 'another' }),
      exported(everything, { published, madeAt: new Date('2026-11-22T08:00:00Z') }),
    ]);
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(once.bytes, named.bytes)).not.toBe(0);
    expect(Buffer.compare(once.bytes, later.bytes)).not.toBe(0);
  });

  test('PDF16 gives signers every letter, even for a report that uses few', async () => {
    const { bytes } = await exported(
      reportOf([], {
        signing: null,
        title: [{ text: 'a' }],
        subtitle: [],
        running: { head: '', foot: '', page: '', mark: '' },
      }),
    );
    const task = getDocument({ data: bytes.slice(), verbosity: 0 });
    await (await task.promise).getPage(1);
    await task.destroy();
    const objects = readObjects(bytes);
    const maps = objects.numbers.flatMap((object) => {
      const font = objects.of({ object })?.value;
      const stream = isDictionary(font) && font.has('ToUnicode') ? objects.of(font.get('ToUnicode'))?.stream : null;
      return stream ? [stream] : [];
    });
    expect(maps).toHaveLength(2);
    for (const map of maps) {
      const plain = await new Response(
        new Blob([map.slice()]).stream().pipeThrough(new DecompressionStream('deflate')),
      ).text();
      for (const letter of 'AzŵŷẁẃẅỳŴŶẀẂẄỲĄłŻžđéÿ‘’“”–—') {
        expect(plain, letter).toContain(`<${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`);
      }
    }
  });

  test('PDF13 a training report says so on every page, and hides no word by it', async () => {
    const report: Report = { ...everything, kind: 'training', running: { ...everything.running, mark: 'TRAINING' } };
    const file = await exported(report);
    const verdict = await checkPdf(file.bytes);
    expect(verdict.artifacts.map((aside) => aside.match(/TRAINING/g)?.length)).toEqual(verdict.artifacts.map(() => 2));
    const marks = file.undrawn.map(({ character }) => character);
    for (const block of expectedBlocks(report, undefined, marks))
      expect(unbroken(verdict.text)).toContain(unbroken(squeezed(block)));
    expect(file.selfCheck).toEqual([]);
  });

  test('PDF15 a title with signs that XML has a meaning for, or forbids, leaves the file in order', async () => {
    const { bytes, selfCheck } = await exported(reportOf([], { title: [{ text: 'R\u0001 & <b>\n(4471) \ud800“x”' }] }));
    const verdict = await checkPdf(bytes);
    expect(verdict.complaints).toBe('');
    expect(verdict.facts.get('Title')).toBe('R & <b> (4471) “x”');
    expect(new TextDecoder().decode(bytes)).toContain('R &amp; &lt;b&gt; (4471) “x”');
    expect(selfCheck).toEqual([]);
  });

  test('PDF15 a file claims to be PDF/UA only where somebody asks for it', async () => {
    const claim = '<pdfuaid:part>1</pdfuaid:part>';
    const [plain, claiming] = await Promise.all([
      exported(reportOf([])),
      exported(reportOf([]), { claimsPdfUa: true }),
    ]);
    expect(new TextDecoder('latin1').decode(plain.bytes)).not.toContain('pdfuaid');
    expect(new TextDecoder('latin1').decode(claiming.bytes)).toContain(claim);
    expect(claiming.selfCheck).toEqual([]);
    expect((await checkPdf(claiming.bytes)).complaints).toBe('');
  });

  test('PDF15 a Welsh report is a Welsh document', async () => {
    const report = reportOf([{ kind: 'paragraph', runs: [{ text: 'Mae hi’n hapus.' }] }], {
      lang: 'cy',
      title: [{ text: 'Asesiad dychwelyd adref, Tŷ Gŵyr' }],
    });
    const { bytes } = await exported(report);
    expect(new TextDecoder('latin1').decode(bytes)).toContain('/Lang (cy)');
    expect((await checkPdf(bytes)).facts.get('Title')).toBe('Asesiad dychwelyd adref, Tŷ Gŵyr');
  });

  test('PDF18 others than the report names may sign', async () => {
    const { bytes } = await exported(reportOf([]), {
      signatories: [{ role: 'iro', label: 'Swyddog adolygu (ŷ)', name: 'Wren' }],
    });
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text).toContain('/T (signature-1-iro) /TU <FEFF');
    expect(text).not.toContain('signature-2-');
    expect((await checkPdf(bytes)).blocks.slice(-2)).toEqual(['Swyddog adolygu (ŷ)', 'Wren']);
  });

  test('PDF1 blocks of every kind may be empty', async () => {
    const report = reportOf(
      [
        { kind: 'paragraph', runs: [] },
        { kind: 'list', ordered: true, items: [] },
        { kind: 'facts', rows: [] },
        { kind: 'table', caption: [], head: [[{ text: 'Only a head' }]], rows: [], rowHeads: true },
        {
          kind: 'table',
          caption: [{ text: 'Wide' }],
          head: Array.from({ length: 7 }, (_, index) => [{ text: `Column ${index}` }]),
          rows: [],
          rowHeads: true,
        },
        { kind: 'panel', tone: 'plain', title: [], body: [[]] },
        { kind: 'heading', level: 2, runs: [{ text: 'Last' }] },
      ],
      { signing: null },
    );
    const file = await exported(report);
    const verdict = await checkPdf(file.bytes);
    expect(verdict.complaints).toBe('');
    expect(verdict.blocks).toEqual(expectedBlocks(report));
    expect(file.selfCheck).toEqual([]);
    expect(verdict.attachments.size).toBe(0);
  });

  test('PDF4 a word, a cell and a list item longer than a page are printed whole', async () => {
    const long = longText(1200);
    const report = reportOf([
      { kind: 'paragraph', runs: [{ text: 'x'.repeat(6000) }] },
      { kind: 'list', ordered: false, items: [[{ text: long }]] },
      { kind: 'facts', rows: [{ name: [{ text: 'Name' }], value: [{ text: long }] }] },
      { kind: 'panel', tone: 'warning', title: [{ text: 'Title' }], body: [[{ text: long }]] },
      {
        kind: 'table',
        caption: [],
        head: [[{ text: 'A' }], [{ text: 'B' }]],
        rowHeads: false,
        rows: [[{ runs: [{ text: long }] }, { runs: [{ text: long }] }]],
      },
    ]);
    const file = await exported(report);
    expect((await checkPdf(file.bytes)).blocks).toEqual(expectedBlocks(report));
    expect(file.selfCheck).toEqual([]);
  });

  test('PDF3 PDF16 draws Greek, Cyrillic, Vietnamese, arrows and ticks in another font, and embeds it then alone', async () => {
    const words = 'Ελένη, Олександр Шевченко, Đặng Thị Mỹ Hương, Ọláyínká: → ✓ ☐ ½ ₴ ≤';
    const report = reportOf([
      { kind: 'paragraph', runs: [{ text: words }] },
      { kind: 'heading', level: 2, runs: [{ text: 'Олена → Łódź' }] },
      { kind: 'facts', rows: [{ name: [{ text: 'Ім’я' }], value: [{ text: words, strong: true }] }] },
    ]);
    const file = await exported(report);
    expect(file.undrawn).toEqual([]);
    expect(file.selfCheck).toEqual([]);
    const verdict = await checkPdf(file.bytes);
    expect(verdict.complaints).toBe('');
    expect(verdict.blocks).toEqual(expectedBlocks(report));
    expect(verdict.squeezedBlocks).toEqual(expectedBlocks(report).map(squeezed));
    expect(verdict.fonts.map(({ name }) => name.slice(7))).toEqual([
      'AtkinsonHyperlegibleNext-Regular',
      'AtkinsonHyperlegibleNext-Bold',
      'HomewardOther-Regular',
      'HomewardOther-Bold',
    ]);
    for (const font of verdict.fonts) expect(font).toMatchObject({ embedded: true, unicode: true });
  });

  test('PDF22 lets others have their turn while it works', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await exported(
      reportOf(Array.from({ length: 40 }, () => ({ kind: 'paragraph', runs: [{ text: longText(1500) }] }))),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('PDF23 without a title or with an unreadable day there is no file', async () => {
    expect(await exportPdf({ ...everything, title: [{ text: ' ' }] })).toMatchObject({
      ok: false,
      problems: [{ code: 'title-missing' }],
    });
    expect(await exportPdf({ ...everything, on: '2026-13-45' })).toMatchObject({
      ok: false,
      problems: [{ code: 'date-unreadable' }],
    });
    expect(await exportPdf(everything, { madeAt: new Date('2040-01-01') })).toMatchObject({
      ok: false,
      problems: [{ code: 'date-unreadable' }],
    });
  });
});
