import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { draftFile } from '../../exchange/draft-file.ts';
import { handOver } from '../../exchange/hand-over.ts';
import { download } from '../download.ts';
import { calledDraft, makingBy, saveFile } from '../files/save-file.ts';
import type { Save } from '../files/save-form.ts';
import type { Work } from '../work.ts';

/** The one page for what nobody expected: whether the work is kept, a copy of it, load the page again. */
export function unexpectedPage(work: Work | null, inMemory: boolean): TemplateResult {
  const isKept = !work || (!inMemory && work.saver.state === 'saved');
  return html`<h1 class="govuk-heading-l hw-measure" tabindex="-1">
      ${msg('Something went wrong in Homeward that should not have.', { id: 'unexpected-title' })}
    </h1>
    <p class="govuk-body-l hw-measure">${whatIsSafe(work, inMemory)}</p>
    ${work ? copyOf(work, isKept) : nothing}
    <p class="govuk-body hw-measure">
      ${
        isKept
          ? msg(
              'Load the page again. If it happens once more, tell your IT support what you were doing, without names.',
              { id: 'unexpected-now' },
            )
          : msg(
              'Once you have the copy, load the page again and open the file. If it happens once more, tell your IT support what you were doing, without names.',
              { id: 'unexpected-then-file' },
            )
      }
    </p>
    <p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        @click=${() => {
          location.reload();
        }}
      >
        ${msg('Load the page again', { id: 'reload' })}
      </button>
    </p>`;
}

function whatIsSafe(work: Work | null, inMemory: boolean): string {
  if (!work)
    return inMemory
      ? msg('Nothing is kept when this page closes or is loaded again.', { id: 'unexpected-memory-list' })
      : msg('What you saved on this computer is not affected.', { id: 'unexpected-untouched' });
  if (inMemory)
    return msg(
      'All of this assessment is on this page only. Save a copy to a file before you close or load it again.',
      {
        id: 'unexpected-memory',
      },
    );
  if (work.saver.state === 'saved') return msg('What you wrote is saved on this computer.', { id: 'unexpected-safe' });
  return work.saver.state === 'failed'
    ? msg(
        'What you wrote last is not saved. It is still on this page: do not close it or load it again before you have a copy.',
        { id: 'unexpected-unsafe' },
      )
    : msg(
        'What you wrote last is not saved yet. It is still on this page, and saving is tried again by itself. Once it is saved, this message says so. Until then do not close the page or load it again, unless you have a copy.',
        { id: 'unexpected-unsaved' },
      );
}

/** A real draft leaves encrypted or not at all. */
function copyOf(work: Work, isKept: boolean): TemplateResult | typeof nothing {
  if (work.isReal) return isKept ? nothing : sealedCopy(work);
  const save = (): void => {
    const { name, bytes } = draftFile(work.session.assessment);
    download(bytes, name, 'application/json');
  };
  return html`<p class="govuk-body hw-measure">
      ${
        isKept
          ? msg('To be quite sure, save a copy to a file first. The file is not encrypted.', { id: 'unexpected-file' })
          : msg('The file is not encrypted: anybody who has it can read it. Keep it where the case record is kept.', {
              id: 'draft-save-warning',
            })
      }
    </p>
    <p>
      <button type="button" class="govuk-button" @click=${save}>
        ${msg('Save a copy to a file', { id: 'draft-save' })}
      </button>
    </p>`;
}

function sealedCopy(work: Work): TemplateResult {
  void import('./define-not-saved.ts').catch(() => undefined);
  const { assessment } = work.session;
  const { revision } = work.saver;
  const save: Save = (lock, from) =>
    saveFile(handOver(assessment.kind, [{ assessment, revision }], makingBy(from)), lock);
  return html`<homeward-save-form
    .save=${save}
    .called=${calledDraft(work.id, revision)}
    .label=${msg('Save a copy to a file', { id: 'draft-save' })}
  ></homeward-save-form>`;
}
