import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Pack, Source } from '../../model/pack.ts';
import { langOf, words } from '../shared/pack-words.ts';
import type { Field } from './context.ts';
import { richText } from './rich-text.ts';

/** The help beside a question: why it is asked, with its sources; what good evidence looks like; what to do. */
export function guidanceBlocks({ context, instance }: Field): TemplateResult {
  const guidance = context.guidance(instance.question.id, instance.place.round);
  const say = (text: string): string | TemplateResult => words(context.pack, text);
  if (!guidance)
    return html`<p class="govuk-hint">${msg('The guidance is being fetched.', { id: 'guidance-coming' })}</p>`;
  const sources = instance.question.sources.map((id) => context.source(id)).filter((source) => source !== undefined);
  return html`
    <p class="hw-help__title">${msg('Why this is asked', { id: 'why-asked' })}</p>
    ${richText(guidance.why, say)} ${sources.length > 0 ? sourceList(context.pack, sources) : nothing}
    <p class="hw-help__title">${msg('What good evidence looks like', { id: 'good-evidence' })}</p>
    ${richText(guidance.goodEvidence, say)}
    <p class="hw-help__title">${msg('What to do', { id: 'what-to-do' })}</p>
    ${richText(guidance.whatToDo, say)}
  `;
}

function sourceList(pack: Pack, sources: readonly Source[]): TemplateResult {
  return html`<ul class="hw-sources" aria-label=${msg('Sources', { id: 'sources' })}>
    ${sources.map(
      ({ title, publisher, date, strength, read }) =>
        html`<li>
          <span lang=${langOf(pack, title) ?? nothing}>${`${title}. ${publisher}, ${date}.`}</span>
          <span class="hw-quiet">${`${strengthWords(strength)}; ${readWords(read)}.`}</span>
        </li>`,
    )}
  </ul>`;
}

/** What kind of evidence a source is. */
function strengthWords(strength: Source['strength']): string {
  switch (strength) {
    case 'law':
      return msg('Law', { id: 'strength-law' });
    case 'guidance':
      return msg('Guidance', { id: 'strength-guidance' });
    case 'review':
      return msg('Review of research or cases', { id: 'strength-review' });
    case 'study':
      return msg('One study', { id: 'strength-study' });
    case 'local-practice':
      return msg('A council’s own practice', { id: 'strength-local' });
    case 'news':
      return msg('News or opinion', { id: 'strength-news' });
    case 'own-judgement':
      return msg('Our own judgement', { id: 'strength-own' });
  }
}

/** How far we read it ourselves. */
function readWords(read: Source['read']): string {
  switch (read) {
    case 'whole':
      return msg('read in full', { id: 'read-whole' });
    case 'part':
      return msg('read in part', { id: 'read-part' });
    case 'second-hand':
      return msg('known second-hand', { id: 'read-second-hand' });
    case 'not-read':
      return msg('not read', { id: 'read-not' });
  }
}

/** The same help under the label, for pages too narrow for a column; styles hide it where the column is shown. */
export function helpInPlace(field: Field): TemplateResult {
  return html`<details class="govuk-details hw-help-in-place">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('Help with this question', { id: 'help-in-place' })}</span>
    </summary>
    <div class="govuk-details__text">${guidanceBlocks(field)}</div>
  </details>`;
}
