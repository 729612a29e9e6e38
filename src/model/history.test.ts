import { describe, expect, test } from 'vitest';
import { assessmentOf, child, editOf, given, packWith } from '../../test/fixtures/small-pack.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Edit } from './assessment.ts';

const pack = packWith([{ id: 'one' }, { id: 'two' }]);
const answer = (question: string, value: string): Change => ({
  do: 'answer',
  at: { question, subject: null, round: 0 },
  answer: given(value),
});

function after(
  edits: readonly Edit[],
  start: Assessment = assessmentOf(pack, { one: 'before' }, [child('moss')]),
): Assessment {
  return edits.reduce((assessment, edit) => {
    const next = apply(pack, assessment, edit);
    if (!next.ok) throw new Error(next.problems[0].code);
    return next.value;
  }, start);
}
const entries = ({ history }: Assessment): unknown =>
  history.map(({ from, to, by, place, person, was }) => [
    from.slice(11, 16),
    to.slice(11, 16),
    by,
    place ?? person,
    was,
  ]);

describe('H4 a clock that was put back', () => {
  test('begins an entry of its own, marked, and what is typed on belongs to it', () => {
    const back = { ...editOf(answer('one', 'ab'), -600), clockBack: true } as const;
    const { history } = after([editOf(answer('one', 'a'), 0), back, editOf(answer('one', 'abc'), -595)]);
    expect(history.map(({ place, was, clockBack }) => [place, was, clockBack])).toEqual([
      ['one', given('before'), undefined],
      ['one', given('a'), true],
    ]);
  });
});

describe('H1 a sitting', () => {
  test('edits of one place within ten minutes of the one before are one entry, with what was there before them', () => {
    const assessment = after([
      editOf(answer('one', 'a'), 0),
      editOf(answer('one', 'ab'), 10),
      editOf(answer('one', 'abc'), 20),
    ]);
    expect(entries(assessment)).toEqual([['09:00', '09:20', 'Tansy', 'one', given('before')]]);
  });

  test('a longer pause begins a new one', () => {
    const assessment = after([editOf(answer('one', 'a'), 0), editOf(answer('one', 'ab'), 11)]);
    expect(entries(assessment)).toEqual([
      ['09:00', '09:00', 'Tansy', 'one', given('before')],
      ['09:11', '09:11', 'Tansy', 'one', given('a')],
    ]);
  });

  test('places have sittings of their own, and so have people', () => {
    const rename: Change = { do: 'change-person', person: 'moss', set: { name: 'Moss' } };
    const assessment = after([
      editOf(answer('one', 'a'), 0),
      editOf(answer('two', 'x'), 1),
      editOf(rename, 2),
      editOf(answer('one', 'ab'), 3),
    ]);
    expect(entries(assessment)).toEqual([
      ['09:01', '09:01', 'Tansy', 'two', null],
      ['09:02', '09:02', 'Tansy', 'moss', child('moss')],
      ['09:00', '09:03', 'Tansy', 'one', given('before')],
    ]);
  });
});

test('H2 what somebody else wrote in between is kept', () => {
  const assessment = after([
    editOf(answer('one', 'mine'), 0),
    editOf(answer('one', 'theirs'), 1, 'Orla'),
    editOf(answer('one', 'mine again'), 2),
  ]);
  expect(entries(assessment)).toEqual([
    ['09:00', '09:00', 'Tansy', 'one', given('before')],
    ['09:01', '09:01', 'Orla', 'one', given('mine')],
    ['09:02', '09:02', 'Tansy', 'one', given('theirs')],
  ]);
});

test('H3 nothing is ever dropped, and taking back adds to it', () => {
  const back: Change = { do: 'answer', at: { question: 'one', subject: null, round: 0 }, answer: given('before') };
  const edits = Array.from({ length: 40 }, (_, index) =>
    editOf(index % 2 === 0 ? answer('one', String(index)) : back, index * 20),
  );
  const { history } = after(edits);
  expect(history).toHaveLength(40);
  expect(history.map(({ to }) => to)).toEqual(history.map(({ to }) => to).toSorted());
});
