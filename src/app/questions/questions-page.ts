import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { contentLanguage } from '../../i18n/locale.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { Outcome, Problem } from '../../model/problem.ts';
import type { Session } from '../../session/session.ts';
import { compare, lastMove, putAwayBy } from '../../versions/index.ts';
import type { Visit } from '../later.ts';
import { packIn } from '../pack.ts';
import { backToTasks } from '../pages/back-to-tasks.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { AgainEvent, SessionPage } from '../pages/page.ts';
import { hashOf } from '../routes.ts';
import { changesView, putAwayView } from './changes-view.ts';
import { moveTo, planned, type Planned, plannedBack, type PlannedBack } from './moving.ts';
import { questionsStyles } from './questions.styles.ts';
import { packFor } from './which.ts';
import { lead, versionWords } from './words.ts';

/** What was fetched to show where a draft may be moved to, and back to. */
interface Found {
  /** The draft and questions it was found for. */
  readonly of: object;
  readonly newest: Pack;
  /** What moving to the newest would give; null where it is on them. */
  readonly forth: Outcome<Planned> | null;
  /** What going back would give; null where it was never moved. */
  readonly back: Outcome<PlannedBack> | null;
  /** The questions before the last move, for their words; null where these are nowhere here. */
  readonly before: Pack | null;
}

/** Which version of the questions an assessment is on: what moving it to the newest changes, before and after. */
export class QuestionsPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private found: Found | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  /** What was done here last. */
  @state() private done: 'moved' | 'back' | null = null;
  #looking: object | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, questionsStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.done = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('visit') && changed.get('visit')?.work?.id !== this.visit?.work?.id) this.done = null;
    const { session } = this;
    // Another draft, further edits, or other words: what was found is of the one before.
    if (session && this.#looking !== session.assessment) void this.#look(session);
  }

  async #look(session: Session): Promise<void> {
    const { assessment, pack } = session;
    this.#looking = assessment;
    const newest = await packIn(contentLanguage());
    if (!newest.ok) {
      [this.problem] = newest.problems;
      return;
    }
    const vault = this.visit?.services.vault;
    const moved = lastMove(assessment)?.moved;
    const isNewest = assessment.pack.structureHash === newest.value.structureHash;
    const back = moved && vault ? await plannedBack(vault, pack, newest.value, assessment) : null;
    const before = moved ? await packFor(moved.from, newest.value) : null;
    if (this.#looking !== assessment) return;
    this.found = {
      of: assessment,
      newest: newest.value,
      forth: isNewest ? null : planned(pack, newest.value, assessment),
      back,
      before: before?.ok ? before.value : null,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, found } = this;
    if (!session) return nothing;
    const { assessment } = session;
    return html`${backToTasks(assessment.id)}
      <h1 class="govuk-heading-xl" tabindex="-1">${msg('Version of the questions', { id: 'questions-title' })}</h1>
      <div role="status">
        ${this.done === null ? nothing : html`<p class="govuk-body-l hw-measure">${this.#doneWords(session)}</p>`}
      </div>
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${failedWords(this.problem)}</p>` : nothing}
      ${found?.of === assessment ? this.#choices(session, found) : nothing}`;
  }

  #doneWords({ pack }: Session): string {
    return this.done === 'moved'
      ? msg(str`This assessment is on ${versionWords(pack)} now.`, { id: 'questions-moved-done' })
      : msg(str`This assessment is on ${versionWords(pack)} again.`, { id: 'questions-back-done' });
  }

  #choices(session: Session, { newest, forth, back, before }: Found): TemplateResult {
    return html`${forth === null ? (back ? nothing : html`<p class="govuk-body-l hw-measure">${msg(str`This assessment is on ${versionWords(newest)}, the newest.`, { id: 'questions-newest' })}</p>`) : forth.ok ? this.#forth(session, forth.value) : nothing}
    ${back ? this.#back(session, back, before) : nothing}`;
  }

  #forth(session: Session, plan: Planned): TemplateResult {
    const { pack, assessment } = session;
    const { to, from, putAway, shortened } = plan;
    const changes = compare(pack, to);
    const retired = new Set(changes.flatMap(({ how, was }) => (how === 'retired' ? [was] : [])));
    // Those of retired questions stand beside these already.
    const kept = [...putAway, ...shortened].filter((key) => !retired.has(parsePlaceKey(key)?.question ?? ''));
    const answers = kept.flatMap((key) => {
      const answer = assessment.answers[key];
      return answer ? [[key, answer] as const] : [];
    });
    return html`<p class="govuk-body-l hw-measure">${lead(session, to, from !== null)}</p>
      <p class="govuk-body hw-measure">
        ${msg('Nothing is moved until you say so, nothing you wrote is lost, and you can go back.', { id: 'questions-safe' })}
      </p>
      ${changesView({ pack, assessment }, to, changes)}
      ${
        answers.length === 0
          ? nothing
          : html`<section aria-labelledby="questions:aside" data-how="aside">
              <h2 class="govuk-heading-m" id="questions:aside">
                ${msg('Answers that no longer fit', { id: 'questions-aside' })} (${answers.length})
              </h2>
              <p class="govuk-body hw-measure">
                ${msg('They, or parts of them, have no place in the newer version. They are kept with the assessment as they are, listed here afterwards, and no longer printed.', { id: 'questions-aside-words' })}
              </p>
              ${putAwayView(from, assessment, answers)}
            </section>`
      }
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button"
          ?disabled=${this.busy || session.readonly}
          @click=${() => this.#make(plan, 'moved')}
        >
          ${msg(str`Move to ${versionWords(to)}`, { id: 'questions-move' })}
        </button>
        <a class="govuk-link" href=${hashOf({ page: 'tasks', id: assessment.id })}
          >${from ? msg(str`Stay on ${versionWords(pack)}`, { id: 'questions-stay' }) : msg('Leave it as it is', { id: 'questions-leave' })}</a
        >
      </div>`;
  }

  #back(session: Session, plan: Outcome<PlannedBack>, before: Pack | null): TemplateResult {
    const { assessment } = session;
    const entry = lastMove(assessment);
    const answers = putAwayBy(assessment);
    return html`<p class="govuk-body-l hw-measure">
        ${entry ? msg(str`It was moved from version ${entry.moved.from.version} to version ${entry.moved.to.version} of the questions on ${momentInWords(new Date(entry.from))}.`, { id: 'questions-was-moved' }) : nothing}
      </p>
      ${
        answers.length === 0
          ? nothing
          : html`<section aria-labelledby="questions:put-away" data-how="put-away">
              <h2 class="govuk-heading-m" id="questions:put-away">
                ${msg('Answers put aside by the move', { id: 'questions-put-away' })} (${answers.length})
              </h2>
              <p class="govuk-body hw-measure">
                ${msg('They are kept with the assessment as they were, and go into every copy of the whole draft. They are not printed.', { id: 'questions-put-away-words' })}
              </p>
              ${putAwayView(before, assessment, answers)}
            </section>`
      }
      <section aria-labelledby="questions:back">
        <h2 class="govuk-heading-m" id="questions:back">${msg('Going back', { id: 'questions-back-title' })}</h2>
        ${plan.ok ? this.#backTo(session, plan.value) : html`<p class="govuk-body hw-measure">${msg('The questions this assessment was moved from are no longer here, and something was changed since. It cannot go back any more; what was put aside is listed above.', { id: 'questions-no-way-back' })}</p>`}
      </section>`;
  }

  #backTo(session: Session, plan: PlannedBack): TemplateResult {
    const { pack, assessment } = session;
    const answers = plan.putAway.flatMap((key) => {
      const answer = assessment.answers[key];
      return answer ? [[key, answer] as const] : [];
    });
    return html`<p class="govuk-body hw-measure">
        ${
          plan.exact
            ? msg('Nothing was changed since. Going back brings back exactly the assessment as it was before.', {
                id: 'questions-back-exact',
              })
            : msg(
                'Something was changed since. Going back keeps that wherever the earlier version asks the same question; everything else is as it was before the move.',
                { id: 'questions-back-merged' },
              )
        }
      </p>
      ${
        answers.length === 0
          ? nothing
          : html`<p class="govuk-body hw-measure">
                ${msg('These answers have no place in the earlier version. They would be kept with the assessment and listed here:', { id: 'questions-back-aside' })}
              </p>
              ${putAwayView(pack, assessment, answers)}`
      }
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        ?disabled=${this.busy || session.readonly}
        @click=${() => this.#make(plan, 'back')}
      >
        ${msg(str`Go back to version ${plan.assessment.pack.version}`, { id: 'questions-back' })}
      </button>`;
  }

  async #make(plan: Planned, done: 'moved' | 'back'): Promise<void> {
    const { visit } = this;
    if (!visit?.work || this.busy) return;
    this.busy = true;
    this.problem = null;
    const made = await moveTo(visit.services.vault, visit.work, plan);
    this.busy = false;
    if (!made.ok) {
      [this.problem] = made.problems;
      // Somebody typed on: what was shown is no longer what would be done.
      this.#looking = null;
      return;
    }
    this.done = done;
    this.dispatchEvent(new AgainEvent());
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }
}

const failedWords = ({ code }: Problem): string =>
  code === 'not-loaded'
    ? msg(
        'The other version of the questions could not be fetched. Nothing was changed. Try again with a connection.',
        {
          id: 'questions-not-fetched',
        },
      )
    : code === 'conflict'
      ? msg('The assessment was changed meanwhile, so nothing was moved. Look again at what would change.', {
          id: 'questions-conflict',
        })
      : msg('It could not be saved, so nothing was moved.', { id: 'questions-not-saved' });
