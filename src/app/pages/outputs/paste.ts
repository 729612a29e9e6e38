import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withLanguages, words } from '../../../elements/shared/pack-words.ts';
import { report } from '../../../model/make-report.ts';
import { outcome } from '../../../model/problem.ts';
import type { Report } from '../../../model/report.ts';
import { pasteBlocks, type PasteBlock, type PastePart } from '../../../outputs/paste.ts';
import type { Services } from '../../services.ts';
import { SessionPage } from '../page.ts';

const limits: readonly number[] = [1000, 2000, 4000, 8000];

/** The whole assessment section by section, to paste into a case system, or as a Word document. */
export class PasteOutput extends SessionPage {
  @property({ attribute: false }) services: Services | null = null;
  @state() private stage = '';
  @state() private limit = 4000;
  /** Which part was copied last, and whether it was. */
  @state() private copied: { readonly key: string; readonly ok: boolean } | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { pack, evaluation } = session;
    const begun = pack.stages.filter(({ id }) =>
      evaluation.applies.some((each) => each.stage === id && each.answer && each.question.id !== pack.purposeQuestion),
    );
    const stage = begun.find(({ id }) => id === this.stage) ?? begun[0];
    const title = html`<h1 class="govuk-heading-xl">${msg('Text to paste, and Word', { id: 'out-paste' })}</h1>`;
    if (!stage)
      return html`${title}
        <p class="govuk-body">${msg('Nothing has been answered yet.', { id: 'paste-none' })}</p>`;
    const whole = (): Report => this.#report(stage.id);
    return html`${title}
      <p class="govuk-body-l hw-measure">
        ${msg('This is the whole assessment, with what is kept out of copies. It is for your own records only.', { id: 'paste-lead' })}
      </p>
      <p class="govuk-body hw-measure">
        ${msg('Copying puts the words on this computer’s clipboard. Other programs can read it and nobody empties it for you: paste at once, then copy something else.', { id: 'paste-clipboard' })}
      </p>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="paste:stage">${msg('Stage', { id: 'blank-stage' })}</label>
        <select
          class="govuk-select"
          id="paste:stage"
          @change=${(event: Event) => {
            this.stage = (event.target as HTMLSelectElement).value;
            this.copied = null;
          }}
        >
          ${begun.map(
            ({ id, order, plain }) =>
              html`<option value=${id} ?selected=${id === stage.id}>${order}. ${words(pack, plain)}</option>`,
          )}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="paste:limit"
          >${msg('How many characters fit in one box of your system?', { id: 'paste-limit' })}</label
        >
        <select
          class="govuk-select"
          id="paste:limit"
          @change=${(event: Event) => {
            this.limit = Number((event.target as HTMLSelectElement).value);
            this.copied = null;
          }}
        >
          <option value="0" ?selected=${this.limit === 0}>${msg('No limit', { id: 'paste-no-limit' })}</option>
          ${limits.map(
            (each) =>
              html`<option value=${each} ?selected=${each === this.limit}>${each.toLocaleString('en-GB')}</option>`,
          )}
        </select>
      </div>
      <homeward-save-output
        .services=${this.services}
        .make=${() => outcome({ report: whole(), published: null }, [])}
        .name=${`stage-${String(stage.order)}`}
        .onlyWord=${true}
      ></homeward-save-output>
      ${pasteBlocks(whole(), this.limit || null).map((block, index) => this.#block(block, index))}`;
  }

  #report(stage: string): Report {
    if (!this.session) throw new Error('there is nothing to paste');
    const { pack, assessment, evaluation } = this.session;
    const choice = { locale: pack.locale, output: 'full', stages: [stage], on: evaluation.on } as const;
    return withLanguages(report(pack, assessment, choice), pack);
  }

  #block({ title, parts }: PasteBlock, index: number): TemplateResult {
    return html`<section aria-labelledby="paste:${index}">
      <h2 class="govuk-heading-m" id="paste:${index}"><bdi>${title}</bdi></h2>
      ${parts.map((part, at) => this.#part(part, `${index}.${at}`, title, at, parts.length))}
    </section>`;
  }

  #part(part: PastePart, key: string, title: string, at: number, of: number): TemplateResult {
    const number = of > 1 ? msg(str`Part ${at + 1} of ${of}`, { id: 'paste-part' }) : msg('Text', { id: 'paste-text' });
    return html`<div class="govuk-form-group">
      <label class="govuk-label" for="paste:${key}"
        >${number}<span class="govuk-visually-hidden">: ${title}</span></label
      >
      <textarea
        class="govuk-textarea hw-paste"
        id="paste:${key}"
        rows="4"
        readonly
        dir="auto"
        .value=${part.plain}
      ></textarea>
      <button
        type="button"
        class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
        @click=${() => this.#copy(part, key)}
      >
        ${msg('Copy', { id: 'paste-copy' })}<span class="govuk-visually-hidden">: ${title}, ${number}</span>
      </button>
      <div class="govuk-hint" role="status">
        ${
          this.copied?.key === key
            ? this.copied.ok
              ? msg('Copied. It stays on the clipboard until something else is copied.', { id: 'paste-copied' })
              : msg('The browser did not allow it. Select the text and copy it by hand.', { id: 'paste-refused' })
            : msg(str`${part.plain.length} characters`, { id: 'paste-length' })
        }
      </div>
    </div>`;
  }

  async #copy({ plain, formatted }: PastePart, key: string): Promise<void> {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([formatted], { type: 'text/html' }),
          'text/plain': new Blob([plain], { type: 'text/plain' }),
        }),
      ]);
      this.copied = { key, ok: true };
    } catch {
      this.copied = { key, ok: false };
    }
  }
}
