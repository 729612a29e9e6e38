import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { fileName } from '../../exchange/file-name.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Receipt } from '../../session/ports.ts';
import type { WipedPlace, WipeReceipt } from '../../store/wipe-computer.ts';
import { download } from '../download.ts';

/** The one page there is once a computer was wiped. */
export function wipedPage(receipt: WipeReceipt): TemplateResult {
  const { left } = receipt;
  return html`<h1 class="govuk-heading-xl" tabindex="-1">
      ${receipt.confirmed ? msg('This computer is wiped', { id: 'wiped-title' }) : msg('Not everything could be deleted', { id: 'wiped-not-title' })}
    </h1>
    <p class="govuk-body-l hw-measure" role="status" data-wiped=${receipt.confirmed}>
      ${
        receipt.confirmed
          ? msg('Homeward looked again, and nothing of it is kept in this browser any more.', { id: 'wiped-words' })
          : msg(
              'Close every window of the browser, open it again and wipe this computer once more. If it still fails, ask your IT support to clear the data of this site.',
              { id: 'wiped-not-words' },
            )
      }
    </p>
    ${
      left.length === 0
        ? nothing
        : html`<p class="govuk-body">${msg('What is still there:', { id: 'wiped-left' })}</p>
            <ul class="govuk-list govuk-list--bullet">
              ${left.map((place) => html`<li>${placeWords(place)}</li>`)}
            </ul>`
    }
    <p class="govuk-body hw-measure">
      ${msg(str`Drafts deleted: ${receipt.drafts.length}. The receipt says when, and names each draft by a number only: no name, no reference, no answer.`, { id: 'wiped-count' })}
    </p>
    <p class="govuk-body hw-measure">
      ${msg('Files you saved, what was printed, and copies your council makes of this computer are not touched by this.', { id: 'wiped-not-touched' })}
    </p>
    <div class="govuk-button-group">
      <button
        type="button"
        class="govuk-button"
        @click=${() => {
          saveReceipt(receipt, 'wipe-receipt');
        }}
      >
        ${msg('Save the receipt', { id: 'receipt-save' })}
      </button>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${anew}>
        ${msg('Begin anew', { id: 'wiped-anew' })}
      </button>
    </div>`;
}

/** Hands over the receipt of a deletion as a text file, which holds no name, answer or key. */
export function saveReceipt(receipt: Receipt, what: 'wipe-receipt' | 'deletion-receipt'): void {
  const name = fileName(what, new Date(receipt.at), 'txt');
  download(new TextEncoder().encode(receiptText(receipt)), name, 'text/plain');
}

/** What a receipt says, line by line. */
export function receiptText({ drafts, at, confirmed }: Receipt): string {
  const moment = momentInWords(new Date(at));
  return [
    msg('Receipt for a deletion in Homeward', { id: 'receipt-title' }),
    '',
    msg(str`Deleted: ${moment} (time stated by this device; ${at})`, { id: 'receipt-at' }),
    confirmed
      ? msg('Looked for afterwards: keys and content were gone from this browser.', { id: 'receipt-confirmed' })
      : msg('Looked for afterwards: not everything was gone.', { id: 'receipt-unconfirmed' }),
    msg(str`Drafts: ${drafts.length}`, { id: 'receipt-count' }),
    ...drafts.map(({ name, revision }) => msg(str`Draft ${name}, saved ${revision} times`, { id: 'receipt-draft' })),
    '',
    msg('A draft is named by part of a fingerprint of its number. It holds no name, reference or answer.', {
      id: 'receipt-names',
    }),
    msg('Files saved, paper, and copies made of this computer are not part of this deletion.', { id: 'receipt-scope' }),
    '',
  ].join('\r\n');
}

export function placeWords(place: WipedPlace): string {
  switch (place) {
    case 'real':
      return msg('Assessments of real families, with their keys, earlier versions and signed PDFs', {
        id: 'wipe-real',
      });
    case 'training':
      return msg('Training drafts', { id: 'settings-drafts-training' });
    case 'rescue':
      return msg('What was put aside because it could not be saved', { id: 'wipe-rescue' });
    case 'settings':
      return msg('Your choices here, your public key, and what is remembered about drafts and their copies', {
        id: 'wipe-settings',
      });
    case 'caches':
      return msg('Files of the program kept to work without a network', { id: 'wipe-caches' });
  }
}

/** Loaded again, so that nothing of before is left in the page either. */
function anew(): void {
  location.hash = '#/';
  location.reload();
}
