import { expect, test } from 'vitest';
import { sameStrings } from './same-strings.ts';

test('G4: a text that stands at the same place in both is found, however deep', () => {
  const welsh = {
    stages: [{ plain: 'Cael gwybod' }, { plain: 'Weighing up' }],
    guidance: { q: { why: [{ of: ['Because.'] }] } },
  };
  const english = {
    stages: [{ plain: 'Finding out' }, { plain: 'Weighing up' }],
    guidance: { q: { why: [{ of: ['Because.'] }] } },
  };
  expect([...sameStrings(welsh, english)].sort()).toEqual(['Because.', 'Weighing up']);
});

test('a text that stands elsewhere in the other is not found, and what one of them lacks is passed over', () => {
  expect([...sameStrings({ a: 'one', b: ['two', 'three'] }, { a: 'two', b: 'three', c: 'one' })]).toEqual([]);
});
