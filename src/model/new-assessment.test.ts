import { describe, expect, test } from 'vitest';
import { column, packWith, stillWorld } from '../../test/fixtures/small-pack.ts';
import { newAssessment, type Start } from './new-assessment.ts';

const pack = packWith([
  { id: 'children', kind: 'person-table', lists: ['child'], columns: [column('name', { property: 'name' })] },
  { id: 'adults', kind: 'person-table', lists: ['parent', 'carer'], columns: [column('name', { property: 'name' })] },
  { id: 'team', kind: 'person-table', lists: ['carer', 'social-worker'], columns: [column('part')] },
]);
const start: Start = { kind: 'real', purpose: 'home', route: 'core', reference: 'REF-7', people: [] };
const begin = (people: Start['people']) => newAssessment(pack, { ...start, people }, stillWorld());

describe('B1 a new assessment', () => {
  test('has its purpose answered and nothing else', () => {
    expect(begin([]).answers).toEqual({ purpose: { is: 'given', value: 'home' } });
  });

  test('has each person once, in the first table that lists their role', () => {
    const { people, answers } = begin([
      { role: 'child', name: 'Moss' },
      { role: 'carer', name: 'Wren' },
      { role: 'child', name: 'Juniper' },
      { role: 'network', name: 'Sorrel' },
    ]);
    const [moss, wren, juniper] = people.map(({ id }) => id);
    expect(people.map(({ name }) => name)).toEqual(['Moss', 'Wren', 'Juniper', 'Sorrel']);
    expect(new Set(people.map(({ id }) => id)).size).toBe(4);
    const listed = Object.entries(answers).map(([key, answer]) => [
      key,
      answer.is === 'given' && Array.isArray(answer.value)
        ? answer.value.map((row: { person: string }) => row.person)
        : [],
    ]);
    expect(Object.fromEntries(listed)).toEqual({ purpose: [], children: [moss, juniper], adults: [wren] });
  });

  test('keeps an id a person brings', () => {
    expect(begin([{ id: 'wren', role: 'parent', name: '' }]).people).toEqual([
      { id: 'wren', role: 'parent', name: '' },
    ]);
  });
});

test('B2 a child is in scope unless somebody said otherwise', () => {
  const { people } = begin([
    { role: 'child', name: 'A' },
    { role: 'child', name: 'B', inScope: false },
    { role: 'child', name: 'C', inScope: 'not-known' },
    { role: 'parent', name: 'D' },
  ]);
  expect(people.map(({ inScope }) => inScope)).toEqual([true, false, 'not-known', undefined]);
});

describe('B3 faults of the caller', () => {
  test('a purpose the pack does not have', () => {
    expect(() => newAssessment(pack, { ...start, purpose: 'abroad' }, stillWorld())).toThrow(
      expect.objectContaining({ code: 'unknown-purpose' }),
    );
  });

  test('two people with one id', () => {
    const twice = { id: 'wren', role: 'parent', name: 'W' };
    expect(() => begin([twice, twice])).toThrow(expect.objectContaining({ code: 'duplicate-person' }));
  });
});

test('B4 it is pinned to its pack and begins empty, at the time of its world', () => {
  expect(begin([])).toMatchObject({
    format: 1,
    kind: 'real',
    route: 'core',
    reference: 'REF-7',
    pack: { id: 'small', version: 1, structureHash: 'structure-1' },
    startedAt: '2026-01-01T09:00:00.000Z',
    changedAt: '2026-01-01T09:00:00.000Z',
    rounds: [],
    versions: [],
    history: [],
  });
});
