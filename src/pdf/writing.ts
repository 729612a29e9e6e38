import { edge, textWidth } from './look.ts';
import type { Shape, Strip } from './strips.ts';

/** As far apart as handwriting needs. */
const leading = 25;

/** Below the words of a table's row on a form to fill in by hand. */
export const roomInRow = 24;

/** The least width of an empty column on such a form. */
export const roomInColumn = 110;

/** Lines to write on; drawn, and read by nobody. All of one answer stay together where they are few. */
export function writingLines(count = 0): Strip[] {
  return Array.from({ length: count }, (_, index) => ({
    height: leading,
    texts: [],
    shapes: [{ is: 'line', x: 0, y: leading - 4, width: textWidth, height: 0, stroke: edge, weight: 0.6 }],
    space: 0,
    keep: index < Math.min(count, 3) - 1,
  }));
}

/** A box to tick, before a line of this height. */
export const tickBox = (lineHeight: number): Shape => ({
  is: 'box',
  x: 0.5,
  y: lineHeight / 2 - 4.5,
  width: 10,
  height: 10,
  stroke: edge,
  weight: 0.9,
});
