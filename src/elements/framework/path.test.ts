import { describe, expect, test } from 'vitest';
import { type Drawing, inLines, type OnTheWay, tallDrawing, wideDrawing } from './path.ts';

const stage = (order: number, name: string, more: string): OnTheWay => ({
  kind: 'stage',
  stage: `s${String(order)}`,
  name,
  more,
  order,
});
const mark = (kind: 'decision' | 'classification', of: number, more = 'Is it so?'): OnTheWay => ({
  kind,
  stage: `s${String(of)}`,
  name: `${kind} ${String(of)}`,
  more,
});

/** The way as the framework has it, with these names for stages. */
const way = (name: string, more: string): readonly OnTheWay[] => [
  { kind: 'from', stage: '', name: 'In care', more: '' },
  mark('decision', 1),
  stage(1, name, more),
  stage(2, name, more),
  mark('classification', 2, 'How much risk would this child face at home now?'),
  mark('decision', 2),
  stage(3, name, more),
  stage(4, name, more),
  mark('classification', 4),
  mark('decision', 4, 'Do all agree on what is to happen to this child?'),
  stage(5, name, more),
  mark('classification', 5),
  { kind: 'to', stage: '', name: 'Home', more: '' },
];

const names: readonly (readonly [string, string, string])[] = [
  ['short', 'Look', 'Look'],
  ['as they are', 'Checking progress and deciding', 'Review progress, reclassify and decide about return'],
  ['as long as a council may choose', 'Getting to know '.repeat(18), 'and so on '.repeat(30)],
  ['one long word', 'x'.repeat(300), 'y'.repeat(300)],
];

const drawings: readonly (readonly [string, (things: readonly OnTheWay[]) => Drawing])[] = [
  ['wide', wideDrawing],
  ['tall', (things) => tallDrawing(things, 'tall')],
  ['on paper', (things) => tallDrawing(things, 'paper')],
];

/** Where the words of a thing stand, by what a letter of the widest usual typeface takes. */
const boxes = ({
  drawn,
}: Drawing): readonly { name: string; left: number; right: number; top: number; bottom: number }[] =>
  drawn.map(({ thing, words: { x, lines } }) => ({
    name: thing.name,
    left: x,
    right: x + Math.max(...lines.map(({ text, of }) => text.length * (of === 'name' ? 9.5 : 7.5))),
    top: (lines[0]?.y ?? 0) - 14,
    bottom: lines.at(-1)?.y ?? 0,
  }));

describe.each(drawings)('the way drawn %s', (_how, draw) => {
  test.each(names)('holds every word of names that are %s', (_what, name, more) => {
    const things = way(name, more);
    const said = draw(things).drawn.map(({ words }) => words.lines.map(({ text }) => text).join(''));

    expect(said.map((text) => text.replace(/\s/g, ''))).toEqual(
      things.map((thing) => (thing.name + thing.more).replace(/\s/g, '')),
    );
  });

  test.each(names)(
    'keeps everything within its bounds, and no words upon others, for names that are %s',
    (_what, name, more) => {
      const drawing = draw(way(name, more));
      const all = boxes(drawing);

      for (const box of all) {
        expect([box.left >= 0, box.top >= 0, box.bottom <= drawing.height], box.name).toEqual([true, true, true]);
        expect(box.right, box.name).toBeLessThanOrEqual(drawing.width + 20);
      }
      const upon = all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .filter(
            (other) =>
              one.left < other.right - 8 &&
              other.left < one.right - 8 &&
              one.top < other.bottom &&
              other.top < one.bottom,
          )
          .map((other) => `${one.name} and ${other.name}`),
      );
      expect(upon).toEqual([]);
    },
  );

  test('goes from the first thing to the last', () => {
    const { drawn, way: line } = draw(way('Look', ''));
    const [first, last] = [drawn[0], drawn.at(-1)];

    expect(line.startsWith(`M${(first?.x ?? 0).toFixed(1)} ${(first?.y ?? 0).toFixed(1)}`)).toBe(true);
    expect(line.endsWith(`L${(last?.x ?? 0).toFixed(1)} ${(last?.y ?? 0).toFixed(1)}`)).toBe(true);
  });
});

describe('text in lines', () => {
  test('breaks between words where it can', () => {
    expect(inLines('Agreeing what needs to change', 15)).toEqual(['Agreeing what', 'needs to change']);
  });

  test('breaks a word that is longer than a line, whatever letters it has', () => {
    expect(inLines('Llanfairpwllgwyngyll', 8)).toEqual(['Llanfair', 'pwllgwyn', 'gyll']);
    expect(inLines('😀😀😀', 2)).toEqual(['😀😀', '😀']);
  });

  test('is no line where there is no text', () => {
    expect(inLines('', 10)).toEqual([]);
  });
});
