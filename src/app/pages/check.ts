import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Instance } from '../../model/evaluate.ts';
import { unsupportedRatings } from '../../model/evidence-for.ts';
import { labelOf } from '../../model/label.ts';
import { report } from '../../model/make-report.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Stage } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { personById } from '../../model/people.ts';
import type { Session } from '../../session/session.ts';
import { withLanguages, words } from '../../elements/shared/pack-words.ts';
import { reportView } from '../../elements/shared/report-view.ts';
import { hashOf } from '../routes.ts';
import { SessionPage } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import { stopWarnings } from '../stops.ts';
import { gapWords } from '../gap-words.ts';

/** What the PDF of a stage will say, gaps first, each answer with a way to change it. */
export class CheckPage extends SessionPage {
  @property({ attribute: false }) stage: Stage | null = null;

  protected override render(): TemplateResult | typeof nothing {
    return this.session && this.stage ? checkPage(this.session, this.stage) : nothing;
  }
}

function checkPage(session: Session, stage: Stage): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const gaps = evaluation.applies.filter((instance) => instance.stage === stage.id && instance.gaps.length > 0);
  const shown = withLanguages(
    report(pack, assessment, { locale: pack.locale, output: 'full', stages: [stage.id], on: evaluation.on }),
    pack,
  );
  const instances = new Map(evaluation.applies.map((instance) => [instance.key, instance]));
  const change = (anchor: string): TemplateResult | typeof nothing => {
    const instance = instances.get(anchor);
    return instance
      ? html`<a
          class="govuk-link"
          href=${hashOf({ page: 'section', id: assessment.id, section: instance.section })}
          data-focus=${anchor}
        >
          ${msg('Change', { id: 'change' })}<span class="govuk-visually-hidden">
            ${whoAndWhat(session, instance)}</span
          ></a
        >`
      : nothing;
  };
  return html`
    <a class="govuk-back-link" href=${hashOf({ page: 'tasks', id: assessment.id })}
      >${msg('All stages', { id: 'all-stages' })}</a
    >
    <h1 class="govuk-heading-xl">${msg('Check answers', { id: 'check-answers' })}: ${words(pack, stage.plain)}</h1>
    <p class="govuk-body-l hw-measure">${msg('This is what the PDF will say, in its order.', { id: 'check-lead' })}</p>
    ${partlyEnglish(pack)} ${stopWarnings(evaluation, stage.id)} ${gaps.length === 0 ? nothing : gapList(session, gaps)}
    ${withoutSupport(session, stage)} ${keptNotPrinted(session)} ${reportView(shown, change)}
    <p>
      <a
        class="govuk-button"
        role="button"
        draggable="false"
        href=${hashOf({ page: 'sign', id: assessment.id, stage: stage.id })}
        >${msg('Go on to sign', { id: 'go-sign' })}</a
      >
    </p>
  `;
}

function whoAndWhat({ pack, assessment }: Session, instance: Instance): TemplateResult {
  return html`${instance.person ? html`<bdi>${instance.person.name}</bdi>: ` : nothing}${words(pack, labelOf(pack, assessment, instance))}`;
}

/** What is missing before the stage is ready to sign; a list, never a wall. */
export function gapList(session: Session, gaps: readonly Instance[]): TemplateResult {
  const title =
    gaps.length === 1
      ? msg('1 gap before this is ready to sign', { id: 'gap-title-one' })
      : msg(str`${gaps.length} gaps before this is ready to sign`, { id: 'gap-title' });
  return html`<div class="govuk-error-summary hw-gaps">
    <h2 class="govuk-error-summary__title">${title}</h2>
    <div class="govuk-error-summary__body">
      <ul class="govuk-list govuk-error-summary__list">
        ${gaps.map(
          (instance) =>
            html`<li>
              <a
                href=${hashOf({ page: 'section', id: session.assessment.id, section: instance.section })}
                data-focus=${instance.key}
                >${whoAndWhat(session, instance)}</a
              >
              <span class="hw-quiet">${[...new Set(instance.gaps.map(gapWords))].join(', ')}</span>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Ratings nothing is said to support: listed apart, as they keep nobody from signing. */
function withoutSupport({ pack, assessment, evaluation }: Session, stage: Stage): TemplateResult | typeof nothing {
  const found = evaluation.applies
    .filter((instance) => instance.stage === stage.id && instance.question.kind === 'factor-rating')
    .flatMap((instance) =>
      unsupportedRatings(assessment, instance.key).map((rating) => ({ instance, factor: rating.factor })),
    );
  if (found.length === 0) return nothing;
  return html`<details class="govuk-details hw-unsupported">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${msg('Ratings without support', { id: 'unsupported' })} (${found.length})</span
      >
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">
        ${msg('Nothing is said yet about what these rest on. You can sign without it, but a reader cannot weigh them.', { id: 'unsupported-why' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${found.map(
          ({ instance, factor }) =>
            html`<li>
              <a
                class="govuk-link"
                href=${hashOf({ page: 'section', id: assessment.id, section: instance.section })}
                data-focus="${instance.key}.${factor}"
                >${instance.person ? html`<bdi>${instance.person.name}</bdi>: ` : nothing}${words(pack, packIndex(pack).factors.get(factor)?.label ?? factor)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </details>`;
}

function keptNotPrinted({ pack, assessment, evaluation }: Session): TemplateResult | typeof nothing {
  const { questions } = packIndex(pack);
  const hidden = evaluation.hidden.flatMap((key) => {
    const place = parsePlaceKey(key);
    const question = place ? questions.get(place.question) : undefined;
    return place && question
      ? [{ question, person: place.subject === null ? undefined : personById(assessment, place.subject) }]
      : [];
  });
  if (hidden.length === 0) return nothing;
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text"
        >${msg('Kept, not printed', { id: 'kept-not-printed' })} (${hidden.length})</span
      >
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">
        ${msg('These answers do not apply at present. They are kept, but they are neither counted nor printed.', { id: 'kept-not-printed-why' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${hidden.map(({ question, person }) => html`<li>${person ? html`<bdi>${person.name}</bdi>: ` : nothing}${words(pack, question.label)}</li>`)}
      </ul>
    </div>
  </details>`;
}
