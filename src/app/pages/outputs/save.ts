import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fileName } from '../../../exchange/file-name.ts';
import type { Outcome } from '../../../model/problem.ts';
import type { Published, Report } from '../../../model/report.ts';
import { deviceWorld } from '../../../session/world.ts';
import { download } from '../../download.ts';
import type { Services } from '../../services.ts';
import { Page } from '../page.ts';
import { refused, saved } from './said.ts';

export interface Made {
  readonly report: Report;
  readonly published: Published | null;
}

type Kind = 'pdf' | 'docx';
const types: Readonly<Record<Kind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Saves what a page makes as a PDF or as a Word document, and says what became of it. */
export class SaveOutput extends Page {
  @property({ attribute: false }) services: Services | null = null;
  /** Makes what is saved, from the answers as they are when somebody asks for it. */
  @property({ attribute: false }) make: (() => Outcome<Made>) | null = null;
  /** What the file is called, without a day: no name and no reference. */
  @property({ attribute: false }) name = '';
  /** The PDF is made elsewhere, to be signed. */
  @property({ attribute: false }) onlyWord = false;
  /** Above so many pages it is said how many there are. */
  @property({ attribute: false }) mostPages = Infinity;
  @state() private busy = false;
  @state() private said: TemplateResult | typeof nothing = nothing;

  protected override render(): TemplateResult {
    return html`<div class="hw-buttons">
        ${
          this.onlyWord
            ? nothing
            : html`<button type="button" class="govuk-button" ?disabled=${this.busy} @click=${() => this.#save('pdf')}>
                ${msg('Save as PDF', { id: 'out-save-pdf' })}
              </button>`
        }
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          ?disabled=${this.busy}
          @click=${() => this.#save('docx')}
        >
          ${msg('Save as Word', { id: 'out-save-word' })}
        </button>
      </div>
      <div role="status">
        ${this.busy ? html`<p class="govuk-body">${msg('The file is being made.', { id: 'save-busy' })}</p>` : this.said}
      </div>`;
  }

  async #save(kind: Kind): Promise<void> {
    if (this.busy || !this.make || !this.services) return;
    this.busy = true;
    try {
      const made = this.make();
      this.said = made.ok ? await this.#hand(made.value, kind, this.services) : refused(made.problems[0].code);
    } catch {
      // Part of the program could not be fetched.
      this.said = refused('not-loaded');
    } finally {
      this.busy = false;
    }
  }

  async #hand({ report, published }: Made, kind: Kind, services: Services): Promise<TemplateResult> {
    const name = fileName(this.name, new Date(), kind);
    if (kind === 'docx') {
      const { wordFile } = await import('../../../outputs/word.ts');
      download(await wordFile(report), name, types.docx);
      return saved(name);
    }
    const drawn = await services.papers.draw(report, published, deviceWorld.newId());
    if (!drawn.ok) return refused(drawn.problems[0].code);
    const { bytes, undrawn, faults } = drawn.value;
    if (faults > 0) return refused('pdf-faulty');
    download(bytes, name, types.pdf);
    const pages = pagesIn(bytes);
    return html`${saved(name)}
    ${
      pages > this.mostPages
        ? html`<p class="govuk-body">
            ${msg(str`It has ${pages} pages. A summary is read when it is short: look at what could be kept out of it.`, { id: 'out-long' })}
          </p>`
        : nothing
    }
    ${
      undrawn.length === 0
        ? nothing
        : html`<p class="govuk-body">
            ${msg('The PDF cannot print these characters. It prints a code for each instead:', { id: 'out-undrawn' })}
            ${undrawn.map(({ printed }) => printed).join(' ')}
          </p>`
    }`;
  }
}

/** How many pages a file of ours has. */
function pagesIn(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}
