import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment } from '../../model/assessment.ts';
import type { Session } from '../../session/session.ts';
import { filesStyles } from '../files/files.styles.ts';
import { askedView, saidView } from '../files/said.ts';
import { hashOf } from '../routes.ts';
import { asked, goToSettled, SettledEvent } from './comment-box.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { backToTasks } from './back-to-tasks.ts';

/** What readers said, each beside the answer it is about. */
export class CommentsPage extends SessionPage {
  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
    this.addEventListener(SettledEvent.type, this.#settled);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(SettledEvent.type, this.#settled);
  }

  readonly #settled = (event: Event): void => {
    if (event instanceof SettledEvent) void goToSettled(this, event);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { id } = session.assessment;
    const comments = asked(session.assessment.comments);
    const open = comments.filter(({ settled }) => !settled);
    const settled = comments.filter((each) => each.settled);
    return html`${backToTasks(id)}
      <h1 class="govuk-heading-xl">${msg('Comments', { id: 'comments-title' })}</h1>
      ${
        open.length === 0
          ? html`<p class="govuk-body">
              ${msg('No comment waits for you. Comments come as a file from somebody who read your draft: open it with “Open a file”.', { id: 'comments-none' })}
            </p>`
          : repeat(
              open,
              ({ id: name }) => name,
              (comment) => this.#comment(session, comment),
            )
      }
      ${
        settled.length === 0
          ? nothing
          : html`<details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text"
                  >${msg(str`Dealt with: ${settled.length}`, { id: 'comments-settled' })}</span
                >
              </summary>
              <div class="govuk-details__text">
                ${repeat(
                  settled,
                  ({ id: name }) => name,
                  (comment) => this.#comment(session, comment),
                )}
              </div>
            </details>`
      }`;
  }

  #comment(session: Session, comment: Comment): TemplateResult {
    const { pack, assessment, evaluation } = session;
    const { place } = comment;
    const instance = place === undefined ? undefined : evaluation.applies.find(({ key }) => key === place);
    const title =
      place === undefined
        ? msg('On the draft as a whole', { id: 'comment-whole' })
        : instance
          ? html`<a
              class="govuk-link"
              href=${hashOf({ page: 'section', id: assessment.id, section: instance.section })}
              data-focus=${place}
              >${askedView(pack, assessment, place)}</a
            >`
          : askedView(pack, assessment, place);
    return html`<article>
      <h2 class="govuk-heading-s">${title}</h2>
      <div class="hw-two">
        <div>
          ${place === undefined ? nothing : saidView(pack, assessment, place, assessment.answers[place] ?? null)}
        </div>
        <homeward-comment data-comment=${comment.id} .session=${session} .comment=${comment}></homeward-comment>
      </div>
    </article>`;
  }
}
