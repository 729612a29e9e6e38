import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessmentOf, child, column, editOf, given, packWith, parent, row } from '../../test/fixtures/small-pack.ts';
import type { Value } from './answer.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Evidence, Support } from './assessment.ts';
import { evidenceFor, unsupportedRatings } from './evidence-for.ts';
import { shownEvidence } from './evidence.ts';
import { inverse } from './inverse.ts';
import { report } from './make-report.ts';
import { published } from './published.ts';
import { reportText } from './report-text.ts';

const factor = (id: string, set: string) => ({ id, set, label: `Factor ${id}`, serious: false, sources: [] });
const pack = packWith(
  [
    { id: 'why', kind: 'long-text', supported: true },
    { id: 'plain', kind: 'long-text' },
    { id: 'voice', kind: 'long-text', repeats: ['child'], evidence: { kind: 'child-words', mark: 'view' } },
    {
      id: 'events',
      kind: 'chronology-table',
      columns: [column('date', { kind: 'date' }), column('event'), column('source')],
      evidence: { kind: 'event', mark: 'fact', words: 'event', on: 'date', from: 'source' },
    },
    {
      id: 'adults',
      kind: 'factor-rating',
      repeats: ['carer', 'round'],
      factorSets: ['parent-risk', 'parent-protective'],
    },
    { id: 'home', kind: 'factor-rating', factorSets: ['family-risk'] },
  ],
  {
    factors: [factor('drink', 'parent-risk'), factor('warm', 'parent-protective'), factor('damp', 'family-risk')],
    stages: [
      { id: 'one', sections: [{ id: 's1', round: 1, asks: ['why', 'plain', 'voice', 'events', 'adults', 'home'] }] },
      { id: 'two', sections: [{ id: 's2', round: 2, asks: ['adults'] }] },
    ],
  },
);
const people = [child('moss'), parent('wren'), child('gone', { removed: true })];
const drink: Support = { at: 'adults@1~wren', factor: 'drink' };
const rated = (status: string, more: object = {}): Value => [{ factor: 'drink', of: 'wren', status, ...more }];
const typed = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  words: `words ${id}`,
  supports: [drink],
  ...more,
});
const start = assessmentOf(
  pack,
  {
    why: 'because',
    'voice~moss': 'Home and Damson.',
    events: [row('r1', { date: '2024-03', event: 'Smelt of drink', source: 'Nursery' }), row('r2')],
    'adults@1~wren': rated('active'),
  },
  people,
);

const tried = (assessment: Assessment, change: Change) => apply(pack, assessment, editOf(change));
function made(assessment: Assessment, ...changes: readonly Change[]): Assessment {
  return changes.reduce((now, change) => {
    const next = tried(now, change);
    if (!next.ok) throw new Error(`${change.do}: ${next.problems[0].code}`);
    return next.value;
  }, assessment);
}
const add = (evidence: Evidence, index?: number): Change => ({
  do: 'add-evidence',
  evidence,
  ...(index === undefined ? {} : { index }),
});
const set = (evidence: string, what: Extract<Change, { do: 'change-evidence' }>['set']): Change => ({
  do: 'change-evidence',
  evidence,
  set: what,
});
const one = ({ evidence = [] }: Assessment, id = 'e'): Evidence | undefined => evidence.find((each) => each.id === id);
const events = { question: 'events', subject: null, round: 0 };

describe('E14 changes of evidence', () => {
  test('one is put at an index, or at the end, and taken out again', () => {
    const three = made(start, add(typed('a')), add(typed('b')), add(typed('c'), 1));
    expect(three.evidence?.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    const change: Change = { do: 'remove-evidence', evidence: 'c' };
    const back = inverse(pack, three, change);
    expect(back && made(three, change, back).evidence).toEqual(three.evidence);
  });

  test('a property is set or taken away, words and supports are only emptied', () => {
    const after = made(
      start,
      add(typed('e', { mark: 'view', from: 'file' })),
      set('e', { mark: 'fact', from: null, words: null, supports: null }),
    );
    expect(one(after)).toEqual({ id: 'e', mark: 'fact', words: '', supports: [] });
  });

  test('without the last piece it is as if there never was one', () => {
    expect(made(start, add(typed('e')), { do: 'remove-evidence', evidence: 'e' })).not.toHaveProperty('evidence');
  });

  test('H1 what a piece was before a sitting is kept', () => {
    const after = made(start, add(typed('e')), set('e', { words: 'more' }));
    expect(after.history).toMatchObject([{ evidence: 'e', was: null }]);
  });
});

describe('E15 what does not fit', () => {
  const some = made(start, add(typed('e')));
  test.each<readonly [string, string, Change]>([
    ['an id that is taken', 'duplicate-evidence', add(typed('e'))],
    ['nothing to change', 'unknown-evidence', set('f', { words: 'x' })],
    ['nothing to take out', 'unknown-evidence', { do: 'remove-evidence', evidence: 'f' }],
    ['a mark that does not exist', 'value-does-not-fit', set('e', { mark: 'rumour' as never })],
    ['a kind that does not exist', 'value-does-not-fit', set('e', { kind: 'rumour' as never })],
    ['a day that does not exist', 'value-does-not-fit', set('e', { on: '2024-02-31' })],
    ['somebody nobody entered', 'unknown-person', set('e', { person: 'nobody' })],
    ['a place that is none', 'unknown-question', set('e', { supports: [{ at: '' }] })],
    ['a question that does not exist', 'unknown-question', set('e', { supports: [{ at: 'where' }] })],
    ['nobody’s ratings', 'wrong-subject', set('e', { supports: [{ at: 'adults@1', factor: 'drink' }] })],
    ['a round that cannot be', 'wrong-round', set('e', { supports: [{ at: 'adults~wren', factor: 'drink' }] })],
    ['ratings without a factor', 'unknown-factor', set('e', { supports: [{ at: 'home' }] })],
    ['a factor of another list', 'unknown-factor', set('e', { supports: [{ at: 'home', factor: 'drink' }] })],
    ['a factor of a text', 'unknown-factor', set('e', { supports: [{ at: 'why', factor: 'drink' }] })],
    ['the same judgement twice', 'value-does-not-fit', set('e', { supports: [drink, drink] })],
    ['words from a question that gives none', 'wrong-kind', set('e', { takenFrom: 'why' })],
    ['words from nowhere', 'unknown-question', set('e', { takenFrom: 'nowhere.r1' })],
  ])('%s', (_what, code, change) => {
    const result = tried(some, change);
    expect(result.ok ? null : result.problems.map((each) => each.code)).toEqual([code]);
  });
});

describe('T1 a piece of evidence', () => {
  test('keeps a day that could not be read as typed', () => {
    expect(one(made(start, add(typed('e', { on: { unread: 'last summer' } }))))?.on).toEqual({ unread: 'last summer' });
  });
});

describe('T3 what is taken from a row', () => {
  const taken = made(start, add(typed('e', { takenFrom: 'events.r1', from: 'typed', kind: 'event', mark: 'fact' })));

  test('has the words, day and source of the row', () => {
    expect(one(taken)).toEqual({
      id: 'e',
      kind: 'event',
      mark: 'fact',
      words: 'Smelt of drink',
      on: '2024-03',
      from: 'Nursery',
      takenFrom: 'events.r1',
      supports: [drink],
    });
  });

  test('follows the row as it is written', () => {
    const after = made(
      taken,
      { do: 'set-cell', at: events, row: 'r1', column: 'event', cell: 'Smelt of drink twice' },
      { do: 'set-cell', at: events, row: 'r1', column: 'source', cell: null },
    );
    expect(one(after)).toMatchObject({ words: 'Smelt of drink twice' });
    expect(one(after)).not.toHaveProperty('from');
    expect(one(made(taken, set('e', { words: 'my own words' })))?.words).toBe('Smelt of drink');
  });

  test('keeps the last words once the row is gone, says so, and follows the row again when it is back', () => {
    const without = made(taken, { do: 'remove-row', at: events, row: 'r1' });
    const kept = without.evidence?.map((each) => shownEvidence(pack, without, each));
    expect(kept).toEqual([{ evidence: one(taken), gone: true, hidden: false }]);
    const again = made(without, { do: 'restore-row', at: events, row: row('r1', { event: 'Mended' }), index: 0 });
    expect(again.evidence?.map((each) => shownEvidence(pack, again, each))).toMatchObject([
      { evidence: { words: 'Mended' }, gone: false },
    ]);
  });

  test('of a text has its words, and is said by whom the text is about', () => {
    const after = made(start, add({ id: 'e', words: '', takenFrom: 'voice~moss', supports: [{ at: 'why' }] }));
    expect(one(after)).toMatchObject({ words: 'Home and Damson.', person: 'moss' });
  });

  test('is in step after any changes of the table', () => {
    const cell = fc.record({
      row: fc.constantFrom('r1', 'r2'),
      column: fc.constantFrom('event', 'source'),
      cell: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const both = made(taken, add(typed('f', { takenFrom: 'events.r2' })));
        const after = made(both, ...cells.map((each): Change => ({ do: 'set-cell', at: events, ...each })));
        for (const each of after.evidence ?? []) expect(shownEvidence(pack, after, each).evidence).toEqual(each);
      }),
    );
  });

  test('a file from outside that is out of step shows what the row says', () => {
    const odd = { ...taken, evidence: [typed('e', { takenFrom: 'events.r1' })] };
    expect(odd.evidence.map((each) => shownEvidence(pack, odd, each).evidence.words)).toEqual(['Smelt of drink']);
  });
});

describe('T4 what supports a judgement', () => {
  const ids = (assessment: Assessment, support: Support): readonly string[] =>
    evidenceFor(assessment, support).map(({ id }) => id);
  const second: Support = { at: 'adults@2~wren', factor: 'drink' };
  const third: Support = { at: 'adults@3~wren', factor: 'drink' };

  test('is what names it, in the order it was entered', () => {
    const all = made(
      start,
      add(typed('a')),
      add(typed('b', { supports: [{ at: 'why' }] })),
      add(typed('c', { supports: [drink, { at: 'why' }] })),
    );
    expect(ids(all, drink)).toEqual(['a', 'c']);
    expect(ids(all, { at: 'why' })).toEqual(['b', 'c']);
    expect(ids(all, { at: 'adults@1~wren', factor: 'warm' })).toEqual([]);
    expect(ids(start, drink)).toEqual([]);
  });

  test('goes on to later rounds while the status is the same', () => {
    const all = { ...start, evidence: [typed('a'), typed('b', { supports: [second] })] };
    const rounds = (two: Value | null, three: Value): Assessment => ({
      ...all,
      answers: {
        ...all.answers,
        ...(two === null ? {} : { 'adults@2~wren': given(two) }),
        'adults@3~wren': given(three),
      },
    });
    expect(ids(rounds(rated('active'), rated('active')), third)).toEqual(['a', 'b']);
    expect(ids(rounds(rated('reducing'), rated('reducing')), third)).toEqual(['b']);
    expect(ids(rounds(rated('reducing'), rated('active')), third)).toEqual([]);
    expect(ids(rounds(null, rated('active')), third)).toEqual(['a', 'b']);
    expect(ids(rounds([], rated('past')), third)).toEqual(['b']);
  });
});

describe('T5 ratings without support', () => {
  const without = (value: Value, evidence: readonly Evidence[] = []): readonly string[] =>
    unsupportedRatings({ ...start, answers: { 'adults@1~wren': given(value) }, evidence }, 'adults@1~wren').map(
      (each) => each.factor,
    );

  test.each(['active', 'reducing', 'past', 'evidenced'])('%s is a claim', (status) => {
    expect(without(rated(status))).toEqual(['drink']);
    expect(without(rated(status), [typed('e')])).toEqual([]);
  });

  test.each(['absent', 'not-known', 'claimed'])('%s is none', (status) => {
    expect(without(rated(status))).toEqual([]);
  });

  test('a note with a source supports, either alone does not', () => {
    expect(without(rated('active', { note: 'Seen', source: 'Nursery' }))).toEqual([]);
    expect(without(rated('active', { note: 'Seen', source: ' ' }))).toEqual(['drink']);
    expect(without(rated('active', { source: 'Nursery' }))).toEqual(['drink']);
  });

  test('an answer without ratings has none', () => {
    expect(unsupportedRatings(start, 'why')).toEqual([]);
    expect(unsupportedRatings(start, 'adults@9~wren')).toEqual([]);
  });
});

describe('R11 the report', () => {
  const choice = { locale: 'en', output: 'full', on: '2026-01-01' } as const;
  const text = (assessment: Assessment): string => reportText(report(pack, assessment, choice)).join('\n');

  test('prints what supports a rating beneath it: words, mark, day, source', () => {
    const all = made(start, add(typed('e', { takenFrom: 'events.r1', kind: 'event', mark: 'fact' })));
    const { body } = report(pack, all, choice);
    const quote = body.findIndex((block) => block.kind === 'paragraph' && block.tone === 'quote');
    expect(body.slice(quote - 1, quote + 2)).toEqual([
      {
        kind: 'paragraph',
        tone: 'quiet',
        runs: [{ text: '[supports]', strong: true }, { text: ': ' }, { text: 'Factor drink', strong: true }],
      },
      { kind: 'paragraph', tone: 'quote', runs: [{ text: 'Smelt of drink', own: true }] },
      {
        kind: 'paragraph',
        tone: 'cited',
        runs: [
          { text: '[evidence-mark-fact]' },
          { text: '. ' },
          { text: '[evidence-kind-event]' },
          { text: '. ' },
          { text: '[month-3] 2024' },
          { text: '. ' },
          { text: 'Nursery', own: true },
        ],
      },
    ]);
  });

  test('says who said it, and what could not be read', () => {
    const all = made(start, add(typed('e', { supports: [{ at: 'why' }], person: 'wren', on: { unread: 'summer' } })));
    expect(text(all)).toContain('Parent wren');
    expect(text(all)).toContain('[unread]: summer');
  });

  test('says that a row is gone', () => {
    const all = made(start, add(typed('e', { takenFrom: 'events.r1' })), { do: 'remove-row', at: events, row: 'r1' });
    expect(text(all)).toContain('Smelt of drink [evidence-gone]');
  });

  test('prints nothing of a judgement that does not apply, of hidden words, or of an empty piece', () => {
    const none = text(start);
    const gone: Assessment = { ...start, answers: { ...start.answers, 'voice~gone': given('hidden words') } };
    const all = made(
      gone,
      add(typed('a', { supports: [{ at: 'adults@1~moss', factor: 'drink' }] })),
      add({ id: 'b', words: '', takenFrom: 'voice~gone', supports: [drink] }),
      add({ id: 'c', words: ' ', supports: [drink] }),
      add(typed('d', { supports: [{ at: 'plain' }] })),
    );
    expect(text(all)).toBe(none);
    expect(published(pack, all, choice).assessment).not.toHaveProperty('evidence');
  });
});
