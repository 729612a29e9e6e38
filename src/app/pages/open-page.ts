import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { landed } from '../../exchange/land.ts';
import type { FileContent, ReadDraft } from '../../exchange/read-file.ts';
import type { Pack } from '../../model/pack.ts';
import { withoutPlace } from '../../model/merge-comments.ts';
import type { Problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { draftNow, type DraftNow } from '../files/all-drafts.ts';
import { FileReadEvent, type FileDoor } from '../files/door.ts';
import { bring, type Bringing } from '../files/bring.ts';
import { commentsView } from '../files/comments-view.ts';
import { draftsView } from '../files/drafts-view.ts';
import { filesStyles } from '../files/files.styles.ts';
import { fileFailure, nothingOpened } from '../files/file-words.ts';
import { keep } from '../files/keep.ts';
import { goToResult } from '../files/result.ts';
import type { Visit } from '../later.ts';
import { beforeReal, firstFor, type First } from '../lock/before-real.ts';
import { onOneVersion, type OnOneVersion } from '../questions/merged.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';

type Drafts = Extract<FileContent, { is: 'drafts' }>;
type Comments = Extract<FileContent, { is: 'comments' }>;

/** The draft that comments in a file are about. */
type Commented = Pick<DraftNow, 'assessment' | 'pack'>;

/** A file comes in: what it holds is shown and compared with what is here before anything is kept. */
export class OpenPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private content: FileContent | null = null;
  /** The drafts of the same id, each with the one in the file on the same questions. */
  @state() private here = new Map<string, OnOneVersion>();
  @state() private commented: Commented | null = null;
  @state() private kept = new Map<string, string>();
  @state() private brought = new Map<string, Bringing>();
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  /** What has to come before a real draft can be kept; the file stays at hand meanwhile. */
  @state() private first: First | null = null;
  /** What somebody wanted to keep before that. */
  #wanted: (() => Promise<void>) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const pack = this.visit?.pack;
    if (!pack) return nothing;
    const { content, first } = this;
    const vault = this.visit?.services.vault ?? null;
    return html`${beforeReal({ first, vault, opened: this.#keepWanted, done: this.#comeBack })}
      <div ?hidden=${first !== null}>${this.#file(pack, content)}</div>`;
  }

  #file(pack: Pack, content: FileContent | null): TemplateResult {
    return html`<a class="govuk-back-link" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
      <h1 class="govuk-heading-xl">${msg('Open a file', { id: 'open-page-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('You see what is in it first. Nothing on this computer is ever overwritten by a file.', { id: 'open-page-lead' })}
      </p>
      <homeward-file-door .pack=${pack} checks @homeward-file-read=${this.#read}></homeward-file-door>
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${fileFailure(this.problem, pack)} ${nothingOpened()}</p>` : nothing}
      ${content === null ? nothing : content.is === 'drafts' ? this.#drafts(pack, content) : this.#comments(pack, content)}`;
  }

  #drafts(pack: Pack, content: Drafts): TemplateResult {
    const { here, kept, brought, busy } = this;
    return draftsView({
      pack,
      content,
      here,
      kept,
      brought,
      isBusy: busy,
      keep: (draft) => void this.#want(content, () => this.#keep(content, draft)),
      keepAll: () => void this.#want(content, () => this.#keepAll(content)),
      bring: (draft) => void this.#bring(content, draft),
    });
  }

  #comments(pack: Pack, content: Comments): TemplateResult {
    const { commented } = this;
    return commentsView({
      pack: commented?.pack ?? pack,
      content,
      here: commented?.assessment,
      isKept: this.kept.has(content.file.draft),
      add: () => void this.#addComments(content),
    });
  }

  readonly #read = async ({ content }: FileReadEvent): Promise<void> => {
    this.kept = new Map();
    this.brought = new Map();
    this.problem = null;
    await this.#show(content);
  };

  /** Shows what is in a file, beside what is here of it. */
  async #show(content: FileContent): Promise<void> {
    const { visit } = this;
    if (!visit?.pack) return;
    const { vault } = visit.services;
    const list = await vault.list();
    const ids = list.ok ? list.value.map(({ id }) => id) : [];
    const here = new Map<string, OnOneVersion>();
    let commented: Commented | null = null;
    if (content.is === 'comments') {
      const now = ids.includes(content.file.draft) ? await draftNow(vault, visit.pack, content.file.draft) : null;
      commented = now?.ok ? now.value : null;
    } else
      for (const { assessment: there } of content.drafts.filter(({ assessment }) => ids.includes(assessment.id))) {
        const now = await draftNow(vault, visit.pack, there.id);
        const both = now.ok ? await onOneVersion(visit.pack, now.value.assessment, there) : now;
        if (both.ok) here.set(there.id, both.value);
      }
    this.here = here;
    this.commented = commented;
    this.content = content;
    await this.#goToContent();
  }

  async #goToContent(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[id="open:what"]')?.focus();
  }

  /** Keeps something as soon as it can be kept here. */
  async #want({ kind }: Drafts, keeps: () => Promise<void>): Promise<void> {
    const vault = this.visit?.services.vault;
    this.problem = null;
    this.#wanted = keeps;
    this.first = vault && kind === 'real' ? await firstFor(vault) : null;
    if (this.first === null) await this.#keepWanted();
  }

  readonly #keepWanted = async (): Promise<void> => {
    const keeps = this.#wanted;
    this.#wanted = null;
    await keeps?.();
  };

  /**
   * Real drafts can be kept now: back to the file. Of those that were locked one may be the same, so that what was wanted
   * is asked for once more, with both to be seen.
   */
  readonly #comeBack = async (event: Event): Promise<void> => {
    event.stopPropagation();
    this.first = null;
    const isNews = this.#wanted !== null;
    this.#wanted = null;
    if (this.content && isNews) await this.#show(this.content);
    else await goToResult(this, '[data-landed]');
  };

  async #keep({ kind, ...origin }: Drafts, draft: ReadDraft): Promise<void> {
    const { visit } = this;
    if (!visit?.pack) return;
    const begun = await keep(visit.services.vault, kind, (taken) => landed(draft, origin, taken, deviceWorld));
    if (begun.ok) {
      this.kept = new Map(this.kept).set(draft.assessment.id, begun.value);
      await this.#goTo(draft);
    } else [this.problem] = begun.problems;
  }

  async #bring(origin: Drafts, draft: ReadDraft): Promise<void> {
    const { visit } = this;
    if (!visit?.pack || this.busy) return;
    this.busy = true;
    this.problem = null;
    const brought = await bring(visit.services.vault, draft, origin);
    this.busy = false;
    if (brought.ok) {
      this.brought = new Map(this.brought).set(draft.assessment.id, brought.value);
      await this.#goTo(draft);
    } else [this.problem] = brought.problems;
  }

  #goTo({ assessment }: ReadDraft): Promise<void> {
    return goToResult(this, `[data-landed="${CSS.escape(assessment.id)}"]`);
  }

  async #keepAll(content: Drafts): Promise<void> {
    for (const draft of content.drafts)
      if (!this.kept.has(draft.assessment.id) && !this.problem) await this.#keep(content, draft);
  }

  async #addComments({ file }: Comments): Promise<void> {
    const { visit } = this;
    if (!visit) return;
    const work = await Work.open(visit.services.vault, file.draft);
    if (!work.ok) {
      [this.problem] = work.problems;
      return;
    }
    const { session } = work.value;
    const known = new Set(session.assessment.comments?.map(({ id }) => id));
    for (const comment of file.comments) {
      if (known.has(comment.id)) continue;
      const add = { do: 'add-comment', comment } as const;
      if (!session.change(add).ok) session.change(withoutPlace(add));
    }
    await work.value.close();
    this.kept = new Map(this.kept).set(file.draft, file.draft);
    await goToResult(this, '[data-landed]');
  }

  /** A page that is left forgets the file: what it held may be about somebody else's family. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.content = null;
    this.querySelector<FileDoor>('homeward-file-door')?.clear();
  }
}
