import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { caseIds, loadTrainingCase } from '../../content/packs.ts';
import type { TrainingCase } from '../../content/training-case.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { Vault } from '../../session/ports.ts';
import { draftOfCase } from '../case-draft.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { GoEvent, Page } from './page.ts';

/** Training cases are told in this language only. */
const caseLanguage = 'en';

/** The fictional cases to learn with. */
export class TrainingPage extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  @state() private cases: readonly TrainingCase[] = [];

  protected override updated(): void {
    if (this.pack && this.cases.length === 0) void this.#fetch(this.pack);
  }

  async #fetch(pack: Pack): Promise<void> {
    const read = await Promise.all(caseIds(pack).map((id) => loadTrainingCase(id, pack)));
    this.cases = read.flatMap((each) => (each.ok ? [each.value] : []));
  }

  protected override render(): TemplateResult {
    return html`<h1 class="govuk-heading-xl">${msg('Try it with a fictional family', { id: 'training-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('Invented cases with model answers, to learn with alone or in a group. Nobody in them is real.', { id: 'training-lead' })}
      </p>
      <ul class="hw-doors">
        ${this.cases.map(
          ({ id, title, story }) =>
            html`<li>
              <h2 class="govuk-heading-m">
                <a class="govuk-link" href=${hashOf({ page: 'case', case: id })} lang=${caseLanguage}>${title}</a>
              </h2>
              <p class="govuk-body hw-measure" lang=${caseLanguage}>${story[0] ?? ''}</p>
            </li>`,
        )}
      </ul>`;
  }
}

/** One training case: its story, how to begin, and what it is meant to teach. */
export class CasePage extends Page {
  @property({ attribute: false }) pack: Pack | null = null;
  @property({ attribute: false }) vault: Vault | null = null;
  @property() case = '';
  @state() private shown: TrainingCase | null = null;
  @state() private failed: Problem | null = null;
  #begun = false;

  protected override updated(): void {
    if (this.pack && this.shown?.id !== this.case && !this.failed) void this.#fetch(this.pack);
  }

  async #fetch(pack: Pack): Promise<void> {
    const read = await loadTrainingCase(this.case, pack);
    if (read.ok) this.shown = read.value;
    else [this.failed] = read.problems;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    const back = html`<a class="govuk-back-link" href=${hashOf({ page: 'training' })}
      >${msg('All fictional cases', { id: 'training-all' })}</a
    >`;
    if (this.failed)
      return html`${back}
        <h1 class="govuk-heading-l">
          ${msg('There is no such case, or it could not be opened.', { id: 'case-none' })}
        </h1>`;
    if (!shown) return back;
    return html`${back}
      <h1 class="govuk-heading-xl" lang=${caseLanguage}>${shown.title}</h1>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced hw-measure" lang=${caseLanguage}>
        ${shown.story.map((part) => html`<li>${part}</li>`)}
      </ul>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" @click=${() => this.#begin(shown, false)}>
          ${msg('Work on this case', { id: 'case-work' })}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#begin(shown, true)}>
          ${msg('Open it with the model answers', { id: 'case-open-filled' })}
        </button>
      </div>
      <p class="govuk-body hw-measure">
        ${msg('Working on it, you start with the people only. The model answer to each question can be shown beside yours, and hidden again.', { id: 'case-how' })}
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${msg('For trainers: the model class and what the case teaches', { id: 'case-teaches' })}</span
          >
        </summary>
        <div class="govuk-details__text" lang=${caseLanguage}>
          <p class="govuk-body"><strong>${shown.outcome}</strong></p>
          <p class="govuk-body">${shown.classification}</p>
          <ul class="govuk-list govuk-list--bullet">
            ${shown.teachingPoints.map((point) => html`<li>${point}</li>`)}
          </ul>
        </div>
      </details>`;
  }

  async #begin(shown: TrainingCase, filled: boolean): Promise<void> {
    if (!this.pack || !this.vault || this.#begun) return;
    this.#begun = true;
    const begun = await Work.begin(this.vault, draftOfCase(this.pack, shown, filled));
    this.#begun = false;
    if (begun.ok) this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: begun.value })));
    else [this.failed] = begun.problems;
  }
}
