import type { PersonInput } from '../../model/assessment.ts';
import { newAssessment } from '../../model/new-assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { compareOnReturn, flushOnHide } from '../../session/page-hide.ts';
import type { Revision, Vault } from '../../session/ports.ts';
import { Saver } from '../../session/saver.ts';
import { replay, Session, SessionChangeEvent } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { questionsOf, type Questions } from './questions-of.ts';

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
   * Opens the draft `id`, or begins it with `people` where there is none. It stays on the questions it was made with; one in
   * which nothing was said yet takes those in hand, since an overlay may come a moment after the page. Besides the vault's
   * problems: those of `questionsOf`, and `not-training` for one about a real family, which never opens here.
   */
  static async open(
    vault: Vault,
    id: string,
    questions: Questions,
    people: readonly PersonInput[],
  ): Promise<Outcome<KeptDraft>> {
    const found = await vault.load(id);
    if (!found.ok && found.problems[0].code !== 'no-such-draft') return found;
    if (!found.ok) return this.#begin(vault, id, questions.inHand, people, 0);
    const { snapshot, edits, revision } = found.value;
    if (snapshot.kind !== 'training') return problem('not-training');
    const isSilent = edits.length === 0 && snapshot.history.length === 0;
    if (isSilent && snapshot.pack.structureHash !== questions.inHand.structureHash)
      return this.#begin(vault, id, questions.inHand, snapshot.people, revision);
    const pack = await questionsOf(snapshot.pack, questions);
    if (!pack.ok) return pack;
    const replayed = replay(pack.value, found.value);
    if (!replayed.ok) return replayed;
    const session = new Session({ pack: pack.value, world: deviceWorld, ...replayed.value });
    return outcome(new KeptDraft(session, new Saver({ vault, id, revision })), []);
  }

  static async #begin(
    vault: Vault,
    id: string,
    pack: Pack,
    people: readonly PersonInput[],
    revision: Revision,
  ): Promise<Outcome<KeptDraft>> {
    const purpose = pack.purposes[0]?.id ?? '';
    const start = { kind: 'training', purpose, route: 'full', reference: id, people } as const;
    const assessment = { ...newAssessment(pack, start, deviceWorld), id };
    const kept = await vault.append(id, revision, [], assessment);
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
