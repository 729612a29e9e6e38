import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseDraft, pack } from '../../test/journeys/guidance.ts';
import type { Answer, Rating } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change } from './assessment.ts';
import { evaluateAgain, type Evaluated } from './evaluate-again.ts';
import { evaluate, type Evaluation, type Instance } from './evaluate.ts';
import { parsePlaceKey } from './place.ts';

const draft = caseDraft('quillfeather');
const on = '2026-01-15';

/** What two evaluations say otherwise. What the pack or the assessment says stands in both as the very same object; what is asked in a round opened later is made anew. */
function differences(one: Evaluation, other: Evaluation): readonly unknown[] {
  const rest = ({ hidden, open, stops, lookAgain, openStages, on: day, progress }: Evaluation): string =>
    JSON.stringify([hidden, open, stops, [...lookAgain], [...openStages], day, progress()]);
  const lists = ({ applies, bySection }: Evaluation): readonly (readonly Instance[])[] => [
    applies,
    ...bySection.values(),
  ];
  return [
    ...(rest(one) === rest(other) ? [] : [rest(one), rest(other)]),
    ...lists(one).flatMap((list, index) => unlike(list, lists(other)[index] ?? [])),
  ];
}

function unlike(one: readonly Instance[], other: readonly Instance[]): readonly unknown[] {
  if (one.length !== other.length) return [one, other];
  const { place: _place, gaps: _gaps, asked: _asked, ...kept } = one[0] ?? {};
  const fields = Object.keys(kept) as (keyof Instance)[];
  return one.filter((instance, index) => {
    const like = other[index];
    return (
      !like ||
      fields.some((field) => instance[field] !== like[field]) ||
      JSON.stringify([instance.gaps, instance.asked]) !== JSON.stringify([like.gaps, like.asked])
    );
  });
}

const ways = ['text', 'note', 'first', 'last', 'not-known', 'declined', 'nothing', 'again', 'status', 'row'] as const;

/** Another answer where one question is asked; where its kind has none such, the answer it has. */
function another({ question, answer }: Instance, way: (typeof ways)[number]): Answer | null {
  const ids = question.kind === 'risk-class' ? pack.riskClasses : (question.choices ?? []);
  const id = (way === 'first' ? ids[0] : ids.at(-1))?.id;
  const value = answer?.is === 'given' ? answer.value : null;
  switch (way) {
    case 'text':
      return { is: 'unread', text: 'some words' };
    case 'note':
      return answer && { ...answer, note: 'Seen at home.' };
    case 'first':
    case 'last':
      return id === undefined ? answer : { is: 'given', value: question.kind === 'multi-choice' ? [id] : id };
    case 'not-known':
      return { is: 'not-known', owner: 'The worker' };
    case 'declined':
      return { is: 'declined', reason: '' };
    case 'nothing':
      return null;
    case 'again':
      return answer;
    case 'status':
    case 'row':
      if (!Array.isArray(value) || !answer) return answer;
      return way === 'status' && question.kind === 'factor-rating'
        ? { is: 'given', value: (value as readonly Rating[]).map((each) => ({ ...each, status: 'past' })) }
        : { is: 'given', value: value.slice(1) as readonly Rating[] };
  }
}

const edited = (assessment: Assessment, minute: number, change: Change): Assessment | null => {
  const at = `2026-01-15T10:${String(minute).padStart(2, '0')}:00.000Z`;
  const made = apply(pack, assessment, { id: String(minute), at, by: 'A', change });
  return made.ok ? made.value : null;
};

/** Every stage signed, and then somebody came. */
const signed = [
  {
    do: 'sign-version',
    version: {
      id: 'v',
      sha256: '0'.repeat(64),
      stages: pack.stages.map(({ id }) => id),
      packs: [],
      statedTime: '2026-01-15T09:59:00.000Z',
      signatories: [],
      previous: null,
    },
  } as const,
  { do: 'add-person', person: { id: 'new', role: 'parent', name: 'Ash', inHousehold: 'lives-there' } } as const,
].reduce<Assessment>((assessment, change) => edited(assessment, 0, change) ?? assessment, draft);

const deciding = ['risk-class', 'risk-lowered-evidence', 'previous-returns', 'legal-status', 'purpose', 'factors-'];
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    /** Half of them where an answer is most likely to decide something. */
    near: fc.boolean(),
    way: fc.constantFrom(...ways),
    besides: fc.option(fc.constantFrom('person', 'gone', 'round', 'route', 'evidence', 'spoken', 'unspoken'), {
      freq: 3,
    }),
  }),
  { minLength: 1, maxLength: 10 },
);

function changeOf(
  { at, near, way, besides }: (typeof edits extends fc.Arbitrary<infer T> ? T : never)[number],
  assessment: Assessment,
  { applies }: Evaluation,
): Change | null {
  const adult = assessment.people.findLast(({ role }) => role !== 'child')?.id ?? '';
  if (besides === 'person') return { do: 'change-person', person: adult, set: { inHousehold: 'lives-there' } };
  if (besides === 'gone') return { do: 'remove-person', person: adult };
  if (besides === 'round') return { do: 'open-round', round: { round: 5, reason: 'New', on } };
  if (besides === 'route') return { do: 'change-details', set: { route: 'core' } };
  if (besides === 'spoken' || besides === 'unspoken')
    return {
      do: 'answer',
      at: { question: 'factors-parent', subject: 'new', round: 1 },
      answer: besides === 'spoken' ? { is: 'not-known' } : null,
    };
  if (besides === 'evidence')
    return { do: 'add-evidence', evidence: { id: `e${String(at)}`, words: 'Seen', supports: [] } };
  const among = near
    ? applies.filter(({ question }) => deciding.some((each) => question.id.startsWith(each)))
    : applies;
  const instance = among[at % among.length];
  return instance ? { do: 'answer', at: instance.place, answer: another(instance, way) } : null;
}

test('V1–V12, P1–P5 an evaluation made from the one before says what a whole one says, whatever changed', () => {
  let carried = 0;
  let whole = 0;
  fc.assert(
    fc.property(fc.constantFrom(draft, signed), edits, (start, all) => {
      let before: Evaluated = { pack, assessment: start, evaluation: evaluate(pack, start, on) };
      for (const [index, each] of all.entries()) {
        const change = changeOf(each, before.assessment, before.evaluation);
        const assessment = change && edited(before.assessment, 1 + index * 5, change);
        if (!assessment) continue;
        const evaluation = evaluateAgain(pack, assessment, on, before);
        expect(differences(evaluation, evaluate(pack, assessment, on))).toEqual([]);
        if (evaluation.stops === before.evaluation.stops) carried += 1;
        else whole += 1;
        before = { pack, assessment, evaluation };
      }
    }),
    { numRuns: 40 },
  );
  expect(Math.min(carried, whole), 'both ways are met').toBeGreaterThan(10);
});

const typedIn = (key: string, answer: Answer): { readonly before: Evaluated; readonly after: Evaluation } => {
  const before: Evaluated = { pack, assessment: draft, evaluation: evaluate(pack, draft, on) };
  const at = parsePlaceKey(key) ?? { question: '', subject: null, round: 0 };
  const made = apply(pack, draft, {
    id: '1',
    at: `${on}T10:00:00.000Z`,
    by: 'A',
    change: { do: 'answer', at, answer },
  });
  if (!made.ok) throw new Error(key);
  return { before, after: evaluateAgain(pack, made.value, on, before) };
};

test('V15 what is no longer said about somebody in a signed round is looked at whole', () => {
  const at = { question: 'factors-parent', subject: 'new', round: 1 };
  const spoken = edited(signed, 1, { do: 'answer', at, answer: { is: 'not-known' } });
  const silent = spoken && edited(spoken, 2, { do: 'answer', at, answer: null });
  if (!spoken || !silent) throw new Error('the case has no round 1');
  const asked = ({ applies }: Evaluation): number => applies.filter(({ person }) => person?.id === 'new').length;
  const before: Evaluated = { pack, assessment: spoken, evaluation: evaluate(pack, spoken, on) };
  const after = evaluateAgain(pack, silent, on, before);
  expect(asked(after)).toBeLessThan(asked(before.evaluation));
  expect(differences(after, evaluate(pack, silent, on))).toEqual([]);
});

test('a key in a text that no rule reads looks at no other question again', () => {
  const { before, after } = typedIn('analysis-harm~juniper', { is: 'given', value: 'Another text.' });
  const others = ({ applies }: Evaluation): readonly Instance[] =>
    applies.filter(({ key }) => key !== 'analysis-harm~juniper');
  expect(others(after).every((instance, index) => instance === others(before.evaluation)[index])).toBe(true);
  expect(after.hidden).toBe(before.evaluation.hidden);
});

test('another class, another day and other words of the pack are looked at whole', () => {
  const { before, after } = typedIn('risk-class@1~juniper', { is: 'given', value: 'low' });
  expect(after.hidden).not.toBe(before.evaluation.hidden);
  expect(evaluateAgain(pack, draft, '2026-01-16', before).on).toBe('2026-01-16');
  const reworded = { ...pack };
  expect(evaluateAgain(reworded, draft, on, before).hidden).not.toBe(before.evaluation.hidden);
});
