import { describe, expect, test } from 'vitest';
import type { DraftSummary } from '../session/ports.ts';
import { noteExport } from './exports.ts';
import { countdownFor, isLettingGo, keepDraft, letGo, reviewOfDraft } from './letting-go.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
}

const day = 24 * 60 * 60 * 1000;
const begun = Date.parse('2026-03-01T09:00:00.000Z');
const draft: DraftSummary = {
  id: 'draft-one',
  kind: 'real',
  reference: 'CASE-1',
  children: [],
  pack: { id: 'sparf', version: 1 },
  startedAt: '2026-03-01T09:00:00.000Z',
  changedAt: '2026-03-01T09:00:00.000Z',
  revision: 3,
};

describe('what a person said about deleting drafts', () => {
  test('is nothing at first, and holds for one draft or for all', () => {
    const storage = memory();
    expect([isLettingGo(null, storage), isLettingGo('draft-one', storage)]).toEqual([false, false]);
    expect(letGo('draft-one', true, begun, storage)).toBe(true);
    expect([isLettingGo(null, storage), isLettingGo('draft-one', storage)]).toEqual([false, true]);
    letGo('draft-one', false, begun, storage);
    letGo(null, true, begun, storage);
    expect([isLettingGo(null, storage), isLettingGo('draft-one', storage)]).toEqual([true, false]);
    expect(storage.getItem('homeward-letting-go')).not.toContain('draft-one');
  });

  test('counts down, is stopped by "keep it", and by a clock that was set back', () => {
    const storage = memory();
    noteExport('draft-one', 3, '2026-03-01T10:00:00.000Z', storage);
    letGo(null, true, begun, storage);
    expect(countdownFor(draft, begun + 30 * day, storage)).toMatchObject({ is: 'running', left: 14 });
    expect(countdownFor(draft, begun + 44 * day, storage)).toMatchObject({ is: 'over' });
    expect(countdownFor(draft, begun + 43 * day, storage)).toEqual({ is: 'none' });
    keepDraft('draft-one', begun + 45 * day, storage);
    expect(countdownFor(draft, begun + 46 * day, storage)).toEqual({ is: 'none' });
    expect(reviewOfDraft(draft, begun + 46 * day, storage)).toEqual({ on: new Date(begun + 75 * day), due: false });
    expect(countdownFor(draft, begun + 76 * day, storage)).toMatchObject({ is: 'running', left: 13 });
  });

  test('is off where nothing can be remembered, or what is remembered makes no sense', () => {
    const storage = memory();
    for (const nonsense of ['null', '{"all":7,"drafts":["x"],"latest":"late"}', 'not even this']) {
      storage.setItem('homeward-letting-go', nonsense);
      expect(isLettingGo(null, storage)).toBe(false);
    }
    const full = {
      getItem: (key: string) => storage.getItem(key),
      setItem: () => {
        throw new DOMException('no room', 'QuotaExceededError');
      },
    };
    noteExport('draft-one', 3, '2026-03-01T10:00:00.000Z', storage);
    letGo(null, true, begun, storage);
    expect(countdownFor(draft, begun + 44 * day, full)).toEqual({ is: 'none' });
    expect(letGo(null, true, begun, full)).toBe(false);
  });
});
