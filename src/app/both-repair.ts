import type { Assessment, Edit } from '../model/assessment.ts';
import { outcome, type Outcome } from '../model/problem.ts';
import type { Repair, Rescued, Revision, Salvage } from '../session/ports.ts';

/** What helps with the drafts of both vaults: asks the right one, or the one and then the other. */
export class BothRepair implements Repair {
  readonly #all: readonly Repair[];
  readonly #forReal: Repair | null;
  readonly #found = new Map<string, Repair>();

  constructor(forTraining: Repair | null, forReal: Repair | null) {
    this.#forReal = forReal;
    this.#all = [forTraining, forReal].filter((each) => each !== null);
  }

  salvage(id: string): Promise<Outcome<Salvage>> {
    return this.#first((repair) => repair.salvage(id));
  }

  setAside(id: string): Promise<Outcome<number>> {
    return this.#sum((repair) => repair.setAside(id));
  }

  acceptOlder(id: string): Promise<Outcome<null>> {
    return this.#first((repair) => repair.acceptOlder(id));
  }

  makeRoom(drafts: readonly string[]): Promise<Outcome<number>> {
    return this.#sum((repair) => repair.makeRoom(drafts));
  }

  async rescue(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<boolean> {
    const repair = after.kind === 'real' ? this.#forReal : this.#all.find((each) => each !== this.#forReal);
    return (await repair?.rescue(id, expected, edits, after)) ?? false;
  }

  async rescued(): Promise<readonly Rescued[]> {
    const found: Rescued[] = [];
    for (const repair of this.#all)
      for (const rescued of await repair.rescued()) {
        this.#found.set(rescued.name, repair);
        found.push(rescued);
      }
    return found;
  }

  async letGo(name: string): Promise<void> {
    // Whoever found it may have had another of these in hand: there is a new one each time.
    if (!this.#found.has(name)) await this.rescued();
    await this.#found.get(name)?.letGo(name);
  }

  /** The answer of the first that knows the draft, or of the last. */
  async #first<T>(ask: (repair: Repair) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    let answer: Outcome<T> = { ok: false, problems: [{ code: 'no-such-draft', place: {} }] };
    for (const repair of this.#all) {
      answer = await ask(repair);
      if (answer.ok || answer.problems[0].code !== 'no-such-draft') return answer;
    }
    return answer;
  }

  async #sum(ask: (repair: Repair) => Promise<Outcome<number>>): Promise<Outcome<number>> {
    let sum = 0;
    for (const repair of this.#all) {
      const answer = await ask(repair);
      if (!answer.ok) return answer;
      sum += answer.value;
    }
    return outcome(sum, []);
  }
}
