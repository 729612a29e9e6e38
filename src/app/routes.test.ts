import { describe, expect, test } from 'vitest';
import { hashOf, parseRoute, type Route } from './routes.ts';

const routes: readonly Route[] = [
  { page: 'start' },
  { page: 'assessments' },
  { page: 'new' },
  { page: 'settings' },
  { page: 'help' },
  { page: 'training' },
  { page: 'case', case: 'quillfeather' },
  { page: 'tasks', id: 'a1' },
  { page: 'section', id: 'a1', section: 'child-voice' },
  { page: 'check', id: 'a1', stage: 'stage-1-assess' },
  { page: 'sign', id: 'a1', stage: 'stage-1-assess' },
];

describe('routes', () => {
  test.each(routes.map((route) => [hashOf(route), route] as const))('%s goes there and back', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  test.each([
    '#/assessments/sign',
    '#/assessments/a1/check',
    '#/assessments/a1/round/1/juniper',
    '#/nowhere',
    '#/settings/more',
    '#/training/quillfeather/more',
    '#/assessments/a b',
    '#/assessments/a1/check/s/more',
  ])('%s is no route', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'not-found' });
  });

  test('an empty address is the start', () => {
    expect(parseRoute('')).toEqual({ page: 'start' });
  });
});
