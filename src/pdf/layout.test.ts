import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure, Report, ReportBlock } from '../model/report.ts';
import { fontOf, readFont, type Measures } from './font-metrics.ts';
import { loadFonts } from './fonts.ts';
import { layOut, type Layout } from './layout.ts';
import { page } from './look.ts';
import { chronology, everything, longText, reportOf, signatories, wideTable } from './sample-reports.suite.ts';
import type { StructureElement } from './structure.ts';

let measures: Measures;
beforeAll(async () => {
  const fonts = await loadFonts();
  measures = { regular: readFont(fonts.regular), bold: readFont(fonts.bold) };
});

function laidOut(report: Report): Layout {
  const steps = layOut(report, { signatories: report.signing?.signatories ?? [], measures, documentId: '4471' });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (level: 2 | 3 | 4, text: string): ReportBlock => ({ kind: 'heading', level, runs: [{ text }] });

const everyElement = (element: StructureElement): StructureElement[] => [
  element,
  ...element.kids.flatMap((kid) => (kid.is === 'element' ? everyElement(kid) : [])),
];
const types = (layout: Layout): string[] => everyElement(layout.structure).map(({ type }) => type);
const pageOf = (layout: Layout, words: string): number =>
  layout.pages.findIndex(({ body }) => body.texts.some(({ text, slot }) => slot !== null && text.includes(words)));

describe('pages', () => {
  test('PDF7 tag a heading that skips a level with the next one down', () => {
    const layout = laidOut(reportOf([heading(4, 'Four'), heading(3, 'Three'), heading(2, 'Two'), heading(4, 'Four')]));
    expect(types(layout).filter((type) => /^H\d/.test(type))).toEqual(['H1', 'H2', 'H3', 'H2', 'H3', 'H2']);
  });

  test('PDF8 read the numbers of a list and only draw its dots', () => {
    const list = (ordered: boolean): Layout =>
      laidOut(reportOf([{ kind: 'list', ordered, items: [[{ text: 'one' }], [{ text: 'two' }]] }], { signing: null }));
    expect(types(list(true)).slice(3)).toEqual(['L', 'LI', 'Lbl', 'LBody', 'LI', 'Lbl', 'LBody']);
    expect(everyElement(list(true).structure).map(({ numbering }) => numbering)).toContain('Decimal');
    expect(types(list(false)).slice(3)).toEqual(['L', 'LI', 'LBody', 'LI', 'LBody']);
    expect(list(false).pages[0]?.body.shapes.filter(({ is }) => is === 'dot')).toHaveLength(2);
  });

  test('PDF9 give each fact its name as the head of its row', () => {
    const fact = { name: [{ text: 'Reference' }], value: [{ text: '4471' }] };
    const layout = laidOut(reportOf([{ kind: 'facts', rows: [fact, fact] }], { signing: null }));
    expect(types(layout).slice(3)).toEqual(['Table', 'TBody', 'TR', 'TH', 'TD', 'TR', 'TH', 'TD']);
    expect(everyElement(layout.structure).filter(({ scope }) => scope === 'Row')).toHaveLength(2);
  });

  test('PDF12 keep a heading with what follows, wherever it falls', () => {
    for (let count = 560; count < 700; count += 14) {
      const layout = laidOut(
        reportOf([
          paragraph(longText(count)),
          heading(2, 'What follows'),
          heading(3, 'Section'),
          paragraph('Followed by this.'),
        ]),
      );
      expect(pageOf(layout, 'What follows')).toBe(pageOf(layout, 'Followed'));
    }
  });

  test('PDF12 begin a page with every stage but the first, and with no heading of a copy for others', () => {
    const body = ['One', 'Two', 'Three'].flatMap((text) => [heading(2, text), paragraph('Said.')]);
    expect(laidOut(reportOf(body, { signing: null })).pages).toHaveLength(3);
    expect(laidOut(reportOf(body, { signing: null, output: 'parents' })).pages).toHaveLength(1);
  });

  test('PDF12 keep the box of each signatory whole, however many sign', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ role: `role-${String(index)}`, label: 'Signature' }));
    const layout = laidOut(
      reportOf([], { signing: { heading: [{ text: 'Signatures' }], statement: [], signatories: many, words: {} } }),
    );
    const shown = layout.fields.filter(({ spare }) => !spare);
    expect(new Set(shown.map(({ page }) => page)).size).toBe(2);
    // Each box has its frame whole around it, on its page.
    for (const field of shown)
      expect(
        layout.pages[field.page]?.body.shapes.some(
          ({ is, y, height }) => is === 'box' && y <= field.y - 9 && y + height >= field.y + field.height + 9,
        ),
      ).toBe(true);
  });

  test('PDF27 draw a mark in the entry of whose it is', () => {
    const entry = (name: string): readonly ReportBlock[] => [
      { kind: 'paragraph', tone: 'quiet', runs: [{ text: name, strong: true }] },
      { kind: 'facts', rows: [{ name: [{ text: 'Role' }], value: [{ text: 'Parent' }] }] },
    ];
    const figure = (of: number): Figure => ({
      anchor: 'agreed',
      side: 'below',
      entry: of,
      title: [],
      alt: `Mark ${String(of)}`,
      picture: { is: 'mark', width: 300, height: 100, strokes: [[10, 10, 200, 90]] },
    });
    const body: readonly ReportBlock[] = [
      { ...heading(4, 'Who signs?'), anchor: 'agreed' } as ReportBlock,
      ...['Juno', 'Ash', 'Wren'].flatMap(entry),
    ];
    const paper = { cover: [], contents: [], figures: [figure(2), figure(0)] };
    const layout = laidOut({ ...reportOf(body, { signing: null }), paper });
    const said = everyElement(layout.structure).flatMap(({ type, alt }) =>
      type === 'Figure' ? [alt] : type === 'Table' ? ['facts'] : [],
    );
    expect(said).toEqual(['facts', 'Mark 0', 'facts', 'facts', 'Mark 2']);
    const at = (words: string): number =>
      layout.pages.flatMap(({ body: { texts } }) => texts).find(({ text }) => text.includes(words))?.y ?? NaN;
    const [first, second] = [...layout.figures.values()].map(({ y }) => y);
    expect([at('Juno'), first, at('Ash'), at('Wren'), second]).toEqual(
      [at('Juno'), first, at('Ash'), at('Wren'), second].toSorted((a, b) => Number(a) - Number(b)),
    );
  });

  test('PDF26 a cover is one page, however much it says', () => {
    const facts = Array.from({ length: 17 }, () => ({ name: [{ text: 'Signatures' }], value: [{ text: 'Somebody' }] }));
    const panel: ReportBlock = {
      kind: 'panel',
      tone: 'plain',
      title: [{ text: 'What this is' }],
      body: [[{ text: longText(40) }]],
    };
    const paper = { cover: [{ kind: 'facts', rows: facts } as const, panel], contents: [], figures: [] };
    const layout = laidOut({ ...reportOf([heading(2, 'One')], { signing: null }), paper });
    expect(pageOf(layout, 'One')).toBe(1);
  });

  test('PDF12 keep what says how to fill in a table with the table', () => {
    const hint: ReportBlock = { kind: 'paragraph', tone: 'quiet', runs: [{ text: 'Write one in each row.' }] };
    for (let count = 560; count < 700; count += 35) {
      const layout = laidOut(reportOf([paragraph(longText(count)), hint, chronology], { signing: null }));
      expect(pageOf(layout, 'Write one')).toBe(pageOf(layout, 'Who said'));
    }
  });

  test('PDF12 leave no line of a paragraph alone', () => {
    for (let count = 560; count < 900; count += 13) {
      const { pages } = laidOut(reportOf([paragraph(longText(count)), paragraph(longText(300))], { signing: null }));
      for (const { body } of pages) {
        const perSlot = new Map<unknown, Set<number>>();
        for (const { slot, y } of body.texts) perSlot.set(slot, (perSlot.get(slot) ?? new Set()).add(y));
        const [first] = perSlot.values();
        expect(first?.size).toBeGreaterThan(0);
        if (body !== pages[0]?.body) for (const ys of perSlot.values()) expect(ys.size).toBeGreaterThan(1);
      }
    }
  });

  test('PDF10 print the head of a table again as an artifact, and tag it once', () => {
    const layout = laidOut(reportOf([chronology]));
    const heads = layout.pages.flatMap(({ body }) =>
      body.texts.filter(({ text }) => text.trim().startsWith('Who said')),
    );
    expect(heads.length).toBeGreaterThan(2);
    expect(heads.map(({ slot }) => slot !== null)).toEqual(heads.map((_, index) => index === 0));
    expect(types(layout).filter((type) => type === 'THead')).toHaveLength(1);
  });

  test('PDF10 print cells beyond the head', () => {
    const cell = (text: string) => ({ runs: [{ text }] });
    const layout = laidOut(
      reportOf([
        {
          kind: 'table',
          caption: [],
          head: [[{ text: 'One' }]],
          rowHeads: false,
          rows: [[cell('first'), cell('beyond')]],
        },
      ]),
    );
    expect(pageOf(layout, 'beyond')).toBe(0);
  });

  test('PDF11 turn a wide table into cards that stay a table for those who listen', () => {
    const layout = laidOut(reportOf([wideTable]));
    const all = everyElement(layout.structure);
    expect(all.filter(({ type, scope }) => type === 'TH' && scope === 'Column')).toHaveLength(12);
    expect(all.filter(({ type }) => type === 'TR').map(({ kids }) => kids.length)).toEqual(
      Array.from({ length: 7 }, () => 12),
    );
    const names = layout.pages.flatMap(({ body }) => body.texts.filter(({ text }) => text === 'Cost code'));
    expect(names.map(({ slot }) => slot !== null)).toEqual([true, false, false, false, false, false]);
  });

  test('PDF11 turn a table into cards whose longest words do not fit side by side', () => {
    const word = { runs: [{ text: 'Llanfairpwllgwyngyllgogerychwyrndrobwll' }] };
    const table: ReportBlock = {
      kind: 'table',
      caption: [],
      head: ['a', 'b', 'c'].map((text) => [{ text }]),
      rowHeads: false,
      rows: [[word, word, word]],
    };
    const placed = laidOut(reportOf([table])).pages[0]?.body.texts.filter(({ text }) => text.startsWith('Llan')) ?? [];
    expect(new Set(placed.map(({ x }) => x)).size).toBe(1);
    expect(new Set(placed.map(({ y }) => y)).size).toBe(3);
  });

  test('PDF4 PDF13 draw nothing beyond the margins, and no words of the body over head or foot', () => {
    const layout = laidOut({ ...everything, running: { ...everything.running, mark: 'TRAINING' } });
    for (const { body, running } of layout.pages) {
      const edges = running.shapes.filter(({ is }) => is === 'line').map(({ y }) => y);
      for (const { text, x, y, size, ...face } of body.texts) {
        const font = fontOf(measures, face);
        const width = Array.from(text.trimEnd()).reduce(
          (sum, letter) => sum + (font.advance(letter.codePointAt(0) ?? 0) * size) / 1000,
          0,
        );
        expect(x).toBeGreaterThanOrEqual(page.left - 0.01);
        expect(x + width).toBeLessThanOrEqual(page.width - page.right + 0.5);
        expect(y - size).toBeGreaterThan(Math.min(...edges));
        expect(y).toBeLessThan(Math.max(...edges));
      }
    }
  });

  test('PDF13 number every page', () => {
    const layout = laidOut(everything);
    expect(
      layout.pages.map(({ running }) => running.texts.some(({ text }) => text.endsWith(`of ${layout.pages.length}`))),
    ).not.toContain(false);
  });

  test('PDF12 keep a short answer with its note, wherever they fall', () => {
    for (let before = 20; before < 34; before += 1) {
      const lines = Array.from({ length: before }, () => paragraph('A line.'));
      const layout = laidOut(
        reportOf([...lines, paragraph('Yes'), { kind: 'paragraph', tone: 'note', runs: [{ text: 'Seen.' }] }], {
          signing: null,
        }),
      );
      expect(pageOf(layout, 'Seen'), `after ${before} lines`).toBe(pageOf(layout, 'Yes'));
    }
  });

  test('PDF12 do without a last page of a few lines in a copy for others, and in nothing else', () => {
    const parts = Array.from({ length: 11 }, (_, index) => [
      heading(3, `Part ${String(index)}`),
      paragraph('Said in a line.'),
    ]);
    const pagesOf = (output: Report['output'], count: number): number =>
      laidOut(reportOf([...parts.flat(), paragraph(longText(count))], { signing: null, output })).pages.length;
    const counts = Array.from({ length: 12 }, (_, index) => 20 * index);
    const over = counts.filter((count) => pagesOf('full', count) === 2 && pagesOf('parents', count) === 1);
    expect(over.length).toBeGreaterThan(1);
    expect(pagesOf('parents', 600)).toBeGreaterThan(1);
  });

  test('PDF26 keep what one person writes on a form together, wherever it falls', () => {
    const line = (text: string): ReportBlock => ({ kind: 'paragraph', runs: [{ text }], lines: 1 });
    const asked = (text: string): readonly ReportBlock[] => [
      { kind: 'paragraph', tone: 'quiet', runs: [{ text, strong: true }] },
      ...['Name', 'Role', 'Signature', 'Day'].map((each) => line(`${each} ${text}`)),
    ];
    for (let before = 8; before < 22; before += 1) {
      const lines = Array.from({ length: before }, () => paragraph('A line.'));
      const layout = laidOut(
        reportOf([...lines, ...asked('first'), ...asked('second')], { signing: null, output: 'blank' }),
      );
      for (const which of ['first', 'second'])
        expect(pageOf(layout, `Day ${which}`), `after ${before} lines`).toBe(pageOf(layout, `Name ${which}`));
    }
  });

  test('PDF12 keep a quote with its title and with who said it, wherever they fall', () => {
    const quoted: readonly ReportBlock[] = [
      { kind: 'paragraph', tone: 'quiet', runs: [{ text: 'Title of it', strong: true }] },
      { kind: 'paragraph', tone: 'quote', runs: [{ text: 'Smelt of drink' }] },
      { kind: 'paragraph', tone: 'cited', runs: [{ text: 'A nursery' }] },
    ];
    for (let before = 20; before < 34; before += 1) {
      const lines = Array.from({ length: before }, () => paragraph('A line.'));
      const layout = laidOut(reportOf([...lines, ...quoted], { signing: null }));
      const [title, ...rest] = ['Title of it', 'Smelt of drink', 'A nursery'].map((words) => pageOf(layout, words));
      expect(rest, `after ${before} lines`).toEqual([title, title]);
    }
  });

  test('PDF12 keep a signatory together with the box', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      role: 'professional',
      label: `Signatory ${index + 1}`,
      name: `Name ${index + 1}`,
    }));
    const layout = laidOut(
      reportOf([], { signing: { heading: [{ text: 'Signatures' }], statement: [], words: {}, signatories: many } }),
    );
    expect(layout.pages.length).toBeGreaterThan(1);
    many.forEach(({ label }, index) => {
      expect(pageOf(layout, label)).toBe(layout.fields[index]?.page);
    });
  });

  test('PDF3 say where a character could not be drawn', () => {
    const layout = laidOut(
      reportOf([heading(2, 'Who'), paragraph('x'), { kind: 'facts', rows: [{ name: [{ text: '→' }], value: [] }] }], {
        signing: null,
      }),
    );
    expect(layout.undrawn).toEqual([
      { character: '→', mark: '[U+2192]', place: { part: 'body', block: 2, under: 'Who' } },
    ]);
  });

  test('PDF3 list a character once that a repeated head prints often', () => {
    const table = { ...chronology, head: [[{ text: '→' }], ...chronology.head.slice(1)] };
    expect(laidOut(reportOf([table])).undrawn).toHaveLength(1);
    expect(
      laidOut(reportOf([{ ...wideTable, head: [[{ text: '→' }], ...wideTable.head.slice(1)] }])).undrawn,
    ).toHaveLength(1);
  });

  test('PDF18 make a box for each signatory, 300 to 500 points wide, and two spare fields without one', () => {
    const { fields } = laidOut(everything);
    expect(fields.map(({ name }) => name)).toEqual([
      'signature-1-social-worker',
      'signature-2-team-manager',
      'signature-3-parent',
      'signature-spare-1',
      'signature-spare-2',
    ]);
    expect(fields.map(({ width, height }) => [width, height])).toEqual([
      [340, 90],
      [340, 90],
      [340, 90],
      [0, 0],
      [0, 0],
    ]);
    expect(signatories).toHaveLength(3);
  });
});
