import type { ReportBlock, Runs } from '../model/report.ts';
import { edge, styles, textWidth } from './look.ts';
import { lineStrips, placed, setText, together, type Desk, type SetText, type Shape, type Strip } from './strips.ts';
import { isBlank, widthOf } from './text.ts';

/** As far apart as handwriting needs. */
const leading = 25;

/** So many lines to write on are not parted. */
const wholeLines = 6;

/** Below the words of a table's row on a form to fill in by hand. */
export const roomInRow = 15;

/** The least width of an empty column on such a form. */
export const roomInColumn = 110;

const rule = (x: number, y: number): Shape => ({
  is: 'line',
  x,
  y,
  width: textWidth - x,
  height: 0,
  stroke: edge,
  weight: 0.6,
});

/**
 * Words with `count` lines to write on: the first goes on behind the words where they leave it a third of the width.
 * Lines are drawn, and read by nobody.
 */
export function writingStrips(desk: Desk, runs: Runs, words: readonly Strip[], count: number): Strip[] {
  const last = words.at(-1);
  const end = last ? endOf(desk, last) + 6 : textWidth;
  const joins = count > 0 && end < (textWidth * 2) / 3 && !isBlank(runs);
  const beside =
    last && joins
      ? [{ ...last, height: last.height + 4, shapes: [...last.shapes, rule(end, last.height)] }]
      : last
        ? [last]
        : [];
  const below = count - (joins ? 1 : 0);
  const lines = Array.from({ length: below }, (_, index): Strip => ({
    height: leading,
    texts: [],
    shapes: [rule(0, leading - 4)],
    space: 0,
    keep: index < Math.min(below, wholeLines) - 1 || index === below - 2,
  }));
  const above = [...words.slice(0, -1), ...beside];
  return [...together(above, below > 0), ...lines];
}

/** Whether of a form `block` says what to do with what follows it, or is what the boxes after it are about. */
export const leadsTo = (block: ReportBlock, next: ReportBlock | undefined): boolean =>
  (block.kind === 'paragraph' && block.lines === undefined) || (next?.kind === 'list' && next.boxes === true);

/** The most lines to write on that are kept together. */
const mostLines = 12;

/** Keeps of a form what one person writes one after the other, such as a name, a role, a signature and a day. */
export class RoomToWrite {
  #lines = 0;

  /** Whether the lines of `next` go on from `block`. */
  goesOn(block: ReportBlock, next: ReportBlock | undefined): boolean {
    const lines = linesOf(block);
    this.#lines = lines === 0 ? 0 : this.#lines + lines;
    const boxes = block.kind === 'list' && block.boxes === true;
    return (boxes || lines > 0) && linesOf(next) > 0 && this.#lines + linesOf(next) <= mostLines;
  }
}

const linesOf = (block: ReportBlock | undefined): number => (block?.kind === 'paragraph' ? (block.lines ?? 0) : 0);

/** `strips`, the last of which stays with what follows. */
export function* lastKept(strips: Iterable<Strip>): Generator<Strip> {
  let before: Strip | null = null;
  for (const strip of strips) {
    if (before) yield before;
    before = strip;
  }
  if (before) yield { ...before, keep: true };
}

/** Where the words of a strip end. */
const endOf = ({ measures }: Desk, { texts }: Pick<Strip, 'texts'>): number =>
  Math.max(
    0,
    ...texts.map(
      ({ text, x, bold, size }) => x + widthOf(text.trimEnd(), bold ? measures.bold : measures.regular, size),
    ),
  );

const boxRoom = 17;
/** Boxes of so many lines stay on one page. */
const wholeBoxes = 10;
const gap = 22;

/** Items with boxes to tick, as many beside each other as a line takes. */
export function boxStrips(desk: Desk, items: readonly Runs[]): Strip[] {
  const shown = items.filter((item) => !isBlank(item));
  if (shown.length === 0) return [];
  const list = desk.tree.add(desk.tree.root, 'L');
  const style = styles.fact;
  const rows: { readonly set: SetText; readonly x: number }[][] = [[]];
  let used = 0;
  for (const runs of shown) {
    const owner = desk.tree.add(desk.tree.add(list, 'LI'), 'LBody');
    const set = setText(desk, runs, style, textWidth - boxRoom, owner);
    const [line] = set.lines;
    const width = boxRoom + (line ? endOf(desk, { texts: placed(desk, set, 0, 0, 0) }) : 0);
    const isOwnRow = set.lines.length > 1;
    if (used > 0 && (isOwnRow || used + width > textWidth)) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ set, x: used });
    used = isOwnRow ? textWidth : used + width + gap;
  }
  const strips = rows.flatMap((row, index) => boxRow(desk, row, index === 0 ? 6 : 3));
  return strips.map((strip, index) => ({
    ...strip,
    keep: strip.keep || (strips.length <= wholeBoxes && index < strips.length - 1),
  }));
}

function boxRow(desk: Desk, row: readonly { readonly set: SetText; readonly x: number }[], space: number): Strip[] {
  const [first] = row;
  if (!first) return [];
  const { leading: height } = first.set.style;
  const boxes = row.map(({ x }): Shape => ({
    is: 'box',
    x: x + 0.5,
    y: height / 2 - 4.7,
    width: 9.5,
    height: 9.5,
    stroke: edge,
    weight: 0.9,
  }));
  const rest = lineStrips(desk, first.set, boxRoom, { keep: false }).slice(1);
  return [
    {
      height,
      texts: row.flatMap(({ set, x }) => placed(desk, set, 0, x + boxRoom, 0)),
      shapes: boxes,
      space,
      keep: rest.length > 0,
    },
    ...rest,
  ];
}
