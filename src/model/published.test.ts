import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessmentOf, child, choices, column, given, packWith, parent, row } from '../../test/fixtures/small-pack.ts';
import type { Answer, Value } from './answer.ts';
import type { Assessment, Evidence, Person, Support } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { shownEvidence } from './evidence.ts';
import { report } from './make-report.ts';
import { published } from './published.ts';
import { reportText } from './report-text.ts';
import type { ReportChoice } from './report.ts';

const property = (id: 'name' | 'agency' | 'post') => column(id, { property: id });
const pack = packWith(
  [
    { id: 'open', kind: 'single-choice', choices: choices('yes', 'no') },
    { id: 'secret', showWhen: { question: 'open', in: ['yes'] }, supported: true },
    { id: 'voice', repeats: ['child'], core: false, evidence: { kind: 'child-words', mark: 'view' } },
    { id: 'ratings', kind: 'factor-rating', repeats: ['carer', 'round'], factorSets: ['parent-risk'] },
    {
      id: 'children',
      kind: 'person-table',
      columns: [property('name'), column('lives-with', { kind: 'person', property: 'livesWith' })],
    },
    {
      id: 'adults',
      kind: 'person-table',
      columns: [property('name'), property('agency'), column('checks')],
      evidence: { kind: 'record', mark: 'fact', words: 'checks' },
    },
    {
      id: 'network',
      kind: 'table',
      columns: [
        column('person', { kind: 'person' }),
        property('post'),
        column('also', { kind: 'person', many: true }),
        column('offer'),
      ],
      evidence: { kind: 'others-words', mark: 'view', words: 'offer', person: 'person' },
    },
    { id: 'agreed', kind: 'signature' },
    { id: 'unsure', kind: 'text' },
  ],
  {
    stages: [
      {
        id: 'one',
        signedBy: ['social-worker'],
        sections: [{ id: 's1', asks: ['open', 'secret', 'voice', 'children', 'adults'] }],
      },
      { id: 'two', sections: [{ id: 's2', round: 1, asks: ['ratings', 'network', 'agreed', 'unsure'] }] },
    ],
    factors: [{ id: 'f', set: 'parent-risk', label: 'Factor f', serious: false, sources: [] }],
  },
);
const whole: ReportChoice = { locale: 'en', output: 'full', on: '2026-01-01' };

/** Words that stand for what somebody wrote: each occurs once in an assessment. */
const tokens = (value: unknown): readonly string[] =>
  [...new Set(JSON.stringify(value).match(/token-\d+/g) ?? [])].toSorted();

function assessments(): fc.Arbitrary<Assessment> {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const somebody = fc.constantFrom(...ids);
  const person = fc.record({
    role: fc.constantFrom('child', 'parent', 'relative', 'professional', 'social-worker'),
    removed: fc.boolean(),
    merged: fc.option(fc.nat(5), { nil: null, freq: 3 }),
    livesWith: somebody,
    assessed: fc.boolean(),
  });
  return fc
    .record({
      people: fc.array(person, { minLength: 6, maxLength: 6 }),
      open: fc.constantFrom('yes', 'no'),
      route: fc.constantFrom('core' as const, 'full' as const),
      rows: fc.array(fc.tuple(somebody, somebody, somebody), { maxLength: 4 }),
      drop: fc.subarray(['secret', 'children', 'adults', 'network', 'agreed', 'unsure']),
      rounds: fc.subarray([1, 2]),
      evidence: fc.array(fc.record({ on: fc.nat(9), from: fc.nat(9), who: somebody }), { maxLength: 6 }),
    })
    .map(({ people: shapes, open, route, rows, drop, rounds, evidence }) => {
      let last = 0;
      const token = (): string => `token-${String((last += 1))}`;
      const people: readonly Person[] = shapes.map(({ role, removed, merged, livesWith, assessed }, index) => ({
        id: ids[index] ?? '',
        role,
        name: token(),
        agency: token(),
        post: token(),
        detail: token(),
        relationship: token(),
        livesWith,
        inScope: role === 'child',
        ...(role === 'parent' ? { assessedAsCarer: assessed } : {}),
        ...(removed ? { removed: true as const } : {}),
        // Only ever into an earlier one, so that nobody is merged in a circle.
        ...(merged !== null && merged < index ? { mergedInto: ids[merged] ?? '' } : {}),
      }));
      const answers: Record<string, Answer | Value> = {
        purpose: 'home',
        open,
        secret: token(),
        children: rows.map(([who], index) => row(`r${String(index)}`, {}, who)),
        adults: given(
          rows.map(([who], index) => row(`r${String(index)}`, { checks: token() }, who)),
          token(),
        ),
        network: rows.map(([who, also, third], index) =>
          row(`r${String(index)}`, { person: who, also: [also, third], offer: token() }),
        ),
        agreed: rows.map(([who]) => ({ person: who, role: 'parent', date: '2026-01-01', statement: token() })),
        unsure: { is: 'not-known', reason: token(), owner: rows[0]?.[0] ?? token() },
        ...Object.fromEntries(ids.map((id) => [`voice~${id}`, { ...given(token()), copiedFrom: token() }])),
        ...Object.fromEntries(
          ids.map((id) => [
            `ratings@1~${id}`,
            [
              {
                factor: 'f',
                of: id,
                status: 'evidenced',
                note: token(),
                guards: rows.map(([who]) => ({ risk: 'f', of: null, child: who })),
              },
            ],
          ]),
        ),
      };
      const kept = Object.entries(answers).filter(
        ([key, value]) => !drop.includes(key) && !(Array.isArray(value) && value.length === 0),
      );
      const before = assessmentOf(pack, Object.fromEntries(kept), people);
      const judged: readonly Support[] = [
        { at: 'secret' },
        ...ids.map((id) => ({ at: `ratings@1~${id}`, factor: 'f' })),
        ...ids.map((id) => ({ at: `ratings@2~${id}`, factor: 'f' })),
      ];
      const sources = ['adults.r0', 'network.r1', 'network.gone', ...ids.map((id) => `voice~${id}`)];
      const made = evidence.map(({ on, from, who }, index): Evidence => {
        const supports = [judged[on] ?? { at: 'secret' }, judged[on + 1] ?? { at: 'ratings@1~a', factor: 'f' }];
        const typed: Evidence = { id: `e${String(index)}`, words: token(), from: token(), supports };
        const source = sources[from];
        return source === undefined
          ? { ...typed, person: who, mark: 'opinion' }
          : shownEvidence(pack, before, { ...typed, takenFrom: source }).evidence;
      });
      return assessmentOf(pack, Object.fromEntries(kept), people, {
        ...(made.length > 0 ? { evidence: made } : {}),
        route,
        rounds: rounds.map((round) => ({ round, reason: token(), on: '2026-01-01' })),
        history: [{ from: '2026', to: '2026', by: token(), place: 'open', was: given(token()) }],
      });
    });
}

const choicesOf = fc.constantFrom<ReportChoice>(whole, { ...whole, stages: ['one'] }, { ...whole, stages: ['two'] });

describe('R5 the attachment', () => {
  test('holds every word of people that the report prints, and no other', () => {
    fc.assert(
      fc.property(assessments(), choicesOf, (assessment, choice) => {
        const printed = report(pack, assessment, choice);
        expect(tokens(published(pack, assessment, choice))).toEqual(
          tokens([reportText(printed), printed.signing?.signatories]),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('holds exactly the answers that are printed, and the purpose', () => {
    fc.assert(
      fc.property(assessments(), choicesOf, (assessment, choice) => {
        const { applies } = evaluate(pack, assessment, choice.on);
        const answered = applies.filter(({ answer, stage }) => answer && (choice.stages?.includes(stage) ?? true));
        const keys = new Set(['purpose', ...answered.map(({ key }) => key)]);
        expect(Object.keys(published(pack, assessment, choice).assessment.answers).toSorted()).toEqual(
          [...keys].toSorted(),
        );
      }),
    );
  });

  test('opened again, it makes the same report', () => {
    fc.assert(
      fc.property(assessments(), (assessment) => {
        const { assessment: again, on } = published(pack, assessment, whole);
        const opened: Assessment = {
          format: 1,
          pack: assessment.pack,
          changedAt: again.startedAt,
          history: [],
          ...again,
          route: again.route === 'core' ? 'core' : 'full',
        };
        expect(report(pack, opened, { ...whole, on }).body).toEqual(report(pack, assessment, whole).body);
      }),
      { numRuns: 100 },
    );
  });

  test('says who is asked what, and no more of a person than is printed', () => {
    const people: readonly Person[] = [
      child('moss', { born: '2020', livesWith: 'bea', agency: 'a', detail: 'd' }),
      parent('wren', { agency: 'b', born: '1990', relationship: 'mother' }),
      { id: 'bea', role: 'current-carer', name: 'Bea', agency: 'c' },
      { id: 'ivo', role: 'professional', name: 'Ivo' },
    ];
    const answers = { children: [row('r', {}, 'moss')], adults: [row('r', {}, 'wren')] };
    expect(
      published(pack, assessmentOf(pack, answers, people), { ...whole, stages: ['one'] }).assessment.people,
    ).toEqual([
      { id: 'moss', role: 'child', name: 'Child moss', inScope: true, born: '2020', livesWith: 'bea' },
      {
        id: 'wren',
        role: 'parent',
        name: 'Parent wren',
        inHousehold: 'lives-there',
        assessedAsCarer: true,
        agency: 'b',
      },
      { id: 'bea', role: 'current-carer', name: 'Bea' },
    ]);
  });

  test('of somebody merged it says only whom they turned out to be', () => {
    const people: readonly Person[] = [
      { id: 'w', role: 'relative', name: 'Typed wrong', agency: 'x', mergedInto: 'sorrel' },
      { id: 'sorrel', role: 'relative', name: 'Sorrel', agency: 'y', post: 'z' },
    ];
    const assessment = assessmentOf(pack, { adults: [row('r', { checks: 'clear' }, 'w')] }, people);
    expect(published(pack, assessment, whole).assessment.people).toEqual([
      { id: 'w', role: 'relative', name: '', mergedInto: 'sorrel' },
      { id: 'sorrel', role: 'relative', name: 'Sorrel', agency: 'y' },
    ]);
  });

  test('somebody taken out is in it only where a printed cell names them', () => {
    const people: readonly Person[] = [
      { id: 'old', role: 'relative', name: 'Old', removed: true },
      { id: 'other', role: 'relative', name: 'Other', removed: true },
    ];
    const answers = { network: [row('r', { person: 'old' })], adults: [row('r', { checks: 'hidden' }, 'other')] };
    const { assessment } = published(pack, assessmentOf(pack, answers, people), whole);
    expect(assessment.people).toEqual([{ id: 'old', role: 'relative', name: 'Old', removed: true }]);
    expect(assessment.answers.adults).toEqual(given([]));
  });

  test('holds a piece of evidence for what is printed only, and its row only where that is', () => {
    const evidence: readonly Evidence[] = [
      {
        id: 'e',
        words: 'old',
        takenFrom: 'adults.r',
        supports: [{ at: 'secret' }, { at: 'ratings@1~wren', factor: 'f' }],
      },
      { id: 'unused', words: 'nothing printed rests on this', supports: [{ at: 'secret' }] },
    ];
    const answers = {
      open: 'no',
      secret: 'hidden',
      adults: [row('r', { checks: 'clear' }, 'wren')],
      'ratings@1~wren': [{ factor: 'f', of: 'wren', status: 'past' }],
    };
    const assessment = assessmentOf(pack, answers, [parent('wren')], { evidence });
    const supports = [{ at: 'ratings@1~wren', factor: 'f' }];
    expect(published(pack, assessment, whole).assessment.evidence).toEqual([
      { id: 'e', words: 'clear', takenFrom: 'adults.r', supports },
    ]);
    expect(published(pack, assessment, { ...whole, stages: ['two'] }).assessment.evidence).toEqual([
      { id: 'e', words: 'clear', supports },
    ]);
    expect(published(pack, assessment, { ...whole, stages: ['one'] }).assessment).not.toHaveProperty('evidence');
  });

  test('names its pack, its stages and its day, and is plain JSON', () => {
    const attachment = published(pack, assessmentOf(pack, { open: 'yes' }), whole);
    expect(attachment).toMatchObject({
      format: 'homeward-published/1',
      pack: { id: 'small', version: 1, structureHash: 'structure-1', wordsHash: 'words-1', locale: 'en' },
      output: 'full',
      stages: ['one'],
      on: '2026-01-01',
    });
    expect(JSON.parse(JSON.stringify(attachment))).toEqual(attachment);
    expect(attachment.assessment).not.toHaveProperty('history');
  });
});
