import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessmentOf,
  child,
  choices,
  column,
  editOf,
  given,
  notKnown,
  packWith,
  parent,
  row,
} from '../../test/fixtures/small-pack.ts';
import type { Answer, Value } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Place } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { shownEvidence } from './evidence.ts';
import { rowsOf } from './fits.ts';
import { inverse } from './inverse.ts';
import { placeKey } from './place.ts';

const pack = packWith([
  { id: 'text', kind: 'long-text' },
  { id: 'yes', kind: 'yes-no-unknown', repeats: ['child'], showWhen: { question: 'text', answered: true } },
  { id: 'class', kind: 'risk-class', repeats: ['child', 'round'] },
  { id: 'pick', kind: 'multi-choice', choices: choices('a', 'b'), repeats: ['carer'] },
  {
    id: 'rows',
    kind: 'table',
    columns: [column('what'), column('when', { kind: 'date' })],
    evidence: { kind: 'event', mark: 'fact', words: 'what', on: 'when' },
  },
  {
    id: 'met',
    kind: 'person-table',
    lists: ['parent'],
    columns: [column('born', { property: 'born' }), column('how')],
  },
  { id: 'told', kind: 'long-text', evidence: { kind: 'child-words', mark: 'view' } },
]);
const people = [child('moss'), child('juniper', { born: '2017' }), parent('wren'), parent('flint', { removed: true })];

/** What a person did, before it is known what there is to do it to. */
interface Wish {
  readonly kind: Change['do'] | 'unfit';
  readonly one: number;
  readonly two: number;
  readonly text: string;
  readonly also: readonly Wish[];
}

const kinds: readonly Exclude<Change['do'], 'sign-version' | 'together'>[] = [
  'answer',
  'set-cell',
  'add-row',
  'remove-row',
  'restore-row',
  'move-row',
  'add-person',
  'change-person',
  'remove-person',
  'restore-person',
  'merge-person',
  'change-details',
  'open-round',
  'close-round',
  'add-evidence',
  'change-evidence',
  'remove-evidence',
];
const plain = fc.record({
  kind: fc.constantFrom(...kinds),
  one: fc.nat(1000),
  two: fc.nat(1000),
  text: fc.string({ maxLength: 4 }),
  also: fc.constant([]),
});
const wish: fc.Arbitrary<Wish> = fc.oneof(
  { arbitrary: plain, weight: 6 },
  {
    arbitrary: fc
      .array(plain, { maxLength: 4 })
      .map((also) => ({ kind: 'together', one: 0, two: 0, text: '', also }) as const),
    weight: 1,
  },
);

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)];
const place = (question: string, subject: string | null = null, round = 0): Place => ({ question, subject, round });
const tables = [place('rows'), place('met')];
const places: readonly [Place, readonly Value[]][] = [
  [place('text'), ['', ' ', 'words', 'more words']],
  [place('yes', 'moss'), ['yes', 'no']],
  [place('class', 'juniper', 1), ['low', 'severe']],
  [place('class', 'moss', 2), ['medium']],
  [place('pick', 'wren'), [['a'], ['b', 'a'], []]],
  [place('rows'), [[], [row('x', { what: 'kept' })], [row('x'), row('y', { when: '2024-02' })]]],
  [place('met'), [[row('p', {}, 'wren')]]],
  [place('told'), ['', 'home', 'home and Damson']],
];
const supports = [{ at: 'text' }, { at: 'yes~moss' }, { at: 'class@2~moss' }];

function answerFrom({ one, two, text }: Wish, values: readonly Value[]): Answer | null {
  const note = two % 3 === 0 ? { note: text } : {};
  const copied = two % 7 === 0 ? { copiedFrom: 'elsewhere' } : {};
  const value = pick(values, two) ?? '';
  const kinds: readonly (Answer | null)[] = [
    { is: 'given', value, ...note, ...copied },
    { is: 'given', value },
    { is: 'not-known', owner: 'wren', by: '2026-02-01', ...note },
    { is: 'declined', reason: text, ...note },
    { is: 'unread', text, ...note },
    notKnown,
    null,
  ];
  return pick(kinds, one) ?? null;
}

/** The change a wish comes to in an assessment; null where there is nothing to do it to. */
function changeFrom(assessment: Assessment, made: Wish): Change | null {
  const { one, two, text } = made;
  const at = pick(tables, one) ?? place('rows');
  const rows = rowsOf(assessment.answers[placeKey(at)]);
  const chosen = pick(rows, two);
  const person = pick(assessment.people, one);
  const column = at.question === 'rows' ? 'what' : 'how';
  switch (made.kind) {
    case 'answer': {
      const [where, values] = pick(places, one + two) ?? [place('text'), ['a']];
      return { do: 'answer', at: where, answer: answerFrom(made, values) };
    }
    case 'set-cell':
      return chosen ? { do: 'set-cell', at, row: chosen.id, column, cell: two % 4 === 0 ? null : text } : null;
    case 'add-row':
      return {
        do: 'add-row',
        at,
        row: row(`new-${String(two)}`, text ? { [column]: text } : {}),
        ...(two % 2 ? { index: two % 5 } : {}),
      };
    case 'restore-row':
      return { do: 'restore-row', at, row: row(`old-${String(two)}`), index: two % 4 };
    case 'remove-row':
      return chosen ? { do: 'remove-row', at, row: chosen.id } : null;
    case 'move-row':
      return chosen ? { do: 'move-row', at, row: chosen.id, index: one % (rows.length + 1) } : null;
    case 'add-person':
      return { do: 'add-person', person: one % 2 ? child(`c-${String(two)}`) : parent(`p-${String(two)}`) };
    case 'change-person':
      return person
        ? {
            do: 'change-person',
            person: person.id,
            set:
              pick(
                [
                  { born: text ? { unread: text } : null },
                  { name: null },
                  { name: text, inScope: 'not-known' as const },
                  { role: 'carer', assessedAsCarer: null },
                  { relatedTo: ['moss'], inHousehold: null, detail: text },
                  {},
                ],
                two,
              ) ?? {},
          }
        : null;
    case 'remove-person':
      return person ? { do: 'remove-person', person: person.id } : null;
    case 'restore-person':
      return person ? { do: 'restore-person', person: person.id } : null;
    case 'merge-person': {
      const into = pick(assessment.people, two);
      return person && into ? { do: 'merge-person', person: person.id, into: into.id } : null;
    }
    case 'change-details':
      return { do: 'change-details', set: one % 2 ? { reference: text } : { route: two % 2 ? 'core' : 'full' } };
    case 'open-round':
      return { do: 'open-round', round: { round: 2 + (one % 4), reason: text, on: '2026-02-01' } };
    case 'close-round': {
      const opened = pick(assessment.rounds, one);
      return opened ? { do: 'close-round', round: opened.round } : null;
    }
    case 'add-evidence':
      return {
        do: 'add-evidence',
        evidence: {
          id: `e-${String(one % 6)}`,
          words: text,
          supports: supports.slice(two % 3),
          ...(two % 2 ? { takenFrom: pick(['rows.x', 'rows.y', 'told', 'rows.gone'], one) ?? '' } : { mark: 'view' }),
        },
        ...(two % 3 ? { index: two % 4 } : {}),
      };
    case 'change-evidence': {
      const chosen = pick(assessment.evidence ?? [], one);
      const sets: readonly Extract<Change, { do: 'change-evidence' }>['set'][] = [
        { words: text },
        { words: null, mark: 'opinion', person: 'wren' },
        { takenFrom: null },
        { takenFrom: 'rows.x', kind: 'report' },
        { supports: supports.slice(one % 3), on: { unread: text } },
        { on: '2024-02', from: text, person: null },
      ];
      return chosen ? { do: 'change-evidence', evidence: chosen.id, set: pick(sets, two) ?? {} } : null;
    }
    case 'remove-evidence': {
      const chosen = pick(assessment.evidence ?? [], one);
      return chosen ? { do: 'remove-evidence', evidence: chosen.id } : null;
    }
    case 'together': {
      // Each of them as it would come out after the ones before.
      const changes: Change[] = [];
      let now: Assessment = assessment;
      for (const each of made.also) {
        const change = changeFrom(now, each);
        const next = change && apply(pack, now, editOf(change));
        if (!change || !next?.ok) continue;
        changes.push(change);
        now = next.value;
      }
      return { do: 'together', changes };
    }
    default:
      return null;
  }
}

/** What taking back brings back: all but the time of the last change, the history, and people added since, who are taken out. */
function comparable(assessment: Assessment): unknown {
  const { answers, people: everybody, rounds, reference, route, versions } = assessment;
  const known = new Set(people.map(({ id }) => id));
  return {
    answers,
    rounds,
    reference,
    route,
    versions,
    // The words kept of a row that is gone are the last it had, whatever is taken back.
    evidence: assessment.evidence?.map((each) =>
      shownEvidence(pack, assessment, each).gone ? { ...each, words: '', on: '', from: '', person: '' } : each,
    ),
    people: everybody.filter(({ id, removed }) => known.has(id) || !removed),
  };
}

const start = assessmentOf(
  pack,
  {
    text: given('begun', 'a note'),
    rows: { ...given([row('x', { what: 'first' }), row('y')]), copiedFrom: 'before' },
    'class@1~juniper': 'high',
  },
  people,
  {
    rounds: [{ round: 3, reason: 'new harm', on: '2026-01-02' }],
    evidence: [
      { id: 'e-1', words: 'first', takenFrom: 'rows.x', supports: [{ at: 'text' }] },
      { id: 'e-2', words: 'typed', supports: [{ at: 'class@1~juniper' }] },
    ],
  },
);

function made(assessment: Assessment, change: Change): Assessment {
  const next = apply(pack, assessment, editOf(change));
  if (!next.ok) throw new Error(`${change.do}: ${next.problems[0].code}`);
  return next.value;
}

/** The wishes that can be made one after the other, each with the assessment it left and the change that takes it back. */
function follow(
  wishes: readonly Wish[],
): readonly { after: Assessment; before: Assessment; change: Change; back: Change }[] {
  const steps: { after: Assessment; before: Assessment; change: Change; back: Change }[] = [];
  let now: Assessment = start;
  for (const each of wishes) {
    const change = changeFrom(now, each);
    if (!change) continue;
    const back = inverse(pack, now, change);
    const next = apply(pack, now, editOf(change));
    if (!next.ok) continue;
    if (!back) throw new Error(`${change.do} was made and cannot be taken back`);
    steps.push({ before: now, after: next.value, change, back });
    now = next.value;
  }
  return steps;
}

describe('E9 taking back', () => {
  test('every kind of change comes up', () => {
    const met = new Set<string>();
    for (const wishes of fc.sample(fc.array(wish, { minLength: 10, maxLength: 20 }), { numRuns: 100, seed: 7 }))
      for (const { change } of follow(wishes)) met.add(change.do);
    expect([...met].toSorted()).toEqual([...kinds, 'together'].toSorted());
  });

  test('one change and its inverse lead back', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        for (const { before, after, back } of follow(wishes))
          expect(comparable(made(after, back))).toEqual(comparable(before));
      }),
      { numRuns: 200 },
    );
  });

  test('any changes, and their inverses from the last to the first, lead back', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
        const steps = follow(wishes);
        const last = steps.at(-1)?.after ?? start;
        expect(comparable(steps.toReversed().reduce((now, { back }) => made(now, back), last))).toEqual(
          comparable(start),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('taking back the taking back brings the change again, with the same people', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        for (const { after, back } of follow(wishes)) {
          const forth = inverse(pack, after, back);
          expect(forth).not.toBeNull();
          if (!forth) continue;
          const { answers, people, rounds } = made(made(after, back), forth);
          expect({ answers, people, rounds }).toEqual({
            answers: after.answers,
            people: after.people,
            rounds: after.rounds,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('E4 adding a person, taken back, leaves them taken out under their id', () => {
    const add: Change = { do: 'add-person', person: child('new') };
    const back = inverse(pack, start, add);
    expect(back).toEqual({ do: 'remove-person', person: 'new' });
    if (back) expect(made(made(start, add), back).people.at(-1)).toEqual(child('new', { removed: true }));
  });

  test('E8 signing cannot be taken back', () => {
    const version = {
      id: 'v',
      sha256: 'a',
      stages: [],
      packs: [],
      statedTime: '2026-01-01T09:00:00.000Z',
      signatories: [],
    };
    expect(inverse(pack, start, { do: 'sign-version', version })).toBeNull();
  });

  test('E10 what cannot be made together has no inverse', () => {
    const changes: readonly Change[] = [{ do: 'remove-row', at: place('rows'), row: 'nowhere' }];
    expect(inverse(pack, start, { do: 'together', changes })).toBeNull();
  });
});

test('E13 the same edits lead to the same assessment, and nothing given is changed', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => {
      const frozen = JSON.stringify(start);
      const once = follow(wishes);
      const again = follow(wishes);
      expect(again.map(({ after }) => after)).toEqual(once.map(({ after }) => after));
      expect(JSON.stringify(start)).toBe(frozen);
    }),
    { numRuns: 50 },
  );
});

test('V9 whatever is hidden and shown on the way, no answer is lost', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 15 }), (wishes) => {
      for (const { after } of follow(wishes)) {
        const { applies, hidden } = evaluate(pack, after, '2026-01-01');
        const shown = applies.flatMap(({ key, answer }) => (answer ? [key] : []));
        expect([...shown, ...hidden].toSorted()).toEqual(
          Object.keys(after.answers)
            .filter((key) => key !== pack.purposeQuestion || !shown.includes(key))
            .toSorted(),
        );
      }
    }),
    { numRuns: 100 },
  );
});
