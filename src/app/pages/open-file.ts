import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { DraftSummary, Vault } from '../../session/ports.ts';
import { deviceWorld } from '../../session/world.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { GoEvent, Page } from './page.ts';

/** Opens a draft from a file, always as a draft of its own: what is kept here already is never overwritten. */
export class OpenFile extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  @property({ attribute: false }) vault: Vault | null = null;
  @property({ attribute: false }) drafts: readonly DraftSummary[] = [];
  @state() private failed: Problem | null = null;

  protected override render(): TemplateResult {
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${msg('Open a draft from a file', { id: 'open-file-title' })}</span>
      </summary>
      <div class="govuk-details__text">
        <div class="govuk-form-group ${this.failed ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label" for="open:file"
            >${msg('A file saved with “Save a copy to a file”', { id: 'open-label' })}</label
          >
          ${this.failed ? html`<p class="govuk-error-message" id="open:error" role="alert">${openFailure(this.failed)}</p>` : nothing}
          <input
            class="govuk-file-upload"
            type="file"
            id="open:file"
            accept=".json,application/json"
            aria-describedby=${this.failed ? 'open:error' : nothing}
            @change=${this.#open}
          />
        </div>
      </div>
    </details>`;
  }

  readonly #open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const { pack, vault } = this;
    if (!file || !pack || !vault) return;
    this.failed = null;
    const { readAssessment } = await import('../../content/read-assessment.ts');
    const read = readAssessment(new Uint8Array(await file.arrayBuffer()), pack);
    const begun = read.ok ? await Work.begin(vault, this.#ownDraft(read.value)) : read;
    input.value = '';
    if (begun.ok) this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: begun.value })));
    else [this.failed] = begun.problems;
  };

  /** Under a new id where this computer has that draft already; in this version always as a training case. */
  #ownDraft(assessment: Assessment): Assessment {
    const known = this.drafts.some(({ id }) => id === assessment.id);
    return { ...assessment, kind: 'training', id: known ? deviceWorld.newId() : assessment.id };
  }
}

function openFailure({ code }: Problem): string {
  switch (code) {
    case 'too-large':
      return msg('This file is too large to be a draft. Nothing was opened.', { id: 'open-too-large' });
    case 'other-pack':
    case 'wrong-pack':
      return msg('This file was made with other questions than this version has. Nothing was opened.', {
        id: 'open-other-pack',
      });
    case 'not-saved':
      return msg('The draft could not be kept on this computer. Nothing was opened.', { id: 'open-not-saved' });
    default:
      return msg(
        'This file cannot be read as a draft. Choose a file that was saved with “Save a copy to a file”. Nothing was opened.',
        { id: 'open-unreadable' },
      );
  }
}
