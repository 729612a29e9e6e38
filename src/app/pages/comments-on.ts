import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HomewardForm } from '../../elements/form/form.ts';
import type { Comment, PlaceKey } from '../../model/assessment.ts';
import { filesStyles } from '../files/files.styles.ts';
import { askedView } from '../files/said.ts';
import { asked, goToSettled, type SettledEvent } from './comment-box.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';

/** What readers said of one answer, under it: what waits first, and what was dealt with folded away. */
export class CommentsOn extends SessionPage {
  @property({ attribute: false }) place: PlaceKey = '';

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, place } = this;
    const comments = asked(session?.assessment.comments).filter((each) => each.place === place);
    if (!session || comments.length === 0) return nothing;
    const boxes = (of: readonly Comment[]): unknown =>
      repeat(
        of,
        ({ id }) => id,
        (comment) =>
          html`<homeward-comment
            data-comment=${comment.id}
            .session=${session}
            .comment=${comment}
          ></homeward-comment>`,
      );
    const open = comments.filter(({ settled }) => !settled);
    const settled = comments.filter((each) => each.settled);
    return html`<div
      class="hw-comments-on"
      role="group"
      tabindex="-1"
      aria-label=${msg('Comments on this answer', { id: 'comments-on' })}
      @homeward-settled=${(event: SettledEvent) => void goToSettled(this, event)}
    >
      ${
        open.length === 0
          ? nothing
          : html`<p class="govuk-heading-s">
              ${open.length === 1 ? msg('A comment on this answer', { id: 'comments-on-one' }) : msg(str`Comments on this answer: ${open.length}`, { id: 'comments-on-some' })}
            </p>`
      }
      ${boxes(open)}
      ${
        settled.length === 0
          ? nothing
          : html`<details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text"
                  >${msg(str`Comments dealt with: ${settled.length}`, { id: 'comments-on-settled' })}</span
                >
              </summary>
              <div class="govuk-details__text">${boxes(settled)}</div>
            </details>`
      }
    </div>`;
  }
}

/** At the head of a section: which of its answers a comment waits at, to go there at once. */
export class CommentsHere extends SessionPage {
  @property() section = '';

  protected override render(): TemplateResult | typeof nothing {
    const { session, section } = this;
    if (!session) return nothing;
    const { pack, assessment, evaluation } = session;
    const here = (evaluation.bySection.get(section) ?? []).map(({ key }) => key);
    const waiting = asked(assessment.comments).flatMap(({ settled, place }) =>
      !settled && place !== undefined && here.includes(place) ? [place] : [],
    );
    if (waiting.length === 0) return nothing;
    return html`<div class="govuk-inset-text hw-comments-here">
      <p class="govuk-body">
        ${waiting.length === 1 ? msg('A reader has commented on an answer in this section:', { id: 'comments-here-one' }) : msg(str`Readers’ comments that wait in this section: ${waiting.length}`, { id: 'comments-here-some' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${here.filter((key) => waiting.includes(key)).map((key) => html`<li><a class="govuk-link" href=${location.hash} data-comments=${key} @click=${this.#go}>${askedView(pack, assessment, key)}</a></li>`)}
      </ul>
    </div>`;
  }

  /** To the comment, with the answer it is about in view. */
  readonly #go = async (event: Event): Promise<void> => {
    event.preventDefault();
    const key = (event.currentTarget as HTMLElement).dataset.comments ?? '';
    const form = (this.getRootNode() as ShadowRoot).querySelector<HomewardForm>('homeward-form');
    await form?.focusQuestion(key);
    const on = form?.querySelector<HTMLElement>(`[slot="beside:${CSS.escape(key)}"] > [tabindex]`);
    on?.focus({ preventScroll: true });
    on?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
}
