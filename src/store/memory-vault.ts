import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, type Problem, problem } from '../model/problem.ts';
import type { Draft, DraftSummary, Revision, VaultState } from '../session/ports.ts';
import type { DraftKind } from './db.ts';
import type { Bytes } from './envelope.ts';
import { insistItBelongs, type KeptVault } from './kept-vault.ts';
import { isAssessment, read, written } from './pieces.ts';
import { insistOn, unchanged } from './shelf.ts';
import { summaryOf } from './summary.ts';

interface Resting {
  readonly summary: DraftSummary;
  readonly assessment: Bytes;
  readonly blobs: Map<string, Bytes>;
}

/** The same promises as `DiskVault`, for as long as the page lives and no longer. */
export class MemoryVault extends EventTarget implements KeptVault {
  readonly state: VaultState = 'memory';
  readonly #kind: DraftKind;
  readonly #drafts = new Map<string, Resting>();
  readonly #why: Problem;
  #told: readonly Problem[] = [];

  /** `why` is the warning that says why nothing better was to be had. */
  constructor(kind: DraftKind, why: Problem) {
    super();
    this.#kind = kind;
    this.#why = why;
  }

  get warnings(): readonly Problem[] {
    return [this.#why, ...this.#told];
  }

  tell(problem: Problem): void {
    this.#told = [...this.#told, problem];
    this.dispatchEvent(new Event('change'));
  }

  list(): Promise<Outcome<readonly DraftSummary[]>> {
    return answer(() => ({ ok: true, value: [...this.#drafts.values()].map(({ summary }) => summary) }));
  }

  load(id: string): Promise<Outcome<Draft>> {
    return answer(() => {
      const resting = this.#drafts.get(id);
      if (resting === undefined) return problem('no-such-draft');
      const snapshot = read(resting.assessment, isAssessment);
      if (!snapshot.ok) return snapshot;
      return { ok: true, value: { snapshot: snapshot.value, edits: [], revision: resting.summary.revision } };
    });
  }

  append(id: string, expected: Revision, _edits: readonly Edit[], after: Assessment): Promise<Outcome<Revision>> {
    return answer(() => {
      insistItBelongs(id, this.#kind, after);
      const resting = this.#drafts.get(id);
      if ((resting?.summary.revision ?? 0) !== expected) return problem('conflict');
      const revision = expected + 1;
      const blobs = resting?.blobs ?? new Map<string, Bytes>();
      this.#drafts.set(id, { summary: summaryOf(after, revision), assessment: written(after), blobs });
      return { ok: true, value: revision };
    });
  }

  remove(id: string): Promise<Outcome<null>> {
    return answer(() => {
      this.#drafts.delete(id);
      return { ok: true, value: null };
    });
  }

  putBlob(draft: string, sha256: string, bytes: Bytes): Promise<Outcome<null>> {
    return answer(() => {
      insistOn(sha256, bytes);
      const resting = this.#drafts.get(draft);
      if (resting === undefined) return problem('no-such-draft');
      resting.blobs.set(sha256, bytes.slice());
      return { ok: true, value: null };
    });
  }

  getBlob(draft: string, sha256: string): Promise<Outcome<Bytes>> {
    return answer(() => {
      const bytes = this.#drafts.get(draft)?.blobs.get(sha256);
      return bytes === undefined ? problem('no-such-file') : unchanged(sha256, bytes.slice());
    });
  }

  trustAgain(): void {
    return; // nothing here is written to a disk
  }

  acceptLosses(): Promise<void> {
    this.#told = []; // nothing here outlives the page, so nothing else can be missed
    return Promise.resolve();
  }

  repair(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): void {
    this.#drafts.clear();
  }
}

/** What `work` gives, as a promise that also carries what it throws. */
function answer<T>(work: () => Outcome<T>): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
