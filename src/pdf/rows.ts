import { textWidth } from './look.ts';
import { placed, type Desk, type SetText, type Shape, type Strip } from './strips.ts';

/** Room beside the words of a cell. */
export const gutter = 6;
/** Up to so many lines a row stays on one page. */
const shortRow = 14;

/** A column's words with where they begin. */
export interface SetCell {
  readonly set: SetText;
  readonly x: number;
  /** Words under these in the same place. */
  readonly below?: readonly SetText[];
}

/** Every line of a cell: of which words, and which line of them. */
const linesOf = ({ set, below = [] }: SetCell): readonly { readonly set: SetText; readonly index: number }[] =>
  [set, ...below].flatMap((each) => each.lines.map((_, index) => ({ set: each, index })));

/** Lines of cells side by side, one strip for each line of the highest cell. */
export function rowStrips(
  desk: Desk,
  cells: readonly SetCell[],
  above: number,
  below: number,
  rest: { readonly rule?: Shape['stroke']; readonly fill?: Shape['fill'] },
): Strip[] {
  const leading = Math.max(...cells.map(({ set }) => set.style.leading));
  const lined = cells.map((cell) => ({ x: cell.x, lines: linesOf(cell) }));
  const count = Math.max(1, ...lined.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, index): Strip => {
    const top = index === 0 ? above : 0;
    const height = top + leading + (index === count - 1 ? below : 0);
    const shapes: Shape[] = [];
    if (rest.fill) shapes.push({ is: 'box', x: 0, y: 0, width: textWidth, height, fill: rest.fill });
    if (rest.rule && index === count - 1)
      shapes.push({ is: 'line', x: 0, y: height, width: textWidth, height: 0, stroke: rest.rule, weight: 0.6 });
    return {
      height,
      shapes,
      texts: lined.flatMap(({ lines, x }) => {
        const line = lines[index];
        return line ? placed(desk, line.set, line.index, x, top) : [];
      }),
      space: 0,
      keep: index < count - 1 && (count <= shortRow || index === 0 || index === count - 2),
    };
  });
}
