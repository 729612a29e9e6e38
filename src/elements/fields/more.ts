import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Instance } from '../../model/evaluate.ts';
import type { QuestionKind } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { Rule } from '../../model/rule.ts';
import { words } from '../shared/pack-words.ts';
import { calledBy, idFor, type Field, type FieldContext } from './context.ts';
import { later } from './later.ts';
import { evidenceNote } from './note.ts';

const nobody = (): string => msg('No name yet', { id: 'no-name-yet' });

const panel = later(async () => (await import('./more-panel.ts')).morePanelOf);

const panelId = (key: string): string => idFor(key, 'more');

/** Whose answer a button is about and to what, for those who hear it out of its place. */
export function buttonAbout({ context, instance: { person }, instance }: Field): TemplateResult | string {
  const label = words(context.pack, context.label(instance));
  return person ? html`<bdi>${calledBy(person, nobody())}</bdi>: ${label}` : label;
}

/** What the button opens; nothing until then. */
export function morePanel(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  return context.opened(instance.key)
    ? html`<div class="hw-instead" id=${panelId(instance.key)}>${panel(field)}</div>`
    : nothing;
}

/**
 * A note where one was made or is waited for, for the kinds of question that do not ask for one; in the opened menu it is
 * there already.
 */
export function madeNote(field: Field): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const elsewhere = hasOwnNote(instance.question.kind) || context.opened(instance.key);
  return elsewhere || !(instance.answer?.note || isWaitedFor(field)) ? nothing : evidenceNote(field);
}

/** Whether a hard stop goes only with a note beside what is chosen here: nobody should have to look for its box. */
function isWaitedFor({ context: { pack }, instance: { answer, question } }: Field): boolean {
  if (answer?.is !== 'given' || typeof answer.value !== 'string') return false;
  const { value } = answer;
  const waits = (rule: Rule): boolean => {
    if ('all' in rule) return rule.all.some(waits);
    if ('any' in rule) return rule.any.some(waits);
    if ('not' in rule) return waits(rule.not);
    return 'noted' in rule && rule.question === question.id && rule.in.includes(value);
  };
  return pack.stages.some(({ hardStops }) => hardStops.some(({ when }) => waits(when)));
}

/** Whether a kind asks for its note itself. */
export const hasOwnNote = (kind: QuestionKind): boolean => kind === 'yes-no-unknown' || kind === 'scale';

/** Says that a copied answer is true here. */
function confirmCopy({ acts }: FieldContext, { place, answer }: Instance): void {
  if (!answer) return;
  const { copiedFrom: _copiedFrom, ...own } = answer;
  acts.change({ do: 'answer', at: place, answer: own });
}

/** Said at an answer that was taken from elsewhere, until it is touched. */
export function copiedLine({ context, instance }: Field): TemplateResult | typeof nothing {
  const from = instance.answer?.copiedFrom;
  const place = from === undefined ? null : parsePlaceKey(from);
  if (!place) return nothing;
  const isOwn = place.subject === null || place.subject === instance.place.subject;
  const person = isOwn ? undefined : personById(context.assessment, place.subject);
  return html`<p class="hw-mark">
    ${person ? html`${msg('Taken from the answer for', { id: 'copied-from' })} <bdi>${calledBy(person, nobody())}</bdi>.` : msg(str`Taken from round ${place.round}.`, { id: 'copied-from-round' })}
    ${msg('Check that it is true here, and change what differs.', { id: 'copied-check' })}
    ${context.readonly ? nothing : html`<button type="button" class="hw-link-button" @click=${() => confirmCopy(context, instance)}>${msg('It is true here', { id: 'copied-true' })}</button>`}
  </p>`;
}
