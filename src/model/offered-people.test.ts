import { describe, expect, test } from 'vitest';
import { assessmentOf, child, packWith, row } from '../../test/fixtures/small-pack.ts';
import type { Person } from './assessment.ts';
import { offeredPeople } from './offered-people.ts';

const pack = packWith([
  {
    id: 'talk',
    kind: 'table',
    repeats: ['round'],
    columns: [{ id: 'person', kind: 'person', label: 'Who', required: true }],
  },
]);
const somebody = (id: string, role: string): Person => ({ id, role, name: id });
const people = [
  child('robin'),
  somebody('wren', 'parent'),
  somebody('orla', 'team-manager'),
  somebody('piers', 'team-manager'),
  somebody('greta', 'nominated-officer'),
];
const roles = ['team-manager', 'nominated-officer'];
const talked = (...ids: readonly string[]) =>
  assessmentOf(pack, { 'talk@2': ids.map((person, index) => row(`r${String(index)}`, { person })) }, people);
const offered = (of: ReturnType<typeof talked>, chosen: readonly string[] = [], round = 2) => {
  const { likely, others } = offeredPeople(of, { roles, besides: 'talk' }, { round, not: undefined, chosen });
  return [...likely, ...others].map(({ id }) => id);
};

describe('O1 whom a person column offers', () => {
  test('its roles first and everybody else after them', () => {
    const { likely, others } = offeredPeople(talked(), { roles }, { round: 0, not: 'greta', chosen: [] });
    expect([likely, others].map((each) => each.map(({ id }) => id))).toEqual([
      ['orla', 'piers'],
      ['robin', 'wren'],
    ]);
  });

  test('with `besides`, only its roles, without the first of them who is named there', () => {
    expect(offered(talked())).toEqual(['orla', 'piers', 'greta']);
    expect(offered(talked('wren', 'orla', 'piers'))).toEqual(['piers', 'greta']);
    expect(offered(talked('wren'))).toEqual(['orla', 'piers', 'greta']);
  });

  test('only that round counts, and whoever is chosen already stays', () => {
    expect(offered(talked('orla'), [], 1)).toEqual(['orla', 'piers', 'greta']);
    expect(offered(talked('orla'), ['orla', 'wren'])).toEqual(['wren', 'orla', 'piers', 'greta']);
  });
});
