import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import { dateInWords } from '../../i18n/dates.ts';
import type { Instance, OpenMatter } from '../../model/evaluate.ts';
import { labelOf } from '../../model/label.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Section, Stage } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import type { Vault } from '../../session/ports.ts';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';

/** The stages and sections of one assessment, what is open, and what is missing before each stage can be signed. */
export function tasksPage(session: Session, vault: Vault): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const next = lastTouched(session) ?? evaluation.applies.find(({ counts, gaps }) => counts && gaps.length > 0);
  return html`
    <h1 class="govuk-heading-xl">${msg('Assessment', { id: 'assessment' })} <bdi>${assessment.reference}</bdi></h1>
    ${assessment.kind === 'real' ? html`<homeward-code-notice></homeward-code-notice>` : nothing}
    <homeward-questions-notice .session=${session}></homeward-questions-notice>
    <homeward-safety-first .session=${session}></homeward-safety-first> ${next ? continueAt(session, next) : nothing}
    <div class="hw-columns">
      <div>${pack.stages.map((stage) => stageTasks(session, stage))}</div>
      <div class="hw-side">
        ${overviews(assessment.id)} ${openMatters(session, evaluation.open)}
        <homeward-classes .session=${session}></homeward-classes>
        <homeward-find-in-draft .session=${session}></homeward-find-in-draft>
        <homeward-people-list .session=${session}></homeward-people-list>
        <homeward-case-actions .session=${session} .vault=${vault}></homeward-case-actions>
        ${
          session.readonly
            ? nothing
            : html`<homeward-draft-keeping .session=${session} .vault=${vault}></homeward-draft-keeping>
                <homeward-draft-actions .session=${session}></homeward-draft-actions>`
        }
      </div>
    </div>
  `;
}

/** Pages that show the assessment from another side, across its sections. */
function overviews(id: string): TemplateResult {
  const to = (kind: string, title: string): TemplateResult =>
    html`<li><a class="govuk-link" href=${hashOf({ page: 'output', id, kind })}>${title}</a></li>`;
  return html`<nav aria-labelledby="overviews">
    <h2 class="govuk-heading-m" id="overviews">${msg('See it together', { id: 'overviews' })}</h2>
    <ul class="govuk-list">
      ${to('factors', msg('Worries and strengths', { id: 'factors-title' }))}
      ${to('rounds', msg('Rounds and children side by side', { id: 'rounds-title' }))}
      ${to('progress', msg('Goals, support and the way home', { id: 'progress-title' }))}
      ${to('dates', msg('Dates and approvals', { id: 'dates-and-approvals' }))}
      ${to('index', msg('Copies and forms to hand out', { id: 'outputs-title' }))}
    </ul>
  </nav>`;
}

/** The question somebody worked on last, where it still applies. */
function lastTouched({ assessment, evaluation }: Session): Instance | undefined {
  const key = assessment.history.findLast(({ place }) => place !== undefined)?.place;
  return evaluation.applies.find((instance) => instance.key === key);
}

function continueAt(session: Session, next: Instance): TemplateResult {
  const section = packIndex(session.pack).sections.get(next.section);
  const name = next.person?.name.trim();
  return html`<p class="govuk-body-l">
    <a
      class="govuk-link"
      href=${hashOf({ page: 'section', id: session.assessment.id, section: next.section })}
      data-focus=${next.key}
      >${msg('Continue where you were', { id: 'continue-where' })}:
      ${section ? words(session.pack, section.title) : nothing}${name ? html`, <bdi>${name}</bdi>` : nothing}</a
    >
  </p>`;
}

function stageTasks(session: Session, stage: Stage): TemplateResult {
  const { assessment, evaluation, pack } = session;
  const open = evaluation.openStages.has(stage.id);
  const progress = evaluation.progress({ stage: stage.id });
  const missing = progress.of - progress.answered;
  const sections = stage.sections.flatMap((id) => packIndex(pack).sections.get(id) ?? []);
  return html`<section class="hw-stage" aria-labelledby="stage:${stage.id}">
    <h2 class="govuk-heading-l" id="stage:${stage.id}" tabindex="-1">${stage.order}. ${words(pack, stage.plain)}</h2>
    <p class="govuk-body hw-measure">${words(pack, stage.summary)}</p>
    ${
      open
        ? nothing
        : html`<p class="govuk-body hw-quiet">
            ${msg('This stage usually begins once the one before it is decided. You can write in it already; nothing counts as missing yet.', { id: 'stage-not-open' })}
          </p>`
    }
    <ul class="govuk-task-list">
      ${sections.map((section) => sectionTask(session, section, open))}
    </ul>
    ${
      open
        ? html`<p class="govuk-body">
            ${progress.of === 0 ? nothing : html`${msg(str`${progress.answered} of ${progress.of} answered.`, { id: 'progress' })} `}
            <a class="govuk-link" href=${hashOf({ page: 'check', id: assessment.id, stage: stage.id })}
              >${msg('Check answers', { id: 'check-answers' })}<span class="govuk-visually-hidden"
                >: ${words(pack, stage.plain)}</span
              ></a
            >${missing > 0 ? html`, ${missing === 1 ? msg('1 gap before it is ready to sign', { id: 'gaps-one' }) : msg(str`${missing} gaps before it is ready to sign`, { id: 'gaps-many' })}.` : html`. ${msg('Ready to sign.', { id: 'ready-to-sign' })}`}
          </p>`
        : nothing
    }
  </section>`;
}

function sectionTask(session: Session, section: Section, open: boolean): TemplateResult {
  const { assessment, evaluation, pack } = session;
  const asked = evaluation.bySection.get(section.id) ?? [];
  const { of, answered } = evaluation.progress({ section: section.id });
  const begun = asked.some(({ answer }) => answer !== null);
  const hint = `task:${section.id}`;
  const status =
    asked.length === 0
      ? msg('Nothing to answer', { id: 'status-nothing' })
      : !begun
        ? html`<strong class="govuk-tag govuk-tag--blue"
            >${msg('Not yet started', { id: 'status-not-started' })}</strong
          >`
        : of > 0 && answered === of
          ? msg('Completed', { id: 'status-completed' })
          : asked.some(({ key }) => evaluation.lookAgain.has(key))
            ? html`<strong class="govuk-tag govuk-tag--yellow"
                >${msg('Needs another look', { id: 'status-look-again' })}</strong
              >`
            : html`<strong class="govuk-tag govuk-tag--light-blue"
                >${msg('In progress', { id: 'status-in-progress' })}</strong
              >`;
  return html`<li class="govuk-task-list__item govuk-task-list__item--with-link">
    <div class="govuk-task-list__name-and-hint">
      <a
        class="govuk-link govuk-task-list__link"
        href=${hashOf({ page: 'section', id: assessment.id, section: section.id })}
        aria-describedby="${hint} ${hint}:status"
        >${words(pack, section.title)}</a
      >
      <div class="govuk-task-list__hint" id=${hint}>
        ${open && of > 0 ? msg(str`${answered} of ${of} answered`, { id: 'section-progress' }) : words(pack, section.intro)}
      </div>
      ${byPerson(session, section, asked)}
    </div>
    <div class="govuk-task-list__status" id="${hint}:status">${status}</div>
  </li>`;
}

/** How far a section is for each person, folded under it; each name leads to what is missing first. */
function byPerson(
  { assessment, pack }: Session,
  section: Section,
  asked: readonly Instance[],
): TemplateResult | typeof nothing {
  const people = [...new Set(asked.map(({ person }) => person))].filter((person) => person !== null);
  if (people.length < 2) return nothing;
  return html`<details class="govuk-details hw-by-person">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${msg('Person by person', { id: 'by-person' })}<span class="govuk-visually-hidden"
          >: ${words(pack, section.title)}</span
        ></span
      >
    </summary>
    <ul class="govuk-list govuk-details__text">
      ${people.map((person) => {
        const theirs = asked.filter((instance) => instance.person === person);
        const counted = theirs.filter(({ counts }) => counts);
        const answered = counted.filter(({ gaps }) => gaps.length === 0).length;
        const first = counted.find(({ gaps }) => gaps.length > 0) ?? theirs[0];
        return html`<li>
          <a
            class="govuk-link"
            href=${hashOf({ page: 'section', id: assessment.id, section: section.id })}
            data-focus=${first?.key ?? nothing}
            ><bdi>${person.name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi></a
          >
          ${counted.length === 0 ? nothing : html`<span class="hw-quiet">${msg(str`${answered} of ${counted.length} answered`, { id: 'section-progress' })}</span>`}
        </li>`;
      })}
    </ul>
  </details>`;
}

function openMatters(session: Session, open: readonly OpenMatter[]): TemplateResult | typeof nothing {
  const { pack, assessment, evaluation } = session;
  if (open.length === 0) return nothing;
  const instances = new Map(evaluation.applies.map((instance) => [instance.key, instance]));
  return html`<h2 class="govuk-heading-m">${msg('Not known yet', { id: 'open-title' })} (${open.length})</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${open.map(({ key, section, owner, by }) => {
        const instance = instances.get(key);
        if (!instance) return nothing;
        const who = owner === undefined ? undefined : (personById(assessment, owner)?.name ?? owner);
        return html`<li>
          <a class="govuk-link" href=${hashOf({ page: 'section', id: assessment.id, section })} data-focus=${key}
            >${instance.person ? html`<bdi>${instance.person.name}</bdi>: ` : nothing}${words(pack, labelOf(pack, assessment, instance))}</a
          >${who ? html`<br /><bdi>${who}</bdi>` : nothing}${by ? html`${who ? ', ' : html`<br />`}${msg('by', { id: 'by' })} <time datetime=${by}>${dateInWords(by)}</time>` : nothing}
        </li>`;
      })}
    </ul>`;
}
