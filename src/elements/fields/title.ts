import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { words } from '../shared/pack-words.ts';
import { calledBy, type Field } from './context.ts';

/** The question's words, with whom it is about for those who hear them out of their place. */
export function questionTitle({ context, instance: { person }, instance }: Field): TemplateResult | string {
  const label = words(context.pack, context.label(instance));
  if (!person) return label;
  const name = calledBy(person, msg('No name yet', { id: 'no-name-yet' }));
  return html`<span class="govuk-visually-hidden"><bdi>${name}</bdi>: </span>${label}`;
}
