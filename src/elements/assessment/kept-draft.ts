import type { PersonInput } from '../../model/assessment.ts';
import { newAssessment } from '../../model/new-assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { compareOnReturn, flushOnHide } from '../../session/page-hide.ts';
import type { Vault } from '../../session/ports.ts';
import { Saver } from '../../session/saver.ts';
import { replay, Session, SessionChangeEvent } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';

/** One training draft that is kept while it is worked on. */
export class KeptDraft {
  readonly session: Session;
  readonly saver: Saver;
  readonly #stops: readonly (() => void)[];

  private constructor(session: Session, saver: Saver) {
    this.session = session;
    this.saver = saver;
    this.#stops = [flushOnHide(saver, document), compareOnReturn(saver, document)];
    session.addEventListener(SessionChangeEvent.type, this.#save);
  }

  /**
   * Opens the draft `id`, or begins it with `people` where there is none. Besides the vault's problems: `other-pack` for one
   * made with other questions, and `not-training` for one about a real family, which never opens here.
   */
  static async open(vault: Vault, id: string, pack: Pack, people: readonly PersonInput[]): Promise<Outcome<KeptDraft>> {
    const found = await vault.load(id);
    if (!found.ok) return found.problems[0].code === 'no-such-draft' ? this.#begin(vault, id, pack, people) : found;
    const { snapshot, revision } = found.value;
    if (snapshot.kind !== 'training') return problem('not-training');
    if (snapshot.pack.structureHash !== pack.structureHash) return problem('other-pack', {}, snapshot.pack.id);
    const replayed = replay(pack, found.value);
    if (!replayed.ok) return replayed;
    const session = new Session({ pack, world: deviceWorld, ...replayed.value });
    return outcome(new KeptDraft(session, new Saver({ vault, id, revision })), []);
  }

  static async #begin(
    vault: Vault,
    id: string,
    pack: Pack,
    people: readonly PersonInput[],
  ): Promise<Outcome<KeptDraft>> {
    const purpose = pack.purposes[0]?.id ?? '';
    const start = { kind: 'training', purpose, route: 'full', reference: id, people } as const;
    const assessment = { ...newAssessment(pack, start, deviceWorld), id };
    const kept = await vault.append(id, 0, [], assessment);
    if (!kept.ok) return kept;
    const session = new Session({ pack, assessment, world: deviceWorld });
    return outcome(new KeptDraft(session, new Saver({ vault, id, revision: kept.value })), []);
  }

  /** Saves what waits and lets go of the page. */
  async close(): Promise<void> {
    this.session.removeEventListener(SessionChangeEvent.type, this.#save);
    for (const stop of this.#stops) stop();
    await this.saver.close();
  }

  readonly #save = (event: Event): void => {
    if (event instanceof SessionChangeEvent)
      this.saver.add(event.edit, this.session.assessment, { joins: event.joins });
  };
}
