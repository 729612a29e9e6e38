import type { Figure, Picture } from '../model/report.ts';
import { widthsOf } from './lines.ts';
import { edge, ground, ink, line, paper, styles, teal, textWidth, type TextStyle } from './look.ts';
import {
  lineStrips,
  placed,
  setText,
  widthOfLine,
  type Desk,
  type PlacedText,
  type Shape,
  type Strip,
} from './strips.ts';
import { signShapes, signSize } from './signs.ts';
import type { StructureElement } from './structure.ts';
import { drawnRuns, isBlank } from './text.ts';

type Grid = Extract<Picture, { is: 'grid' }>;
type Timeline = Extract<Picture, { is: 'timeline' }>;

/** What is drawn of a picture, from its top left. */
interface Drawn {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
}

/** A picture under its title: one strip, so that it is never broken, drawn smaller where it would not fit a page. */
export function figureStrips(desk: Desk, { title, alt, picture }: Figure, highest: number): Strip[] {
  const head = isBlank(title)
    ? []
    : lineStrips(desk, setText(desk, title, styles.figureTitle, textWidth, desk.tree.add(desk.tree.root, 'P')), 0, {
        keep: true,
      }).map((strip) => ({ ...strip, keep: true }));
  const owner = desk.tree.add(desk.tree.root, 'Figure', { alt });
  const drawn = drawnPicture(desk, picture, owner);
  const room = highest - head.reduce((sum, { height }) => sum + height, 0) - 20;
  const slot = drawn.texts.find((text) => text.slot !== null)?.slot ?? desk.tree.slot(owner);
  const fitted = scaled(drawn, Math.min(1, room / drawn.height));
  return [
    ...head,
    {
      height: fitted.height,
      texts: fitted.texts,
      shapes: fitted.shapes.map((shape) => ({ ...shape, slot })),
      space: 5,
      keep: false,
      figure: owner,
    },
    { height: 8, texts: [], shapes: [], space: 0, keep: false },
  ];
}

function drawnPicture(desk: Desk, picture: Picture, owner: StructureElement): Drawn {
  switch (picture.is) {
    case 'grid':
      return gridDrawn(desk, picture, owner);
    case 'timeline':
      return timelineDrawn(desk, picture, owner);
    case 'mark':
      return markDrawn(picture);
  }
}

const markBox = { width: 220, height: 66 } as const;
/** No screen is larger: what lies beyond comes from no hand. */
const farthest = 1e6;

/** Strokes as they were made, as large as the box allows, above a rule as on paper. */
function markDrawn({ strokes }: Extract<Picture, { is: 'mark' }>): Drawn {
  const lines = strokes
    .map((stroke) =>
      Array.from(
        { length: Math.floor(stroke.length / 2) },
        (_, at) => [stroke[2 * at] ?? 0, stroke[2 * at + 1] ?? 0] as const,
      ),
    )
    .map((points) => points.filter((place) => place.every((number) => Math.abs(number) <= farthest)))
    .filter(({ length }) => length > 0);
  const ends = (axis: 0 | 1): readonly [number, number] => {
    const all = lines.flat().map((place) => place[axis]);
    return [
      all.reduce((one, other) => Math.min(one, other), Infinity),
      all.reduce((one, other) => Math.max(one, other), -Infinity),
    ];
  };
  const [[left, right], [top, bottom]] = [ends(0), ends(1)];
  const scale = Math.min(
    1,
    markBox.width / Math.max(right - left, 1),
    (markBox.height - 8) / Math.max(bottom - top, 1),
  );
  const height = markBox.height;
  const shapes = lines.map((points): Shape => {
    const placed = points.map(([x, y]) => [4 + (x - left) * scale, height - 6 - (bottom - y) * scale] as const);
    const [[x, y]] = placed as [readonly [number, number]];
    return points.length === 1
      ? { is: 'dot', x, y, width: 2, height: 2, fill: ink }
      : {
          is: 'path',
          x,
          y,
          width: 0,
          height: 0,
          stroke: ink,
          weight: 1.3,
          points: placed.map(([px, py]) => [px - x, py - y] as const),
        };
  });
  return {
    height: height + 4,
    shapes: [
      ...shapes,
      { is: 'line', x: 0, y: height, width: markBox.width + 20, height: 0, stroke: edge, weight: 0.6 },
    ],
    texts: [],
  };
}

function scaled({ height, shapes, texts }: Drawn, by: number): Drawn {
  if (by === 1) return { height, shapes, texts };
  return {
    height: height * by,
    shapes: shapes.map((shape) => ({
      ...shape,
      x: shape.x * by,
      y: shape.y * by,
      width: shape.width * by,
      height: shape.height * by,
      ...(shape.points ? { points: shape.points.map(([x, y]) => [x * by, y * by] as const) } : {}),
    })),
    texts: texts.map((text) => ({ ...text, x: text.x * by, y: text.y * by, size: text.size * by })),
  };
}

/** The width of some words on one line. */
function naturalWidth({ measures }: Desk, text: string, { bold, size }: TextStyle): number {
  return widthsOf(
    drawnRuns([{ text }], measures, bold, () => undefined),
    measures,
    size,
  ).natural;
}

const gap = 4;
/** The least share of a grid that the names of its rows have. */
const leastName = 0.3;

function gridDrawn(desk: Desk, { columns, groups }: Grid, owner: StructureElement): Drawn {
  const usual = textWidth * ([0.5, 0.7, 0.56, 0.42][columns.length] ?? 0.3);
  const widest = Math.max(
    0,
    ...groups.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flat().map(({ words }) => naturalWidth(desk, words, styles.figure))),
    ),
  );
  // Names rather take a second line than every sign's words.
  const easy = textWidth - columns.length * (widest + signSize + 2 * gap + 8);
  const nameWidth = Math.min(usual, Math.max(textWidth * leastName, easy));
  const width = (textWidth - nameWidth) / Math.max(1, columns.length);
  const at = (column: number): number => nameWidth + column * width;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  let y = 0;
  const words = (text: string, style: TextStyle, x: number, down: number, wide: number): number => {
    const set = setText(desk, [{ text }], style, wide, owner);
    set.lines.forEach((_, index) => texts.push(...placed(desk, set, index, x, down + index * style.leading)));
    return set.lines.length * style.leading;
  };
  const ruled = (weight: number, stroke: typeof line): void => {
    shapes.push({ is: 'line', x: 0, y, width: textWidth, height: 0, stroke, weight });
  };

  groups.forEach(({ title, rows }, group) => {
    const from = y;
    const heights = [title, ...(group === 0 ? columns : [])].map((text, index) =>
      words(
        text,
        styles.figureHead,
        index === 0 ? gap : at(index - 1) + gap,
        y + gap,
        (index === 0 ? nameWidth : width) - 2 * gap,
      ),
    );
    y += Math.max(...heights) + 2 * gap;
    shapes.unshift({ is: 'box', x: 0, y: from, width: textWidth, height: y - from, fill: ground });
    ruled(0.8, teal);
    for (const { name, cells } of rows) {
      const top = y;
      let lowest = words(name, styles.figure, gap, y + gap, nameWidth - 2 * gap);
      cells.forEach((cell, column) => {
        let down = 0;
        for (const { sign, words: said } of cell) {
          shapes.push(...signShapes(sign, at(column) + gap, y + gap + down + 0.6));
          const inset = gap + signSize + 4;
          down += words(said, styles.figure, at(column) + inset, y + gap + down, width - inset - 2) + 1.5;
        }
        lowest = Math.max(lowest, down);
      });
      y = top + lowest + 2 * gap;
      ruled(0.5, line);
    }
  });
  for (let column = 0; column < columns.length; column += 1)
    shapes.push({ is: 'line', x: at(column), y: 0, width: 0, height: y, stroke: line, weight: 0.5 });
  return { height: y, shapes, texts };
}

const laneName = 110;
const marker = 13;

function timelineDrawn(desk: Desk, { ticks, events, lanes }: Timeline, owner: StructureElement): Drawn {
  const [left, right] = [laneName + 12, textWidth - 10];
  const at = (share: number): number => left + share * (right - left);
  const { levels, highest } = levelled(events.map((event) => at(event.at)));
  const axis = 4 + (highest + 1) * (marker + 2) + 4;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  const say = (text: string, style: TextStyle, x: number, y: number, wide: number, centred: boolean): number => {
    const set = setText(desk, [{ text }], style, wide, owner);
    set.lines.forEach((_, index) => {
      const from = centred ? x - widthOfLine(desk, set, index) / 2 : x;
      texts.push(...placed(desk, set, index, from, y + index * style.leading));
    });
    return set.lines.length * style.leading;
  };

  let y = axis + styles.figure.leading + 8;
  const tops = lanes.map(({ name }) => {
    const top = y;
    y += Math.max(say(name, styles.figure, 0, y + 4, laneName, false), styles.figure.leading) + 8;
    return { top, middle: (top + y) / 2 };
  });
  for (const { at: share } of ticks)
    shapes.push({ is: 'line', x: at(share), y: axis, width: 0, height: y - axis, stroke: line, weight: 0.5 });
  tops.forEach(({ top }) => {
    shapes.push({ is: 'line', x: 0, y: top, width: textWidth, height: 0, stroke: line, weight: 0.5 });
  });
  shapes.push({ is: 'line', x: left, y: axis, width: right - left, height: 0, stroke: ink, weight: 1 });
  events.forEach(({ at: share }, index) => {
    const level = levels[index] ?? 0;
    const centre = axis - 5 - marker / 2 - level * (marker + 2);
    const hit = lanes.flatMap((lane, which) => (lane.events.includes(index) ? [tops[which]?.middle ?? 0] : []));
    const end = Math.max(axis, ...hit);
    shapes.push({ is: 'line', x: at(share), y: centre, width: 0, height: end - centre, stroke: edge, weight: 0.6 });
    for (const middle of hit) shapes.push(dot(at(share), middle, 6.5, teal, paper));
  });
  // Over all lines.
  for (const { at: share, words } of ticks) {
    shapes.push({ is: 'box', x: at(share) - 12, y: axis + 2, width: 24, height: styles.figure.leading, fill: paper });
    say(words, styles.figure, at(share), axis + 2, 60, true);
  }
  events.forEach(({ at: share, words }, index) => {
    const centre = axis - 5 - marker / 2 - (levels[index] ?? 0) * (marker + 2);
    shapes.push(dot(at(share), centre, marker, paper, teal));
    say(words, { ...styles.figure, size: words.length > 2 ? 6 : 8, bold: true }, at(share), centre - 5.75, 30, true);
  });
  return { height: y + 4, shapes, texts };
}

const dot = (x: number, y: number, size: number, fill: typeof ink, stroke: typeof ink): Shape => ({
  is: 'dot',
  x,
  y,
  width: size,
  height: size,
  fill,
  stroke,
  weight: 1.1,
});

/** How high each marker stands so that none covers another, the earliest lowest. */
function levelled(xs: readonly number[]): { readonly levels: readonly number[]; readonly highest: number } {
  const ends: number[] = [];
  const levels: number[] = [];
  for (const index of xs.map((_, each) => each).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0))) {
    const x = xs[index] ?? 0;
    const free = ends.findIndex((end) => end + marker + 2 <= x);
    const level = free < 0 ? ends.length : free;
    ends[level] = x;
    levels[index] = level;
  }
  return { levels, highest: Math.max(0, ends.length - 1) };
}
