import { describe, expect, test } from 'vitest';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import type { Assessment } from './assessment.ts';
import { minimumsFor } from './minimums.ts';
import { packIndex } from './pack-index.ts';
import type { Outcome } from './problem.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join());
  return outcome.value;
}

const pack = must(await loadPack('sparf', 'en'));
const { assessment } = must(await loadTrainingCase('quillfeather', pack));
const schedule = packIndex(pack).questions.get('monitoring-schedule');

function minimums(answers: Readonly<Record<string, string>>): readonly string[] {
  if (!schedule) throw new Error('The pack has no monitoring schedule.');
  const given = Object.entries(answers).map(([key, value]) => [key, { is: 'given', value }] as const);
  const changed: Assessment = { ...assessment, answers: { ...assessment.answers, ...Object.fromEntries(given) } };
  return minimumsFor(pack, changed, schedule, 'moss').map(({ id }) => id);
}

describe('V13 the legal minimum', () => {
  test.each([
    ['a planned placement under a care order', {}, ['visits-planned', 'reviews']],
    ['an immediate placement', { 'pwp-route~moss': 'immediate' }, ['visits-immediate', 'reviews']],
    ['a child already at home', { 'pwp-route~moss': 'already-living' }, ['visits-already-home', 'reviews']],
    ['an interim care order', { 'legal-status~moss': 's38' }, ['visits-interim', 'reviews']],
    [
      'an immediate placement under an interim order: both are said',
      { 'legal-status~moss': 's38', 'pwp-route~moss': 'immediate' },
      ['visits-immediate', 'visits-interim', 'reviews'],
    ],
    [
      'a child at home whose order may end',
      { 'assessment-purpose': 'order-discharge' },
      ['visits-already-home', 'reviews'],
    ],
    ['a child who is not in care', { 'legal-status~moss': 's20' }, []],
  ])('%s', (_name, answers, expected) => {
    expect(minimums(answers)).toEqual(expected);
  });

  test('is each child’s own', () => {
    expect(minimums({ 'legal-status~juniper': 's20' })).toEqual(['visits-planned', 'reviews']);
  });

  test('says where it stands, and that what may have changed has to be checked', () => {
    for (const { law, words, check, id } of schedule?.minimums ?? []) {
      expect(law).toMatch(/^Regulations? \d+.*2010$/);
      expect(words).not.toBe('');
      expect(check).toBe(id !== 'reviews');
    }
  });
});
