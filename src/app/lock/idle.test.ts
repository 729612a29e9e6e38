import { describe, expect, test } from 'vitest';
import { IdleWatch, type Clocks } from './idle.ts';

const minute = 60_000;

/** Clocks that are moved by hand; `sleep` moves the one on the wall alone, as a sleeping computer does. */
class HandClocks implements Clocks {
  #running = 0;
  #wall = 1_000_000;
  #waiting: { readonly at: number; readonly then: () => void } | null = null;

  running(): number {
    return this.#running;
  }

  wall(): number {
    return this.#wall;
  }

  wait(milliseconds: number, then: () => void): () => void {
    this.#waiting = { at: this.#running + milliseconds, then };
    return () => (this.#waiting = null);
  }

  pass(milliseconds: number): void {
    const end = this.#running + milliseconds;
    while (this.#waiting && this.#waiting.at <= end) {
      const { at, then } = this.#waiting;
      this.#waiting = null;
      this.#wall += at - this.#running;
      this.#running = at;
      then();
    }
    this.#wall += end - this.#running;
    this.#running = end;
  }

  sleep(milliseconds: number): void {
    this.#wall += milliseconds;
  }
}

function watched(limit: () => number = () => 15 * minute): {
  readonly clocks: HandClocks;
  readonly watch: IdleWatch;
  readonly phases: string[];
} {
  const clocks = new HandClocks();
  const watch = new IdleWatch(limit, clocks);
  const phases: string[] = [];
  watch.addEventListener('change', () => phases.push(watch.phase));
  return { clocks, watch, phases };
}

describe('a watch over idle time', () => {
  test('warns a minute before it is over', () => {
    const { clocks, phases } = watched();
    clocks.pass(14 * minute - 1);
    expect(phases).toEqual([]);
    clocks.pass(1);
    expect(phases).toEqual(['warning']);
    clocks.pass(minute);
    expect(phases).toEqual(['warning', 'over']);
  });

  test('begins anew whenever somebody does something, also at the last moment', () => {
    const { clocks, watch, phases } = watched();
    for (let times = 0; times < 10; times += 1) {
      clocks.pass(10 * minute);
      watch.touch();
    }
    expect(phases).toEqual([]);
    clocks.pass(15 * minute - 1);
    watch.touch();
    expect(phases).toEqual(['warning', 'busy']);
    clocks.pass(13 * minute);
    expect(watch.phase).toBe('busy');
  });

  test('counts the time a computer slept, and the key that wakes it changes nothing', () => {
    const { clocks, watch, phases } = watched();
    clocks.pass(minute);
    clocks.sleep(60 * minute);
    watch.touch();
    expect(phases).toEqual(['over']);
    watch.touch();
    expect(watch.phase).toBe('over');
  });

  test('does not believe a clock that was put back', () => {
    const { clocks, phases } = watched();
    clocks.sleep(-60 * minute);
    clocks.pass(15 * minute);
    expect(phases).toEqual(['warning', 'over']);
  });

  test('follows another limit once it is told to look', () => {
    let limit = 30 * minute;
    const { clocks, watch, phases } = watched(() => limit);
    clocks.pass(10 * minute);
    limit = 5 * minute;
    watch.check();
    expect(phases).toEqual(['over']);
  });

  test('looks no more once it is stopped', () => {
    const { clocks, watch, phases } = watched();
    watch.stop();
    clocks.pass(60 * minute);
    expect(phases).toEqual([]);
  });
});
