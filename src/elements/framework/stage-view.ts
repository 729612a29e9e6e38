import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LegalPoint, StagePart, StageStory } from '../../content/framework.ts';
import { stageParts } from '../../content/framework.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Asked, Pack, Section, Stage } from '../../model/pack.ts';
import { localNote } from '../shared/local-note.ts';
import { headingOf } from '../shared/heading.ts';
import { words } from '../shared/pack-words.ts';
import { milestoneList } from './overview.ts';
import { type FrameworkView, linked, say, sayAll, saySource, titleClass, toStage, whenAny } from './view.ts';

/** One stage: what it is for, what happens in it, what the law asks, its questions and what to read. */
export function stageView(view: FrameworkView, stage: Stage, story: StageStory): TemplateResult {
  const { told, headingLevel } = view;
  const { pack, framework } = told;
  const at = framework.stages.indexOf(story);
  const part = (id: string, title: string, content: unknown): TemplateResult =>
    html`<section class="hw-framework__part" data-part=${id}>
      ${headingOf(headingLevel + 1, 'govuk-heading-m', `hw-framework-${id}`, title)} ${content}
    </section>`;
  return html`
    <p class="hw-framework__back">${toStage(view, '', msg('All five stages', { id: 'fw-all' }))}</p>
    <p class="govuk-caption-xl">${words(pack, stage.name)}</p>
    ${headingOf(headingLevel, titleClass(headingLevel), 'hw-framework', html`${stage.order}. ${words(pack, stage.plain)}`)}
    <p class="govuk-body-l hw-framework__text">${words(pack, stage.summary)}</p>
    ${localNote(pack, stage.id)} ${milestoneList(told, story.milestones)}
    <div class="hw-framework__columns">
      <div>
        ${stageParts.map((each) => part(each, partTitle(each), html`<div class="hw-framework__text">${sayAll(told, story.parts[each])}</div>`))}
        ${whenAny(story.law, (law) => part('law', msg('What the law says in England', { id: 'fw-law' }), legalPoints(view, law)))}
      </div>
      <div>
        ${part('questions', msg('The questions of this stage', { id: 'fw-questions' }), questionsOf(view, stage))}
        ${whenAny(story.articles, (articles) =>
          part(
            'articles',
            msg('Read more', { id: 'fw-articles' }),
            html`<ul class="govuk-list govuk-list--bullet">
              ${articles.map(({ id, title }) => html`<li>${linked(view.wayTo?.({ article: id }), say(told, title))}</li>`)}
            </ul>`,
          ),
        )}
      </div>
    </div>
    <nav class="hw-framework__onward" aria-label=${msg('Stages', { id: 'stages' })}>
      ${neighbour(view, framework.stages[at - 1], msg('Before', { id: 'fw-before' }))}
      ${neighbour(view, framework.stages[at + 1], msg('Next', { id: 'fw-next' }))}
    </nav>
  `;
}

function partTitle(part: StagePart): string {
  switch (part) {
    case 'purpose':
      return msg('What it is for', { id: 'help-for' });
    case 'who':
      return msg('Who takes part', { id: 'fw-who' });
    case 'inputs':
      return msg('What you begin with', { id: 'fw-inputs' });
    case 'activities':
      return msg('What happens', { id: 'fw-activities' });
    case 'tools':
      return msg('What helps', { id: 'fw-tools' });
    case 'decision':
      return msg('What is decided', { id: 'fw-decision' });
    case 'outputs':
      return msg('What there is at the end', { id: 'fw-outputs' });
  }
}

function legalPoints({ told }: FrameworkView, law: readonly LegalPoint[]): TemplateResult {
  return html`<p class="govuk-body hw-framework__text">
      ${msg('This is not legal advice. Read the law as it stands today before you rely on it.', { id: 'fw-law-lead' })}
    </p>
    <ul class="govuk-list govuk-list--spaced hw-framework__law">
      ${law.map(
        ({ words: said, sources, certainty }) =>
          html`<li>
            <p class="govuk-body">${say(told, said)}</p>
            ${
              certainty === 'read'
                ? nothing
                : html`<p class="govuk-body">
                    <strong class="hw-framework__check"
                      >${msg('Check with your legal team.', { id: 'fw-check' })}</strong
                    >
                    ${certainty === 'unsure' ? msg('We are not certain of this.', { id: 'fw-unsure' }) : msg('We know this second-hand.', { id: 'fw-second-hand' })}
                  </p>`
            }
            <p class="govuk-body-s hw-quiet">
              ${certainty === 'read' ? msg('Read in the source:', { id: 'fw-read-in' }) : msg('To check it, see:', { id: 'fw-check-in' })}
              ${sources.map((source) => html`${saySource(told, source)} `)}
            </p>
          </li>`,
      )}
    </ul>`;
}

/** By section, folded: a stage may ask seventy. A question asked again here is listed again, with the words it has here. */
function questionsOf({ told: { pack }, wayTo }: FrameworkView, stage: Stage): TemplateResult {
  const { sections } = packIndex(pack);
  const all = stage.sections.flatMap((id) => sections.get(id) ?? []);
  const list = ({ asks }: Section): TemplateResult =>
    html`<ul class="govuk-list govuk-list--bullet govuk-details__text">
      ${asks.map((asked) => html`<li>${linked(wayTo?.({ question: asked.question }), words(pack, labelIn(pack, asked)))}</li>`)}
    </ul>`;
  return html`${all.map(
    (section) =>
      html`<details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${words(pack, section.title)} (${section.asks.length})</span>
        </summary>
        ${list(section)}
      </details>`,
  )}`;
}

const labelIn = (pack: Pack, { question, label }: Asked): string =>
  label ?? packIndex(pack).questions.get(question)?.label ?? question;

function neighbour(view: FrameworkView, story: StageStory | undefined, which: string): TemplateResult | typeof nothing {
  const { pack } = view.told;
  const stage = story && packIndex(pack).stages.get(story.id);
  return stage
    ? html`<p class="govuk-body">
        ${which}: ${toStage(view, stage.id, html`${stage.order}. ${words(pack, stage.plain)}`)}
      </p>`
    : nothing;
}
