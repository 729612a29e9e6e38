import type { ReportBlock, Runs } from '../model/report.ts';
import { edge, line, styles, teal, textWidth, type TextStyle } from './look.ts';
import { gutter, rowStrips } from './rows.ts';
import {
  asArtifact,
  padding,
  setAgain,
  setText,
  type Desk,
  type Frame,
  type SetText,
  type Shape,
  type Strip,
} from './strips.ts';
import type { StructureElement } from './structure.ts';

type Table = Extract<ReportBlock, { kind: 'table' }>;

/** Cards up to this height are not broken over pages. */
const wholeCard = 300;
const inset = 12;
const nameWidth = textWidth * 0.34;
const valueWidth = textWidth - nameWidth - 2 * inset;
const pairRule: Shape = {
  is: 'line',
  x: inset,
  y: 0,
  width: textWidth - 2 * inset,
  height: 0,
  stroke: line,
  weight: 0.4,
};
const headStyle: TextStyle = { ...styles.fact, bold: true, colour: teal };
const cardFrame: Frame = { x: 0, width: textWidth, stroke: edge };

/**
 * Each row as a card that names every value.
 *
 * The tags stay those of a table: the names on the first card are its head cells, and the names on later cards
 * are artifacts, as a table head is that is printed again. So who listens can still move by row and column, and
 * no word is read twice.
 */
export function* cardStrips(desk: Desk, { head, rows, rowHeads }: Table, owner: StructureElement): Generator<Strip> {
  const headRow = desk.tree.add(desk.tree.add(owner, 'THead'), 'TR');
  const first = head.map((runs) => setName(desk, runs, desk.tree.add(headRow, 'TH', { scope: 'Column' })));
  const body = rows.length > 0 ? desk.tree.add(owner, 'TBody') : null;
  // A table without rows shows its names all the same.
  const shownRows = body ? rows : [[]];
  for (const [index, cells] of shownRows.entries()) {
    const row = body ? desk.tree.add(body, 'TR') : null;
    const silent = { ...desk, onUndrawn: () => undefined };
    const names = index === 0 ? first : head.map((runs) => setName(silent, runs, null));
    const values = head.map((_, column) => {
      const isHead = rowHeads && column === 0;
      const element = row && desk.tree.add(row, isHead ? 'TH' : 'TD', isHead ? { scope: 'Row' } : {});
      return setText(desk, cells[column]?.runs ?? [], isHead ? headStyle : styles.fact, valueWidth, element);
    });
    const again = rowHeads ? setAgain(desk, cells[0]?.runs ?? [], headStyle, valueWidth) : null;
    yield* oneCard(desk, names, values, again, index === 0 ? 0 : 10);
  }
}

function setName(desk: Desk, runs: Runs, element: StructureElement | null): SetText {
  return setText(desk, runs, styles.factName, nameWidth - gutter, element);
}

/** Names and values below each other; on each further page the first pair again when it says which card this is. */
function oneCard(
  desk: Desk,
  names: readonly SetText[],
  values: readonly SetText[],
  /** The first value as it is printed again where it says which card this is. */
  again: SetText | null,
  space: number,
): Strip[] {
  const frame: Frame = { ...cardFrame };
  const pairs = values.map((value, column) => {
    const name = names[column];
    const cells = [...(name ? [{ set: name, x: inset }] : []), { set: value, x: inset + nameWidth }];
    const strips = rowStrips(desk, cells, 3, 3, {});
    const ruled = column < values.length - 1;
    return strips.map((strip, at): Strip => ({
      ...strip,
      frame,
      shapes: ruled && at === strips.length - 1 ? [{ ...pairRule, y: strip.height }] : [],
    }));
  });
  const [firstName] = names;
  const heads = again
    ? [...(firstName ? [{ set: firstName, x: inset }] : []), { set: again, x: inset + nameWidth }]
    : [];
  const title = again ? rowStrips(desk, heads, 3, 3, {}).map((strip) => asArtifact({ ...strip, frame })) : [];
  const gap = padding(3, frame, { keep: true });
  const whole = pairs.flat().reduce((sum, { height }) => sum + height, 0) < wholeCard;
  const strips = pairs.flatMap((pair, column) =>
    pair.map((strip, at): Strip => {
      // Neither the first nor the last pair stands alone at the edge of a page.
      const kept = whole || column === 0 || column >= pairs.length - 2;
      const repeat = column > 0 && again ? { repeat: at > 0 ? [...title, gap] : title } : {};
      return {
        ...strip,
        keep: strip.keep || (kept && (column < pairs.length - 1 || at === pair.length - 1)),
        ...repeat,
      };
    }),
  );
  return [padding(5, frame, { keep: true, space }), ...strips, padding(5, frame, { keep: false })];
}
