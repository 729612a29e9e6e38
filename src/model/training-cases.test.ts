import { describe, expect, test } from 'vitest';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import type { Rating } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { evidenceFor, unsupportedRatings } from './evidence-for.ts';
import { shownEvidence } from './evidence.ts';
import { rowsOf } from './fits.ts';
import { report } from './make-report.ts';
import type { Outcome } from './problem.ts';
import { published } from './published.ts';
import { Reading } from './reading.ts';
import { readInputs } from './suggest-inputs.ts';
import { suggestRiskClass } from './suggest.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code, detail }) => `${code} ${detail ?? ''}`).join('; '));
  return outcome.value;
}

const pack = must(await loadPack('sparf', 'en'));
/** The day each case was classified, by round: a child’s age is read on it. */
const days = { quillfeather: ['2025-01-20', '2025-03-24', '2026-01-12'], tarnwhistle: ['2025-01-20'] };
const cases = await Promise.all(
  (['quillfeather', 'tarnwhistle'] as const).map(async (id) => ({
    training: must(await loadTrainingCase(id, pack)),
    on: days[id],
  })),
);
const expected = cases.flatMap(({ training: { id, assessment, suggestions }, on }) =>
  suggestions.map((each) => ({
    ...each,
    name: `${id}: ${each.child} in round ${String(each.round)}`,
    assessment,
    at: { child: each.child, round: each.round, on: on[each.round - 1] ?? '' },
  })),
);

describe('S1–S8 the training cases', () => {
  test('have every child in every round classified', () => {
    expect(expected.map(({ child, round }) => `${child} ${String(round)}`)).toEqual([
      'juniper 1',
      'moss 1',
      'juniper 2',
      'moss 2',
      'juniper 3',
      'moss 3',
      'bramble 1',
      'heath 1',
    ]);
  });

  test.each(expected)('$name comes to what a practitioner expects', ({ assessment, at, expect: wanted }) => {
    const { riskClass, reasons, cautions } = suggestRiskClass(pack, assessment, at);
    expect({
      suggest: riskClass,
      rule: reasons.flatMap((reason) => (reason.kind === 'rule' ? [reason.rule] : [])).join(),
      floors: reasons.flatMap((reason) => (reason.kind === 'floor' ? [reason.floor] : [])),
      cautions: cautions.map(({ id }) => id),
    }).toEqual(wanted);
  });

  test('where the agreed class is another one, the case says why and is one class away', () => {
    const orders = new Map(pack.riskClasses.map(({ id, order }) => [id, order]));
    const differing = expected.filter(({ agreed, expect: { suggest } }) => suggest !== null && suggest !== agreed);
    expect(differing.map(({ child, round, expect: { suggest }, agreed }) => [child, round, suggest, agreed])).toEqual([
      ['juniper', 2, 'high', 'medium'],
      ['moss', 2, 'high', 'medium'],
    ]);
    for (const {
      assessment,
      child,
      round,
      expect: { suggest },
      agreed,
    } of differing) {
      const why = assessment.answers[`risk-class-difference@${String(round)}~${child}`];
      expect(
        (why?.is === 'given' && typeof why.value === 'string' ? why.value : '').split(/\s+/).length,
      ).toBeGreaterThan(60);
      expect(Math.abs((orders.get(agreed) ?? 0) - (orders.get(suggest ?? '') ?? 0))).toBe(1);
    }
    const told = Object.keys(cases[0]?.training.assessment.answers ?? {}).filter((key) =>
      key.startsWith('risk-class-difference'),
    );
    expect(told).toHaveLength(2);
  });

  test.each(expected)('$name is read as it was counted by hand', ({ assessment, at, child: id, input }) => {
    const child = assessment.people.find((person) => person.id === id);
    if (!child) throw new Error('The child is not in the case.');
    const outlook = { pack, assessment, reading: new Reading(pack, assessment), child, round: at.round };
    const { inputs } = readInputs(outlook, at.on);
    const { harmAfterReturn = 'no', ...counted } = input;
    expect(inputs.harmAfterReturn ? 'yes' : 'no').toBe(harmAfterReturn);
    expect({
      unknownShare: Math.round((inputs.unknown / inputs.applicable) * 100) / 100,
      activeRisk: inputs.activeRisks,
      seriousActive: inputs.seriousRisks,
      protective: inputs.activeRisks > 0 ? inputs.linkedStrengths : inputs.evidencedStrengths,
      capacity: inputs.capacity,
      access: inputs.access,
    }).toEqual(counted);
  });
});

describe.each(cases)('T1–T5 what supports the case $training.id', ({ training: { assessment } }) => {
  const rated = Object.entries(assessment.answers).flatMap(([at, answer]) =>
    at.startsWith('factors-') && answer.is === 'given'
      ? (answer.value as readonly Rating[]).map((rating) => ({ at, ...rating }))
      : [],
  );
  const serious = new Set(pack.factors.filter((factor) => factor.serious).map(({ id }) => id));

  test('every serious risk that is or was there has evidence, and no rating is without support', () => {
    const there = rated.filter(
      ({ factor, status }) => serious.has(factor) && ['active', 'reducing', 'past'].includes(status),
    );
    expect(there.length).toBeGreaterThan(2);
    expect(there.filter((support) => evidenceFor(assessment, support).length === 0)).toEqual([]);
    expect([...new Set(rated.map(({ at }) => at))].flatMap((at) => unsupportedRatings(assessment, at))).toEqual([]);
  });

  test('every child and adult who is rated has evidence, of more than one kind', () => {
    const people = new Set(rated.map(({ at }) => at.replace(/@\d+/, '')));
    const named = new Set(
      assessment.evidence?.flatMap(({ supports }) => supports.map(({ at }) => at.replace(/@\d+/, ''))),
    );
    expect([...people].filter((at) => !named.has(at))).toEqual([]);
    expect(new Set(assessment.evidence?.map(({ mark }) => mark)).size).toBeGreaterThan(2);
  });

  test('what is taken from elsewhere says what stands there', () => {
    const taken = (assessment.evidence ?? []).filter((each) => each.takenFrom !== undefined);
    expect(taken.length).toBeGreaterThan(5);
    for (const evidence of taken)
      expect(shownEvidence(pack, assessment, evidence)).toEqual({ evidence, gone: false, hidden: false });
  });
});

test('R12 paper of a stage does not tell of a decision taken later, and neither does its attachment', () => {
  const assessment = cases[0]?.training.assessment;
  if (!assessment) throw new Error('no case');
  const told = (...stages: readonly string[]): readonly unknown[] => {
    const choice = {
      locale: 'en',
      output: 'full',
      on: '2026-04-01',
      ...(stages.length > 0 ? { stages } : {}),
    } as const;
    const answer = published(pack, assessment, choice).assessment.answers['decision-2-shared'];
    return [...new Set(rowsOf(answer).map(({ cells }) => cells.decision))].sort();
  };
  expect(told('stage-2-classify')).toEqual(['decision-2']);
  expect(told('stage-2-classify', 'stage-4-review')).toEqual(['decision-2', 'decision-3']);
  expect(told()).toEqual(['decision-2', 'decision-3']);
});

describe.each(cases)('P1 and R5 the case $training.id', ({ training: { assessment } }) => {
  const choice = { locale: 'en', output: 'full', on: '2026-04-01' } as const;

  test('is answered without a gap, and nothing in it is hidden', () => {
    const { applies, hidden, progress } = evaluate(pack, assessment, choice.on);
    expect(applies.filter(({ gaps }) => gaps.length > 0).map(({ key }) => key)).toEqual([]);
    expect(hidden).toEqual([]);
    expect(progress().answered).toBe(progress().of);
  });

  test('comes back from its attachment with the same report', () => {
    const { assessment: again } = published(pack, assessment, choice);
    const opened = { ...assessment, ...again, route: assessment.route, history: [] };
    expect(report(pack, opened, choice)).toEqual(report(pack, assessment, choice));
  });
});
