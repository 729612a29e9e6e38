import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  child,
  choices,
  column,
  given,
  notKnown,
  packWith,
  parent,
  row,
  type QuestionInput,
} from '../../test/fixtures/small-pack.ts';
import type { Answer, Value } from './answer.ts';
import type { Person } from './assessment.ts';
import { evaluate, type Instance } from './evaluate.ts';

const people = [child('moss'), child('gone', { removed: true })];

function instanceOf(
  question: Omit<QuestionInput, 'id'>,
  answer: Answer | Value | null,
  here: readonly Person[] = people,
): Instance {
  const pack = packWith([{ id: 'q', ...question }]);
  const assessment = assessmentOf(pack, answer === null ? {} : { q: answer }, here);
  const found = evaluate(pack, assessment, '2026-01-01').applies.find(({ key }) => key === 'q');
  if (!found) throw new Error('The question does not apply.');
  return found;
}
const gaps = (...given: Parameters<typeof instanceOf>): readonly string[] =>
  instanceOf(...given).gaps.map(({ code, row, column }) => [code, row, column].filter(Boolean).join(' '));

const table = {
  kind: 'table',
  columns: [column('what', { required: true }), column('when', { kind: 'date' })],
} as const;
const peopleTable = {
  kind: 'person-table',
  columns: [
    column('name', { property: 'name', required: true }),
    column('scope', { kind: 'yes-no', property: 'inScope', required: true }),
  ],
} as const;

describe('P2 gaps of what counts', () => {
  test.each<[string, Omit<QuestionInput, 'id'>, Answer | Value | null, readonly string[]]>([
    ['nothing', { kind: 'text' }, null, ['no-answer']],
    ['white space', { kind: 'long-text' }, ' \n ', ['no-answer']],
    ['no tick but a note', { kind: 'multi-choice', choices: choices('a') }, given([], 'asked'), ['no-answer']],
    ['a note before its answer', { kind: 'date' }, { is: 'unread', text: '', note: 'asked' }, ['no-answer']],
    [
      'a note before its yes or no',
      { kind: 'yes-no-unknown' },
      { is: 'unread', text: '', note: 'asked' },
      ['no-answer'],
    ],
    ['nought', { kind: 'number' }, 0, []],
    ['yes alone', { kind: 'yes-no-unknown' }, 'yes', ['no-note']],
    ['no with white space', { kind: 'yes-no-unknown' }, given('no', '  '), ['no-note']],
    ['no with its evidence', { kind: 'yes-no-unknown' }, given('no', 'checked with police'), []],
    ['too few words', { kind: 'long-text', minWords: 3 }, 'two  words', ['too-short']],
    ['words enough', { kind: 'long-text', minWords: 3 }, ' now three words ', []],
    ['no rows', table, given([], 'a note'), ['no-answer']],
    [
      'a row without what it needs',
      table,
      [row('r1', { when: '2024' }), row('r2', { what: 'a cut' })],
      ['row-unfinished r1 what'],
    ],
    ['an empty cell', table, [row('r1', { what: '' })], ['row-unfinished r1 what']],
    [
      'an unread date in a row',
      table,
      [row('r1', { what: 'a cut', when: { unread: '31/2/2024' } })],
      ['row-unread r1 when'],
    ],
    ['a person with all that is needed', peopleTable, [row('r1', {}, 'moss')], []],
    ['only people taken out', peopleTable, [row('r1', {}, 'gone')], ['no-answer']],
  ])('%s', (_, question, answer, expected) => {
    expect(gaps(question, answer)).toEqual(expected);
  });

  test('A6 what a row needs of its person is looked up there, also when merged', () => {
    const here = [child('moss', { name: ' ' }), child('mosss', { name: '', mergedInto: 'juniper' }), child('juniper')];
    expect(gaps(peopleTable, [row('r1', {}, 'moss'), row('r2', {}, 'mosss')], here)).toEqual([]);
    const nameless = [child('moss', { name: '' })];
    expect(gaps(peopleTable, [row('r1', {}, 'moss')], nameless)).toEqual(['row-unfinished r1 name']);
  });
});

describe('P3 gaps of everything that applies', () => {
  const cases: readonly [string, Omit<QuestionInput, 'id'>, Answer | Value, readonly string[]][] = [
    ['unread', { kind: 'date' }, { is: 'unread', text: '31/2/2024' }, ['unread']],
    ['an unread cell', table, [row('r1', { when: { unread: 'soon' }, what: 'a' })], ['row-unread r1 when']],
    ['declined without a reason', { kind: 'text' }, { is: 'declined', reason: ' ' }, ['no-reason']],
    ['not applicable without a reason', { kind: 'text' }, { is: 'not-applicable', reason: '' }, ['no-reason']],
    ['declined with a reason', { kind: 'text' }, { is: 'declined', reason: 'on advice' }, []],
  ];
  test.each(cases)('%s, required or not', (_, question, answer, expected) => {
    expect(gaps(question, answer)).toEqual(expected);
    expect(gaps({ ...question, required: false }, answer)).toEqual(expected);
  });

  test('nothing else is a gap of what is not required', () => {
    const optional = { kind: 'yes-no-unknown', required: false } as const;
    expect([gaps(optional, null), gaps(optional, 'yes')]).toEqual([[], []]);
    expect(gaps({ ...table, required: false }, [row('r1')])).toEqual([]);
  });
});

describe('P4 not known', () => {
  const pack = packWith([
    { id: 'a', kind: 'date' },
    { id: 'b', repeats: ['child'] },
  ]);
  const assessment = assessmentOf(
    pack,
    { a: { is: 'not-known', owner: 'wren', by: '2026-02-01' }, 'b~moss': notKnown },
    people,
  );

  test('counts as answered', () => {
    expect(evaluate(pack, assessment, '2026-01-01').progress()).toEqual({ of: 2, answered: 2 });
  });

  test('is listed as an open matter with its owner and date', () => {
    expect(evaluate(pack, assessment, '2026-01-01').open).toMatchObject([
      { key: 'a', section: 'all', owner: 'wren', by: '2026-02-01' },
      { key: 'b~moss', place: { question: 'b', subject: 'moss', round: 0 } },
    ]);
  });
});

describe('P1 and P5 what counts', () => {
  const decision = {
    id: 'decision',
    kind: 'single-choice',
    choices: choices('go', 'stop'),
    repeats: ['child'],
  } as const;
  const go = { question: 'decision', in: ['go'] } as const;
  const pack = packWith(
    [
      { id: 'start', required: false },
      decision,
      { id: 'goals' },
      { id: 'move', repeats: ['child'] },
      { id: 'extra', required: false },
    ],
    {
      stages: [
        { id: 'first', sections: [{ id: 's1', asks: ['start', 'decision'] }] },
        {
          id: 'later',
          opens: go,
          opensForChild: go,
          sections: [{ id: 's2', asks: ['goals', 'move', { question: 'extra', round: 0, required: true }] }],
        },
      ],
    },
  );
  const here = [child('moss'), child('juniper'), parent('wren')];
  const counting = (answers: Record<string, Value>): readonly string[] =>
    evaluate(pack, assessmentOf(pack, answers, here), '2026-01-01')
      .applies.filter(({ counts }) => counts)
      .map(({ key }) => key);

  test('what is not required, or in a stage not yet open, does not count but applies', () => {
    const { applies, openStages, progress } = evaluate(pack, assessmentOf(pack, {}, here), '2026-01-01');
    expect(counting({})).toEqual(['decision~moss', 'decision~juniper']);
    expect([...openStages]).toEqual(['first']);
    expect(applies.map(({ key }) => key)).toEqual(expect.arrayContaining(['goals', 'move~moss', 'extra']));
    expect(progress()).toEqual({ of: 2, answered: 0 });
  });

  test('an open stage counts for the family, and for each child by that child’s own rule', () => {
    expect(counting({ 'decision~moss': 'go', 'decision~juniper': 'stop' })).toEqual([
      'decision~moss',
      'decision~juniper',
      'goals',
      'move~moss',
      'extra',
    ]);
  });

  test('what does not count has no gap for being empty', () => {
    const { applies } = evaluate(pack, assessmentOf(pack, {}, here), '2026-01-01');
    expect(applies.filter(({ gaps }) => gaps.length > 0).map(({ key }) => key)).toEqual([
      'decision~moss',
      'decision~juniper',
    ]);
  });

  test('P6 progress of a stage, a section, a person, the family', () => {
    const answers = { 'decision~moss': 'go', 'decision~juniper': 'go', 'move~moss': 'now', goals: 'agreed' };
    const { progress } = evaluate(pack, assessmentOf(pack, answers, here), '2026-01-01');
    expect(progress()).toEqual({ of: 6, answered: 4 });
    expect(progress({ stage: 'later' })).toEqual({ of: 4, answered: 2 });
    expect(progress({ section: 's1' })).toEqual({ of: 2, answered: 2 });
    expect(progress({ person: 'moss' })).toEqual({ of: 2, answered: 2 });
    expect(progress({ person: 'juniper', stage: 'later' })).toEqual({ of: 1, answered: 0 });
    expect(progress({ person: null })).toEqual({ of: 2, answered: 1 });
  });
});
