import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessmentOf, choices, notKnown, packWith, type QuestionInput } from '../../test/fixtures/small-pack.ts';
import type { Answer } from './answer.ts';
import type { Assessment, OpenedRound, Person } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import type { Pack, Question, Repeat } from './pack.ts';
import type { Rule } from './rule.ts';

/*
 * Section V of SPEC.md once more, as literally and slowly as it is written there: no index, nothing remembered, keys
 * put together by hand. It must say the same as `evaluate` about any small pack.
 */

const asksOf = (pack: Pack, id: string): readonly number[] =>
  pack.sections.flatMap(({ asks }) => asks.filter(({ question }) => question === id).map(({ round }) => round));

function peopleFor({ people }: Assessment, { repeats }: Question): readonly (string | null)[] {
  const here = people.filter((person) => !person.removed && person.mergedInto === undefined);
  if (repeats.includes('child'))
    return here.filter((p) => p.role === 'child' && p.inScope === true).map(({ id }) => id);
  if (repeats.includes('carer')) return here.filter(isCarer).map(({ id }) => id);
  return [null];
}
const isCarer = (person: Person): boolean =>
  person.role !== 'child' &&
  (person.assessedAsCarer === true || person.inHousehold === 'lives-there' || person.inHousehold === 'part-time');

function appliesTo(
  pack: Pack,
  assessment: Assessment,
  question: Question,
  subject: string | null,
  round: number,
): boolean {
  const person = assessment.people.find(({ id }) => id === subject);
  const short = person !== undefined && isCarer(person) && person.assessedAsCarer !== true;
  if (!question.core && (assessment.route === 'core' || short)) return false;
  const { purpose } = assessment.answers;
  if (question.purposes && purpose?.is === 'given' && !question.purposes.some((each) => each === purpose.value))
    return false;
  return question.showWhen === undefined || holds(pack, assessment, question.showWhen, subject, round);
}

function holds(pack: Pack, assessment: Assessment, rule: Rule, subject: string | null, round: number): boolean {
  if ('all' in rule) return rule.all.filter((each) => !holds(pack, assessment, each, subject, round)).length === 0;
  if ('any' in rule) return rule.any.filter((each) => holds(pack, assessment, each, subject, round)).length > 0;
  if ('not' in rule) return !holds(pack, assessment, rule.not, subject, round);
  const question = pack.questions.find(({ id }) => id === rule.question);
  if (!question) return false;
  const everybody = peopleFor(assessment, question);
  const looked = everybody.filter((each) => each === subject);
  for (const each of looked.length > 0 ? looked : everybody)
    if (leafHolds(pack, assessment, rule, question, each, round)) return true;
  return false;
}

type Leaf = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>;

function leafHolds(
  pack: Pack,
  assessment: Assessment,
  rule: Leaf,
  question: Question,
  subject: string | null,
  round: number,
): boolean {
  if (!appliesTo(pack, assessment, question, subject, round)) return false;
  const [found, before] = answersUpTo(assessment, question, subject, round === 0 ? 99 : round);
  if (!found) return false;
  const [at, answer] = found;
  if ('answered' in rule) return answer.is === 'given';
  if ('in' in rule)
    return answer.is === 'not-known'
      ? rule.in.includes('not-known')
      : answer.is === 'given' && [answer.value].flat().some((each) => rule.in.some((wanted) => wanted === each));
  // These packs suggest nothing.
  if ('fromSuggestion' in rule) return false;
  const order = (each: Answer): number =>
    each.is === 'given' && typeof each.value === 'string'
      ? letters.findIndex((letter) => letter === each.value)
      : Number.NaN;
  if (rule.lowerThan !== 'previous-round') return order(answer) < rule.lowerThan;
  if (round !== 0 && at !== round) return false;
  return before !== undefined && order(answer) < order(before[1]);
}

/** The answers at or before a round, the latest first. */
function answersUpTo(
  { answers }: Assessment,
  question: Question,
  subject: string | null,
  round: number,
): readonly (readonly [number, Answer])[] {
  const repeated = question.repeats.includes('round');
  const rounds = repeated ? Array.from({ length: round }, (_, index) => round - index) : [0];
  return rounds.flatMap((each) => {
    const answer =
      answers[`${question.id}${repeated ? `@${String(each)}` : ''}${subject === null ? '' : `~${subject}`}`];
    return answer ? [[each, answer] as const] : [];
  });
}

function reference(
  pack: Pack,
  assessment: Assessment,
): { readonly applies: readonly string[]; readonly hidden: readonly string[] } {
  const applies: string[] = [];
  for (const section of pack.sections) {
    const asks = [...section.asks.map(({ question, round }) => [question, round] as const)];
    for (const { round } of assessment.rounds)
      for (const asked of section.asks) {
        const last = Math.max(...asksOf(pack, asked.question));
        if (asked.round > 0 && asked.round === last && round > last) asks.push([asked.question, round]);
      }
    for (const [id, round] of asks)
      for (const question of pack.questions.filter((each) => each.id === id))
        for (const subject of peopleFor(assessment, question))
          if (appliesTo(pack, assessment, question, subject, round === 0 ? section.round : round))
            applies.push(`${id}${round === 0 ? '' : `@${String(round)}`}${subject === null ? '' : `~${subject}`}`);
  }
  return { applies, hidden: Object.keys(assessment.answers).filter((key) => !applies.includes(key)) };
}

/* What packs, people and answers can look like. */

const letters = ['a', 'b', 'c'];
const someRepeats: readonly (readonly Repeat[])[] = [
  [],
  ['child'],
  ['carer'],
  ['round'],
  ['child', 'round'],
  ['carer', 'round'],
];

/** A rule over the questions before this one, so that none comes back to itself. */
const ruleOver = (ids: readonly string[]): fc.Arbitrary<Rule> => {
  const question = fc.constantFrom(...ids);
  const leaf: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ question, in: fc.uniqueArray(fc.constantFrom(...letters, 'not-known'), { minLength: 1 }) }),
    fc.record({ question, answered: fc.constant(true as const) }),
    fc.record({ question, lowerThan: fc.constantFrom(1, 2, 'previous-round' as const) }),
  );
  const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('rule') }),
    ),
  }));
  return rule;
};

const question = (index: number): fc.Arbitrary<QuestionInput> =>
  fc
    .record({
      repeats: fc.constantFrom(...someRepeats),
      core: fc.boolean(),
      many: fc.boolean(),
      purposes: fc.option(fc.constantFrom(['home'], ['home', 'away']), { nil: undefined, freq: 1 }),
      rule:
        index === 0
          ? fc.constant(undefined)
          : fc.option(ruleOver(Array.from({ length: index }, (_, n) => `q${String(n)}`)), { nil: undefined, freq: 4 }),
    })
    .map(({ repeats, core, many, purposes, rule }) => ({
      id: `q${String(index)}`,
      kind: many ? 'multi-choice' : 'single-choice',
      choices: choices(...letters),
      repeats,
      core,
      ...(purposes ? { purposes } : {}),
      ...(rule ? { showWhen: rule } : {}),
    }));

const pack: fc.Arbitrary<Pack> = fc
  .tuple(
    fc.tuple(question(0), question(1), question(2), question(3), question(4)),
    fc.array(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([questions, sections]) =>
    packWith(questions, {
      stages: sections.map((asked, round) => ({
        id: `stage-${String(round)}`,
        sections: [{ id: `section-${String(round)}`, round, asks: asked.map((each) => `q${String(each)}`) }],
      })),
    }),
  );

const people: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record(
      {
        role: fc.constantFrom('child', 'parent', 'household'),
        inScope: fc.constantFrom(true, false, 'not-known' as const),
        assessedAsCarer: fc.constantFrom(true, false),
        inHousehold: fc.constantFrom('lives-there', 'part-time', 'visits-often', 'elsewhere'),
        removed: fc.constant(true as const),
        mergedInto: fc.constant('p0'),
      },
      { requiredKeys: ['role', 'inScope', 'inHousehold'] },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((each, index) => ({ ...each, id: `p${String(index)}`, name: '' })));

const answerIn = (many: boolean): fc.Arbitrary<Answer> => {
  const value = many ? fc.subarray(letters, { minLength: 1 }) : fc.constantFrom(...letters);
  return fc.oneof(
    { arbitrary: value.map((each): Answer => ({ is: 'given', value: each })), weight: 5 },
    { arbitrary: fc.constant<Answer>(notKnown), weight: 1 },
    { arbitrary: fc.constant<Answer>({ is: 'declined', reason: 'r' }), weight: 1 },
  );
};

const cases: fc.Arbitrary<readonly [Pack, Assessment]> = fc
  .record({
    pack,
    people,
    route: fc.constantFrom('core' as const, 'full' as const),
    purpose: fc.constantFrom('home', 'away', null),
    opened: fc.subarray<OpenedRound>([1, 2, 4, 6].map((round) => ({ round, reason: 'r', on: '2026-01-01' }))),
    seeds: fc.array(
      fc.record({
        question: fc.nat(4),
        person: fc.nat(5),
        round: fc.integer({ min: 1, max: 6 }),
        one: answerIn(false),
        many: answerIn(true),
      }),
      { minLength: 6, maxLength: 30 },
    ),
  })
  .map(({ pack, people, route, purpose, opened, seeds }) => {
    const asked = pack.questions.filter(({ id }) => id !== 'purpose');
    const answers = seeds.flatMap((seed) => {
      const at = asked[seed.question];
      if (!at) return [];
      const personal = at.repeats.includes('child') || at.repeats.includes('carer');
      // Only rounds that are asked or opened: an answer in any other cannot come about.
      const rounds = [...asksOf(pack, at.id), ...opened.map(({ round }) => round)];
      const repeated = at.repeats.includes('round');
      if (repeated && !rounds.includes(seed.round)) return [];
      const key = `${at.id}${repeated ? `@${String(seed.round)}` : ''}${personal ? `~p${String(seed.person % people.length)}` : ''}`;
      return [[key, at.kind === 'multi-choice' ? seed.many : seed.one] as const];
    });
    const purposeAnswer = purpose === null ? {} : { purpose };
    return [
      pack,
      assessmentOf(pack, { ...purposeAnswer, ...Object.fromEntries(answers) }, people, { route, rounds: opened }),
    ] as const;
  });

test('V1–V11 what applies is what the slow reading says', () => {
  fc.assert(
    fc.property(cases, ([pack, assessment]) => {
      const { applies, hidden } = evaluate(pack, assessment, '2026-01-01');
      const expected = reference(pack, assessment);
      expect({ applies: applies.map(({ key }) => key).toSorted(), hidden: hidden.toSorted() }).toEqual({
        applies: expected.applies.toSorted(),
        hidden: expected.hidden.toSorted(),
      });
    }),
    { numRuns: 500 },
  );
});

test('V9 going to the short route and back, or to another purpose and back, changes no answer', () => {
  fc.assert(
    fc.property(cases, ([pack, assessment]) => {
      const keys = (each: Assessment): readonly unknown[] =>
        evaluate(pack, each, '2026-01-01').applies.map(({ key, answer }) => [key, answer]);
      const before = keys(assessment);
      const away: Assessment = {
        ...assessment,
        route: 'core',
        answers: { ...assessment.answers, purpose: { is: 'given', value: 'away' } },
      };
      expect(Object.keys(away.answers)).toEqual(expect.arrayContaining(Object.keys(assessment.answers)));
      keys(away);
      expect(keys({ ...away, route: assessment.route, answers: assessment.answers })).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test('V1–V11 the cases of this test show and hide enough to mean something', () => {
  const seen = fc
    .sample(cases, { numRuns: 400, seed: 11 })
    .map(([pack, assessment]) => evaluate(pack, assessment, '2026-01-01'));
  const withHidden = seen.filter(({ hidden }) => hidden.length > 0).length;
  const withShown = seen.filter(({ applies }) =>
    applies.some(({ question, answer }) => question.showWhen && answer),
  ).length;
  expect(Math.min(withHidden, withShown)).toBeGreaterThan(50);
});
