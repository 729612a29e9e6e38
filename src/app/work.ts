import { loadCase } from '../content/packs.ts';
import { contentLanguage } from '../i18n/locale.ts';
import type { Assessment } from '../model/assessment.ts';
import { outcome, type Outcome } from '../model/problem.ts';
import type { Locale, Pack, StageId } from '../model/pack.ts';
import { compareOnReturn, flushOnHide } from '../session/page-hide.ts';
import type { Revision, Vault } from '../session/ports.ts';
import { Saver } from '../session/saver.ts';
import { replay, Session, SessionChangeEvent } from '../session/session.ts';
import { deviceWorld } from '../session/world.ts';
import { ProgressNotice } from './notice.ts';
import { amongOthers, packIn, packLike } from './pack.ts';

/**
 * Why an assessment is only to be read here: `other-tab` (it is open elsewhere), `taken-over` (another tab took it from
 * this one), `damaged` (part of it could not be read).
 */
export interface ReadOnly {
  readonly why: 'other-tab' | 'taken-over' | 'damaged';
}

/** One assessment open in the app: its session, what saves it, and the guidance fetched for it so far. */
export class Work {
  readonly session: Session;
  readonly saver: Saver;
  /** Of a training case: its model answers, while they are to be seen. */
  model: Assessment | null = null;
  /** Whether sections are shown one question at a time. */
  oneByOne = false;
  /** Why progress moved, while that is news. */
  readonly notice: ProgressNotice;
  #readonly: ReadOnly | null = null;
  readonly #stages = new Set<StageId>();
  #turn = 0;
  #closed = false;
  readonly #stopFlushing: () => void;
  /** As it was when it was opened. */
  readonly #opened: Assessment;

  private constructor(session: Session, saver: Saver) {
    this.session = session;
    this.#opened = session.assessment;
    this.saver = saver;
    this.notice = new ProgressNotice(session);
    const stops = [flushOnHide(saver, document), compareOnReturn(saver, document)];
    this.#stopFlushing = () => {
      for (const stop of stops) stop();
    };
    session.addEventListener(SessionChangeEvent.type, this.#save);
  }

  /** Puts a new assessment into the vault; its id, or why it could not be kept. */
  static async begin(vault: Pick<Vault, 'append'>, assessment: Assessment): Promise<Outcome<string>> {
    const kept = await vault.append(assessment.id, 0, [], assessment);
    return kept.ok ? outcome(assessment.id, []) : kept;
  }

  /**
   * Opens a draft on the questions it was made with, or where these are nowhere here on what comes nearest. Besides the
   * vault's problems: `newer-than-program` and `other-pack` for questions that nobody here can have.
   */
  static async open(vault: Vault, id: string): Promise<Outcome<Work>> {
    const [draft, ours] = await Promise.all([vault.load(id), packIn(contentLanguage())]);
    if (!draft.ok) return draft;
    if (!ours.ok) return ours;
    const pack = ours.value;
    const { pack: made, history } = draft.value.snapshot;
    // Of a draft that was moved there is something to say above its tasks, as of one on other questions.
    const own = made.structureHash === pack.structureHash && !history.some(({ moved }) => moved);
    const replayed = own ? replay(pack, draft.value) : await amongOthers((each) => each.opened(draft.value, pack));
    if (!replayed.ok) return replayed;
    const session = new Session({ pack, world: deviceWorld, ...replayed.value });
    return outcome(new Work(session, new Saver({ vault, id, revision: draft.value.revision })), []);
  }

  /** What could be read of a damaged draft: to be read and printed, never written. */
  static toRead(vault: Vault, pack: Pack, assessment: Assessment, revision: Revision): Work {
    const session = new Session({ pack, assessment, world: deviceWorld });
    const work = new Work(session, new Saver({ vault, id: assessment.id, revision }));
    work.readonly = { why: 'damaged' };
    return work;
  }

  /** Whether it has been let go of: nothing more is saved through it. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Why it may not be changed here; null where it may. The form, and whatever else changes the session, follows. */
  get readonly(): ReadOnly | null {
    return this.#readonly;
  }

  set readonly(readonly: ReadOnly | null) {
    this.#readonly = readonly;
    this.session.readonly = readonly !== null;
  }

  get id(): string {
    return this.session.assessment.id;
  }

  /** Whether it is about a real family. */
  get isReal(): boolean {
    return this.session.assessment.kind === 'real';
  }

  /** Fetches a stage's guidance and the sources, once; the form shows them when they come. */
  async fetchGuidance(stage: StageId): Promise<void> {
    if (this.#stages.has(stage)) return;
    this.#stages.add(stage);
    if (!(await this.speak(this.session.pack.locale))) this.#stages.delete(stage);
  }

  /** Goes on in the words of `language`, with the guidance shown so far. False, and no change, where it was not fetched. */
  async speak(language: Locale): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    const pack = await this.packIn(language);
    // A later request knows every stage this one knew.
    if (pack.ok && turn === this.#turn) this.session.speak(pack.value);
    return pack.ok;
  }

  /** The questions in `language`, with guidance for the stages that show theirs. */
  packIn(language: Locale): ReturnType<typeof packIn> {
    return packLike(this.session.pack, language, [...this.#stages]);
  }

  /** Shows the model answers of a training case, or hides them again. */
  async toggleModel(): Promise<void> {
    const { case: name } = this.session.assessment;
    if (this.model || name === undefined) {
      this.model = null;
      return;
    }
    const read = await loadCase(name, this.session.pack);
    if (read.ok) this.model = read.value;
  }

  /**
   * The draft as it rests now, with what was said here and is not saved brought to it: after a conflict, and where
   * another tab wrote. This one is closed only where that one could be opened.
   *
   * What only one of the two changed is taken; of what both changed, the tab that writes keeps its own on top and the
   * other beside it, for a person to decide. Where the merge cannot be fetched, the unsaved edits are put on top one by
   * one.
   */
  async again(vault: Vault, readonly: ReadOnly | null): Promise<Outcome<Work>> {
    await this.saver.flush();
    const onTop = this.#readonly ? 'ground' : 'branch';
    const [opened, merging] = await Promise.all([
      Work.open(vault, this.id),
      import('./questions/merged.ts').catch(() => null),
    ]);
    if (!opened.ok) return opened;
    const work = opened.value;
    const { session } = work;
    const branches = {
      base: this.saver.confirmed ?? this.#opened,
      // Only now: somebody may have typed on while the draft was read.
      branch: this.session.assessment,
    };
    if (!merging) for (const { change } of this.saver.pending) session.change(change);
    const changes = merging?.merged(session, this.session.pack, branches, onTop) ?? [];
    if (changes.length > 0) session.change({ do: 'together', changes });
    void work.saver.flush();
    work.readonly = readonly;
    work.oneByOne = this.oneByOne;
    work.model = this.model;
    for (const stage of this.#stages) void work.fetchGuidance(stage);
    // Not waited for: until the page shows the other, somebody types into this one.
    void this.close();
    return opened;
  }

  /** Saves what waits and lets go of the page. */
  async close(): Promise<void> {
    this.#closed = true;
    this.session.removeEventListener(SessionChangeEvent.type, this.#save);
    this.#stopFlushing();
    await this.saver.close();
  }

  readonly #save = (event: Event): void => {
    if (event instanceof SessionChangeEvent) this.notice.noted(event.edit.change);
    if (event instanceof SessionChangeEvent)
      this.saver.add(event.edit, this.session.assessment, { joins: event.joins });
  };
}
