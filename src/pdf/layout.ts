import type { Report, ReportBlock, Signatory } from '../model/report.ts';
import { Headings, listStrips, panelStrips, paragraphStrips } from './blocks.ts';
import type { Measures } from './font-metrics.ts';
import { page, styles, teal, textWidth } from './look.ts';
import { Pages, type Drawing, type OutlineEntry, type Placement } from './pages.ts';
import { setRunning } from './running.ts';
import { signatureFields, signingStrips, type SignatureField } from './signing-block.ts';
import { lineStrips, setText, type Desk, type Strip } from './strips.ts';
import { StructureTree, type StructureElement } from './structure.ts';
import { boxStrips, writingStrips } from './writing.ts';
import { factsStrips, tableStrips } from './tables.ts';
import { isBlank, type TextPlace, type UndrawnText } from './text.ts';

export interface PlacedPage {
  readonly body: Drawing;
  /** Head, foot, page number and mark: artifacts all. */
  readonly running: Drawing;
}

export interface PlacedField extends SignatureField, Placement {}

/** Everything that is drawn, where, and what it means. */
export interface Layout {
  readonly pages: readonly PlacedPage[];
  readonly structure: StructureElement;
  readonly outline: readonly OutlineEntry[];
  readonly fields: readonly PlacedField[];
  readonly undrawn: readonly UndrawnText[];
}

/**
 * `report` on A4 pages. Pure: the same report and measures give the same layout.
 *
 * A generator, so that the caller can let others have their turn: it pauses after every strip of the page.
 */
export function* layOut(
  report: Report,
  signatories: readonly Signatory[],
  measures: Measures,
): Generator<undefined, Layout> {
  const undrawn: UndrawnText[] = [];
  let place: TextPlace = { part: 'title' };
  const tree = new StructureTree();
  const desk: Desk = {
    measures,
    tree,
    lang: report.lang,
    onUndrawn: (character, mark) => undrawn.push({ character, mark, place }),
  };
  const headings = new Headings();
  const fields = signatureFields(signatories);

  place = { part: 'running' };
  const running = setRunning(desk, report.running);
  const pages = new Pages(running.top, running.bottom);

  place = { part: 'title' };
  pages.put(headings.strips(desk, 1, report.title));
  place = { part: 'subtitle' };
  if (!isBlank(report.subtitle)) {
    const set = setText(desk, report.subtitle, styles.subtitle, textWidth, tree.add(tree.root, 'P'));
    pages.put(lineStrips(desk, set, 0, { keep: true }));
  }
  pages.put([titleRule]);

  let under: string | undefined;
  for (const [block, each] of report.body.entries()) {
    if (each.kind === 'heading') under = each.runs.map(({ text }) => text).join('');
    place = { part: 'body', block, ...(under === undefined ? {} : { under }) };
    for (const strip of blockStrips(desk, headings, each)) {
      pages.put([strip]);
      yield;
    }
  }
  place = { part: 'signing' };
  pages.put(signingStrips(desk, headings, report.signing, signatories, fields));

  const done = pages.finish();
  const last = done.pages.length - 1;
  return {
    pages: done.pages.map((body, index) => ({ body, running: running.on(index + 1, done.pages.length) })),
    structure: tree.root,
    outline: done.outline,
    fields: fields.map((field) => ({
      ...field,
      ...(done.fields.get(field.name) ?? { page: last, x: 0, y: page.height, width: 0, height: 0 }),
    })),
    undrawn,
  };
}

const titleRule: Strip = {
  height: 12,
  texts: [],
  shapes: [{ is: 'line', x: 0, y: 8, width: textWidth, height: 0, stroke: teal, weight: 2.5 }],
  space: 0,
  keep: false,
};

function blockStrips(desk: Desk, headings: Headings, block: ReportBlock): Iterable<Strip> {
  switch (block.kind) {
    case 'heading':
      return headings.strips(desk, block.level, block.runs);
    case 'paragraph':
      return block.lines === undefined
        ? paragraphStrips(desk, block)
        : writingStrips(desk, block.runs, paragraphStrips(desk, block, true), block.lines);
    case 'list':
      return block.boxes ? boxStrips(desk, block.items) : listStrips(desk, block);
    case 'facts':
      return factsStrips(desk, block);
    case 'table':
      return tableStrips(desk, block);
    case 'panel':
      return panelStrips(desk, block);
  }
}
