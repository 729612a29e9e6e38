import type { MilestoneKind } from '../../content/framework.ts';

/** What stands on the way, in its order: the two ends, the stages, and the gates and marks between them. */
export interface OnTheWay {
  readonly kind: MilestoneKind | 'from' | 'stage' | 'to';
  /** The stage it is, or belongs to; empty for the ends. */
  readonly stage: string;
  readonly name: string;
  /** A line of explanation: the full name of a stage, the question a milestone asks. */
  readonly more: string;
  /** Of a stage: its number. */
  readonly order?: number;
}

export interface Words {
  readonly x: number;
  /** The baseline of each line, and whether it belongs to the name or to what explains it. */
  readonly lines: readonly { readonly y: number; readonly text: string; readonly of: 'name' | 'more' }[];
}

/** Something drawn: where, and where its words stand. */
export interface Drawn {
  readonly thing: OnTheWay;
  readonly x: number;
  readonly y: number;
  readonly words: Words;
  /** Where a line begins that leads from the thing to words further off. */
  readonly leader?: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** The way itself, as points of a line. */
  readonly way: string;
  readonly drawn: readonly Drawn[];
}

/** `text` in lines of at most `most` letters; a longer word is broken, since a council may choose any name. */
export function inLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${String(most)}}`, 'gu')) ?? []);
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const rounded = (length: number): number => Math.round(length * 10) / 10;

interface Text {
  readonly most: number;
  readonly moreMost: number;
  readonly height: number;
  readonly moreHeight: number;
}

function wordsOf({ name, more }: OnTheWay, x: number, first: number, text: Text): Words {
  let y = first;
  const lines = inLines(name, text.most).map((line, index) => {
    if (index > 0) y += text.height;
    return { y, text: line, of: 'name' as const };
  });
  const rest = inLines(more, text.moreMost).map((line) => {
    y += text.moreHeight;
    return { y, text: line, of: 'more' as const };
  });
  return { x, lines: [...lines, ...rest] };
}

/** How far the words reach below their first baseline. */
const depth = ({ lines }: Words): number => (lines.at(-1)?.y ?? 0) - (lines[0]?.y ?? 0);

/**
 * The way from left to right, for a wide page: stages above it, decisions below, classifications below those. A
 * classification comes first, so the line down to its words passes those of the decision.
 */
export function wideDrawing(things: readonly OnTheWay[]): Drawing {
  const width = 1080;
  const [left, right] = [70, 84];
  const stages = [...new Set(things.flatMap(({ stage }) => stage || []))];
  const cell = (width - left - right) / Math.max(1, stages.length);
  const text = { most: 15, moreMost: 21, height: 21, moreHeight: 18 };
  const below = { most: 17, moreMost: 18, height: 18, moreHeight: 17 };

  const at = (thing: OnTheWay): number => {
    if (thing.kind === 'from') return 22;
    if (thing.kind === 'to') return width - 40;
    const start = left + stages.indexOf(thing.stage) * cell;
    const own = things.filter(({ stage }) => stage === thing.stage);
    const stop = own.findIndex(({ kind }) => kind === 'stage');
    const place = own.indexOf(thing);
    // The stop a little into its cell, what comes before it at the edge, what comes after it in what is left.
    if (place <= stop) return start + (place === stop ? 48 : 4 + (place * 30) / Math.max(1, stop));
    return rounded(start + 48 + ((place - stop) * (cell - 60)) / (own.length - stop - 0.4));
  };
  const above = (thing: OnTheWay): Words => wordsOf(thing, at(thing) - 18, 0, text);
  const tallest = Math.max(0, ...things.filter(({ kind }) => kind === 'stage').map((thing) => depth(above(thing))));
  const base = tallest + 20 + 60;
  const across = (x: number): number => rounded(base + 10 * Math.sin((x / width) * Math.PI * 3));
  const level = base + 62;
  const first = things.filter(({ kind }) => kind === 'decision').map((thing) => depth(wordsOf(thing, 0, 0, below)));
  const second = level + Math.max(0, ...first) + 34;

  const drawn = things.map((thing): Drawn => {
    const x = at(thing);
    const y = across(x);
    if (thing.kind === 'stage')
      return { thing, x, y, words: wordsOf(thing, x - 18, base - 42 - depth(above(thing)), text) };
    if (thing.kind === 'from' || thing.kind === 'to') {
      const side = thing.kind === 'from' ? 4 : Math.min(x - 22, width - thing.name.length * 9.5);
      return { thing, x, y, words: { x: side, lines: [{ y: y - 24, text: thing.name, of: 'name' }] } };
    }
    const from = thing.kind === 'decision' ? level : second;
    return { thing, x, y, words: wordsOf(thing, Math.min(x - 12, width - 150), from, below), leader: from - 17 };
  });
  const lowest = Math.max(...drawn.flatMap(({ words }) => words.lines.map(({ y }) => y)));
  return { width, height: lowest + 12, way: wayThrough(22, width - 40, (x) => [x, across(x)]), drawn };
}

/** Letters in a line of a name and of what explains it, and the room they take: on a narrow page, and on paper. */
const tall = {
  tall: { width: 330, most: 21, moreMost: 30 },
  paper: { width: 470, most: 36, moreMost: 50 },
};

/** The way from top to bottom, for a narrow page or for paper; every name stands beside what it names. */
export function tallDrawing(things: readonly OnTheWay[], on: keyof typeof tall): Drawing {
  const { width, ...letters } = tall[on];
  const text = { ...letters, height: 22, moreHeight: 19 };
  const across = (y: number): number => rounded(30 + 6 * Math.sin(y / 70));
  let y = 24;
  const drawn = things.map((thing): Drawn => {
    const isEnd = thing.kind === 'from' || thing.kind === 'to';
    const words = wordsOf(isEnd ? { ...thing, more: '' } : thing, 66, y + 6, text);
    const here = { thing, x: across(y), y, words };
    y += depth(words) + (on === 'tall' ? 50 : 42);
    return here;
  });
  const end = drawn.at(-1)?.y ?? 24;
  return { width, height: end + 30, way: wayThrough(24, end, (along) => [across(along), along]), drawn };
}

function wayThrough(from: number, to: number, point: (along: number) => readonly [number, number]): string {
  const steps = Math.max(1, Math.ceil((to - from) / 12));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const [x, y] = point(from + ((to - from) * step) / steps);
    return `${step === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join('');
}
