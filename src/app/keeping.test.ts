import { describe, expect, test } from 'vitest';
import { copyWords, lastExport, noteExport } from './exports.ts';
import { beginRestartCheck, restartCheck } from './pages/restart-check.ts';
import { chooseReviewDays, chosenReviewDays, reviewOf } from './retention.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.values()][index] ?? null,
  } as Storage;
}

describe('the last copy in a file', () => {
  test('is remembered for each draft, without its id', () => {
    const storage = memory();
    noteExport('draft-one', 7, '2026-03-01T09:00:00.000Z', storage);
    noteExport('draft-two', 2, '2026-03-02T09:00:00.000Z', storage);
    expect(lastExport('draft-one', storage)).toEqual({ at: '2026-03-01T09:00:00.000Z', revision: 7 });
    expect(lastExport('draft-three', storage)).toBeNull();
    expect(storage.key(0)).not.toContain('draft-one');
  });

  test('is none where what is remembered makes no sense, or nothing may be remembered', () => {
    const storage = memory();
    storage.setItem('homeward-exports', '["?"]');
    expect(lastExport('draft-one', storage)).toBeNull();
    const closed = {
      getItem: () => {
        throw new DOMException('closed', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    };
    expect(() => noteExport('draft-one', 1, '2026-03-01T09:00:00.000Z', closed)).not.toThrow();
    expect(lastExport('draft-one', closed)).toBeNull();
  });

  test.each([
    ['2026-03-01T08:58:30.000Z', 'Copy in a file: 1 min ago'],
    ['2026-03-01T07:00:00.000Z', 'Copy in a file: 2 h ago'],
    ['2026-02-26T09:00:00.000Z', 'Copy in a file: 3 days ago'],
    ['2026-03-01T10:00:00.000Z', 'Copy in a file: 0 min ago'],
  ])('made at %s reads "%s"', (at, words) => {
    expect(copyWords({ at, revision: 1 }, Date.parse('2026-03-01T09:00:00.000Z'))).toBe(words);
  });
});

describe('whether this computer keeps what is stored', () => {
  test('waits in the tab that began, tells once the tab is gone, and begins anew where the mark is gone', () => {
    const [kept, run] = [memory(), memory()];
    expect(restartCheck(kept, run)).toBe('none');
    beginRestartCheck(kept, run, 'mark');
    expect(restartCheck(kept, run)).toBe('waiting');
    expect(restartCheck(kept, memory())).toBe('kept');
    expect(restartCheck(memory(), memory())).toBe('none');
  });
});

describe('when a draft is to be looked at again', () => {
  test('30 days after its last change, unless 7 to 90 were chosen', () => {
    const storage = memory();
    expect(chosenReviewDays(storage)).toBe(30);
    expect([6, 91, 7.5, Number.NaN].map((days) => chooseReviewDays(days, storage))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(chosenReviewDays(storage)).toBe(30);
    expect([chooseReviewDays(7, storage), chosenReviewDays(storage)]).toEqual([true, 7]);
    const changed = '2026-03-01T09:00:00.000Z';
    expect(reviewOf(changed, Date.parse('2026-03-08T08:59:00.000Z'), 7).due).toBe(false);
    expect(reviewOf(changed, Date.parse('2026-03-08T09:00:00.000Z'), 7)).toEqual({
      on: new Date('2026-03-08T09:00:00.000Z'),
      due: true,
    });
  });
});
