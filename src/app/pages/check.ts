import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
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
import { blocksView, runs, sectionsOf } from '../../elements/shared/report-view.ts';
import { hashOf } from '../routes.ts';
import { Folds } from './folds.ts';
import { blocksWithMarks } from './marks-shown.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { partlyEnglish } from './partly-english.ts';
import { stopWarnings } from '../stops.ts';
import { gapPlace, gapWords } from '../gap-words.ts';
import { backToTasks } from './back-to-tasks.ts';

/** Gaps that are listed before the others are folded. */
const mostGaps = 12;

/** What the PDF of a stage will say, gaps first, each answer with a way to change it. */
export class CheckPage extends SessionPage {
  @property({ attribute: false }) stage: Stage | null = null;

  readonly #folds = new Folds(this);

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, gapStyles);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, stage } = this;
    if (!session || !stage) return nothing;
    this.#folds.goOn(session, `check/${stage.id}`);
    return checkPage(session, stage, this.#folds);
  }
}

function checkPage(session: Session, stage: Stage, folds: Folds): TemplateResult {
  const { pack, assessment, evaluation } = session;
  const gaps = evaluation.applies.filter((instance) => instance.stage === stage.id && instance.gaps.length > 0);
  const shown = withLanguages(
    report(pack, assessment, { locale: pack.locale, output: 'full', stages: [stage.id], on: evaluation.on }),
    pack,
  );
  const { before, sections } = sectionsOf(shown);
  const heading = before.findIndex(({ kind }) => kind === 'heading');
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
    ${backToTasks(assessment.id)}
    <h1 class="govuk-heading-xl">${msg('Check answers', { id: 'check-answers' })}: ${words(pack, stage.plain)}</h1>
    <p class="govuk-body-l hw-measure">${msg('This is what the PDF will say, in its order.', { id: 'check-lead' })}</p>
    ${partlyEnglish(pack)} ${stopWarnings(evaluation, stage.id)} ${gaps.length === 0 ? nothing : gapList(session, gaps)}
    ${withoutSupport(session, stage)} ${keptNotPrinted(session)}
    <div class="hw-report">
      <h2 class="govuk-visually-hidden">${words(pack, stage.plain)}</h2>
      ${blocksView(before.slice(heading + 1))}
      ${folds.view(3, [
        {
          id: 'front',
          title: msg('What the first page says', { id: 'check-front' }),
          body: blocksView(before.slice(0, heading)),
        },
        ...sections.map(({ title, blocks }, at) => {
          const asked = blocks.flatMap((block) =>
            block.kind === 'heading' && block.anchor !== undefined ? (instances.get(block.anchor) ?? []) : [],
          );
          const [first] = asked;
          return {
            id: first ? `${first.section}~${first.place.subject ?? ''}` : String(at),
            title: runs(title),
            brief: partBrief(asked),
            body: blocksWithMarks(session, blocks, change),
          };
        }),
      ])}
    </div>
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

/** How much of a part is answered, and what is missing. */
function partBrief(asked: readonly Instance[]): unknown {
  const counted = asked.filter(({ counts }) => counts);
  const answered = counted.filter(({ gaps }) => gaps.length === 0).length;
  const gaps = asked.filter((instance) => instance.gaps.length > 0).length;
  return html`${counted.length === 0 ? nothing : msg(str`${answered} of ${counted.length} answered`, { id: 'section-progress' })}${
    gaps === 0
      ? nothing
      : html`${counted.length === 0 ? nothing : '. '}<strong
            >${gaps === 1 ? msg('1 gap', { id: 'part-gap' }) : msg(str`${gaps} gaps`, { id: 'part-gaps' })}</strong
          >`
  }`;
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
      ${gapLinks(session, gaps.slice(0, mostGaps))}
      ${
        gaps.length > mostGaps
          ? html`<details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text"
                  >${msg(str`The other ${gaps.length - mostGaps} gaps`, { id: 'gap-more' })}</span
                >
              </summary>
              ${gapLinks(session, gaps.slice(mostGaps))}
            </details>`
          : nothing
      }
    </div>
  </div>`;
}

/** Each leads to the very thing that is missing. */
const gapLinks = (session: Session, gaps: readonly Instance[]): TemplateResult =>
  html`<ul class="govuk-list govuk-error-summary__list">
    ${gaps.map(
      (instance) =>
        html`<li>
          <a
            href=${hashOf({ page: 'section', id: session.assessment.id, section: instance.section })}
            data-focus=${gapPlace(instance)}
            >${whoAndWhat(session, instance)}</a
          >
          <span class="hw-quiet">${[...new Set(instance.gaps.map(gapWords))].join(', ')}</span>
        </li>`,
    )}
  </ul>`;

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

/** Of the list of gaps, wherever it stands. */
export const gapStyles = css`
  .hw-gaps {
    border-color: var(--hw-brand);
  }
  .hw-gaps a:link,
  .hw-gaps a:visited {
    color: var(--hw-link);
    font-weight: normal;
  }
`;
