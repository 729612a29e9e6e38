import { describe, expect, test } from 'vitest';
import { assessmentOf, editOf, given, packWith } from '../../test/fixtures/small-pack.ts';
import type { Change } from '../model/assessment.ts';
import { draftFrom, pieceTogether, typedIn } from './piece-together.ts';
import type { Salvage } from './ports.ts';

const pack = packWith([{ id: 'one' }, { id: 'two' }, { id: 'rows', kind: 'table', columns: [] }]);
const answer = (question: string, value: string): Change => ({
  do: 'answer',
  at: { question, subject: null, round: 0 },
  answer: given(value),
});
const intoNoRow: Change = {
  do: 'set-cell',
  at: { question: 'rows', subject: null, round: 0 },
  row: 'gone',
  column: 'what',
  cell: 'typed into a row that is missing',
};

const salvage = (more: Partial<Salvage>): Salvage => ({
  condition: 'gap',
  draft: { snapshot: assessmentOf(pack, { one: 'a' }), edits: [editOf(answer('one', 'b'), 0)], revision: 2 },
  beyond: [{ revision: 4, edits: [editOf(answer('two', 'later'), 1), editOf(intoNoRow, 2)] }],
  upTo: 4,
  unreadable: 0,
  report: '',
  ...more,
});

describe('ST41 what is readable of a draft', () => {
  test('is the whole state, the same with what fits of the rest, and what fits nowhere', () => {
    const { whole, withLater, later, loose } = pieceTogether(pack, salvage({}));
    expect(whole?.answers).toEqual({ one: given('b') });
    expect(withLater?.answers).toEqual({ one: given('b'), two: given('later') });
    expect(later).toEqual(['two']);
    expect(loose.map(({ change }) => typedIn(change))).toEqual([['typed into a row that is missing']]);
  });

  test('without a whole state is every edit by itself', () => {
    const { whole, withLater, loose } = pieceTogether(pack, salvage({ draft: null }));
    expect([whole, withLater]).toEqual([null, null]);
    expect(loose).toHaveLength(2);
  });
});

test('H5 a draft made from it is another one, and its history says of which', () => {
  const before = assessmentOf(pack, { one: 'a' });
  const world = { now: () => '2026-02-01T09:00:00.000Z', today: () => '2026-02-01', newId: () => 'another' };
  const made = draftFrom(before, { how: 'read', draft: before.id, revision: 2 }, world);
  expect(made.id).toBe('another');
  expect(made.answers).toEqual(before.answers);
  expect(made.history.at(-1)?.salvaged).toEqual({ how: 'read', draft: before.id, revision: 2 });
});
