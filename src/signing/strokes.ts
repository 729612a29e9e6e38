import type { DrawnMark } from '../model/answer.ts';
import { decimal } from './values.ts';

/** No screen is larger; numbers beyond it would overflow when they are added up. */
const farthest = 1e6;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `mark` drawn as curves in `colour`, as large as `box` allows, in its own proportions and in the middle. */
export function drawStrokes(
  mark: DrawnMark,
  box: { readonly left: number; readonly bottom: number; readonly width: number; readonly height: number },
  colour: string,
): string {
  const strokes = mark.strokes.map(pointsOf).filter((points) => points.length > 0);
  const all = strokes.flat();
  if (all.length === 0) return '';
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [left, right, top, bottom] = [lowest(xs), highest(xs), lowest(ys), highest(ys)];
  const pen = Math.min(1.1, box.height / 20);
  const [roomWide, roomHigh] = [Math.max(0, box.width - pen), Math.max(0, box.height - pen)];
  // A dot has no extent; and a small mark in a large box is enlarged at most twice as much as the box would be.
  const scale = Math.min(
    roomWide / Math.max(right - left, 1),
    roomHigh / Math.max(bottom - top, 1),
    (roomHigh / Math.max(mark.height, 1)) * 2,
  );
  const place = ({ x, y }: Point): Point => ({
    x: box.left + box.width / 2 + (x - (left + right) / 2) * scale,
    y: box.bottom + box.height / 2 - (y - (top + bottom) / 2) * scale,
  });
  const paths = strokes.map((points) => path(points.map(place))).join('');
  return `q ${colour} RG ${decimal(pen)} w 1 J 1 j\n${paths}Q\n`;
}

function pointsOf(stroke: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < stroke.length; index += 2) {
    const [x = NaN, y = NaN] = [stroke[index], stroke[index + 1]];
    if (Math.abs(x) <= farthest && Math.abs(y) <= farthest) points.push({ x, y });
  }
  return points;
}

// Not Math.min(...): a long signature has more points than a call takes arguments.
function lowest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}

/** A smooth line through the middles between neighbouring points; a single point is a dot. */
function path(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  let drawn = `${write(first)} m\n`;
  let from = first;
  points.slice(1, -1).forEach((bend, index) => {
    const to = middle(bend, points[index + 2] ?? last);
    // A quadratic curve written as the cubic one that PDF knows.
    drawn += `${write(toward(from, bend))} ${write(toward(to, bend))} ${write(to)} c\n`;
    from = to;
  });
  return `${drawn}${write(last)} l S\n`;
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function toward(from: Point, bend: Point): Point {
  return { x: from.x + (2 / 3) * (bend.x - from.x), y: from.y + (2 / 3) * (bend.y - from.y) };
}

function write({ x, y }: Point): string {
  return `${decimal(Math.round(x * 100) / 100)} ${decimal(Math.round(y * 100) / 100)}`;
}
