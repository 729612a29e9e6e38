import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withLanguages } from '../../elements/shared/pack-words.ts';
import { reportView } from '../../elements/shared/report-view.ts';
import { nameFor, type CommentsFile } from '../../exchange/hand-over.ts';
import type { FileContent, ReadDraft } from '../../exchange/read-file.ts';
import type { Assessment, Comment, PlaceKey } from '../../model/assessment.ts';
import { report } from '../../model/make-report.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { problem } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { protectionWords, type FileReadEvent } from '../files/door.ts';
import { filesStyles } from '../files/files.styles.ts';
import { makingBy, saveFile } from '../files/save-file.ts';
import { askedView } from '../files/said.ts';
import type { Called, Save } from '../files/save-form.ts';
import type { Visit } from '../later.ts';
import { nearestPack } from '../questions/which.ts';
import { answersTo, asked, commentView, answerView } from './comment-box.ts';
import { adoptStyles } from './own-styles.ts';
import { hashOf } from '../routes.ts';
import { Page } from './page.ts';

type Drafts = Extract<FileContent, { is: 'drafts' }>;

interface Waiting {
  readonly content: Drafts | null;
  readonly draft: ReadDraft | null;
  readonly said: ReadonlyMap<PlaceKey, string>;
}

/** What was said and is in no file yet, while its page is out of sight: left for another one, or put away by a lock. */
let waiting: Waiting | null = null;
const warn = (event: Event): void => event.preventDefault();

/** The place of a comment on the draft as a whole. */
const whole = '';

/** A draft or signed PDF for reading: nothing of it is kept here, and what is said about it leaves as a file. */
export class ReviewPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private content: Drafts | null = null;
  @state() private draft: ReadDraft | null = null;
  @state() private onlyComments = false;
  /** The questions it was made with, in the language of the page. */
  @state() private questions: Pack | null = null;
  /** Those in hand when these were looked for. */
  #ours: Pack | null = null;

  /** What is being said, by the answer it is about. */
  @state() private said: ReadonlyMap<PlaceKey, string> = new Map();
  #saved = true;

  /** Whether somebody else's real draft stands on the page. */
  get isReading(): boolean {
    return this.draft?.assessment.kind === 'real';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
  }

  /** A page that is left forgets what it read, but for comments that are nowhere else: closing the browser then warns. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#isUnsaved) {
      const { content, draft, said } = this;
      waiting = { content, draft, said };
      return;
    }
    window.removeEventListener('beforeunload', warn);
    this.content = null;
    this.draft = null;
    this.questions = null;
    this.#ours = null;
    this.said = new Map();
  }

  protected override willUpdate(): void {
    if (waiting && this.visit && !this.visit.services.vault.isLocked) {
      ({ content: this.content, draft: this.draft, said: this.said } = waiting);
      this.#saved = false;
      waiting = null;
    }
    if (this.#isUnsaved) window.addEventListener('beforeunload', warn);
    else if (!waiting) window.removeEventListener('beforeunload', warn);
    const ours = this.visit?.pack;
    if (ours && this.draft && ours !== this.#ours) void this.#findQuestions(ours, this.draft);
  }

  async #findQuestions(ours: Pack, { assessment }: ReadDraft): Promise<void> {
    this.#ours = ours;
    const found = await nearestPack(assessment.pack, ours);
    if (found.ok && this.#ours === ours) this.questions = found.value;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('draft')) this.dispatchEvent(new Event('homeward-reading', { bubbles: true, composed: true }));
    if (changed.has('questions') && !changed.get('questions'))
      this.querySelector<HTMLElement>('[id="review:title"]')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const pack = this.visit?.pack;
    if (!pack) return nothing;
    const { content, draft } = this;
    return html`<a class="govuk-back-link" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
      <h1 class="govuk-heading-xl">${msg('Read and comment', { id: 'review-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('Open a draft or a signed PDF that somebody sent you. You can read it and comment on it, but not change it, and nothing of it stays on this computer.', { id: 'review-lead' })}
        ${msg('Your comments do not either, until you save them to a file: do that before you close the browser.', { id: 'review-lead-comments' })}
      </p>
      ${
        draft && content
          ? this.questions && this.#reading(this.questions, content, draft)
          : html`<homeward-file-door .pack=${pack} @homeward-file-read=${this.#read}></homeward-file-door> ${
                this.onlyComments
                  ? html`<p class="govuk-error-message" role="alert">
                      ${msg('This file holds comments and no draft. Open it under “Open a file”.', { id: 'review-comments-only' })}
                    </p>`
                  : nothing
              }
              ${content?.drafts.map(
                (each) =>
                  html`<p class="govuk-body">
                    <button type="button" class="hw-link-button" @click=${() => (this.draft = each)}>
                      ${msg('Read', { id: 'review-read' })} <bdi>${each.assessment.reference}</bdi>
                    </button>
                  </p>`,
              )}`
      }`;
  }

  #reading(pack: Pack, content: Drafts, { assessment }: ReadDraft): TemplateResult {
    const shown = withLanguages(
      report(pack, assessment, { locale: pack.locale, output: 'full', on: deviceWorld.today() }),
      pack,
    );
    const count = [...this.said.values()].filter((text) => text.trim() !== '').length;
    return html`<h2 class="govuk-heading-l" id="review:title" tabindex="-1">
        ${msg('Assessment', { id: 'assessment' })} <bdi>${assessment.reference}</bdi>
      </h2>
      ${assessment.kind === 'training' ? html`<p class="govuk-body"><strong class="govuk-tag">${msg('Training', { id: 'training' })}</strong></p>` : nothing}
      <p class="govuk-body"><bdi>${protectionWords(content)}</bdi></p>
      ${reportView(shown, (anchor) => (parsePlaceKey(anchor) ? html`${saidBefore(assessment, anchor)}${this.#commentOn(anchor, askedView(pack, assessment, anchor))}` : nothing))}
      <h2 class="govuk-heading-l">${msg('Comments on the draft as a whole', { id: 'review-whole' })}</h2>
      ${saidBefore(assessment, undefined)} ${this.#box(whole, msg('Your comment', { id: 'review-comment' }))}
      <h2 class="govuk-heading-l">${msg('Send your comments back', { id: 'review-send' })}</h2>
      <p class="govuk-body hw-measure" role="status">
        ${
          count === 0
            ? msg('You have not commented yet.', { id: 'review-none' })
            : msg(
                str`Comments so far: ${count}. They are on this page only, and nowhere on this computer: save them to a file before you close the browser, also when Homeward has hidden or locked the page meanwhile.`,
                { id: 'review-count' },
              )
        }
      </p>
      ${
        count === 0
          ? nothing
          : html`<homeward-save-form
              .plain=${assessment.kind === 'training'}
              .save=${this.#save}
              .called=${this.#called}
              .label=${msg('Save comments to a file', { id: 'review-save' })}
            ></homeward-save-form>`
      }`;
  }

  #commentOn(anchor: PlaceKey, about: TemplateResult): TemplateResult {
    return this.said.has(anchor)
      ? this.#box(anchor, msg('Your comment on this answer', { id: 'review-comment-on' }))
      : html`<button type="button" class="hw-link-button" @click=${() => this.#say(anchor, '')}>
          ${msg('Comment', { id: 'review-add' })}<span class="govuk-visually-hidden">: ${about}</span>
        </button>`;
  }

  #box(place: PlaceKey, label: string): TemplateResult {
    const id = `comment:${place}`;
    return html`<div class="hw-comment">
      <label class="govuk-label" for=${id}>${label}</label>
      <textarea
        class="govuk-textarea"
        id=${id}
        rows="3"
        maxlength="20000"
        autocomplete="off"
        .value=${this.said.get(place) ?? ''}
        @input=${(event: Event) => this.#say(place, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`;
  }

  #say(place: PlaceKey, text: string): void {
    const begins = !this.said.has(place);
    this.#saved = false;
    this.said = new Map(this.said).set(place, text);
    if (begins && place !== whole)
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(`[id="${CSS.escape(`comment:${place}`)}"]`)?.focus(),
      );
  }

  readonly #read = ({ content }: FileReadEvent): void => {
    this.onlyComments = content.is === 'comments';
    if (content.is === 'comments') return;
    this.content = content;
    const [only, ...more] = content.drafts;
    if (only && more.length === 0) this.draft = only;
  };

  readonly #called: Called = (at, ending) =>
    nameFor({ is: 'comments', ids: this.draft ? [this.draft.assessment.id] : [] }, at, ending);

  readonly #save: Save = async (lock, from) => {
    const { draft } = this;
    if (!draft) return problem('not-saved');
    const at = deviceWorld.now();
    const comments = [...this.said]
      .filter(([, text]) => text.trim() !== '')
      .map(([place, text]): Comment => ({
        id: deviceWorld.newId(),
        at,
        by: from.trim(),
        ...(place === whole ? {} : { place }),
        text: text.trim(),
      }));
    const file: CommentsFile = {
      format: 'homeward-comments/1',
      kind: draft.assessment.kind,
      ...makingBy(from),
      draft: draft.assessment.id,
      reference: draft.assessment.reference,
      sha256: draft.sha256,
      comments,
    };
    const saved = await saveFile(file, lock);
    if (saved.ok) {
      this.#saved = true;
      this.requestUpdate();
    }
    return saved;
  };

  get #isUnsaved(): boolean {
    return !this.#saved && [...this.said.values()].some((text) => text.trim() !== '');
  }
}

/** What readers said of an answer before, and what was answered to it. */
function saidBefore({ comments }: Assessment, place: PlaceKey | undefined): readonly TemplateResult[] {
  return asked(comments)
    .filter((comment) => comment.place === place)
    .map(
      (comment) =>
        html`<div class="hw-comment">
          ${commentView(comment)} ${answersTo(comments, comment).map(answerView)}
          ${comment.settled ? html`<p class="govuk-body-s">${msg('Marked as dealt with.', { id: 'comment-is-settled' })}</p>` : nothing}
        </div>`,
    );
}
