import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { blockWithLanguages, runsWithLanguages, words } from '../../elements/shared/pack-words.ts';
import { blocksView, runs } from '../../elements/shared/report-view.ts';
import { fileName } from '../../exchange/file-name.ts';
import { calendarFile } from '../../exchange/ics.ts';
import type { ChecklistEntry, SignatureEntry } from '../../model/answer.ts';
import type { Person, Place } from '../../model/assessment.ts';
import { decisionSteps, type DecisionStep } from '../../model/decision-steps.ts';
import type { Instance } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, StepNote } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { dateWords, phrase } from '../../model/phrases.ts';
import { placeKey } from '../../model/place.ts';
import { dateFacts, datesAbout, dayInBrief, noteRuns } from '../../model/report-dates.ts';
import { timetableDates, type TimetableDate } from '../../model/timetable.ts';
import type { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import { hashOf } from '../routes.ts';
import { stopWarnings } from '../stops.ts';
import { gapWords } from '../gap-words.ts';
import { calendarDays } from './calendar-days.ts';
import { Folds, type Part } from './folds.ts';
import { SessionPage } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import type { Visit } from '../later.ts';
import { backToTasks } from './back-to-tasks.ts';

/** Which decisions and approvals apply to each child, what is missing, and the dates that go with them. */
export class DatesPage extends SessionPage {
  /** Told to every page fetched later; all this one needs of it is the session. */
  visit: Visit | null = null;

  readonly #folds = new Folds(this);

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    this.#folds.goOn(session, 'dates');
    return datesPage(session, this.#folds);
  }
}

function datesPage(session: Session, folds: Folds): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const dates = timetableDates(pack, assessment, evaluation.on);
  const steps = decisionSteps(pack, assessment, evaluation);
  const ahead = calendarDays(pack, assessment, dates, evaluation.on);
  return html`
    ${backToTasks(assessment.id)}
    <h1 class="govuk-heading-xl">${msg('Dates and approvals', { id: 'dates-and-approvals' })}</h1>
    <p class="govuk-body-l hw-measure">
      ${msg('What has to be decided and approved for each child, by what the answers say today, and the dates that go with it.', { id: 'dates-lead' })}
    </p>
    <p class="govuk-body hw-measure">${words(pack, datesAbout(pack))}</p>
    ${partlyEnglish(pack)}
    ${
      ahead.length === 0
        ? html`<p class="govuk-body hw-quiet hw-measure">
            ${msg('No date lies ahead yet. Once one does, the dates can be saved here as a file for your calendar.', { id: 'dates-none-ahead' })}
          </p>`
        : html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => {
                download(calendarFile(ahead, deviceWorld.now()), fileName('dates', new Date(), 'ics'), 'text/calendar');
              }}
            >
              ${msg('Save these dates to your calendar (.ics)', { id: 'dates-save' })}
            </button>
            <p class="govuk-body hw-quiet hw-measure">
              ${msg(str`The dates from today on, ${ahead.length} in all. The file has your reference and no names; each entry is marked private.`, { id: 'dates-save-what' })}
            </p>`
    }
    ${pack.stages.map(({ id }) => stopWarnings(evaluation, id))}
    ${folds.view(
      2,
      steps.flatMap(({ child, steps: theirs }) => [
        ...stepsPart(session, child, theirs),
        ...datesPart(
          session,
          child,
          dates.filter((date) => date.child === child),
        ),
      ]),
    )}
  `;
}

/** What has to be decided and approved for somebody, and how much of it is. */
function stepsPart(session: Session, child: Person | null, steps: readonly DecisionStep[]): readonly Part[] {
  if (steps.length === 0) return [];
  const answered = steps.filter(({ instance: { answer, gaps } }) => answer !== null && gaps.length === 0).length;
  return [
    {
      id: `steps:${child?.id ?? ''}`,
      title: html`${whose(session.pack, child)}: ${msg('Decisions and approvals', { id: 'decisions-and-approvals' })}`,
      brief: msg(str`${answered} of ${steps.length} answered`, { id: 'section-progress' }),
      body: html`<ol class="govuk-list govuk-list--spaced hw-measure">
        ${steps.map((step) => stepItem(session, step))}
      </ol>`,
    },
  ];
}

/** The dates of somebody; those of what is not done yet are told folded, too. */
function datesPart(session: Session, child: Person | null, dates: readonly TimetableDate[]): readonly Part[] {
  if (dates.length === 0) return [];
  const { pack } = session;
  const all = inOrder(dates);
  const open = all.filter(({ date, done, ticked }) => date !== null && done === null && !ticked);
  return [
    {
      id: `dates:${child?.id ?? ''}`,
      title: html`${whose(pack, child)}: ${msg('Dates', { id: 'dates' })}`,
      summary:
        open.length === 0
          ? nothing
          : html`<ul class="govuk-list govuk-list--bullet hw-measure">
              ${open.map((date) => html`<li>${words(pack, date.rule.label)}: ${runs(runsWithLanguages(dayInBrief(pack, date), pack))}</li>`)}
            </ul>`,
      body: html`<div class="hw-report">${blocksView([blockWithLanguages(dateFacts(pack, all), pack)])}</div>
        ${missingDays(session, dates)}`,
    },
  ];
}

const whose = (pack: Pack, child: Person | null): unknown =>
  child
    ? html`<bdi>${child.name.trim() || phrase(pack, 'name-not-known')}</bdi>`
    : msg('For the family', { id: 'dates-family' });

/** By day; what has none yet comes last, in the order of the pack. */
function inOrder(dates: readonly TimetableDate[]): readonly TimetableDate[] {
  const day = ({ date }: TimetableDate): string => date ?? '~';
  return [...dates].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function stepItem(session: Session, { instance, notes }: DecisionStep): TemplateResult {
  const { pack, assessment } = session;
  return html`<li>
    ${wayTo(session, instance.place, labelOf(pack, assessment, instance))}<br />
    <strong>${stepState(session, instance)}</strong>
    ${
      notes.length === 0
        ? nothing
        : html`<ul class="govuk-list govuk-list--bullet">
            ${notes.map((note) => noteItem(session, note))}
          </ul>`
    }
  </li>`;
}

function noteItem({ pack }: Session, note: StepNote): TemplateResult {
  return html`<li>${blocksView([blockWithLanguages({ kind: 'paragraph', runs: noteRuns(pack, note) }, pack)])}</li>`;
}

/** Whether a step is answered, and with what where a few words say it. */
function stepState({ pack, assessment }: Session, { question, answer, gaps }: Instance): unknown {
  if (answer === null) return words(pack, phrase(pack, 'no-answer'));
  const [gap] = gaps;
  if (gap) return gapWords(gap);
  if (answer.is !== 'given')
    return words(pack, answer.is === 'unread' ? phrase(pack, 'unread') : phrase(pack, answer.is));
  const { value } = answer;
  switch (question.kind) {
    case 'single-choice':
      return words(pack, question.choices?.find(({ id }) => id === value)?.label ?? '');
    case 'yes-no-unknown':
      return words(pack, phrase(pack, value === 'yes' ? 'yes' : 'no'));
    case 'checklist': {
      const settled = (value as readonly ChecklistEntry[]).filter(({ state }) => state !== 'not-done');
      const open = (question.items ?? []).filter(({ id }) => !settled.some(({ item }) => item === id));
      return open.length === 0
        ? msg('Every step is done or does not apply.', { id: 'step-all-done' })
        : html`${msg('Still open:', { id: 'step-open' })}
          ${open.map(({ label }, index) => html`${index > 0 ? '; ' : ''}${words(pack, label)}`)}`;
    }
    case 'signature':
      return (value as readonly SignatureEntry[]).map(({ person, name, date }, index) => {
        const signed = person === null ? name : personById(assessment, person)?.name;
        return html`${index > 0 ? '; ' : ''}${words(pack, phrase(pack, 'signed-by'))}:
          <bdi>${signed ?? phrase(pack, 'name-not-known')}</bdi>, ${words(pack, dateWords(pack, date))}`;
      });
    default:
      return msg('Answered', { id: 'step-answered' });
  }
}

/** The questions whose answer would give a day that is missing. */
function missingDays(session: Session, dates: readonly TimetableDate[]): TemplateResult | typeof nothing {
  const places = new Map(
    dates.flatMap(({ date, place }) => (date === null && place ? [[placeKey(place), place] as const] : [])),
  );
  if (places.size === 0) return nothing;
  const { questions } = packIndex(session.pack);
  return html`<p class="govuk-body">${msg('These answers would give the missing dates:', { id: 'dates-missing' })}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${[...places.values()].map((place) => html`<li>${wayTo(session, place, questions.get(place.question)?.label ?? place.question)}</li>`)}
    </ul>`;
}

/** A link to a question where it is first asked. */
function wayTo({ pack, assessment }: Session, place: Place, label: string): TemplateResult {
  const section = packIndex(pack).askedIn.get(place.question)?.[0]?.section.id ?? '';
  return html`<a
    class="govuk-link"
    href=${hashOf({ page: 'section', id: assessment.id, section })}
    data-focus=${placeKey(place)}
    >${words(pack, label)}</a
  >`;
}
