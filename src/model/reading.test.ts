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
import type { Assessment, Person } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import type { Rule } from './rule.ts';

const applying = (pack: Parameters<typeof evaluate>[0], assessment: Assessment): readonly string[] =>
  evaluate(pack, assessment, '2026-01-01')
    .applies.map(({ key }) => key)
    .filter((key) => key !== 'purpose');

describe('V1 the shorter route', () => {
  const pack = packWith([{ id: 'core' }, { id: 'more', core: false }]);
  test('asks core questions only', () => {
    expect(applying(pack, assessmentOf(pack, {}, [], { route: 'core' }))).toEqual(['core']);
    expect(applying(pack, assessmentOf(pack))).toEqual(['core', 'more']);
  });
});

describe('V2 purposes', () => {
  const pack = packWith([{ id: 'move', purposes: ['home'] }, { id: 'always' }]);
  test.each<[Answer | null, readonly string[]]>([
    [given('home'), ['move', 'always']],
    [given('away'), ['always']],
    [null, ['move', 'always']],
    [notKnown, ['move', 'always']],
  ])('with the purpose %j', (purpose, keys) => {
    expect(applying(pack, assessmentOf(pack, purpose ? { purpose } : {}))).toEqual(keys);
  });
});

describe('V3 and V10 whom a question is asked about', () => {
  const pack = packWith([
    { id: 'of-child', repeats: ['child'] },
    { id: 'of-carer', repeats: ['carer'] },
    { id: 'long', repeats: ['carer'], core: false },
  ]);
  const keys = (people: readonly Person[]): readonly string[] => applying(pack, assessmentOf(pack, {}, people));

  test('children in scope, present and not merged', () => {
    const people = [
      child('in'),
      child('out', { inScope: false }),
      child('unsure', { inScope: 'not-known' }),
      child('gone', { removed: true }),
      child('same', { mergedInto: 'in' }),
    ];
    expect(keys(people)).toEqual(['of-child~in']);
  });

  test.each<[string, Partial<Person>, readonly string[]]>([
    ['assessed, elsewhere', { assessedAsCarer: true, inHousehold: 'elsewhere' }, ['of-carer~p', 'long~p']],
    ['assessed, in the home', { assessedAsCarer: true, inHousehold: 'lives-there' }, ['of-carer~p', 'long~p']],
    ['only lives there', { assessedAsCarer: false, inHousehold: 'lives-there' }, ['of-carer~p']],
    ['lives there in part', { assessedAsCarer: 'not-known', inHousehold: 'part-time' }, ['of-carer~p']],
    ['visits often', { assessedAsCarer: false, inHousehold: 'visits-often' }, []],
    ['disputed', { assessedAsCarer: false, inHousehold: 'disputed' }, []],
    ['taken out', { removed: true }, []],
    ['merged', { mergedInto: 'other' }, []],
    ['a child of the house', { role: 'child', assessedAsCarer: true }, []],
  ])('an adult who is: %s', (_, more, expected) => {
    expect(keys([parent('p', more)])).toEqual(expected);
  });
});

/** Whether a question with this rule applies, after these answers to the others. */
function shown(
  rule: Rule,
  questions: readonly QuestionInput[],
  answers: Record<string, Answer | Value>,
  people: readonly Person[] = [],
): boolean {
  const pack = packWith([...questions, { id: 'asked', showWhen: rule }]);
  return applying(pack, assessmentOf(pack, answers, people)).includes('asked');
}

describe('V4 a rule', () => {
  const chain = packWith([
    { id: 'first', kind: 'yes-no-unknown' },
    { id: 'second', kind: 'yes-no-unknown', showWhen: { question: 'first', in: ['yes'] } },
    { id: 'third', showWhen: { question: 'second', in: ['yes'] } },
    { id: 'fourth', showWhen: { not: { question: 'second', in: ['yes'] } } },
  ]);
  const answers = { first: given('yes', 'x'), second: given('yes', 'x'), third: 'kept', fourth: 'kept too' };

  test('shows what depends on an answer', () => {
    expect(applying(chain, assessmentOf(chain, answers))).toEqual(['first', 'second', 'third']);
  });

  test('a hidden answer switches nothing on, and switches nothing off', () => {
    const hidden = assessmentOf(chain, { ...answers, first: given('no', 'x') });
    expect(applying(chain, hidden)).toEqual(['first', 'fourth']);
  });

  test('V9 hidden answers are kept and listed, and apply again with their question', () => {
    const hidden = assessmentOf(chain, { ...answers, first: given('no', 'x') });
    const evaluation = evaluate(chain, hidden, '2026-01-01');
    expect(evaluation.hidden).toEqual(['second', 'third']);
    expect(hidden.answers.third).toEqual(given('kept'));
    const again = evaluate(chain, assessmentOf(chain, answers), '2026-01-01');
    expect(again.applies.find(({ key }) => key === 'third')?.answer).toEqual(given('kept'));
    expect(again.hidden).toEqual(['fourth']);
  });

  test('an answer off the route or the purpose is hidden too', () => {
    const pack = packWith([
      { id: 'switch', core: false },
      { id: 'move', purposes: ['home'] },
      {
        id: 'asked',
        showWhen: {
          any: [
            { question: 'switch', answered: true },
            { question: 'move', answered: true },
          ],
        },
      },
    ]);
    const said = { switch: 'a', move: 'b' };
    expect(applying(pack, assessmentOf(pack, said))).toContain('asked');
    expect(applying(pack, assessmentOf(pack, { ...said, purpose: 'away' }, [], { route: 'core' }))).toEqual([]);
  });
});

describe('V5 a question without an answer', () => {
  const questions: readonly QuestionInput[] = [{ id: 'class', kind: 'risk-class' }];
  const words: readonly Rule[] = [
    { question: 'class', in: ['low', 'not-known'] },
    { question: 'class', answered: true },
    { question: 'class', lowerThan: 9 },
    { question: 'class', lowerThan: 'previous-round' },
    { question: 'nowhere', answered: true },
  ];
  test.each(words)('%j does not hold, and its contrary does', (rule) => {
    expect(shown(rule, questions, {})).toBe(false);
    expect(shown({ not: rule }, questions, {})).toBe(true);
  });

  test('all of nothing holds, any of nothing does not', () => {
    expect([shown({ all: [] }, [], {}), shown({ any: [] }, [], {})]).toEqual([true, false]);
  });
});

describe('V6 the same person', () => {
  const people = [child('moss'), child('juniper'), parent('wren'), child('out', { inScope: false })];
  const pack = packWith([
    { id: 'status', kind: 'single-choice', choices: choices('care', 'home'), repeats: ['child'] },
    { id: 'drinks', kind: 'yes-no-unknown', repeats: ['carer'] },
    { id: 'visits', repeats: ['child'], showWhen: { question: 'status', in: ['care'] } },
    { id: 'not-care', repeats: ['child'], showWhen: { not: { question: 'status', in: ['care'] } } },
    { id: 'family', showWhen: { question: 'status', in: ['care'] } },
    { id: 'family-not', showWhen: { not: { question: 'status', in: ['care'] } } },
    { id: 'child-of-drinker', repeats: ['child'], showWhen: { question: 'drinks', in: ['yes'] } },
    {
      id: 'both',
      repeats: ['child'],
      showWhen: { all: [{ question: 'status', in: ['home'] }, { not: { question: 'status', in: ['care'] } }] },
    },
  ]);
  const answered = (answers: Record<string, Answer | Value>): readonly string[] =>
    applying(pack, assessmentOf(pack, answers, people)).filter((key) => !/^(status|drinks)/.test(key));

  test('is looked at where the question has an answer for them', () => {
    expect(answered({ 'status~moss': 'care', 'status~juniper': 'home' })).toEqual([
      'visits~moss',
      'not-care~juniper',
      'family',
      'both~juniper',
    ]);
  });

  test('otherwise any instance matches, and not means none', () => {
    expect(answered({ 'status~moss': 'home', 'drinks~wren': given('yes', 'seen') })).toEqual([
      'not-care~moss',
      'not-care~juniper',
      'family-not',
      'child-of-drinker~moss',
      'child-of-drinker~juniper',
      'both~moss',
    ]);
  });

  test('somebody who is not asked is no instance', () => {
    expect(answered({ 'status~out': 'care' })).not.toContain('family');
  });
});

describe('V7 rounds', () => {
  const stages = [1, 2, 3].map((round) => ({
    id: `s${String(round)}`,
    sections: [{ id: `round-${String(round)}`, round, asks: ['class', 'lowered', 'harm'] }],
  }));
  const pack = packWith(
    [
      { id: 'class', kind: 'risk-class', repeats: ['child', 'round'] },
      {
        id: 'lowered',
        repeats: ['child', 'round'],
        showWhen: { question: 'class', lowerThan: 'previous-round' },
      },
      { id: 'harm', repeats: ['child', 'round'], showWhen: { question: 'class', in: ['severe'] } },
    ],
    { stages },
  );
  const people = [child('moss'), child('juniper')];
  const dependent = (answers: Record<string, Answer | Value>, more: Partial<Assessment> = {}): readonly string[] =>
    applying(pack, assessmentOf(pack, answers, people, more)).filter((key) => !key.startsWith('class'));

  test('a later answer says nothing about an earlier round, an earlier one goes on', () => {
    expect(dependent({ 'class@2~moss': 'severe' })).toEqual(['harm@2~moss', 'harm@3~moss']);
  });

  test('the later answer wins from its round on', () => {
    expect(dependent({ 'class@1~moss': 'severe', 'class@3~moss': 'high' })).toEqual([
      'harm@1~moss',
      'harm@2~moss',
      'lowered@3~moss',
    ]);
  });

  test('lower than the round before, in rounds 2 and 3 and for each child alone', () => {
    const classes = {
      'class@1~moss': 'high',
      'class@2~moss': 'medium',
      'class@3~moss': 'low',
      'class@1~juniper': 'low',
      'class@2~juniper': 'high',
    };
    expect(dependent(classes)).toEqual(['lowered@2~moss', 'lowered@3~moss']);
  });

  test.each<[string, Record<string, Answer | Value>, readonly string[]]>([
    ['the same class is not lower', { 'class@1~moss': 'high', 'class@2~moss': 'high' }, []],
    ['a higher class is not lower', { 'class@1~moss': 'low', 'class@2~moss': 'high' }, []],
    ['the first class has none before it', { 'class@1~moss': 'low' }, []],
    ['a round left out is looked past', { 'class@1~moss': 'high', 'class@3~moss': 'low' }, ['lowered@3~moss']],
    ['only the round that lowered it', { 'class@1~moss': 'high', 'class@2~moss': 'low' }, ['lowered@2~moss']],
    ['not known is lower than nothing', { 'class@1~moss': 'high', 'class@2~moss': notKnown }, []],
    ['nothing is lower than not known', { 'class@1~moss': notKnown, 'class@2~moss': 'low' }, []],
    [
      'a note alone is passed over',
      { 'class@1~moss': 'high', 'class@2~moss': { is: 'unread', text: '', note: 'ask Orla' }, 'class@3~moss': 'low' },
      ['lowered@3~moss'],
    ],
  ])('%s', (_, answers, keys) => {
    expect(dependent(answers)).toEqual(keys);
  });

  test('a question of no round, in a section with one, is judged in that round', () => {
    const once = packWith(
      [
        { id: 'class', kind: 'risk-class', repeats: ['child', 'round'] },
        { id: 'why-lower', repeats: ['child'], showWhen: { question: 'class', lowerThan: 'previous-round' } },
      ],
      {
        stages: [
          { id: 'a', sections: [{ id: 'one', round: 1, asks: ['class'] }] },
          { id: 'b', sections: [{ id: 'two', round: 2, asks: ['class', 'why-lower'] }] },
          { id: 'c', sections: [{ id: 'three', round: 3, asks: ['class'] }] },
        ],
      },
    );
    const keys = (answers: Record<string, Value>): readonly string[] =>
      applying(once, assessmentOf(once, answers, people));
    expect(keys({ 'class@1~moss': 'high', 'class@2~moss': 'low' })).toContain('why-lower~moss');
    expect(keys({ 'class@1~moss': 'high', 'class@2~moss': 'high', 'class@3~moss': 'low' })).not.toContain(
      'why-lower~moss',
    );
  });

  test('a round somebody opened asks again in the last section, and its answers are not hidden', () => {
    const rounds = [{ round: 4, reason: 'new harm', on: '2026-02-01' }];
    const assessment = assessmentOf(pack, { 'class@3~moss': 'high', 'class@4~moss': 'severe' }, people, { rounds });
    const { applies, hidden, bySection } = evaluate(pack, assessment, '2026-02-01');
    const fourth = applies.filter(({ place }) => place.round === 4).map(({ key }) => key);
    expect(fourth).toEqual(['class@4~moss', 'class@4~juniper', 'harm@4~moss']);
    expect(bySection.get('round-3')?.map(({ key }) => key)).toEqual(expect.arrayContaining(fourth));
    expect(hidden).toEqual([]);
    expect(evaluate(pack, { ...assessment, rounds: [] }, '2026-02-01').hidden).toEqual(['class@4~moss']);
  });
});

describe('V11 the words of a rule', () => {
  test.each<[string, QuestionInput, Rule, Answer | Value, boolean]>([
    [
      'a choice',
      { id: 'q', kind: 'single-choice', choices: choices('a', 'b') },
      { question: 'q', in: ['b'] },
      'b',
      true,
    ],
    [
      'another choice',
      { id: 'q', kind: 'single-choice', choices: choices('a', 'b') },
      { question: 'q', in: ['b'] },
      'a',
      false,
    ],
    [
      'any tick',
      { id: 'q', kind: 'multi-choice', choices: choices('a', 'b') },
      { question: 'q', in: ['b'] },
      ['a', 'b'],
      true,
    ],
    [
      'no tick',
      { id: 'q', kind: 'multi-choice', choices: choices('a', 'b') },
      { question: 'q', in: ['b'] },
      ['a'],
      false,
    ],
    ['yes', { id: 'q', kind: 'yes-no-unknown' }, { question: 'q', in: ['yes', 'not-known'] }, 'yes', true],
    ['not known', { id: 'q', kind: 'yes-no-unknown' }, { question: 'q', in: ['yes', 'not-known'] }, notKnown, true],
    ['not known, not wanted', { id: 'q', kind: 'yes-no-unknown' }, { question: 'q', in: ['yes'] }, notKnown, false],
    [
      'declined',
      { id: 'q', kind: 'yes-no-unknown' },
      { question: 'q', in: ['yes', 'not-known'] },
      { is: 'declined', reason: 'r' },
      false,
    ],
    ['a point', { id: 'q', kind: 'scale', anchors: ['0', '1', '2'] }, { question: 'q', in: ['2'] }, 2, true],
    ['answered', { id: 'q' }, { question: 'q', answered: true }, 'a', true],
    ['answered with nought', { id: 'q', kind: 'number' }, { question: 'q', answered: true }, 0, true],
    ['not known is not answered', { id: 'q' }, { question: 'q', answered: true }, notKnown, false],
    [
      'unread is not answered',
      { id: 'q', kind: 'date' },
      { question: 'q', answered: true },
      { is: 'unread', text: 'soon' },
      false,
    ],
    ['white space is not answered', { id: 'q' }, { question: 'q', answered: true }, '  ', false],
    [
      'a note is not answered',
      { id: 'q', kind: 'table', columns: [column('c')] },
      { question: 'q', answered: true },
      given([], 'n'),
      false,
    ],
    [
      'rows are answered',
      { id: 'q', kind: 'table', columns: [column('c')] },
      { question: 'q', answered: true },
      [row('r')],
      true,
    ],
    ['a lower point', { id: 'q', kind: 'scale', anchors: ['0', '1', '2'] }, { question: 'q', lowerThan: 2 }, 1, true],
    ['the same point', { id: 'q', kind: 'scale', anchors: ['0', '1', '2'] }, { question: 'q', lowerThan: 2 }, 2, false],
    ['a lower class', { id: 'q', kind: 'risk-class' }, { question: 'q', lowerThan: 3 }, 'medium', true],
    ['a class', { id: 'q', kind: 'risk-class' }, { question: 'q', lowerThan: 3 }, 'high', false],
    [
      'an earlier choice',
      { id: 'q', kind: 'single-choice', choices: choices('a', 'b') },
      { question: 'q', lowerThan: 1 },
      'a',
      true,
    ],
    [
      'a later choice',
      { id: 'q', kind: 'single-choice', choices: choices('a', 'b') },
      { question: 'q', lowerThan: 1 },
      'b',
      false,
    ],
    ['text has no order', { id: 'q' }, { question: 'q', lowerThan: 9 }, 'a', false],
    [
      'not known has no order',
      { id: 'q', kind: 'scale', anchors: ['0', '1'] },
      { question: 'q', lowerThan: 9 },
      notKnown,
      false,
    ],
  ])('%s', (_, question, rule, answer, holds) => {
    expect(shown(rule, [question], { q: answer })).toBe(holds);
  });
});
