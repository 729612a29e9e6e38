import type { Runs } from '../model/report.ts';
import { withAccents } from './accents.ts';
import { fontOf, type Face, type Measures } from './font-metrics.ts';
import { linesOf, type Line } from './lines.ts';
import type { Colour, TextStyle } from './look.ts';
import type { LinkPlace, Slot, StructureElement, StructureTree } from './structure.ts';
import { drawnRuns, widthOf, type DrawnRun, type OnUndrawn } from './text.ts';

/** Words at a place. Without a slot they are an artifact: decoration, or repeated from elsewhere. */
export interface PlacedText extends Face {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, downwards from the top. */
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  readonly slot: Slot | null;
}

/** A rectangle, a line (a rectangle without height or width), a dot or a path; an artifact, unless it has a slot. */
export interface Shape {
  readonly is: 'box' | 'line' | 'dot' | 'path';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly weight?: number;
  /** Of a path: its corners, from `x` and `y`. A filled one ends where it began. */
  readonly points?: readonly (readonly [number, number])[];
  /** A PNG picture as a data address, which fills the box in place of a colour. */
  readonly png?: string;
  readonly slot?: Slot;
}

/** What is drawn behind and beside all strips that stand in it, on each page that they reach. */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** A thick line along the left. */
  readonly bar?: Colour;
}

/** A band of the page as wide as the text, never broken over pages. Places are relative to its top left. */
export interface Strip {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly shapes: readonly Shape[];
  /** Room above, left out at the top of a page. */
  readonly space: number;
  /** On the same page as the next strip. */
  readonly keep: boolean;
  readonly frame?: Frame;
  /** Drawn again, as artifacts, above this strip when it comes first on a page. */
  readonly repeat?: readonly Strip[];
  readonly outline?: { readonly title: string; readonly level: number };
  /** The picture that this strip is. */
  readonly figure?: StructureElement;
  /** A place that leads elsewhere: as wide and high as the strip. */
  readonly link?: { readonly place: LinkPlace; readonly to: OutlinePlace; readonly says: string };
  /** Begins a page of its own. */
  readonly newPage?: true;
  readonly field?: {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Where a heading stands. */
export interface OutlinePlace {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly y: number;
}

/** What every part of layout works with. */
export interface Desk {
  readonly measures: Measures;
  readonly tree: StructureTree;
  readonly lang: string;
  readonly onUndrawn: OnUndrawn;
}

/** Broken lines and the slot of each of their runs. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly slots: readonly (Slot | null)[];
  readonly style: TextStyle;
}

/**
 * `runs` broken to `width`, their words owned by `element` of the structure tree; by none when it is null.
 *
 * Words in another language than the document's get a Span of their own, which carries the language.
 */
export function setText(
  desk: Desk,
  runs: Runs,
  style: TextStyle,
  width: number,
  element: StructureElement | null,
): SetText {
  const drawn = drawnRuns(runs, desk.measures, style.bold, desk.onUndrawn).filter(({ text }) => text !== '');
  return { lines: linesOf(drawn, desk.measures, style.size, width), slots: slotsOf(desk, drawn, element), style };
}

function slotsOf(desk: Desk, runs: readonly DrawnRun[], element: StructureElement | null): (Slot | null)[] {
  if (element === null) return runs.map(() => null);
  const slots: Slot[] = [];
  runs.forEach((run, index) => {
    const before = slots[index - 1];
    if (before && runs[index - 1]?.lang === run.lang) slots.push(before);
    else if (run.lang === undefined || run.lang === desk.lang) slots.push(desk.tree.slot(element));
    else slots.push(desk.tree.slot(desk.tree.add(element, 'Span', { lang: run.lang })));
  });
  return slots;
}

/** Line `index` of `set`, its beginning at `x` and the top of its line at `y`. */
export function placed(desk: Desk, set: SetText, index: number, x: number, y: number): PlacedText[] {
  const { size, leading, colour } = set.style;
  // Half the leading above, and the capitals of the font are about seven tenths of its size.
  const baseline = y + leading / 2 + size * 0.34;
  return (set.lines[index]?.pieces ?? []).flatMap(({ text, bold, other, run, x: start }) =>
    withAccents(text, fontOf(desk.measures, { bold, other }), size).map((part) => ({
      text: part.text,
      x: x + start + part.x,
      y: baseline + part.y,
      size,
      bold,
      other,
      colour,
      slot: set.slots[run] ?? null,
    })),
  );
}

/** One strip for each line of `set`. Neither the first nor the last line stands alone at the edge of a page. */
export function lineStrips(
  desk: Desk,
  set: SetText,
  x: number,
  rest: { readonly keep: boolean; readonly frame?: Frame | undefined },
): Strip[] {
  const last = set.lines.length - 1;
  return set.lines.map((_, index) => ({
    height: set.style.leading,
    texts: placed(desk, set, index, x, 0),
    shapes: [],
    space: index === 0 ? set.style.space : 0,
    keep: index === last ? rest.keep : index === 0 || index === last - 1 || (rest.keep && last < 6),
    ...(rest.frame ? { frame: rest.frame } : {}),
  }));
}

/** How far the words of a line reach, without the blank at its end. */
export function widthOfLine(desk: Desk, { lines, style }: SetText, index: number): number {
  const last = lines[index]?.pieces.at(-1);
  return last ? last.x + widthOf(last.text.trimEnd(), fontOf(desk.measures, last), style.size) : 0;
}

/** Empty room inside a frame. */
export function padding(
  height: number,
  frame: Frame,
  rest: { readonly keep: boolean; readonly space?: number },
): Strip {
  return { height, texts: [], shapes: [], space: rest.space ?? 0, keep: rest.keep, frame };
}

/** `strips` where all but the last are kept with the next. */
export function together(strips: readonly Strip[], lastKeep: boolean): Strip[] {
  return strips.map((strip, index) => ({ ...strip, keep: index < strips.length - 1 ? true : lastKeep }));
}

/** `strip` without any place in the structure tree. */
export function asArtifact(strip: Strip): Strip {
  return { ...strip, space: 0, texts: strip.texts.map((text) => ({ ...text, slot: null })) };
}
