import { describe, expect, test } from 'vitest';
import { placesOf } from './places.ts';

describe('looks on a line', () => {
  test('stand by their days where there is room', () => {
    expect(placesOf(['2025-01-01', '2025-01-11', '2025-01-31'], 600, 92)).toEqual([0, 200, 600]);
  });

  test('are never nearer than their names allow, and share the room left by their days', () => {
    const [first = 0, second = 0, third = 0] = placesOf(['2025-01-01', '2025-01-02', '2025-04-11'], 600, 92);
    expect(first).toBe(0);
    expect(second - first).toBeGreaterThanOrEqual(92);
    expect(third - second).toBeGreaterThan(second - first);
    expect(third).toBe(600);
  });

  test.each([
    ['a day is not known', ['2025-01-01', null, '2025-04-11']],
    ['a day is a month only', ['2025-01', '2025-03-01', '2025-04-11']],
    ['days run backwards', ['2025-04-11', '2025-03-01', '2025-04-12']],
    ['all are of one day', ['2025-04-11', '2025-04-11', '2025-04-11']],
  ])('stand evenly where %s', (_, days) => {
    expect(placesOf(days, 600, 92)).toEqual([0, 92, 184]);
  });

  test('stand evenly where there is no room to spare', () => {
    expect(placesOf(['2025-01-01', '2025-01-02', '2025-04-11'], 184, 92)).toEqual([0, 92, 184]);
  });
});
