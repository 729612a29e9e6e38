import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Support } from '../../model/assessment.ts';
import { evidenceFor } from '../../model/evidence-for.ts';
import { takesSupport } from '../../model/takes-support.ts';
import { supportKey } from '../../model/evidence.ts';
import { packIndex } from '../../model/pack-index.ts';
import { words } from '../shared/pack-words.ts';
import { calledBy, idFor, supportsName, type Field, type FieldContext } from './context.ts';
import { later } from './later.ts';

const panel = later(async () => (await import('./support-panel.ts')).supportPanel);

/** What is open of what supports a judgement, by name; empty where nothing is. */
export const supportOpened = (context: FieldContext, support: Support): string =>
  context.openedIn(supportsName(supportKey(support)));

/** What supports a whole answer, where the pack says it may name that; nothing at a list of ratings, each has its own. */
export function answerSupport(field: Field): TemplateResult | typeof nothing {
  const { question, key } = field.instance;
  return question.supported === true && takesSupport(question) ? supportTools(field, { at: key }) : nothing;
}

/** A button that says how much supports a judgement and opens it in place; filled only then. */
export function supportTools(field: Field, support: Support): TemplateResult | typeof nothing {
  const { context, instance } = field;
  const count = context.keepsEvidence ? evidenceFor(context.assessment, support).length : 0;
  if (!context.keepsEvidence || (context.readonly && count === 0)) return nothing;
  const name = supportsName(supportKey(support));
  const open = context.opened(name);
  const factor = support.factor === undefined ? undefined : packIndex(context.pack).factors.get(support.factor);
  const { person } = instance;
  return html`<div class="hw-support">
    <button
      type="button"
      class="hw-link-button"
      data-more=${name}
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? idFor(name, 'panel') : nothing}
    >
      ${msg('What supports this?', { id: 'support' })}<span class="govuk-visually-hidden"
        >:
        ${person ? html`<bdi>${calledBy(person, msg('No name yet', { id: 'no-name-yet' }))}</bdi>: ` : nothing}${words(context.pack, factor?.label ?? context.label(instance))}</span
      >
    </button>
    <span class="hw-quiet">${howMuch(count)}</span>
    ${open ? html`<div class="hw-instead" id=${idFor(name, 'panel')}>${panel(field, support)}</div>` : nothing}
  </div>`;
}

function howMuch(count: number): string {
  if (count === 0) return msg('Nothing added yet', { id: 'support-none' });
  return count === 1
    ? msg('1 piece of evidence', { id: 'support-one' })
    : msg(str`${count} pieces of evidence`, { id: 'support-some' });
}
