import type { Figure, ReportBlock, Runs } from '../model/report.ts';
import { figureStrips } from './figures.ts';
import { ground, line, styles, textWidth } from './look.ts';
import { gutter, rowStrips } from './rows.ts';
import { widthsOf } from './lines.ts';
import {
  asArtifact,
  lineStrips,
  padding,
  setAgain,
  setText,
  together,
  type Desk,
  type Frame,
  type SetText,
  type Shape,
  type Strip,
} from './strips.ts';
import { drawnRuns } from './text.ts';

type Facts = Extract<ReportBlock, { kind: 'facts' }>;
type Paragraph = Extract<ReportBlock, { kind: 'paragraph' }>;

/** Entries up to this height are not broken over pages. */
const wholeEntry = 190;
/** Two rows of more than this are parted wherever a page ends. */
const highRows = 110;
/** A higher picture within an entry is drawn smaller. */
const highestPicture = 300;
const inset = 12;
const columns = 3;
const columnWidth = (textWidth - 2 * inset) / columns;
const rule: Shape = { is: 'line', x: inset, y: 0, width: textWidth - 2 * inset, height: 0, stroke: line, weight: 0.4 };

/** The title of an entry where `block` is one, with the facts that follow it. */
export function entryOf(block: ReportBlock, next: ReportBlock | undefined): readonly [Paragraph, Facts] | null {
  const titled = block.kind === 'paragraph' && block.tone === 'quiet' && block.runs.every((run) => run.strong);
  return titled && next?.kind === 'facts' && next.rows.length > 0 ? [block, next] : null;
}

/** One of many of a kind, such as an event or a person: its title on a band, its facts and pictures in one frame with it. */
export function entryStrips(
  desk: Desk,
  { runs }: { readonly runs: Runs },
  facts: Facts,
  pictures: readonly Figure[] = [],
): Strip[] {
  const frame: Frame = { x: 0, width: textWidth, stroke: line };
  const band = (height: number): Shape => ({ is: 'box', x: 0, y: 0, width: textWidth, height, fill: ground });
  const titled = (set: SetText): Strip[] =>
    [
      padding(4, frame, { keep: true, space: 9 }),
      ...lineStrips(desk, set, inset, { keep: true, frame }),
      padding(5, frame, { keep: true }),
    ].map((strip): Strip => ({ ...strip, keep: true, shapes: [band(strip.height)] }));
  const plain = runs.map(({ strong: _, ...run }) => run);
  const width = textWidth - 2 * inset;
  const title = titled(setText(desk, plain, styles.entryTitle, width, desk.tree.add(desk.tree.root, 'P')));
  const rows = setRows(desk, facts).map((cells, index, all) => {
    const names = rowStrips(
      desk,
      cells.map(({ name, x }) => ({ set: name, x })),
      3.5,
      0,
      {},
    );
    const values = rowStrips(
      desk,
      cells.map(({ value, x }) => ({ set: value, x })),
      0,
      4,
      {},
    );
    const strips = [...together(names, true), ...values].map((strip): Strip => ({ ...strip, frame }));
    const last = strips.length - 1;
    return index === all.length - 1
      ? strips
      : strips.map((strip, at) => (at === last ? { ...strip, shapes: [{ ...rule, y: strip.height }] } : strip));
  });
  const whole = heightOf(rows.flat()) < wholeEntry;
  const repeat = titled(setAgain(desk, plain, styles.entryTitle, width)).map(asArtifact);
  const drawn = pictures.flatMap((picture) => together(figureStrips(desk, picture, highestPicture), true));
  return [
    ...title,
    ...rows.flatMap((row, index) =>
      row.map((strip, at): Strip => {
        // Neither the first nor the last row stands alone at the edge of a page, unless they are high.
        const beside = heightOf([...row, ...(rows[index + 1] ?? [])]) < highRows;
        const kept = whole || index === rows.length - 1 || (beside && (index === 0 || index === rows.length - 2));
        // The last fact says what the pictures are.
        const leads = drawn.length > 0 && index === rows.length - 1;
        return { ...strip, keep: strip.keep || (at === row.length - 1 && (kept || leads)), repeat };
      }),
    ),
    ...drawn.map((strip): Strip => ({ ...movedIn(strip), space: 0, frame })),
    padding(3, frame, { keep: false }),
  ];
}

const movedIn = (strip: Strip): Strip => ({
  ...strip,
  shapes: strip.shapes.map((shape) => ({ ...shape, x: shape.x + inset })),
  texts: strip.texts.map((text) => ({ ...text, x: text.x + inset })),
});

const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, { height }) => sum + height, 0);

interface SetFact {
  readonly name: SetText;
  readonly value: SetText;
  readonly x: number;
}

/** Names over their values: short ones side by side, a longer one as wide as it needs. */
function setRows(desk: Desk, { rows }: Facts): readonly (readonly SetFact[])[] {
  const body = desk.tree.add(desk.tree.add(desk.tree.root, 'Table'), 'TBody');
  const set: SetFact[][] = [];
  let used = columns;
  for (const { name, value } of rows) {
    const wide = spanOf(desk, value);
    if (used + wide > columns) {
      set.push([]);
      used = 0;
    }
    const row = desk.tree.add(body, 'TR');
    const width = wide * columnWidth - gutter;
    set.at(-1)?.push({
      name: setText(desk, name, styles.entryName, width, desk.tree.add(row, 'TH', { scope: 'Row' })),
      value: setText(desk, value, styles.fact, width, desk.tree.add(row, 'TD')),
      x: inset + used * columnWidth,
    });
    used += wide;
  }
  return set;
}

/** How many columns a value needs to stand on one line; all of them where it never does. */
function spanOf(desk: Desk, value: Runs): number {
  const drawn = drawnRuns(value, desk.measures, false, () => undefined);
  const { natural } = widthsOf(drawn, desk.measures, styles.fact.size);
  const wide = Math.ceil((natural + gutter) / columnWidth);
  return Math.max(1, Math.min(columns, wide));
}
