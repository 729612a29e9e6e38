import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, Support } from '../../model/assessment.ts';
import { supportKey, takenFrom, type ShownEvidence } from '../../model/evidence.ts';
import { packIndex } from '../../model/pack-index.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { phrase } from '../../model/phrases.ts';
import { dayOf, sourceOf, whatItIs } from '../../model/report-evidence.ts';
import { wordsOf } from '../../model/report-text.ts';
import { words } from '../shared/pack-words.ts';
import { removeEvidence } from '../form/support-actions.ts';
import type { Field } from './context.ts';
import { evidenceCells } from './evidence-cells.ts';
import { needs } from './row-words.ts';

/** How much of its words the line of a piece of evidence says. */
const longest = 90;

/** One piece of evidence: a line to read, which opens into what it says, how sure it is and where it is from. */
export function evidenceRow(field: Field, support: Support, { evidence, gone }: ShownEvidence): TemplateResult {
  const { context, instance } = field;
  const line = evidenceLine(field, evidence);
  const missing = [evidence.words.trim() === '', evidence.mark === undefined, typeof evidence.on === 'object'].filter(
    Boolean,
  ).length;
  const own = evidence.supports.some((each) => supportKey(each) === supportKey(support));
  return html`<details class="hw-row" data-row=${evidence.id}>
    <summary class="hw-row__summary hw-shows-focus">
      <bdi>${line}</bdi>${missing > 0 ? html` <span class="hw-row__needs">${needs(missing)}</span>` : nothing}
    </summary>
    <div class="hw-row__cells">
      ${gone ? html`<p class="govuk-inset-text">${words(context.pack, phrase(context.pack, 'evidence-gone'))}</p>` : nothing}
      ${evidence.takenFrom === undefined ? nothing : takenLine(field, evidence)} ${evidenceCells(field, evidence)}
      ${
        context.readonly
          ? nothing
          : own
            ? html`<button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => removeEvidence(context.acts, instance, support, evidence.id)}
              >
                ${msg('Remove', { id: 'row-remove' })}<span class="govuk-visually-hidden">: <bdi>${line}</bdi></span>
              </button>`
            : html`<p class="govuk-hint">
                ${msg('This was added in an earlier round, where it can be removed.', { id: 'support-earlier' })}
              </p>`
      }
    </div>
  </details>`;
}

/** A piece of evidence as one line: what it says, how sure (unless `plain`), when and from whom. */
export function evidenceLine({ context: { pack, assessment } }: Field, evidence: Evidence, plain = false): string {
  const text = evidence.words.trim().replace(/\s+/g, ' ');
  const said = [
    text.length > longest ? `${text.slice(0, longest - 1)}…` : text,
    plain ? '' : whatItIs(pack, evidence),
    typeof evidence.on === 'object' ? `“${evidence.on.unread}”` : wordsOf(dayOf(pack, evidence)),
    wordsOf(sourceOf(pack, assessment, evidence)),
  ].filter(Boolean);
  return said.length === 0 ? msg('Nothing entered yet', { id: 'row-empty' }) : said.join(' · ');
}

/** Where the words were taken from, so that somebody who wants them otherwise knows where to go. */
function takenLine({ context }: Field, evidence: Evidence): TemplateResult {
  const place = parsePlaceKey(takenFrom(evidence.takenFrom ?? '').key);
  const label = packIndex(context.pack).questions.get(place?.question ?? '')?.label ?? '';
  return html`<p class="govuk-body"><bdi>${evidence.words}</bdi></p>
    <p class="govuk-hint">
      ${msg('The words stay those of the answer they were taken from:', { id: 'support-taken' })}
      ${words(context.pack, label)}
    </p>`;
}
