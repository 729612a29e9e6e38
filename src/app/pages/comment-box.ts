import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { momentInWords } from '../../i18n/dates.ts';
import type { Change, Comment } from '../../model/assessment.ts';
import { deviceWorld } from '../../session/world.ts';
import { filesStyles } from '../files/files.styles.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';

/** How long somebody pauses before the answer being typed goes into the draft, in milliseconds. */
const pause = 1_000;

/** Somebody said that a comment is dealt with, or is not: it now stands elsewhere on the page. */
export class SettledEvent extends Event {
  static readonly type = 'homeward-settled';
  readonly comment: string;

  constructor(comment: string) {
    super(SettledEvent.type, { bubbles: true });
    this.comment = comment;
  }
}

/** Brings the keyboard to where a comment stands once it was dealt with, or to the fold it went into. */
export async function goToSettled(page: SessionPage, { comment }: SettledEvent): Promise<void> {
  await page.updateComplete;
  const box = page.querySelector<CommentBox>(`[data-comment="${CSS.escape(comment)}"]`);
  await box?.updateComplete;
  const fold = box?.closest('details');
  (fold && !fold.open ? fold.querySelector('summary') : box?.querySelector<HTMLElement>('[data-settles]'))?.focus();
}

/** One comment of a reader, with the answer to it: both belong to the draft, and neither is printed. */
export class CommentBox extends SessionPage {
  @property({ attribute: false }) comment: Comment | null = null;
  /** An answer to it was begun. */
  @state() private answering = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
    document.addEventListener('visibilitychange', this.#keep, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#keep, true);
    this.#keep();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { comment, session } = this;
    if (!comment || !session) return nothing;
    const answers = answersTo(session.assessment.comments, comment);
    const own = answers[0];
    return html`<div class="hw-comment">
      ${commentView(comment)}
      ${session.readonly ? answers.map((each) => answerView(each)) : this.answering || own ? this.#answer(comment, own) : nothing}
      ${session.readonly ? nothing : this.#actions(comment, own)}
    </div>`;
  }

  #answer({ id }: Comment, own: Comment | undefined): TemplateResult {
    const hint = `answer:${id}:hint`;
    return html`<div class="govuk-form-group">
      <label class="govuk-label" for="answer:${id}"
        >${msg('Your answer to the comment', { id: 'comment-answer-label' })}</label
      >
      <div class="govuk-hint" id=${hint}>
        ${msg('It stands in the draft. Whoever commented reads it when you send them the draft again.', { id: 'comment-answer-hint' })}
      </div>
      <textarea
        class="govuk-textarea"
        id="answer:${id}"
        rows="3"
        maxlength="20000"
        autocomplete="off"
        aria-describedby=${hint}
        .defaultValue=${own?.text ?? ''}
        @input=${this.#soon}
        @change=${this.#keep}
        @keydown=${this.#beforeKeys}
      ></textarea>
    </div>`;
  }

  #actions({ settled }: Comment, own: Comment | undefined): TemplateResult {
    return html`<p class="govuk-body hw-comment__actions">
      <button type="button" class="hw-link-button" data-settles @click=${this.#settle}>
        ${settled ? msg('Not dealt with yet', { id: 'comment-reopen' }) : msg('Dealt with', { id: 'comment-settle' })}
      </button>
      ${
        this.answering || own
          ? nothing
          : html`<button type="button" class="hw-link-button" @click=${this.#begin}>
              ${msg('Answer the comment', { id: 'comment-answer' })}
            </button>`
      }
    </p>`;
  }

  get #text(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  readonly #begin = async (): Promise<void> => {
    this.answering = true;
    await this.updateComplete;
    this.#text?.focus();
  };

  readonly #settle = (): void => {
    const { comment } = this;
    this.#keep();
    if (!comment || !this.session) return;
    const from = this.parentElement; // by the time it is told this may stand elsewhere
    this.session.change({ do: 'settle-comment', comment: comment.id, settled: !comment.settled });
    from?.dispatchEvent(new SettledEvent(comment.id));
  };

  readonly #soon = (): void => {
    this.answering = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, pause);
  };

  /** What these keys do may take the page away: it is locked, or saved at once. */
  readonly #beforeKeys = ({ ctrlKey, metaKey, key }: KeyboardEvent): void => {
    if (ctrlKey || metaKey || key === 'Escape') this.#keep();
  };

  /** Puts what was typed into the draft, in place of what stood there. */
  readonly #keep = (): void => {
    clearTimeout(this.#timer);
    const { comment, session } = this;
    const typed = this.#text?.value.trim();
    if (!comment || !session || session.readonly || typed === undefined) return;
    const own = answersTo(session.assessment.comments, comment)[0];
    if (typed === (own?.text ?? '')) return;
    const changes: Change[] = own ? [{ do: 'remove-comment', comment: own.id }] : [];
    if (typed !== '') {
      const { place } = comment;
      const answer = { id: own?.id ?? session.newId(), at: deviceWorld.now(), by: '', text: typed, to: comment.id };
      changes.push({ do: 'add-comment', comment: place === undefined ? answer : { ...answer, place } });
    }
    session.change({ do: 'together', changes });
  };
}

/** What a reader said, who and when. */
export function commentView({ by, at, text }: Comment): TemplateResult {
  return html`<p class="govuk-body"><bdi class="hw-own">${text}</bdi></p>
    <p class="govuk-body-s hw-quiet">
      ${by === '' ? nothing : html`<bdi>${by}</bdi>, `}${momentInWords(new Date(at))}
    </p>`;
}

/** What whoever writes the draft answered to a comment. */
export function answerView({ at, text }: Comment): TemplateResult {
  return html`<p class="govuk-body">
      <strong>${msg('Answer:', { id: 'comment-answered' })}</strong> <bdi class="hw-own">${text}</bdi>
    </p>
    <p class="govuk-body-s hw-quiet">${momentInWords(new Date(at))}</p>`;
}

/** The answers to a comment, the one being written first. */
export const answersTo = (comments: readonly Comment[] = [], { id }: Comment): readonly Comment[] =>
  comments.filter(({ to }) => to === id);

/** Comments themselves: an answer stands with the comment it answers, and by itself where that is gone. */
export const asked = (comments: readonly Comment[] = []): readonly Comment[] =>
  comments.filter(({ to }) => to === undefined || !comments.some(({ id }) => id === to));
