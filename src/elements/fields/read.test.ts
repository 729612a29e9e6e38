import { describe, expect, test } from 'vitest';
import { assessmentOf, child, choices, column, given, packWith, row } from '../../../test/fixtures/small-pack.ts';
import type { Assessment } from '../../model/assessment.ts';
import { parseFormName } from '../../model/place.ts';
import { readControl } from './read.ts';

const pack = packWith([
  { id: 'story', kind: 'long-text' },
  { id: 'day', kind: 'date' },
  { id: 'one', kind: 'single-choice', choices: choices('a', 'b') },
  { id: 'many', kind: 'multi-choice', choices: choices('a', 'b', 'c') },
  { id: 'yes', kind: 'yes-no-unknown' },
  { id: 'count', kind: 'number' },
  {
    id: 'people',
    kind: 'person-table',
    lists: ['child'],
    columns: [
      column('name', { property: 'name' }),
      column('born', { kind: 'date', property: 'born' }),
      column('in-scope', { kind: 'yes-no', property: 'inScope' }),
      column('when', { kind: 'date' }),
      column('times', { kind: 'number' }),
    ],
  },
]);

/** What the form keeps once somebody touched the control `name`; `others` are the controls beside it. */
function touch(
  assessment: Assessment,
  name: string,
  value: string,
  more: { checked?: boolean; others?: Readonly<Record<string, string>> } = {},
) {
  const parsed = parseFormName(name);
  if (!parsed) throw new Error(`not a name: ${name}`);
  const beside = (other: string): string => (other === name ? value : (more.others?.[other] ?? ''));
  return readControl(pack, assessment, parsed, { value, checked: more.checked ?? false, beside });
}

const answerAt = (change: ReturnType<typeof touch>): unknown => (change?.do === 'answer' ? change.answer : change);
const empty = assessmentOf(pack);

describe('a control that was touched', () => {
  test('words are kept as typed, and emptied they are no answer', () => {
    expect(answerAt(touch(empty, 'story', ' Two  words'))).toEqual({ is: 'given', value: ' Two  words' });
    expect(answerAt(touch(assessmentOf(pack, { story: given('x') }), 'story', ''))).toBeNull();
  });

  test('three boxes that make a day are a day', () => {
    expect(answerAt(touch(empty, 'day.year', '2024', { others: { 'day.day': '29', 'day.month': 'feb' } }))).toEqual({
      is: 'given',
      value: '2024-02-29',
    });
  });

  test('a day that does not exist is kept as typed and not read', () => {
    expect(answerAt(touch(empty, 'day.year', '2024', { others: { 'day.day': '31', 'day.month': '2' } }))).toEqual({
      is: 'unread',
      text: '31/2/2024',
    });
  });

  test('a question of kind date takes no year alone', () => {
    expect(answerAt(touch(empty, 'day.year', '2024'))).toEqual({ is: 'unread', text: '//2024' });
  });

  test('ticked choices keep the order of the pack', () => {
    const was = assessmentOf(pack, { many: given(['c']) });
    expect(answerAt(touch(was, 'many', 'a', { checked: true }))).toEqual({ is: 'given', value: ['a', 'c'] });
    expect(answerAt(touch(was, 'many', 'c', { checked: false }))).toBeNull();
  });

  test('not known yet is a state, and the evidence stays', () => {
    const was = assessmentOf(pack, { yes: given('yes', 'seen by two people') });
    expect(answerAt(touch(was, 'yes', 'not-known'))).toEqual({ is: 'not-known', note: 'seen by two people' });
  });

  test('evidence typed before the answer is kept and becomes its note', () => {
    const noted = touch(empty, 'yes.note', 'two people');
    expect(answerAt(noted)).toEqual({ is: 'unread', text: '', note: 'two people' });
    const was = assessmentOf(pack, { yes: { is: 'unread', text: '', note: 'two people' } });
    expect(answerAt(touch(was, 'yes', 'no'))).toEqual({ is: 'given', value: 'no', note: 'two people' });
  });

  test('a number that is none is kept as typed', () => {
    expect(answerAt(touch(empty, 'count', 'about ten'))).toEqual({ is: 'unread', text: 'about ten' });
    expect(answerAt(touch(empty, 'count', ' 10 '))).toEqual({ is: 'given', value: 10 });
  });

  test('who will find out, and by when, belong to not known', () => {
    const was = assessmentOf(pack, { story: { is: 'not-known' } });
    expect(answerAt(touch(was, 'story.owner', 'Tansy'))).toEqual({ is: 'not-known', owner: 'Tansy' });
    expect(
      answerAt(touch(was, 'story.by.year', '2026', { others: { 'story.by.day': '1', 'story.by.month': '12' } })),
    ).toEqual({ is: 'not-known', by: '2026-12-01' });
  });

  test('a column with a property changes the person, not the row', () => {
    const was = assessmentOf(pack, { people: given([row('r1', {}, 'juniper')]) }, [child('juniper')]);
    expect(touch(was, 'people.r1.name', 'Juniper')).toEqual({
      do: 'change-person',
      person: 'juniper',
      set: { name: 'Juniper' },
    });
    expect(touch(was, 'people.r1.in-scope', 'no')).toEqual({
      do: 'change-person',
      person: 'juniper',
      set: { inScope: false },
    });
    expect(touch(was, 'people.r1.born.year', '2019')).toEqual({
      do: 'change-person',
      person: 'juniper',
      set: { born: '2019' },
    });
  });

  test('a cell that cannot be read is kept as typed', () => {
    const was = assessmentOf(pack, { people: given([row('r1', {}, 'juniper')]) }, [child('juniper')]);
    expect(touch(was, 'people.r1.times', 'often')).toMatchObject({ do: 'set-cell', cell: { unread: 'often' } });
    expect(touch(was, 'people.r1.when.year', '2024', { others: { 'people.r1.when.month': '13' } })).toMatchObject({
      do: 'set-cell',
      cell: { unread: '/13/2024' },
    });
  });

  test('a row that is gone takes no change', () => {
    expect(touch(empty, 'people.r9.times', '3')).toBeNull();
  });
});
