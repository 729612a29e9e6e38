import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Countdown, countdownDays, countdownOf, type Facts } from './countdown.ts';

const day = 24 * 60 * 60 * 1000;
const at = (text: string): number => Date.parse(text);
const iso = (moment: number): string => new Date(moment).toISOString();

/** Switched on, copied as it is and long past its review date. */
const ripe: Facts = {
  draft: { changedAt: '2026-01-01T09:00:00.000Z', revision: 7 },
  exported: { at: '2026-01-01T10:00:00.000Z', revision: 7 },
  reviewDays: 30,
  since: '2026-01-01T08:00:00.000Z',
  keptAt: null,
  latest: null,
  now: at('2026-06-01T09:00:00.000Z'),
};

describe('a draft goes by itself', () => {
  test('14 days after its review date, and these are counted down', () => {
    const review = at('2026-01-31T09:00:00.000Z');
    const on = (now: number): Countdown => countdownOf({ ...ripe, now });
    expect(on(review - 1)).toEqual({ is: 'none' });
    expect(on(review)).toEqual({ is: 'running', at: new Date(review + countdownDays * day), left: 14 });
    expect(on(review + 13 * day + 1)).toMatchObject({ is: 'running', left: 1 });
    expect(on(review + 14 * day - 1)).toMatchObject({ is: 'running', left: 1 });
    expect(on(review + 14 * day)).toMatchObject({ is: 'over', left: 0 });
  });

  test.each<[string, Partial<Facts>]>([
    ['nobody switched it on', { since: null }],
    ['no file holds it', { exported: null }],
    ['a file holds an older state of it', { exported: { at: '2026-01-01T10:00:00.000Z', revision: 6 } }],
    ['a file claims a later state than there is', { exported: { at: '2026-01-01T10:00:00.000Z', revision: 8 } }],
    ['it was changed lately', { draft: { changedAt: '2026-05-20T09:00:00.000Z', revision: 7 } }],
    ['somebody said to keep it', { keptAt: '2026-05-20T09:00:00.000Z' }],
    ['the clock went back', { latest: at('2026-06-01T09:00:00.001Z') }],
    ['its last change lies ahead', { draft: { changedAt: '2026-07-01T09:00:00.000Z', revision: 7 } }],
    ['a time makes no sense', { since: 'yesterday' }],
    ['a time makes no sense', { draft: { changedAt: '', revision: 7 } }],
    ['its days make no sense', { reviewDays: Number.NaN }],
  ])('never where %s', (_why, more) => {
    expect(countdownOf(ripe).is).toBe('over');
    expect(countdownOf({ ...ripe, ...more })).toEqual({ is: 'none' });
  });

  const moment = fc.integer({ min: at('2025-01-01T00:00:00.000Z'), max: at('2027-12-31T00:00:00.000Z') });
  const facts: fc.Arbitrary<Facts> = fc.record({
    draft: fc.record({ changedAt: moment.map(iso), revision: fc.integer({ min: 1, max: 3 }) }),
    exported: fc.option(fc.record({ at: moment.map(iso), revision: fc.integer({ min: 1, max: 3 }) })),
    reviewDays: fc.integer({ min: 7, max: 90 }),
    since: fc.option(moment.map(iso)),
    keptAt: fc.option(moment.map(iso)),
    latest: fc.option(moment),
    now: moment,
  });

  test('only with a copy as it is now, a person who wanted it, the whole time given, and a clock that only went on', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const found = countdownOf(each);
        if (found.is === 'none') return;
        const { draft, exported, since, keptAt, latest, now, reviewDays } = each;
        expect(exported?.revision).toBe(draft.revision);
        if (since === null || exported === null) throw new Error('It must stay.');
        for (const moment of [draft.changedAt, exported.at, since, ...(keptAt === null ? [] : [keptAt])])
          expect(at(moment)).toBeLessThanOrEqual(now);
        expect(latest ?? 0).toBeLessThanOrEqual(now);
        const time = countdownDays * day;
        for (const moment of [since, exported.at]) expect(found.at.getTime()).toBeGreaterThanOrEqual(at(moment) + time);
        for (const moment of [draft.changedAt, keptAt ?? draft.changedAt])
          expect(found.at.getTime()).toBeGreaterThanOrEqual(at(moment) + reviewDays * day + time);
        expect(found.is === 'over').toBe(found.at.getTime() <= now);
        expect(found.left > 0).toBe(found.is === 'running');
      }),
    );
  });

  test('at the same moment in every time zone, over both changes of the clock', () => {
    const before = process.env.TZ;
    try {
      fc.assert(
        fc.property(facts, fc.constantFrom('Pacific/Kiritimati', 'America/New_York', 'UTC'), (each, zone) => {
          process.env.TZ = 'Europe/London';
          const here = countdownOf(each);
          process.env.TZ = zone;
          expect(countdownOf(each)).toEqual(here);
        }),
        { numRuns: 60 },
      );
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('never sooner because the clock is set back, by any time at all', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 900 * day }), (each, back) => {
        const { now } = each;
        expect(countdownOf({ ...each, latest: now, now: now - back })).toEqual({ is: 'none' });
      }),
    );
  });
});
