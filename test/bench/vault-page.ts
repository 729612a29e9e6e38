import { apply } from '../../src/model/apply.ts';
import type { Assessment, Edit } from '../../src/model/assessment.ts';
import type { Pack } from '../../src/model/pack.ts';
import { replay } from '../../src/session/session.ts';
import type { Vault } from '../../src/session/ports.ts';
import { again, inStorage } from '../../src/store/in-storage.suite.ts';
import { foundOpen, openedVault } from '../../src/store/sealed.suite.ts';
import { bucketsOf } from '../../src/store/second-place.ts';
import { assessmentOf, packWith } from '../fixtures/small-pack.ts';

/** The vault of training drafts, in plain text, is the floor of the encrypted one. */
export const contestants = ['plain', 'sealed'] as const;
export type Contestant = (typeof contestants)[number];

/** What the bench asks of the page; milliseconds are by the clock. */
export interface VaultPage {
  /** Makes `count` drafts in each vault. */
  fill(count: number): Promise<void>;
  /** A vault as a page that is loaded again has it, unlocked where it locks, ready for `list`. */
  openAgain(which: Contestant): Promise<void>;
  /** Lists the vault of `openAgain`; what it took. */
  list(): Promise<number>;
  /** Begins a draft of 100 answers of 900 letters in each vault. */
  begin(): Promise<void>;
  /** One write of one edit. */
  save(which: Contestant, number: number): Promise<void>;
  /** Opens what was saved, from the vault of `openAgain`: reading, decrypting, applying every edit; what it took. */
  load(): Promise<number>;
  /** A sealed draft typed into: the writes from `from` to `to`, one a second of steady typing. */
  typeOn(from: number, to: number): Promise<void>;
}

declare global {
  interface Window {
    vaultBench: VaultPage;
  }
}

const questions = 150;
const pack: Pack = packWith(
  Array.from({ length: questions }, (_, index) => ({ id: `q${String(index)}`, kind: 'long-text' as const })),
);
/** Letters in an answer before the typing goes on in the next one, and letters in a second of it. */
const answerLength = 1_000;
const lettersEach = 5;
const begun = Date.UTC(2026, 0, 1, 9);

const vaults: Readonly<Record<Contestant, Vault>> = {
  plain: await inStorage(),
  sealed: await openedVault({ buckets: bucketsOf(navigator) }),
};
const work: Record<Contestant, Assessment> = { plain: draft('work'), sealed: draft('work') };
let opened: (Vault & { close(): void }) | null = null;
let typed = draft('typed');

function draft(id: string): Assessment {
  const child = { id: 'c1', role: 'child', name: 'Ember Quillfeather', inScope: true } as const;
  return assessmentOf(pack, {}, [child], { id, kind: 'training', reference: 'T-1' });
}

/** The edit that answers a question with `value`, `second` seconds into the day. */
function answering(question: number, value: string, second: number): Edit {
  return {
    id: crypto.randomUUID(),
    at: new Date(begun + second * 1_000).toISOString(),
    by: 'Tansy',
    change: {
      do: 'answer',
      at: { question: `q${String(question)}`, subject: null, round: 0 },
      answer: { is: 'given', value },
    },
  };
}

function after(assessment: Assessment, edit: Edit): Assessment {
  const next = apply(pack, assessment, edit);
  if (!next.ok) throw new Error(next.problems[0].code);
  return next.value;
}

async function append(vault: Vault, at: number, edits: readonly Edit[], now: Assessment): Promise<void> {
  const kept = await vault.append(now.id, at, edits, now);
  if (!kept.ok) throw new Error(`${kept.problems[0].code} (${kept.problems[0].detail ?? ''})`);
}

window.vaultBench = {
  async fill(count) {
    for (const which of contestants)
      for (let number = 0; number < count; number += 1)
        await append(vaults[which], 0, [], draft(`draft-${String(number)}`));
  },
  async openAgain(which) {
    opened?.close();
    opened = await (which === 'plain' ? again(vaults.plain) : foundOpen(vaults.sealed));
  },
  async list() {
    const start = performance.now();
    const drafts = await opened?.list();
    const took = performance.now() - start;
    if (!drafts?.ok || drafts.value.length === 0) throw new Error('nothing was listed');
    return took;
  },
  async begin() {
    for (const which of contestants) {
      let now = work[which];
      for (let number = 0; number < 100; number += 1) now = after(now, answering(number, 'x'.repeat(900), 0));
      await append(vaults[which], 0, [], now);
      work[which] = now;
    }
  },
  async save(which, number) {
    const edit = answering(number % 100, `text ${String(number)} `.repeat(80), number);
    work[which] = after(work[which], edit);
    await append(vaults[which], number, [edit], work[which]);
  },
  async load() {
    const start = performance.now();
    const found = await opened?.load('work');
    const now = found?.ok ? replay(pack, found.value) : null;
    const took = performance.now() - start;
    if (!now?.ok) throw new Error('the draft was not opened');
    return took;
  },
  async typeOn(from, to) {
    for (let second = from; second < to; second += 1) {
      const letters = (second + 1) * lettersEach;
      const question = Math.floor((letters - 1) / answerLength);
      const edit = answering(question, 'letters typed '.repeat(72).slice(0, letters - question * answerLength), second);
      typed = after(typed, edit);
      await append(vaults.sealed, second, [edit], typed);
    }
  },
};
