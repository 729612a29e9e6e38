import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { handOver } from '../../exchange/hand-over.ts';
import { problem } from '../../model/problem.ts';
import { ExportedEvent } from '../files/note-export.ts';
import { calledDraft, makingBy, saveFile } from '../files/save-file.ts';
import type { Save } from '../files/save-form.ts';
import type { Visit } from '../later.ts';
import { SessionPage } from './page.ts';
import { backToTasks } from './back-to-tasks.ts';

/** One draft into a file: a copy to keep, or to hand over. */
export class CopyPage extends SessionPage {
  @property({ attribute: false }) visit: Visit | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { id, reference, kind } = session.assessment;
    return html`${backToTasks(id)}
      <h1 class="govuk-heading-xl">${msg('Save a copy', { id: 'copy-title' })}: <bdi>${reference}</bdi></h1>
      <p class="govuk-body-l hw-measure">
        ${msg('The whole draft with every answer, its history and comments, in one encrypted file: a safe copy, or a way to hand the draft to a colleague.', { id: 'copy-lead' })}
      </p>
      <homeward-save-form
        .plain=${kind === 'training'}
        .save=${this.#save}
        .called=${calledDraft(id, this.visit?.work?.saver.revision ?? 0)}
        .level=${2}
        .label=${msg('Save the file', { id: 'copy-save' })}
      ></homeward-save-form>`;
  }

  readonly #save: Save = async (lock, from) => {
    const work = this.visit?.work;
    if (!work) return problem('not-saved');
    await work.saver.flush();
    const { assessment } = work.session;
    const drafts = [{ assessment, revision: work.saver.revision }];
    const saved = await saveFile(handOver(assessment.kind, drafts, makingBy(from)), lock);
    if (saved.ok) this.dispatchEvent(new ExportedEvent(drafts));
    return saved;
  };
}
