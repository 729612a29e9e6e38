import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EvidenceChanges, Support } from '../../model/assessment.ts';
import { readDate } from '../../model/dates.ts';
import { evidenceFor } from '../../model/evidence-for.ts';
import { evidenceMarks, shownEvidence } from '../../model/evidence.ts';
import { addEvidence } from '../form/support-actions.ts';
import type { Field } from './context.ts';
import { evidenceName } from './evidence-cells.ts';
import { evidenceRow } from './evidence-row.ts';
import { supportChooser } from './support-chooser.ts';

/** What supports one judgement: each piece as a line that opens, then a choice of what is recorded, and a way to write more. */
export function supportPanel(field: Field, support: Support): TemplateResult {
  const { context, instance } = field;
  const items = evidenceFor(context.assessment, support).map((evidence) =>
    shownEvidence(context.pack, context.assessment, evidence),
  );
  return html`<div @input=${(event: Event) => typedInto(field, event)}>
    ${
      items.length === 0
        ? html`<p class="govuk-hint">
            ${msg('Choose what is recorded already, or write down what this rests on.', { id: 'support-empty' })}
          </p>`
        : html`<ul class="hw-rows">
            ${repeat(
              items,
              ({ evidence }) => evidence.id,
              (item) => html`<li>${evidenceRow(field, support, item)}</li>`,
            )}
          </ul>`
    }
    ${
      context.readonly
        ? nothing
        : html`${supportChooser(field, support)}
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => addEvidence(context.acts, instance, support)}
            >
              ${msg('Write something new', { id: 'support-write' })}
            </button>`
    }
  </div>`;
}

/** What somebody typed or chose in a piece of evidence, as a change of it. */
function typedInto({ context }: Field, event: Event): void {
  const control = event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const [, id, part] = /^evidence:([^.]+)\.([a-z]+)$/.exec(control.name) ?? [];
  if (id === undefined || part === undefined || context.readonly) return;
  const set = changeOf(part, control, (box) => boxBeside(control, evidenceName(id, box)));
  if (set) context.acts.change({ do: 'change-evidence', evidence: id, set });
}

function changeOf(
  part: string,
  { value }: { readonly value: string },
  beside: (box: string) => string,
): EvidenceChanges | null {
  switch (part) {
    case 'words':
      return { words: value };
    case 'mark':
      return { mark: evidenceMarks.find((mark) => mark === value) ?? null };
    case 'kind':
    case 'from':
    case 'person':
      return { [part]: value === '' ? null : value };
    case 'day':
    case 'month':
    case 'year':
      return { on: readDate({ day: beside('day'), month: beside('month'), year: beside('year') }, true) };
    default:
      return null;
  }
}

const boxBeside = (control: HTMLElement, name: string): string =>
  control.closest('.hw-row')?.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)?.value ?? '';
