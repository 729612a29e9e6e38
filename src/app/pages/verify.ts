import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { VerifiedEvent } from '../../elements/verify/verified-event.ts';
import type { HomewardVerify } from '../../elements/verify/verify.ts';
import type { Recognised } from '../../exchange/signed.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { download } from '../download.ts';
import { inWorker } from '../files/in-worker.ts';
import { trustedFingerprints } from '../keys/trusted.ts';
import type { Visit } from '../later.ts';
import { packIn } from '../pack.ts';
import { othersThan } from '../questions/earlier.ts';
import { nearestPack } from '../questions/which.ts';
import { hashOf } from '../routes.ts';
import type { CountersignedEvent } from '../signed/countersign.ts';
import { handOver, takeHandedOver } from '../signed/hand-over.ts';
import { draftHere, noteSigned } from '../signed/known-draft.ts';
import type { SignedContent } from '../signed/read-signed.ts';
import { Page } from './page.ts';

/** A file that was checked, as far as it could be read. */
interface Opened {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: SignedContent;
  /** The questions in the language of the document. */
  readonly pack: Pack;
  readonly here: Assessment | null;
  readonly known: Recognised;
}

/** Checks a signed PDF; one that nobody changed can be signed as well, or gone on from. */
export class VerifyPage extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private opened: Opened | null = null;
  /** Why there is nothing to do with the file checked last. */
  @state() private refused: Problem | null = null;
  /** The name of the file just made. */
  @state() private made = '';
  #turn = 0;

  /** Whether a real document stands on the page. */
  get isReading(): boolean {
    return this.opened?.content.draft.assessment.kind === 'real';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#takeIn();
  }

  /** A file that was dropped elsewhere, or was here before somebody went to unlock. */
  async #takeIn(): Promise<void> {
    await this.updateComplete;
    const file = takeHandedOver();
    if (file) await this.querySelector<HomewardVerify>('homeward-verify')?.verify([file]);
  }

  readonly #keepForUnlocking = (): void => {
    if (this.opened) handOver(new File([this.opened.bytes], this.opened.name, { type: 'application/pdf' }));
  };

  protected override render(): TemplateResult | typeof nothing {
    if (!this.visit) return nothing;
    return html`<a class="govuk-back-link" href=${hashOf({ page: 'assessments' })}
        >${msg('All assessments', { id: 'start-all' })}</a
      >
      ${
        this.made === ''
          ? nothing
          : html`<div class="hw-banner" role="status">
              <p class="govuk-body">
                <strong>${msg('Signed and saved', { id: 'signed-title' })}</strong>
                ${msg(str`The file ${this.made} is in your downloads folder.`, { id: 'signed-where' })}
                ${msg('It was checked again just now: what was found stands below.', { id: 'vp-checked-again' })}
              </p>
            </div>`
      }
      <homeward-verify
        heading-level="1"
        .trusted=${trustedFingerprints()}
        @homeward-verified=${this.#verified}
      ></homeward-verify>
      ${this.refused ? refusal(this.refused) : nothing} ${this.opened ? this.#offers(this.visit, this.opened) : nothing}`;
  }

  #offers({ services }: Visit, { name, bytes, content, pack, here, known }: Opened): TemplateResult {
    return html`${recognisedView(known)}
      ${
        // A copy for somebody has no place to sign, and its words cannot be told again from its data.
        content.publication.output === 'full'
          ? html`<homeward-countersign
              .services=${services}
              .pack=${pack}
              .content=${content}
              .bytes=${bytes}
              .name=${name}
              @homeward-ask-unlock=${this.#keepForUnlocking}
              @homeward-countersigned=${this.#countersigned}
            ></homeward-countersign>`
          : nothing
      }
      <homeward-open-again
        .vault=${services.vault}
        .pack=${pack}
        .content=${content}
        .bytes=${bytes}
        .here=${here}
        @homeward-ask-unlock=${this.#keepForUnlocking}
      ></homeward-open-again>`;
  }

  readonly #verified = async ({ detail }: VerifiedEvent): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    this.opened = null;
    this.refused = null;
    if (detail.name !== this.made) this.made = '';
    const bytes = new Uint8Array(detail.bytes);
    const { visit } = this;
    if (!visit?.pack || !detail.verification) return;
    const others = await othersThan(visit.pack);
    const read = others.ok
      ? await inWorker({ do: 'read-signed', bytes, pack: visit.pack, others: others.value })
      : others;
    if (turn !== this.#turn) return;
    if (!read.ok) {
      [this.refused] = read.problems;
      return;
    }
    const content = read.value;
    const ours = await packIn(content.publication.pack.locale);
    const pack = ours.ok ? await nearestPack(content.publication.pack, ours.value) : ours;
    const here = await draftHere(visit.services.vault, visit.pack, content);
    const noted = here ? await noteSigned(visit.services.vault, content, bytes) : null;
    if (turn !== this.#turn) return;
    const known: Recognised = noted?.ok ? noted.value : { is: 'unknown' };
    if (pack.ok) this.opened = { name: detail.name, bytes, content, pack: pack.value, here, known };
    this.dispatchEvent(new Event('homeward-reading', { bubbles: true, composed: true }));
  };

  readonly #countersigned = async ({ name, bytes }: CountersignedEvent): Promise<void> => {
    download(bytes, name, 'application/pdf');
    this.made = name;
    window.scrollTo(0, 0);
    await this.querySelector<HomewardVerify>('homeward-verify')?.verify([
      new File([bytes], name, { type: 'application/pdf' }),
    ]);
  };

  /** A page that is left forgets the file: what it held may be about somebody's family. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn += 1;
    this.opened = null;
    this.made = '';
    this.querySelector<HomewardVerify>('homeward-verify')?.clear();
  }
}

/** Whether the draft it came from is on this computer, and what was noted there. */
function recognisedView(known: Recognised): TemplateResult | typeof nothing {
  if (known.is === 'unknown') return nothing;
  const when = momentInWords(new Date(known.version.statedTime));
  if (known.is === 'known')
    return html`<div class="govuk-inset-text" role="status">
      ${msg(str`This is the version of ${when} of a draft on this computer.`, { id: 'vp-known' })}
    </div>`;
  const before = known.version.signatories.length;
  const names = known.next.signatories.slice(before).map(({ name }) => name);
  return html`<div class="govuk-inset-text" role="status">
    ${msg(str`This is the version of ${when} of a draft on this computer, signed again since. That was noted in the draft. Signed since by:`, { id: 'vp-noted' })}
    <bdi><strong>${names.join(', ')}</strong></bdi>
  </div>`;
}

/** Why a document can be neither signed nor gone on from, and what to do. */
function refusal({ code }: Problem): TemplateResult {
  const words = ((): string => {
    switch (code) {
      case 'pdf-changed':
        return msg(
          'This file was changed after it was made or signed, so it can be neither signed nor opened again. Ask whoever signed it for the file as it was.',
          { id: 'vp-changed' },
        );
      case 'no-attachment':
        return msg(
          'This file does not hold the assessment as data, so it can be neither shown nor signed here, and nobody can go on from it. A copy for a parent or a child never holds it; from any other file it was taken out. Use the PDF of the whole assessment, or ask for the draft file.',
          { id: 'vp-no-attachment' },
        );
      case 'newer-than-program':
        return msg(
          'It was made by a newer version of Homeward. Load this page again to get that version, then choose the file once more.',
          { id: 'vp-newer' },
        );
      default:
        return msg(
          'What is attached to this file does not fit the questions of this version, so it can be neither shown nor signed here. Ask for the draft file instead.',
          { id: 'vp-does-not-fit' },
        );
    }
  })();
  return html`<div class="govuk-inset-text" role="status">${words}</div>`;
}
