import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import type { GoalPicture } from '../../model/progress-goals.ts';
import { headingOf } from '../shared/heading.ts';
import { words } from '../shared/pack-words.ts';
import { goalChart, letterOf } from './chart.ts';
import { dayWords } from './day.ts';
import { looksTable } from './looks.ts';

interface Shown {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly headingLevel: number;
  readonly width: number;
}

/** One goal: what was agreed, and how it has gone. */
export function goalCard(
  { pack, assessment, headingLevel, width }: Shown,
  goal: GoalPicture,
  index: number,
): TemplateResult {
  const id = `goal:${String(index)}`;
  return html`<article class="hw-goal" aria-labelledby=${id}>
    ${headingOf(headingLevel, 'govuk-heading-m', id, titleOf(goal))}
    ${goal.is === 'goal' ? facts(pack, assessment, goal) : nothing}
    ${
      goal.looks.length === 0
        ? html`<p class="govuk-body">${msg('No colour has been given yet.', { id: 'progress-no-looks' })}</p>`
        : html`${key(goal)} ${goalChart(pack, goal, width)} ${looksTable(pack, assessment, goal)}`
    }
  </article>`;
}

function titleOf({ is, words: said }: GoalPicture): TemplateResult | string {
  if (is === 'gone') return msg('A goal that is no longer there, or none named', { id: 'progress-goal-gone' });
  if (is === 'child-test')
    return html`${msg('The child’s own test', { id: 'progress-child-test' })}: <bdi>${said}</bdi>`;
  return said === '' ? msg('A goal without words yet', { id: 'progress-goal-empty' }) : html`<bdi>${said}</bdi>`;
}

function facts(pack: Pack, assessment: Assessment, goal: GoalPicture): TemplateResult {
  const columns = new Map(
    packIndex(pack)
      .questions.get('goals')
      ?.columns?.map((column) => [column.id, column]),
  );
  const whose = columns.get('whose')?.choices?.find(({ id }) => id === goal.whose)?.label;
  const owners = goal.owners.map((owner) => personById(assessment, owner)?.name.trim() ?? '').filter(Boolean);
  const rows: readonly (readonly [column: string, said: unknown])[] = [
    ['whose', whose === undefined ? nothing : words(pack, whose)],
    [
      'owner',
      owners.length === 0 ? nothing : owners.map((name, at) => html`${at > 0 ? ', ' : nothing}<bdi>${name}</bdi>`),
    ],
    ['measure', own(goal.measure)],
    ['steps', own(goal.steps)],
    ['support', own(goal.support)],
    ['target', goal.due === null ? nothing : dayWords(goal.due)],
  ];
  return html`<dl class="govuk-summary-list govuk-summary-list--no-border hw-goal__facts">
    ${rows.map(
      ([column, said]) =>
        html`<div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">${words(pack, columns.get(column)?.label ?? column)}</dt>
          <dd class="govuk-summary-list__value">
            ${said === nothing ? html`<span class="hw-quiet">${msg('Not written yet', { id: 'progress-not-written' })}</span>` : said}
          </dd>
        </div>`,
    )}
  </dl>`;
}

const own = (text: string): TemplateResult | typeof nothing => (text === '' ? nothing : html`<bdi>${text}</bdi>`);

/** What the letters in the picture stand for. */
function key({ looks }: GoalPicture): TemplateResult {
  const child = looks.some((look) => look.child !== null);
  return html`<ul class="hw-key" aria-hidden="true">
    <li><strong>${letterOf('parent')}</strong> ${msg('Parent’s colour', { id: 'progress-parent-colour' })}</li>
    <li><strong>${letterOf('worker')}</strong> ${msg('Worker’s colour', { id: 'progress-worker-colour' })}</li>
    ${child ? html`<li><strong>${letterOf('child')}</strong> ${msg('Child’s colour', { id: 'progress-child-colour' })}</li>` : nothing}
  </ul>`;
}
