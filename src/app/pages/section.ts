import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Section } from '../../model/pack.ts';
import { hashOf } from '../routes.ts';
import { stopWarnings } from '../stops.ts';
import type { Work } from '../work.ts';
import { commentsBeside } from './comments-beside.ts';
import { printButton } from './print-button.ts';

/** What the buttons of the page do. */
export interface SectionActions {
  toggleModel(): void;
  toggleView(): void;
  copyOut(): void;
}

/** One section as a form, with the way back and the way on. */
export function sectionPage(work: Work, section: Section, does: SectionActions): TemplateResult {
  const { session, model, notice, oneByOne } = work;
  const { pack, assessment, evaluation } = session;
  const stage = packIndex(pack).stages.get(section.stage);
  const order = pack.stages.flatMap(({ sections }) => sections);
  const next = order[order.indexOf(section.id) + 1];
  const following = next === undefined ? undefined : packIndex(pack).sections.get(next);
  const { of, answered } = evaluation.progress({ section: section.id });
  const ofNext = following?.stage === section.stage ? following : undefined;
  return html`
    <a class="govuk-back-link" href=${hashOf({ page: 'tasks', id: assessment.id })}
      >${stage ? html`${stage.order}. ${words(pack, stage.plain)}` : msg('Back', { id: 'back' })}</a
    >
    ${
      assessment.case === undefined
        ? nothing
        : html`<div class="hw-model-switch">
            <button type="button" class="govuk-button govuk-button--secondary" @click=${does.toggleModel}>
              ${model ? msg('Hide the model answers', { id: 'model-hide' }) : msg('Show the model answers', { id: 'model-show' })}
            </button>
            <a class="govuk-link govuk-body" href=${hashOf({ page: 'case', case: assessment.case })}
              >${msg('Read the story', { id: 'case-story' })}</a
            >
          </div>`
    }
    ${stopWarnings(evaluation, section.stage)}
    ${assessment.comments ? html`<homeward-comments-here .session=${session} section=${section.id}></homeward-comments-here>` : nothing}
    <p class="hw-view">
      <button type="button" class="hw-link-button" @click=${does.toggleView}>
        ${oneByOne ? msg('Show the whole section', { id: 'view-section' }) : msg('Show one question at a time', { id: 'view-question' })}
      </button>
      <button type="button" class="hw-link-button" @click=${does.copyOut}>
        ${msg('Copy this section', { id: 'copy-section' })}
      </button>
      ${printButton()}
    </p>
    ${
      section.asks.some(({ question }) => packIndex(pack).questions.get(question)?.kind === 'factor-rating')
        ? html`<p class="govuk-body">
            <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'factors' })}
              >${msg('Worries and strengths', { id: 'factors-title' })}</a
            >
          </p>`
        : nothing
    }
    ${
      stage && stage.order > 2
        ? html`<p class="govuk-body">
            <a class="govuk-link" href=${hashOf({ page: 'output', id: assessment.id, kind: 'progress' })}
              >${msg('Goals, support and the way home', { id: 'progress-title' })}</a
            >
          </p>`
        : nothing
    }
    <homeward-form
      .session=${session}
      .model=${model}
      section=${section.id}
      links=${hashOf({ page: 'section', id: assessment.id, section: '' })}
      heading-level="1"
      guidance-address="#/guidance/"
      ?one-by-one=${oneByOne}
      >${commentsBeside(session)}</homeward-form
    >
    <div class="hw-onward">
      <a
        class="govuk-button"
        role="button"
        draggable="false"
        href=${ofNext ? hashOf({ page: 'section', id: assessment.id, section: ofNext.id }) : hashOf({ page: 'tasks', id: assessment.id })}
      >
        ${msg('Save and continue', { id: 'save-and-continue' })}
      </a>
      ${notice.words === '' ? nothing : html`<p class="govuk-body" role="status">${notice.words}</p>`}
      ${of === 0 ? nothing : html`<p class="govuk-body" role="status">${msg(str`Answered ${answered} of ${of}`, { id: 'answered-of' })}</p>`}
    </div>
  `;
}
