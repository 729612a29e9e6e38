import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { landed } from '../../exchange/land.ts';
import type { FileContent, ReadDraft } from '../../exchange/read-file.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { withoutPlace } from '../../model/merge-comments.ts';
import { initials } from '../../model/people.ts';
import type { Problem } from '../../model/problem.ts';
import type { Vault } from '../../session/ports.ts';
import { deviceWorld } from '../../session/world.ts';
import { draftNow } from '../files/all-drafts.ts';
import { FileReadEvent, protectionWords, type FileDoor } from '../files/door.ts';
import { bring, broughtView, type Bringing } from '../files/bring.ts';
import { commentsView } from '../files/comments-view.ts';
import { compared } from '../files/compared.ts';
import { facts } from '../files/facts.ts';
import { filesStyles } from '../files/files.styles.ts';
import { fileFailure, nothingOpened } from '../files/file-words.ts';
import { keep } from '../files/keep.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import type { Visit } from '../later.ts';
import { beforeReal, firstFor, type First } from '../lock/before-real.ts';
import { onOneVersion, type OnOneVersion } from '../questions/merged.ts';
import { nearestPack } from '../questions/which.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';

type Drafts = Extract<FileContent, { is: 'drafts' }>;
type Comments = Extract<FileContent, { is: 'comments' }>;

/** A draft of the same id as one in the file. */
interface Here {
  readonly assessment: Assessment;
  /** The questions it is on. */
  readonly pack: Pack;
  /** It and the draft in the file, on the same questions; null for comments. */
  readonly both: OnOneVersion | null;
}

/** A file comes in: what it holds is shown and compared with what is here before anything is kept. */
export class OpenPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private content: FileContent | null = null;
  @state() private here = new Map<string, Here>();
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
    const { from, madeAt, drafts, kind } = content;
    return html`<section aria-labelledby="open:what">
      <h2 class="govuk-heading-l" id="open:what" tabindex="-1">${msg('What is in the file', { id: 'open-what' })}</h2>
      ${facts([
        [
          msg('Made by', { id: 'open-from' }),
          from === '' ? msg('Whoever made it did not give a name', { id: 'open-unnamed' }) : html`<bdi>${from}</bdi>`,
        ],
        ...(madeAt === undefined
          ? []
          : [[msg('Made on', { id: 'open-made-at' }), momentInWords(new Date(madeAt))] as const]),
        [msg('Protection', { id: 'open-protection' }), html`<bdi>${protectionWords(content)}</bdi>`],
        [
          msg('Kind', { id: 'open-kind' }),
          kind === 'real' ? msg('Real', { id: 'kind-real' }) : msg('Training', { id: 'training' }),
        ],
      ])}
      ${
        drafts.length > 1
          ? html`<p class="govuk-body">
              <button
                type="button"
                class="govuk-button"
                @click=${() => this.#want(content, () => this.#keepAll(content))}
              >
                ${msg(str`Add all ${drafts.length} drafts`, { id: 'open-keep-all' })}
              </button>
            </p>`
          : nothing
      }
      ${drafts.map((draft) => this.#draft(pack, content, draft))}
    </section>`;
  }

  #draft(pack: Pack, content: Drafts, draft: ReadDraft): TemplateResult {
    const { assessment, revision } = draft;
    const children = assessment.people.filter(({ role }) => role === 'child').map(({ name }) => initials(name));
    const here = this.here.get(assessment.id);
    const keptAs = this.kept.get(assessment.id);
    const brought = this.brought.get(assessment.id);
    return html`<h3 class="govuk-heading-m">
        ${msg('Reference', { id: 'reference' })} <bdi>${assessment.reference}</bdi>
      </h3>
      ${facts([
        [msg('Children', { id: 'open-children' }), html`<bdi>${children.join(', ')}</bdi>`],
        [msg('People in all', { id: 'open-people' }), assessment.people.length],
        [msg('Answers', { id: 'open-answers' }), Object.keys(assessment.answers).length],
        [msg('Comments', { id: 'open-comments' }), assessment.comments?.length ?? 0],
        [msg('Last changed', { id: 'last-changed' }), momentInWords(new Date(assessment.changedAt))],
        ...(revision === undefined
          ? []
          : [
              [
                msg('Version', { id: 'open-version' }),
                msg(str`Saved ${revision} times. Of two copies, the one saved more often is the later.`, {
                  id: 'open-version-words',
                }),
              ] as const,
            ]),
      ])}
      ${questionsOf(pack, draft)} ${here?.both && !brought ? compared(here.both) : nothing}
      ${
        keptAs === undefined
          ? html`<div class="govuk-button-group">
                ${
                  here && !brought && here.assessment.kind === content.kind
                    ? html`<button
                        type="button"
                        class="govuk-button"
                        aria-describedby="open:bring"
                        ?disabled=${this.busy}
                        @click=${() => this.#bring(content, draft)}
                      >
                        ${msg('Bring it together with mine', { id: 'open-bring' })}
                      </button>`
                    : nothing
                }
                <button
                  type="button"
                  class="govuk-button ${here ? 'govuk-button--secondary' : ''}"
                  ?disabled=${this.busy}
                  @click=${() => this.#want(content, () => this.#keep(content, draft))}
                >
                  ${here ? msg('Add as a draft of its own', { id: 'open-keep-beside' }) : msg('Add to my drafts', { id: 'open-keep' })}
                </button>
              </div>
              ${
                here && !brought
                  ? html`<p class="govuk-body hw-quiet" id="open:bring">
                      ${msg('Bringing together takes over what only the file says. Where both say something different, both are kept and you choose. Nothing of yours is overwritten.', { id: 'open-bring-hint' })}
                    </p>`
                  : nothing
              }`
          : nothing
      }
      <div role="status" data-landed=${assessment.id}>
        ${
          keptAs === undefined
            ? nothing
            : html`${resultHeading(4, msg('Added to your drafts', { id: 'open-kept-title' }))}
                <p class="govuk-body">
                  <a class="govuk-link" href=${hashOf({ page: 'tasks', id: keptAs })}
                    >${msg('Go to it', { id: 'open-go' })}</a
                  >
                </p>`
        }
        ${brought ? broughtView(assessment.id, brought) : nothing}
      </div>`;
  }

  #comments(pack: Pack, content: Comments): TemplateResult {
    const { draft } = content.file;
    const add = (): void => void this.#addComments(content);
    const here = this.here.get(draft);
    return commentsView({
      pack: here?.pack ?? pack,
      content,
      here: here?.assessment,
      isKept: this.kept.has(draft),
      add,
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
    const drafts = new Map(content.is === 'drafts' ? content.drafts.map((each) => [each.assessment.id, each]) : []);
    const here = new Map<string, Here>();
    const list = await vault.list();
    for (const { id } of list.ok ? list.value : []) {
      const draft = drafts.get(id)?.assessment;
      if (draft || (content.is === 'comments' && content.file.draft === id)) {
        const found = await hereOf(vault, visit.pack, id, draft);
        if (found) here.set(id, found);
      }
    }
    this.here = here;
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

/** The draft `id` on this computer, beside the one in the file; null where it cannot be read. */
async function hereOf(vault: Vault, ours: Pack, id: string, there: Assessment | undefined): Promise<Here | null> {
  const now = await draftNow(vault, ours, id);
  if (!now.ok) return null;
  const { assessment } = now.value;
  const [pack, both] = await Promise.all([
    nearestPack(assessment.pack, ours),
    there ? onOneVersion(ours, assessment, there) : null,
  ]);
  return pack.ok ? { assessment, pack: pack.value, both: both?.ok ? both.value : null } : null;
}

/** Which questions a draft is on, where these are not the ones in hand. */
function questionsOf(
  pack: Pack,
  { assessment, earlierQuestions, leftOut }: ReadDraft,
): TemplateResult | typeof nothing {
  const { version } = assessment.pack;
  const said = [
    leftOut > 0
      ? msg(
          str`It was made with a council’s own questions that are not here. Answers to them, or parts of answers: ${leftOut}. They are kept with the draft, without the words of their questions; the page on the version of the questions lists them.`,
          { id: 'open-left-out' },
        )
      : earlierQuestions
        ? msg('It was made with a council’s own questions that are not here. Every answer fits the questions here.', {
            id: 'open-fits-here',
          })
        : '',
    version < pack.version
      ? msg(
          str`It is on version ${version} of the questions, and stays on it. Once it is among your drafts you can move it.`,
          { id: 'open-own-version' },
        )
      : '',
  ].filter((each) => each !== '');
  return said.length === 0 ? nothing : html`<p class="govuk-body hw-measure">${said.join(' ')}</p>`;
}
