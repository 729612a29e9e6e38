import { describe, expect, test } from 'vitest';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Assessment, Edit } from '../model/assessment.ts';
import { HomewardError, type Outcome, problem } from '../model/problem.ts';
import type { Revision, Vault } from './ports.ts';
import { type AddChoice, Saver, type Timers } from './saver.ts';

/** A clock that stands until it is moved. */
class StillTimers implements Timers {
  #elapsed = 0;
  #waiting: { readonly at: number; readonly then: () => void }[] = [];

  now(): string {
    return new Date(Date.UTC(2026, 0, 1, 9) + this.#elapsed).toISOString();
  }

  elapsed(): number {
    return this.#elapsed;
  }

  wait(milliseconds: number, then: () => void): () => void {
    const entry = { at: this.#elapsed + milliseconds, then };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  /** Lets `milliseconds` go by, calling what falls due at its own moment. */
  async pass(milliseconds: number): Promise<void> {
    await settled();
    const until = this.#elapsed + milliseconds;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#elapsed = next.at;
      next.then();
      await settled();
    }
    this.#elapsed = until;
    await settled();
  }
}

/** Lets every promise that can go on do so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

interface Written {
  readonly at: number;
  readonly expected: Revision;
  readonly edits: readonly Edit[];
  readonly after: Assessment;
}

/** A vault whose answers the test gives. */
class ScriptedVault extends EventTarget implements Vault {
  readonly state = 'open';
  readonly written: Written[] = [];
  /** How the next writes end; when it is empty they succeed at once. */
  readonly ends: (Outcome<Revision> | Promise<Outcome<Revision>> | HomewardError)[] = [];
  underWay = 0;
  mostUnderWay = 0;
  readonly #timers: StillTimers;

  constructor(timers: StillTimers) {
    super();
    this.#timers = timers;
  }

  async append(_id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    this.written.push({ at: this.#timers.elapsed(), expected, edits, after });
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    const end = await (this.ends.shift() ?? { ok: true, value: expected + 1 });
    this.underWay -= 1;
    if (end instanceof HomewardError) throw end;
    return end;
  }

  list = unused;
  load = unused;
  remove = unused;
}

function unused(): Promise<never> {
  return Promise.reject(new Error('A saver only appends.'));
}

/** A write that ends when the test says so. */
function open(): { readonly answer: Promise<Outcome<Revision>>; end(outcome: Outcome<Revision>): void } {
  let end: (outcome: Outcome<Revision>) => void = () => undefined;
  const answer = new Promise<Outcome<Revision>>((resolve) => {
    end = resolve;
  });
  return {
    answer,
    end: (outcome) => {
      end(outcome);
    },
  };
}

function bench(revision = 0): {
  readonly timers: StillTimers;
  readonly vault: ScriptedVault;
  readonly saver: Saver;
  readonly states: string[];
  type(text: string, choice?: AddChoice, more?: Partial<Edit>): void;
} {
  const timers = new StillTimers();
  const vault = new ScriptedVault(timers);
  const saver = new Saver({ vault, id: 'draft-1', revision, timers });
  const states: string[] = [];
  saver.addEventListener('change', () => states.push(saver.state));
  let assessment = emptyDraft('draft-1');
  return {
    timers,
    vault,
    saver,
    states,
    type(text, choice, more = {}) {
      const edit = { ...answering('hopes', text), ...more };
      assessment = withEdits(assessment, [edit]);
      saver.add(edit, assessment, choice);
    },
  };
}

const idsOf = ({ edits }: Written): readonly string[] => edits.map(({ id }) => id);

describe('SV1 when edits are written', () => {
  test('300 ms after the last one', async () => {
    const { timers, vault, saver, type } = bench();
    type('a');
    await timers.pass(200);
    type('ab');
    await timers.pass(299);
    expect(vault.written).toEqual([]);
    expect(saver.state).toBe('unsaved');
    await timers.pass(1);
    expect(vault.written.map(({ at }) => at)).toEqual([500]);
    expect(saver.state).toBe('saved');
    expect(saver.savedAt).toBe('2026-01-01T09:00:00.500Z');
  });

  test('at most a second after the first while five keys a second go on for a minute', async () => {
    const { timers, vault, type } = bench();
    const typedAt = new Map<string, number>();
    for (let key = 0; key < 300; key += 1) {
      typedAt.set(`hopes-${key}`, timers.elapsed());
      type(String(key));
      await timers.pass(200);
    }
    await timers.pass(300);
    const waits = vault.written.flatMap((write) => idsOf(write).map((id) => write.at - (typedAt.get(id) ?? -Infinity)));
    expect(waits).toHaveLength(300);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
    expect(vault.written.length).toBeLessThanOrEqual(61);
  });

  test('at once when it says so, or on flush, before flush returns', async () => {
    const { vault, saver, timers, type } = bench();
    type('a', { now: true });
    expect(vault.written).toHaveLength(1);
    await timers.pass(0);
    type('ab');
    void saver.flush();
    expect(vault.written).toHaveLength(2);
  });

  test('at once when the vault is closing, until the saver lets go of it', async () => {
    const { vault, saver, timers, type } = bench();
    type('a');
    vault.dispatchEvent(new Event('closing'));
    expect(vault.written).toHaveLength(1);
    await timers.pass(0);
    await saver.close();
    type('ab');
    vault.dispatchEvent(new Event('closing'));
    expect(vault.written).toHaveLength(1);
  });

  test('not at all when there is nothing to write', async () => {
    const { vault, saver, states } = bench();
    await saver.flush();
    expect(vault.written).toEqual([]);
    expect(states).not.toContain('saving');
    expect(saver.savedAt).toBeNull();
  });

  test('not at once because an earlier flush had nothing to write', async () => {
    const { vault, saver, type } = bench();
    await saver.flush();
    type('a');
    expect(vault.written).toEqual([]);
  });
});

describe('SV2 one write at a time', () => {
  test('what is added meanwhile is the next one, from the revision of the first', async () => {
    const { vault, saver, timers, type } = bench(4);
    const first = open();
    vault.ends.push(first.answer);
    type('a', { now: true });
    type('b', { now: true });
    type('c');
    const flushed = saver.flush();
    expect(vault.written).toHaveLength(1);
    first.end({ ok: true, value: 5 });
    await flushed;
    expect(vault.written.map(idsOf)).toEqual([['hopes-a'], ['hopes-b', 'hopes-c']]);
    expect(vault.written.map(({ expected }) => expected)).toEqual([4, 5]);
    expect(saver.revision).toBe(6);
    await timers.pass(5000);
    expect(vault.mostUnderWay).toBe(1);
    expect(vault.written).toHaveLength(2);
  });

  test('each write carries the assessment as its own last edit left it', async () => {
    const { vault, timers, type } = bench();
    const first = open();
    vault.ends.push(first.answer);
    type('a', { now: true });
    type('b');
    first.end({ ok: true, value: 1 });
    await timers.pass(300);
    expect(vault.written.map(({ after }) => after.answers.hopes)).toEqual(
      ['a', 'b'].map((value) => ({ is: 'given', value })),
    );
  });

  test('an edit added by whoever hears "saved" is not forgotten', async () => {
    const { vault, saver, timers, type } = bench();
    saver.addEventListener('change', () => {
      if (saver.state === 'saved' && saver.revision === 1) type('b');
    });
    type('a');
    await timers.pass(1000);
    expect(vault.written.map(idsOf)).toEqual([['hopes-a'], ['hopes-b']]);
    expect(saver.state).toBe('saved');
  });
});

describe('SV3 joining while somebody types', () => {
  test('the later text takes the place of the earlier, under the earlier id', async () => {
    const { vault, timers, type } = bench();
    type('a', { joins: true });
    type('ab', { joins: true }, { at: '2026-01-01T09:00:01Z' });
    await timers.pass(300);
    expect(vault.written[0]?.edits).toEqual([{ ...answering('hopes', 'ab', 'hopes-a'), at: '2026-01-01T09:00:01Z' }]);
  });

  test.each<[string, AddChoice, Partial<Edit>]>([
    ['it does not say so', {}, {}],
    ['somebody else types', { joins: true }, { by: 'Alex' }],
    ['it takes something back', { joins: true }, { undoes: 'hopes-a' }],
    ['it brings something again', { joins: true }, { redoes: 'hopes-a' }],
    ['it answers another question', { joins: true }, { change: answering('fears', 'b').change }],
    ['it is several changes together', { joins: true }, { change: { do: 'together', changes: [] } }],
  ])('not when %s', async (_why, choice, more) => {
    const { vault, timers, type } = bench();
    type('a', { joins: true });
    type('b', choice, more);
    await timers.pass(300);
    expect(vault.written.map(idsOf)).toEqual([['hopes-a', 'hopes-b']]);
  });

  test('cells join only in one row and column', async () => {
    const cell = (row: string, column: string, text: string): Edit['change'] => ({
      do: 'set-cell',
      at: { question: 'table', subject: null, round: 0 },
      row,
      column,
      cell: text,
    });
    const { vault, timers, type } = bench();
    type('1', { joins: true }, { change: cell('r1', 'what', 'a') });
    type('2', { joins: true }, { change: cell('r1', 'what', 'ab') });
    type('3', { joins: true }, { change: cell('r1', 'when', 'a') });
    type('4', { joins: true }, { change: cell('r2', 'when', 'a') });
    await timers.pass(300);
    expect(vault.written.map(idsOf)).toEqual([['hopes-1', 'hopes-3', 'hopes-4']]);
    expect(vault.written[0]?.edits[0]?.change).toEqual(cell('r1', 'what', 'ab'));
  });

  test('not with an edit that a write was tried with', async () => {
    const { vault, timers, type } = bench();
    vault.ends.push(problem('not-saved', {}, 'UnknownError'));
    type('a', { joins: true, now: true });
    await timers.pass(0);
    type('ab', { joins: true });
    await timers.pass(1000);
    expect(vault.written.map(idsOf)).toEqual([['hopes-a'], ['hopes-a'], ['hopes-ab']]);
  });
});

describe('SV4 after a failure', () => {
  test('everything is kept, the failure is told, and the same batch is tried again later and later', async () => {
    const { vault, saver, timers, states, type } = bench();
    const failure = problem('not-saved', {}, 'UnknownError');
    vault.ends.push(failure, failure, failure);
    type('a');
    await timers.pass(300);
    expect(saver.state).toBe('failed');
    expect(saver.problems).toEqual(failure.problems);
    type('b', { now: true });
    expect(saver.pending.map(({ id }) => id)).toEqual(['hopes-a', 'hopes-b']);
    await timers.pass(7000);
    expect(vault.written.map(({ at }) => at)).toEqual([300, 1300, 3300, 7300, 7300]);
    expect(vault.written.map(idsOf)).toEqual([['hopes-a'], ['hopes-a'], ['hopes-a'], ['hopes-a'], ['hopes-b']]);
    expect(states.filter((state) => state === 'failed')).toHaveLength(3);
    expect(saver.state).toBe('saved');
    expect(saver.problems).toEqual([]);
    expect(saver.pending).toEqual([]);
  });

  test('it is tried again every 30 seconds at the slowest, for as long as the page lives', async () => {
    const { vault, timers, type } = bench();
    vault.ends.push(...Array.from({ length: 100 }, () => problem('not-saved', {}, 'UnknownError')));
    type('a', { now: true });
    await timers.pass(600_000);
    const times = vault.written.map(({ at }) => at);
    expect(times.slice(0, 7)).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000]);
    expect(times.at(-1)).toBe(571_000);
  });

  test('a success makes the next failure the first again', async () => {
    const { vault, timers, type } = bench();
    const failure = problem('not-saved', {}, 'UnknownError');
    const success: Outcome<Revision> = { ok: true, value: 1 };
    vault.ends.push(failure, failure, success, failure);
    type('a', { now: true });
    await timers.pass(3000);
    type('b', { now: true });
    await timers.pass(1000);
    expect(vault.written.map(({ at }) => at)).toEqual([0, 1000, 3000, 3000, 4000]);
  });

  test('flush tries at once and leaves nothing waiting behind when it works again', async () => {
    const { vault, saver, timers, type } = bench();
    vault.ends.push(problem('not-saved', {}, 'QuotaExceededError'));
    type('a', { now: true });
    await timers.pass(0);
    type('b');
    await saver.flush();
    expect(vault.written.map(idsOf)).toEqual([['hopes-a'], ['hopes-a'], ['hopes-b']]);
    expect(saver.state).toBe('saved');
  });

  test('a fault in the vault itself is kept safe too, and not kept quiet', async () => {
    const { vault, saver, timers, type } = bench();
    vault.ends.push(new HomewardError('wrong-vault', 'made for this test'));
    type('a');
    await expect(saver.flush()).rejects.toThrow('made for this test');
    expect(saver.state).toBe('failed');
    expect(saver.pending).toHaveLength(1);
    await timers.pass(1000);
    expect(saver.state).toBe('saved');
  });
});

describe('SV5 after a conflict', () => {
  test('nothing more is written and everything is kept', async () => {
    const { vault, saver, timers, type } = bench(2);
    vault.ends.push(problem('conflict'));
    type('a', { now: true });
    await timers.pass(0);
    expect(saver.state).toBe('conflict');
    type('b', { now: true });
    await saver.flush();
    await timers.pass(600_000);
    expect(vault.written).toHaveLength(1);
    expect(saver.state).toBe('conflict');
    expect(saver.pending.map(({ id }) => id)).toEqual(['hopes-a', 'hopes-b']);
    expect(saver.revision).toBe(2);
  });
});

describe('SV6 what "saved" means', () => {
  test('it is said only when the vault has confirmed everything', async () => {
    const { vault, saver, timers, states, type } = bench();
    const first = open();
    vault.ends.push(first.answer);
    type('a');
    await timers.pass(300);
    expect(saver.state).toBe('saving');
    type('b');
    await timers.pass(100);
    first.end({ ok: true, value: 1 });
    await settled();
    expect(saver.state).toBe('unsaved');
    await timers.pass(200);
    expect(saver.state).toBe('saved');
    expect(states).toEqual(['unsaved', 'saving', 'unsaved', 'saving', 'saved']);
  });
});
