import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classStyles, classWord } from '../../elements/shared/class-shape.ts';
import { words } from '../../elements/shared/pack-words.ts';
import { dateInWords } from '../../i18n/dates.ts';
import type { PersonId } from '../../model/answer.ts';
import type { Assessment, Person, PlaceKey } from '../../model/assessment.ts';
import { asItWas } from '../../model/factor-left.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { childrenInScope, initials, personById, presentPeople, shortName } from '../../model/people.ts';
import { Reading } from '../../model/reading.ts';
import { adultsInRound } from '../../model/suggest-ratings.ts';
import { suggestionOf } from '../../model/suggested-then.ts';
import type { Session } from '../../session/session.ts';
import type { Visit } from '../later.ts';
import { hashOf } from '../routes.ts';
import { commentsBeside } from './comments-beside.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import { classifyAgain, plannedRound } from './round-again.ts';
import { roundPicture } from './round-picture.ts';
import { roundStyles } from './round.styles.ts';
import { classIn, pastRounds, roundsOf, type PastRound, type Round } from './rounds.ts';

/** What is asked of one child in a round of classification, besides the ratings. */
const askedHere = new Set([
  'indicative-class',
  'risk-class',
  'risk-class-reason',
  'risk-class-difference',
  'risk-class-second-manager',
  'risk-class-discussion',
  'risk-lowered-evidence',
]);

/** One child's class in one round: what is known beside what is asked, earlier rounds, and nothing chosen beforehand. */
export class RoundPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, classStyles);
    adoptStyles(this, roundStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const at = this.#at();
    if (at && changed.has('visit')) void this.visit?.work?.fetchGuidance(at.now.section.stage);
  }

  protected override render(): TemplateResult {
    const at = this.#at();
    return at && this.session
      ? roundView(this.session, at, { model: this.visit?.work?.model ?? null, toggle: this.#toggleModel })
      : html`<h1 class="govuk-heading-xl">${msg('There is no such round', { id: 'round-nowhere' })}</h1>
          <p class="govuk-body">
            ${msg('The address names a child or a round that this assessment does not have.', { id: 'round-nowhere-why' })}
          </p>`;
  }

  readonly #toggleModel = (): void => {
    void this.visit?.work?.toggleModel().then(() => {
      this.requestUpdate();
    });
  };

  /** The child and the round the address names, where there are such. */
  #at(): { readonly child: Person; readonly now: Round } | null {
    const { session } = this;
    const route = this.visit?.route;
    if (!session || route?.page !== 'round') return null;
    const child = personById(session.assessment, route.person);
    const now = roundsOf(session.pack, session.assessment).find(({ round }) => round === route.round);
    const asked = childrenInScope(session.assessment).some(({ id }) => id === child?.id);
    return child && asked && now ? { child, now } : null;
  }
}

/** The model answers of a training case, while they are to be seen, and how to see or hide them. */
interface Model {
  readonly model: Assessment | null;
  toggle(): void;
}

function roundView(
  session: Session,
  { child, now }: { readonly child: Person; readonly now: Round },
  { model, toggle }: Model,
): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const instances = evaluation.applies.filter(
    ({ question, place, section, person }) =>
      askedHere.has(question.id) &&
      place.round === now.round &&
      section === now.section.id &&
      (person === null || person.id === child.id),
  );
  // A class that was given took in whoever was there then.
  const given = classIn(pack, assessment, child.id, now.round) !== undefined;
  const { assessment: then, left } = asItWas(assessment, given ? [now.round] : []);
  const adults = adultsInRound({ pack, assessment: then, reading: new Reading(pack, then), round: now.round });
  const earlier = pastRounds(pack, assessment, child.id, now.round);
  return html`
    <a class="govuk-back-link" href=${hashOf({ page: 'section', id: assessment.id, section: now.section.id })}
      >${words(pack, now.section.title)}</a
    >
    ${
      assessment.case === undefined
        ? nothing
        : html`<div class="hw-model-switch">
            <button type="button" class="govuk-button govuk-button--secondary" @click=${toggle}>
              ${model ? msg('Hide the model answers', { id: 'model-hide' }) : msg('Show the model answers', { id: 'model-show' })}
            </button>
          </div>`
    }
    <span class="govuk-caption-l">${msg(str`Classification round ${now.round}`, { id: 'round-caption' })}</span>
    <h1 class="govuk-heading-l hw-round__question">
      <span class="hw-ring" aria-hidden="true">${initials(child.name)}</span
      ><bdi>${questionOf(session, child, adults)}</bdi>
    </h1>
    ${adultsNamed(pack, adults, left)} ${partlyEnglish(pack)}
    ${now.reason === undefined || now.reason === '' ? nothing : html`<p class="govuk-body">${msg('Opened because:', { id: 'round-opened' })} <bdi>${now.reason}</bdi></p>`}
    ${classifyAgain(session, child, now)} ${plannedRound(session, child, now)}
    <p class="govuk-body hw-round__jump">
      <button type="button" class="hw-link-button" @click=${goToChoice}>
        ${msg('Go to the choice of a class', { id: 'round-jump' })}
      </button>
    </p>
    <div class="hw-round">
      <div class="hw-round__known">
        <h2 class="govuk-heading-m">${msg('Worries, strengths and change', { id: 'round-picture' })}</h2>
        ${roundPicture({ pack, assessment: then }, child, now.round)}
        <p class="govuk-body">
          <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'factors' })}
            >${msg('Worries and strengths', { id: 'factors-title' })}</a
          >
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href=${hashOf({ page: 'section', id: assessment.id, section: ratedIn(session, now) })}
            >${msg('Rate the worries and strengths of this round', { id: 'round-rate' })}</a
          >
        </p>
        ${pastView(session, earlier)}
      </div>
      <div class="hw-round__asked" tabindex="-1">
        ${prompts(session)}
        <homeward-form
          .session=${session}
          .model=${model}
          .only=${instances.map(({ key }): PlaceKey => key)}
          section=${now.section.id}
          links=${hashOf({ page: 'section', id: assessment.id, section: '' })}
          heading-level="2"
          >${commentsBeside(session)}</homeward-form
        >
        <homeward-open-round .session=${session} child=${child.id}></homeward-open-round>
      </div>
    </div>
    <p class="hw-onward">
      <a class="govuk-button" role="button" draggable="false" href=${onward(session, child, now)}
        >${msg('Save and continue', { id: 'save-and-continue' })}</a
      >
      ${otherChildren(session, child, now)}
    </p>
  `;
}

/** Past the picture, which in a narrow place stands above what is asked. */
function goToChoice({ currentTarget }: Event): void {
  const root = currentTarget instanceof HTMLElement ? currentTarget.getRootNode() : null;
  if (root instanceof ShadowRoot || root instanceof Document)
    root.querySelector<HTMLElement>('.hw-round__asked')?.focus();
}

/** The section that asks for the ratings of a round: for the first, the one where they are asked for the first time. */
const ratedIn = ({ pack }: Session, now: Round): string =>
  packIndex(pack)
    .askedIn.get('factors-parent')
    ?.find(({ asked }) => asked.round === now.round)?.section.id ?? now.section.id;

/** The question in plain words, with every adult who counts. */
function questionOf({ assessment }: Session, child: Person, adults: readonly Person[]): string {
  const nobody = msg('No name yet', { id: 'no-name-yet' });
  const people = presentPeople(assessment);
  // First names, as people speak, wherever only one person goes by it.
  const called = ({ name }: Person): string => {
    const short = shortName(name);
    const sharing = people.filter((each) => shortName(each.name) === short);
    return (sharing.length > 1 ? name.trim() : short) || nobody;
  };
  const who = called(child);
  const [one, ...more] = adults.map(called);
  // Several adults who count need not live in one home.
  return one === undefined || more.length > 0
    ? msg(str`How risky would it be for ${who} to live at home now?`, { id: 'round-question-home' })
    : msg(str`How risky would it be for ${who} to live with ${one} now?`, { id: 'round-question' });
}

/** Whom the question takes in, where it names nobody, or somebody who does not count any more. */
function adultsNamed(
  pack: Pack,
  adults: readonly Person[],
  left: ReadonlySet<PersonId>,
): TemplateResult | typeof nothing {
  if (adults.length < 2 && left.size === 0) return nothing;
  const nobody = msg('No name yet', { id: 'no-name-yet' });
  const mark = ` (${msg('not counted any more', { id: 'factors-left' })})`;
  return html`<p class="govuk-body">
    ${msg('Adults this takes in:', { id: 'round-adults' })}
    ${adults.map(({ id, name }, index) => html`${index > 0 ? ', ' : ''}<bdi>${name.trim() || nobody}</bdi>${left.has(id) ? mark : nothing}`)}.
    ${left.size === 0 || !suggestionOf(pack) ? nothing : msg('What your ratings point to now leaves out whoever is not counted any more.', { id: 'round-left' })}
  </p>`;
}

function pastView({ pack }: Session, earlier: readonly PastRound[]): TemplateResult {
  return html`<h2 class="govuk-heading-m">${msg('Earlier rounds', { id: 'round-earlier' })}</h2>
    ${earlier.length === 0 ? html`<p class="govuk-body">${msg('This child has not been given a class before.', { id: 'round-earlier-none' })}</p>` : nothing}
    ${earlier.map(
      ({ round, riskClass, reason, names, date }) =>
        html`<section class="hw-past" aria-label=${msg(str`Round ${round}`, { id: 'round-n' })}>
          <h3 class="govuk-heading-s">${msg(str`Round ${round}`, { id: 'round-n' })}: ${classWord(pack, riskClass)}</h3>
          ${
            names.length === 0 && date === ''
              ? nothing
              : html`<p class="govuk-body-s">
                  <bdi>${names.join(', ')}</bdi
                  >${date === '' ? nothing : html`${names.length > 0 ? ', ' : ''}<time datetime=${date}>${dateInWords(date)}</time>`}
                </p>`
          }
          ${
            reason === ''
              ? nothing
              : html`<details class="govuk-details">
                  <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">${msg('The reason given', { id: 'round-reason' })}</span>
                  </summary>
                  <div class="govuk-details__text"><bdi class="hw-own">${reason}</bdi></div>
                </details>`
          }
        </section>`,
    )}`;
}

/** Questions to think over before a class is chosen; the pack's, and nothing to answer. */
function prompts({ pack }: Session): TemplateResult | typeof nothing {
  const lines = Object.entries(pack.phrases).flatMap(([id, line]) => (id.startsWith('prompt-') ? [line] : []));
  if (lines.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">${msg('Before you choose', { id: 'round-prompts' })}</h2>
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      ${lines.map((line) => html`<li>${words(pack, line)}</li>`)}
    </ul>`;
}

/** On to the next child who has no class in this round, or to the list of tasks. */
function onward({ pack, assessment }: Session, child: Person, { round }: Round): string {
  const next = childrenInScope(assessment).find(({ id }) => id !== child.id && !classIn(pack, assessment, id, round));
  const isSaid = classIn(pack, assessment, child.id, round) !== undefined;
  return next && isSaid
    ? hashOf({ page: 'round', id: assessment.id, round, person: next.id })
    : hashOf({ page: 'tasks', id: assessment.id });
}

function otherChildren(
  { evaluation, assessment }: Session,
  child: Person,
  { round, section }: Round,
): TemplateResult | typeof nothing {
  const others = evaluation.applies.flatMap(({ question, place, section: here, person }) =>
    question.kind === 'risk-class' && place.round === round && here === section.id && person && person.id !== child.id
      ? [person]
      : [],
  );
  if (others.length === 0) return nothing;
  return html`<span class="govuk-body"
    >${msg('The same round for:', { id: 'round-others' })}
    ${others.map(
      ({ id, name }, index) =>
        html`${index > 0 ? ', ' : ''}<a
            class="govuk-link"
            href=${hashOf({ page: 'round', id: assessment.id, round, person: id })}
            ><bdi>${name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi></a
          >`,
    )}</span
  >`;
}
