import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { packIndex } from '../../model/pack-index.ts';
import type { Milestone, StageStory } from '../../content/framework.ts';
import { headingOf } from '../shared/heading.ts';
import { langOf, words } from '../shared/pack-words.ts';
import { type OnTheWay, tallDrawing, wideDrawing } from './path.ts';
import { pictureOf, signOf } from './picture.ts';
import { languageOf, type Told } from './told.ts';
import { type FrameworkView, say, sayAll, saySource, titleClass, toStage, whenAny } from './view.ts';

const from = (): string => msg('In care', { id: 'fw-from' });
const to = (): string => msg('Home', { id: 'fw-to' });

/** All stages: the picture, the same as a list, and where the titles come from. */
export function overview(view: FrameworkView): TemplateResult {
  const { told, headingLevel } = view;
  const { framework } = told;
  const things = onTheWay(told);
  const shown = {
    label: msg('Five stages on a way from care to home. The list below says the same in words.', { id: 'fw-picture' }),
    lang: (text: string) => langOf(told.pack, text) ?? languageOf(told, text),
    choose: view.choose,
  };
  return html`
    ${headingOf(headingLevel, titleClass(headingLevel), 'hw-framework', say(told, framework.title))}
    <p class="govuk-body-l hw-framework__text">${say(told, framework.lead)}</p>
    <div class="hw-framework__picture">
      ${pictureOf(wideDrawing(things), 'wide', shown)} ${pictureOf(tallDrawing(things, 'tall'), 'tall', shown)}
      ${pictureOf(tallDrawing(things, 'paper'), 'paper', shown)}
    </div>
    <section class="hw-framework__list" aria-labelledby="hw-framework-list">
      ${headingOf(headingLevel + 1, headingLevel === 1 ? 'govuk-heading-l' : 'govuk-heading-m', 'hw-framework-list', msg('The stages in words', { id: 'fw-list' }))}
      <p class="govuk-body hw-framework__end">${from()}</p>
      <ol class="hw-framework__stages">
        ${framework.stages.map((story) => stageItem(view, story))}
      </ol>
      <p class="govuk-body hw-framework__end">${to()}</p>
    </section>
    <section class="hw-framework__titles">
      ${headingOf(headingLevel + 1, 'govuk-heading-m', 'hw-framework-titles', msg('About the titles', { id: 'fw-titles' }))}
      <div class="hw-framework__text">${sayAll(told, framework.titles)}</div>
      <p class="govuk-body-s hw-framework__text">
        ${msg('Homeward uses its own wording. It is not an official form of the NSPCC, the University of Bristol or Leeds City Council.', { id: 'own-wording' })}
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${msg('What this rests on', { id: 'fw-rests-on' })}</span>
        </summary>
        <ul class="govuk-list govuk-list--bullet govuk-details__text">
          ${framework.sources.map((source) => html`<li>${saySource(told, source)}</li>`)}
        </ul>
      </details>
    </section>
  `;
}

/** Everything the picture names, in the order of the way. Steps beside decisions and classifications are in the list alone. */
export function onTheWay(told: Told): readonly OnTheWay[] {
  const { stages } = packIndex(told.pack);
  const marks = (story: StageStory, at: Milestone['at']): readonly OnTheWay[] =>
    story.milestones
      .filter((milestone) => milestone.at === at && milestone.kind !== 'step')
      .map(({ kind, name, means }) => ({ kind, stage: story.id, name, more: means }));
  return [
    { kind: 'from', stage: '', name: from(), more: '' },
    ...told.framework.stages.flatMap((story): readonly OnTheWay[] => {
      const stage = stages.get(story.id);
      return stage === undefined
        ? []
        : [
            ...marks(story, 'start'),
            { kind: 'stage', stage: story.id, name: stage.plain, more: stage.name, order: stage.order },
            ...marks(story, 'end'),
          ];
    }),
    { kind: 'to', stage: '', name: to(), more: '' },
  ];
}

function stageItem(view: FrameworkView, { id, milestones }: StageStory): TemplateResult {
  const { told, headingLevel } = view;
  const { pack } = told;
  const stage = packIndex(pack).stages.get(id);
  const at = (where: Milestone['at']): unknown =>
    whenAny(
      milestones.filter((milestone) => milestone.at === where),
      (some) => milestoneList(told, some),
    );
  return html`<li class="hw-framework__stage">
    ${headingOf(
      headingLevel + 2,
      'govuk-heading-m',
      `hw-framework-${id}`,
      toStage(view, id, html`${stage?.order}. ${words(pack, stage?.plain ?? '')}`),
    )}
    <p class="govuk-body hw-framework__name">${words(pack, stage?.name ?? '')}</p>
    ${at('start')}
    <p class="govuk-body">${words(pack, stage?.summary ?? '')}</p>
    ${at('end')}
  </li>`;
}

/** Decisions, classifications and steps, each with its sign, its name and what it asks. */
export function milestoneList(told: Told, milestones: readonly Milestone[]): TemplateResult {
  return html`<ul class="govuk-list hw-framework__milestones">
    ${milestones.map(
      ({ kind, name, means }) =>
        html`<li>
          ${signOf(kind)}<span><strong>${say(told, name)}.</strong> ${say(told, means)}</span>
        </li>`,
    )}
  </ul>`;
}
