import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctInitials } from './initials.ts';

const lettersOf = (...names: readonly string[]): readonly string[] => [
  ...distinctInitials(names.map((name, index) => ({ id: String(index), name }))).values(),
];

test('stay initials where nobody shares them', () => {
  expect(lettersOf('Juniper Quillfeather', 'Moss Quillfeather')).toEqual(['JQ', 'MQ']);
});

test('become the first two letters of the first name, or else get a number', () => {
  expect(lettersOf('Wren Fen', 'Willow Fern', 'Moss Fen')).toEqual(['Wr', 'Wi', 'MF']);
  expect(lettersOf('Wren Fen', 'Wren Fern', 'Willow Fen')).toEqual(['WF1', 'WF2', 'Wi']);
  expect(lettersOf('', '')).toEqual(['?1', '?2']);
  // "Wr" would be read as somebody else's.
  expect(lettersOf('Wren Fen', 'Willow Fern', 'Wade Rush')).toEqual(['WF1', 'Wi', 'WR']);
});

test('are never the same for two people', () => {
  const name = fc.stringMatching(/^[abAB]{1,3}( [abAB]{1,2})?$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const letters = lettersOf(...names).map((each) => each.toLowerCase());
      expect(new Set(letters).size).toBe(letters.length);
    }),
  );
});
