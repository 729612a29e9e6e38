import fc from 'fast-check';
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
  stillWorld,
} from '../../test/fixtures/small-pack.ts';
import type { Answer } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Place } from './assessment.ts';
import { mergeBranches, type Merge } from './merge.ts';
import { same } from './same.ts';

const pack = packWith([
  { id: 'story', kind: 'long-text' },
  { id: 'place', kind: 'text' },
  { id: 'when', kind: 'text' },
  { id: 'pick', kind: 'multi-choice', choices: choices('a', 'b'), repeats: ['child'] },
  { id: 'rows', kind: 'table', columns: [column('what'), column('who')] },
]);
const at = (question: string, subject: string | null = null): Place => ({ question, subject, round: 0 });
const say = (question: string, value: string): Change => ({ do: 'answer', at: at(question), answer: given(value) });
const cell = (rowId: string, name: string, value: string): Change => ({
  do: 'set-cell',
  at: at('rows'),
  row: rowId,
  column: name,
  cell: value,
});

const people = [child('moss'), child('juniper'), parent('wren')];
const start = assessmentOf(
  pack,
  { story: 'as it was', rows: [row('x', { what: 'one' }), row('y', { what: 'two' })] },
  people,
);

/** `from` once `by` made these changes, a minute apart; a change that does not fit is left out. */
function after(from: Assessment, by: string, hour: number, ...changes: readonly Change[]): Assessment {
  let now = from;
  for (const [minute, change] of changes.entries()) {
    const edit = { id: `${by}-${String(minute)}`, at: new Date(Date.UTC(2026, 0, 2, hour, minute)).toISOString(), by };
    const next = apply(pack, now, { ...edit, change });
    if (next.ok) now = next.value;
  }
  return now;
}

function ids(): { now(): string; newId(): string } {
  return { now: () => '2026-01-03T09:00:00.000Z', newId: stillWorld().newId };
}

/** The ground with the merge made, which must fit whole. */
function made(ground: Assessment, { changes }: Merge): Assessment {
  if (changes.length === 0) return ground;
  const edit = {
    id: 'merge',
    at: '2026-01-03T09:00:00.000Z',
    by: 'Tansy',
    change: { do: 'together', changes },
  } as const;
  const merged = apply(pack, ground, edit);
  if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
  return merged.value;
}

describe('K: what was said in two places', () => {
  const tansy = after(start, 'Tansy', 10, say('story', 'by Tansy'), cell('x', 'what', 'ten'));

  test('K4 takes what only one side changed: another question, row or cell', () => {
    const rook = after(start, 'Rook', 11, say('place', 'at home'), cell('x', 'who', 'Wren'), cell('y', 'what', 'new'));
    const merge = mergeBranches(pack, { base: start, ground: tansy, branch: rook }, ids());
    expect(merge.asides).toEqual([]);
    expect(made(tansy, merge).answers).toEqual({
      story: given('by Tansy'),
      place: given('at home'),
      rows: given([row('x', { what: 'ten', who: 'Wren' }), row('y', { what: 'new' })]),
    });
  });

  test('K4 adds the rows, people and rounds of both, and keeps the order somebody changed', () => {
    const add = (id: string): Change => ({ do: 'add-row', at: at('rows'), row: row(id, { what: id }) });
    const one = after(start, 'Tansy', 10, add('one'), { do: 'move-row', at: at('rows'), row: 'y', index: 0 });
    const two = after(
      start,
      'Rook',
      11,
      add('two'),
      { do: 'add-person', person: parent('flint') },
      {
        do: 'open-round',
        round: { round: 2, reason: 'news', on: '2026-01-02' },
      },
    );
    const both = made(one, mergeBranches(pack, { base: start, ground: one, branch: two }, ids()));
    const value = both.answers.rows?.is === 'given' ? (both.answers.rows.value as readonly { id: string }[]) : [];
    expect(value.map(({ id }) => id)).toEqual(['y', 'two', 'x', 'one']);
    expect(both.people.map(({ id }) => id)).toEqual(['moss', 'juniper', 'wren', 'flint']);
    expect(both.rounds).toHaveLength(1);
  });

  test('K5 sets the other value aside where both changed one answer, with the name of who said it', () => {
    const rook = after(start, 'Rook', 11, say('story', 'by Rook'));
    const merge = mergeBranches(pack, { base: start, ground: tansy, branch: rook }, ids());
    const merged = made(tansy, merge);
    expect(merged.answers.story).toEqual(given('by Tansy'));
    expect(merged.asides).toMatchObject([{ place: 'story', by: 'Rook', said: given('by Rook') }]);
    const onTop = mergeBranches(pack, { base: start, ground: tansy, branch: rook }, ids(), 'branch');
    expect(made(tansy, onTop).answers.story).toEqual(given('by Rook'));
    expect(onTop.asides).toMatchObject([{ by: 'Tansy', said: given('by Tansy') }]);
  });

  test('K5 keeps a row on top that one side took out while the other changed it', () => {
    const rook = after(start, 'Rook', 11, { do: 'remove-row', at: at('rows'), row: 'x' });
    for (const [ground, branch] of [
      [tansy, rook],
      [rook, tansy],
    ] as const) {
      const merged = made(ground, mergeBranches(pack, { base: start, ground, branch }, ids()));
      expect(merged.answers.rows).toEqual(given([row('x', { what: 'ten' }), row('y', { what: 'two' })]));
      expect(merged.asides).toMatchObject([{ place: 'rows', said: given([row('y', { what: 'two' })]) }]);
    }
  });

  test('K2 what was not chosen stays in the history, whichever it was', () => {
    const rook = after(start, 'Rook', 11, say('story', 'by Rook'));
    const merged = made(tansy, mergeBranches(pack, { base: start, ground: tansy, branch: rook }, ids()));
    const aside = merged.asides?.[0]?.id ?? '';
    for (const [take, kept, lost] of [
      [true, 'by Rook', 'by Tansy'],
      [false, 'by Tansy', 'by Rook'],
    ] as const) {
      const settled = after(merged, 'Moss', 12, { do: 'settle', aside, take });
      expect(settled.answers.story).toEqual(given(kept));
      expect(settled.asides).toBeUndefined();
      expect(settled.history).toContainEqual(expect.objectContaining({ place: 'story', was: given(lost) }));
    }
    const none = apply(pack, merged, {
      id: 'e',
      at: merged.changedAt,
      by: '',
      change: { do: 'settle', aside: 'gone', take: true },
    });
    expect(none).toMatchObject({ ok: false, problems: [{ code: 'unknown-aside' }] });
  });

  test('K6 reads from the histories what was there before, where nobody has it any more', () => {
    const rook = after(start, 'Rook', 11, say('place', 'at home'), say('story', 'by Rook'));
    const merge = mergeBranches(pack, { base: null, ground: tansy, branch: rook }, ids());
    expect(merge.asides.map(({ place }) => place)).toEqual(['story']);
    const merged = made(tansy, merge);
    expect(merged.answers.place).toEqual(given('at home'));
    expect(merged.answers.rows).toEqual(tansy.answers.rows);
  });

  test('K6 sets aside what was changed without a word in either history', () => {
    const branch = { ...tansy, answers: { ...tansy.answers, story: given('by nobody'), place: given('at home') } };
    const merge = mergeBranches(pack, { base: null, ground: tansy, branch }, ids());
    expect(merge.asides).toMatchObject([
      { place: 'story', said: given('by nobody') },
      { place: 'place', said: null },
    ]);
    expect(made(tansy, merge).answers.place).toEqual(given('at home'));
  });

  test('K3 the history of both is kept', () => {
    const rook = after(start, 'Rook', 11, say('place', 'at home'), say('place', 'elsewhere'));
    const merged = made(tansy, mergeBranches(pack, { base: start, ground: tansy, branch: rook }, ids()));
    for (const entry of [...tansy.history, ...rook.history])
      expect(merged.history).toContainEqual(expect.objectContaining({ ...entry, to: expect.any(String) as string }));
    const times = merged.history.map(({ to }) => Date.parse(to));
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  test('K4 a reference changed in both places is a decision too; changed in one it is taken', () => {
    const set = (reference: string): Change => ({ do: 'change-details', set: { reference } });
    const [one, two] = [after(start, 'Tansy', 10, set('REF-T')), after(start, 'Rook', 11, set('REF-R'))];
    const both = made(one, mergeBranches(pack, { base: start, ground: one, branch: two }, ids()));
    expect([both.reference, both.asides?.[0]?.details]).toEqual(['REF-T', { reference: 'REF-R' }]);
    const alone = mergeBranches(pack, { base: start, ground: start, branch: two }, ids());
    expect([made(start, alone).reference, alone.asides]).toEqual(['REF-R', []]);
  });
});

const words = fc.constantFrom('a', 'b', 'c', 'd');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ question: fc.constantFrom('story', 'place', 'when'), words })
    .map(({ question, words }) => say(question, words)),
  fc.constantFrom('story', 'place').map((question): Change => ({ do: 'answer', at: at(question), answer: notKnown })),
  fc.constantFrom('story', 'rows').map((question): Change => ({ do: 'answer', at: at(question), answer: null })),
  fc
    .record({ row: fc.constantFrom('x', 'y', 'z'), column: fc.constantFrom('what', 'who'), words })
    .map((set) => cell(set.row, set.column, set.words)),
  fc.record({ id: fc.constantFrom('z', 'w'), index: fc.nat(3), words }).map(({ id, index, words }): Change => ({
    do: 'restore-row',
    at: at('rows'),
    row: row(id, { what: words }),
    index,
  })),
  fc.constantFrom('x', 'y', 'z').map((id): Change => ({ do: 'remove-row', at: at('rows'), row: id })),
  fc
    .record({ id: fc.constantFrom('x', 'y'), index: fc.nat(3) })
    .map(({ id, index }): Change => ({ do: 'move-row', at: at('rows'), row: id, index })),
  fc
    .record({ id: fc.constantFrom('moss', 'wren'), words })
    .map(({ id, words }): Change => ({ do: 'change-person', person: id, set: { name: words } })),
  fc.constantFrom('moss', 'wren').map((person): Change => ({ do: 'remove-person', person })),
  words.map((detail): Change => ({ do: 'change-person', person: 'juniper', set: { detail } })),
  words.map((id): Change => ({ do: 'add-person', person: child(`c-${id}`) })),
  fc
    .record({ words, round: fc.constantFrom(2, 3) })
    .map(({ words, round }): Change => ({ do: 'open-round', round: { round, reason: words, on: '2026-01-02' } })),
  fc.record({ id: fc.constantFrom('e', 'f'), words }).map(({ id, words }): Change => ({
    do: 'add-evidence',
    evidence: { id: `${id}${words}`, words, supports: [{ at: 'story' }] },
  })),
  words.map((words): Change => ({ do: 'change-evidence', evidence: 'ea', set: { words } })),
  words.map((reference): Change => ({ do: 'change-details', set: { reference } })),
);
const edits = fc.array(change, { maxLength: 12 });
const common = after(start, 'Wren', 8, { do: 'add-evidence', evidence: { id: 'ea', words: 'seen', supports: [] } });

/** Everything somebody said that can still be read somewhere: in the assessment, its history, or set aside. */
function keeps(all: Assessment, key: string, said: Answer | undefined): boolean {
  if (said === undefined) return true;
  const places = [
    all.answers[key],
    ...all.history.filter(({ place }) => place === key).map(({ was }) => was),
    ...(all.asides ?? []).filter(({ place }) => place === key).map(({ said: aside }) => aside),
  ];
  if (places.some((each) => same(each, said))) return true;
  // Rows of both sides stand together: then each of its cells is there.
  const texts = JSON.stringify(places);
  return (
    said.is === 'given' &&
    Array.isArray(said.value) &&
    (said.value as readonly { cells: object }[]).every(({ cells }) =>
      Object.entries(cells).every(([name, text]) => texts.includes(`${JSON.stringify(name)}:${JSON.stringify(text)}`)),
    )
  );
}

describe('K any two branches of edits', () => {
  const branches = fc
    .tuple(edits, edits)
    .map(([mine, theirs]) => [after(common, 'Tansy', 10, ...mine), after(common, 'Rook', 11, ...theirs)] as const);

  test('K7 lose nothing: whatever either says at the end is said, set aside or in the history', () => {
    fc.assert(
      fc.property(branches, fc.boolean(), fc.boolean(), ([ground, branch], known, top) => {
        const merge = mergeBranches(
          pack,
          { base: known ? common : null, ground, branch },
          ids(),
          top ? 'branch' : 'ground',
        );
        const merged = made(ground, merge);
        for (const side of [ground, branch]) {
          for (const [key, said] of Object.entries(side.answers)) expect(keeps(merged, key, said)).toBe(true);
          for (const person of side.people) expect(merged.people.some(({ id }) => id === person.id)).toBe(true);
          for (const { name, id } of side.people)
            expect(
              JSON.stringify([merged.people, merged.asides, merged.history.filter(({ person }) => person === id)]),
            ).toContain(JSON.stringify(name));
          for (const { reason } of side.rounds)
            expect(merged.rounds.map((each) => each.reason).join()).toContain(reason);
          for (const { words } of side.evidence ?? [])
            expect(JSON.stringify([merged.evidence, merged.asides, merged.history])).toContain(words);
        }
        expect(merged.asides ?? []).toHaveLength(merge.asides.length);
      }),
      { numRuns: 300 },
    );
  });

  test('K8 that touch nothing in common come to the same, whichever comes to the other', () => {
    const split = (list: readonly Change[], left: boolean): readonly Change[] =>
      list.filter(
        (each) =>
          ('at' in each
            ? each.at.question === 'story' || each.at.question === 'rows'
            : each.do === 'change-person' && each.person === 'moss') === left,
      );
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const clean = two.filter((each) => each.do !== 'open-round' && each.do !== 'change-details');
        const mine = after(common, 'Tansy', 10, ...split(one, true));
        const theirs = after(
          common,
          'Rook',
          11,
          ...split(clean, false).filter(
            (each) => !('person' in each && each.do === 'remove-person' && each.person === 'moss'),
          ),
        );
        const ways = [
          [mine, theirs],
          [theirs, mine],
        ] as const;
        const [first, second] = ways.map(([ground, branch]) => {
          const merge = mergeBranches(pack, { base: common, ground, branch }, ids());
          expect(merge.asides).toEqual([]);
          return made(ground, merge);
        });
        expect(first?.answers).toEqual(second?.answers);
        expect(first?.people).toEqual(second?.people);
        expect(first?.evidence ?? []).toEqual(second?.evidence ?? []);
      }),
      { numRuns: 200 },
    );
  });

  test('K9 merging once more changes nothing', () => {
    fc.assert(
      fc.property(branches, ([ground, branch]) => {
        const merged = made(ground, mergeBranches(pack, { base: common, ground, branch }, ids()));
        const again = mergeBranches(pack, { base: branch, ground: merged, branch }, ids());
        expect(again.changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
