import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { loadTrainingCase } from '../../content/packs.ts';
import type { Vault } from '../../session/ports.ts';
import { draftOfCase } from '../case-draft.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { RemoveEvent } from './draft-actions.ts';
import { GoEvent, SessionPage } from './page.ts';

/** What can be done with a draft of a training case: read its story again, or start it again. */
export class CaseActions extends SessionPage {
  @property({ attribute: false }) vault: Vault | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const name = this.session?.assessment.case;
    if (name === undefined) return nothing;
    return html`<h2 class="govuk-heading-m">${msg('This fictional case', { id: 'case-title' })}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'case', case: name })}
          >${msg('Read the story', { id: 'case-story' })}</a
        >
      </p>
      ${this.session?.readonly ? nothing : this.#again(name)}`;
  }

  #again(name: string): TemplateResult {
    return html`<p class="govuk-body">
      <button type="button" class="hw-link-button" @click=${() => this.#restart(name)}>
        ${msg('Start this case again', { id: 'case-restart' })}</button
      ><br />
      <span class="hw-quiet"
        >${msg('Starting again deletes this draft. You can take that back for ten seconds.', { id: 'case-restart-what' })}</span
      >
    </p>`;
  }

  async #restart(name: string): Promise<void> {
    const { session, vault } = this;
    if (!session || !vault) return;
    const read = await loadTrainingCase(name, session.pack);
    if (!read.ok) return;
    const begun = await Work.begin(vault, draftOfCase(session.pack, read.value, false));
    if (!begun.ok) return;
    this.dispatchEvent(new RemoveEvent());
    this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: begun.value })));
  }
}
