import { describe, expect, test } from 'vitest';
import { child, parent, row } from '../../test/fixtures/small-pack.ts';
import { initials, personById, presentPeople, shortName, shownRows } from './people.ts';

const people = [
  child('moss'),
  parent('wren', { mergedInto: 'wrenn' }),
  parent('wrenn', { mergedInto: 'w' }),
  parent('w'),
  parent('flint', { removed: true }),
];

describe('E5 somebody merged', () => {
  test('is found as whom they turned out to be, however many steps away', () => {
    expect(['wren', 'wrenn', 'w'].map((id) => personById({ people }, id)?.id)).toEqual(['w', 'w', 'w']);
    expect(personById({ people }, 'nobody')).toBeUndefined();
  });

  test('is not among those present, nor is somebody taken out', () => {
    expect(presentPeople({ people }).map(({ id }) => id)).toEqual(['moss', 'w']);
  });

  test('a file that merges two people into each other does not hang', () => {
    const circle = [parent('a', { mergedInto: 'b' }), parent('b', { mergedInto: 'a' })];
    expect(personById({ people: circle }, 'a')?.role).toBe('parent');
  });
});

test('A7 rows about people taken out are not shown; rows about nobody, or nobody any more known, are', () => {
  const rows = [
    row('r1', {}, 'flint'),
    row('r2', {}, 'moss'),
    row('r3'),
    row('r4', {}, 'wren'),
    row('r5', {}, 'nobody'),
  ];
  expect(shownRows({ people }, rows).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4', 'r5']);
});

test.each([
  ['Juniper Quillfeather', 'JQ', 'Juniper'],
  ['moss', 'M', 'moss'],
  ['Ana Maria del Río', 'AR', 'Ana'],
  ['  ', '?', ''],
  ['Élan 🦉', 'É🦉', 'Élan'],
])('R4 %j is %s for short, or %s', (name, letters, short) => {
  expect([initials(name), shortName(name)]).toEqual([letters, short]);
});
