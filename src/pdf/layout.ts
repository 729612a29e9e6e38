import type { Figure, Report, ReportBlock, Signatory } from '../model/report.ts';
import { Headings, listStrips, panelStrips, paragraphStrips } from './blocks.ts';
import { entryOf, entryStrips } from './entries.ts';
import { figureStrips } from './figures.ts';
import type { Measures } from './font-metrics.ts';
import {
  closer,
  contentsStrips,
  Copied,
  coverStrips,
  coverTitleStrips,
  logoStrips,
  pagesWithoutContents,
} from './front.ts';
import { page, styles, teal, textWidth } from './look.ts';
import { Pages, type Drawing, type OutlineEntry, type PlacedLink, type Placement, type PutPages } from './pages.ts';
import { setRunning } from './running.ts';
import { signatureFields, signingStrips, type SignatureField } from './signing-block.ts';
import { lineStrips, setText, type Desk, type Strip } from './strips.ts';
import { StructureTree, type StructureElement } from './structure.ts';
import { boxStrips, lastKept, leadsTo, RoomToWrite, writingStrips } from './writing.ts';
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
  readonly figures: ReadonlyMap<StructureElement, Placement>;
  readonly links: readonly PlacedLink[];
  readonly undrawn: readonly UndrawnText[];
}

/** What a layout needs besides the report. */
export interface LayoutChoice {
  readonly signatories: readonly Signatory[];
  readonly measures: Measures;
  /** Printed at the foot of every page that names its document. */
  readonly documentId: string;
}

/**
 * `report` on A4 pages. Pure: the same report and measures give the same layout.
 *
 * A generator, so that the caller can let others have their turn: it pauses after every strip of the page.
 */
export function* layOut(report: Report, choice: LayoutChoice): Generator<undefined, Layout> {
  const { signatories, measures, documentId } = choice;
  const undrawn: UndrawnText[] = [];
  let place: TextPlace = { part: 'title' };
  const tree = new StructureTree();
  const desk: Desk = {
    measures,
    tree,
    lang: report.lang,
    continued: report.running.continued ?? '',
    onUndrawn: (character, mark) => undrawn.push({ character, mark, place }),
  };
  // A copy for others is a page or two: only a stage, and what is handed out on a sheet of its own, begins a page.
  const headings = new Headings(0, report.output === 'full' || report.output === 'blank');
  const fields = signatureFields(signatories);

  place = { part: 'running' };
  const running = setRunning(desk, report.running, documentId);
  const newPages = (): Pages => new Pages(running.top, running.bottom);

  place = { part: 'title' };
  const cover = report.paper ? newPages() : null;
  const copied = report.output !== 'full' && report.output !== 'blank';
  const pages = copied ? new Copied(newPages) : newPages();
  if (cover && report.paper) {
    const title = coverTitleStrips(desk, headings, report);
    place = { part: 'cover' };
    const logo = report.paper.logo ? logoStrips(desk, report.paper.logo) : [];
    const facts = coverStrips(
      report.paper.cover,
      (block) => blockStrips(desk, headings, block),
      (block) => factsStrips(desk, block, { name: styles.coverName, fact: styles.coverFact }),
    );
    cover.put(closer([...title, ...logo, ...facts], cover.height));
  } else pages.put(titleStrips(desk, headings, report));
  yield;

  // Here the contents stand in the tree, made once the pages of all headings are known.
  const afterCover = tree.root.kids.length;
  let under: string | undefined;
  let entered = false;
  const room = new RoomToWrite();
  let [anchor, entryNumber]: [string | undefined, number] = [undefined, 0];
  for (const [block, each] of report.body.entries()) {
    if (entered) {
      entered = false;
      continue;
    }
    if (each.kind === 'heading') {
      under = each.runs.map(({ text }) => text).join('');
      [anchor, entryNumber] = [each.anchor, 0];
    }
    place = { part: 'body', block, ...(under === undefined ? {} : { under }) };
    const entry = entryOf(each, report.body[block + 1]);
    entered = entry !== null;
    pages.put(figuresAt(desk, report, each, 'above', pages.height));
    const next = report.body[block + 1];
    const strips = entry
      ? entryStrips(desk, ...entry, picturesIn(report, anchor, entryNumber++))
      : blockStrips(desk, headings, each, next?.kind === 'table');
    const stays = report.output === 'blank' ? room.goesOn(each, next) || leadsTo(each, next) : isNoted(each, next);
    for (const strip of stays ? lastKept(strips) : strips) {
      pages.put([strip]);
      yield;
    }
    pages.put(figuresAt(desk, report, each, 'below', pages.height));
  }
  place = { part: 'signing' };
  pages.put(signingStrips(desk, headings, report.signing, signatories, fields, pages.height));

  const body = pages.finish();
  const front = cover ? [cover.finish()] : [];
  const frontCount = front.reduce((sum, part) => sum + part.pages.length, 0);
  const needed = report.paper && frontCount + body.pages.length > pagesWithoutContents;
  const contents = needed
    ? [contentsPages({ ...desk, onUndrawn: () => undefined }, report, newPages, body.outline, frontCount, afterCover)]
    : [];
  const done = joined([...front, ...contents, body]);
  const last = done.pages.length - 1;
  return {
    ...done,
    pages: done.pages.map((drawing, index) => ({
      body: drawing,
      running: running.on(index + 1, done.pages.length, index >= frontCount),
    })),
    structure: tree.root,
    fields: fields.map((field) => ({
      ...field,
      ...(done.fields.get(field.name) ?? { page: last, x: 0, y: page.height, width: 0, height: 0 }),
    })),
    undrawn,
  };
}

/** Title and subtitle of a document without a cover. */
function titleStrips(desk: Desk, headings: Headings, { title, subtitle }: Report): Strip[] {
  const strips = headings.strips(desk, 1, title);
  if (isBlank(subtitle)) return [...strips, titleRule];
  const set = setText(desk, subtitle, styles.subtitle, textWidth, desk.tree.add(desk.tree.root, 'P'));
  return [...strips, ...lineStrips(desk, set, 0, { keep: true }), titleRule];
}

const titleRule: Strip = {
  height: 12,
  texts: [],
  shapes: [{ is: 'line', x: 0, y: 8, width: textWidth, height: 0, stroke: teal, weight: 2.5 }],
  space: 0,
  keep: false,
};

/** With fewer sections than these, contents of these alone would say too little. */
const fewSections = 8;

/** The contents, whose own pages push on those that they name: made again until they name the right ones. */
function contentsPages(
  desk: Desk,
  report: Report,
  newPages: () => Pages,
  outline: readonly OutlineEntry[],
  before: number,
  at: number,
): PutPages {
  const { root } = desk.tree;
  const end = root.kids.length;
  // The questions are named too, unless sections say enough and questions would fill another page.
  let deepest: 3 | 4 = 4;
  let close = false;
  let open = 0;
  for (let count = 1; ;) {
    const pages = newPages();
    pages.put(new Headings(1).strips(desk, 2, report.paper?.contents ?? []));
    const entries = outline.map((entry) => ({ ...entry, page: entry.page + before + count }));
    pages.put(contentsStrips(desk, entries, { deepest, close }, desk.tree.add(root, 'TOC')));
    const put = pages.finish();
    const made = root.kids.splice(end);
    if (put.pages.length === count) {
      root.kids.splice(at, 0, ...made);
      return put;
    }
    const few = outline.filter(({ level }) => level === 3).length < fewSections;
    if (deepest === 4 && !few) deepest = 3;
    // A last page of a few lines looks like a mistake: one page less is tried, with less room between lines.
    else if (!close && open === 0) [close, count, open] = [true, put.pages.length - 1, put.pages.length];
    else [close, count] = [false, Math.max(open, put.pages.length)];
  }
}

/** Parts of a document one after the other. */
function joined(parts: readonly PutPages[]): PutPages {
  let before = 0;
  const shifted = parts.map(({ pages, outline, fields, figures, links }) => {
    const by = before;
    before += pages.length;
    const moved = <T extends { readonly page: number }>(place: T): T => ({ ...place, page: place.page + by });
    return {
      pages,
      outline: outline.map(moved),
      fields: [...fields].map(([name, place]) => [name, moved(place)] as const),
      figures: [...figures].map(([figure, place]) => [figure, moved(place)] as const),
      links: links.map(moved),
    };
  });
  return {
    pages: shifted.flatMap(({ pages }) => pages),
    outline: shifted.flatMap(({ outline }) => outline),
    fields: new Map(shifted.flatMap(({ fields }) => fields)),
    figures: new Map(shifted.flatMap(({ figures }) => figures)),
    links: shifted.flatMap(({ links }) => links),
  };
}

/** Whether `next` is the note to a short answer: neither says much without the other. */
const isNoted = (block: ReportBlock, next: ReportBlock | undefined): boolean =>
  block.kind === 'paragraph' &&
  next?.kind === 'paragraph' &&
  next.tone === 'note' &&
  block.runs.reduce((sum, { text }) => sum + text.length, 0) < 200;

/** The pictures on one side of a heading. */
function figuresAt(
  desk: Desk,
  { paper }: Report,
  block: ReportBlock,
  side: 'above' | 'below',
  highest: number,
): Strip[] {
  if (!paper || block.kind !== 'heading' || block.anchor === undefined) return [];
  return paper.figures
    .filter((figure) => figure.anchor === block.anchor && figure.side === side && figure.entry === undefined)
    .flatMap((figure) => figureStrips(desk, figure, highest));
}

/** The pictures in an entry under a heading. */
const picturesIn = ({ paper }: Report, anchor: string | undefined, entry: number): readonly Figure[] =>
  paper?.figures.filter((figure) => figure.anchor === anchor && figure.entry === entry) ?? [];

/** `above`: a table comes next, and quiet words that say how to read or fill it in stay with it. */
function blockStrips(desk: Desk, headings: Headings, block: ReportBlock, above = false): Iterable<Strip> {
  switch (block.kind) {
    case 'heading':
      return headings.strips(desk, block.level, block.runs);
    case 'paragraph':
      return block.lines === undefined
        ? paragraphStrips(desk, block, (above && block.tone === 'quiet') || undefined)
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
