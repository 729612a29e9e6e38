import { describe, expect, test } from 'vitest';
import { hashOf, parseRoute, type Route } from './routes.ts';

const routes: readonly Route[] = [
  { page: 'start' },
  { page: 'assessments' },
  { page: 'new' },
  { page: 'settings' },
  { page: 'help' },
  { page: 'training' },
  { page: 'verify' },
  { page: 'case', case: 'quillfeather' },
  { page: 'tasks', id: 'a1' },
  { page: 'section', id: 'a1', section: 'child-voice' },
  { page: 'check', id: 'a1', stage: 'stage-1-assess' },
  { page: 'sign', id: 'a1', stage: 'stage-1-assess' },
  { page: 'framework', stage: '' },
  { page: 'framework', stage: 'stage-2-classify' },
  { page: 'guidance', topic: '' },
  { page: 'guidance', topic: 'hearing-the-child' },
  { page: 'search', words: 'family time / contact' },
  { page: 'round', id: 'a1', round: 2, person: 'juniper' },
  { page: 'output', id: 'a1', kind: 'factors' },
];

describe('routes', () => {
  test.each(routes.map((route) => [hashOf(route), route] as const))('%s goes there and back', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test.each([
    '#/assessments/sign',
    '#/assessments/a1/check',
    '#/assessments/a1/round/0/juniper',
    '#/assessments/a1/round/1',
    '#/assessments/a1/round/1/juniper/more',
    '#/assessments/a1/output',
    '#/framework/stage-1-assess/more',
    '#/guidance/a b',
    '#/nowhere',
    '#/settings/more',
    '#/training/quillfeather/more',
    '#/assessments/a b',
    '#/assessments/a1/check/s/more',
  ])('%s is no route', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'not-found' });
  });

  test('words of an address that nobody can read stand as they are', () => {
    expect(parseRoute('#/search/100%')).toEqual({ page: 'search', words: '100%' });
  });

  test('an empty address is the start', () => {
    expect(parseRoute('')).toEqual({ page: 'start' });
  });
});
