import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { draftFile } from '../../exchange/draft-file.ts';
import { download } from '../download.ts';
import type { Work } from '../work.ts';

/** The one page for what nobody expected: whether the work is kept, a copy of it, load the page again. */
export function unexpectedPage(work: Work | null, inMemory: boolean): TemplateResult {
  const assessment = work?.session.assessment ?? null;
  const isKept = !inMemory && (!work || work.saver.state === 'saved');
  const save = (): void => {
    if (!assessment) return;
    const { name, bytes } = draftFile(assessment);
    download(bytes, name, 'application/json');
  };
  return html`<h1 class="govuk-heading-l hw-measure" tabindex="-1">
      ${msg('Something went wrong in Homeward that should not have.', { id: 'unexpected-title' })}
    </h1>
    <p class="govuk-body-l hw-measure">
      ${
        isKept
          ? msg('What you wrote is saved on this computer.', { id: 'unexpected-safe' })
          : msg('What you wrote last is not saved. It is still on this page: do not close it yet.', {
              id: 'unexpected-unsafe',
            })
      }
    </p>
    ${
      // A real draft leaves encrypted or not at all, and here nothing that encrypts can be relied on.
      assessment?.kind === 'training'
        ? html`<p class="govuk-body hw-measure">
              ${msg('To be quite sure, save a copy to a file first. The file is not encrypted.', { id: 'unexpected-file' })}
            </p>
            <p>
              <button type="button" class="govuk-button" @click=${save}>
                ${msg('Save a copy to a file', { id: 'draft-save' })}
              </button>
            </p>`
        : nothing
    }
    <p class="govuk-body hw-measure">${nowWords(isKept, inMemory)}</p>
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

/** What to do now: nobody is told to load the page again while that would lose something. */
function nowWords(isKept: boolean, inMemory: boolean): string {
  if (isKept)
    return msg(
      'Load the page again. If it happens once more, tell your IT support what you were doing, without names.',
      { id: 'unexpected-now' },
    );
  return inMemory
    ? msg(
        'Nothing is kept in this browser, so loading the page again loses what you wrote. Tell your IT support what you were doing, without names.',
        { id: 'unexpected-now-memory' },
      )
    : msg(
        'Loading the page again would lose it. Saving is tried again by itself, and this page says so once it is saved: wait for that. Tell your IT support what you were doing, without names.',
        { id: 'unexpected-now-unsaved' },
      );
}
