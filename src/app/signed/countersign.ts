import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withLanguages, langOf } from '../../elements/shared/pack-words.ts';
import { reportView, runs } from '../../elements/shared/report-view.ts';
import { momentInWords } from '../../i18n/dates.ts';
import type { Assessment } from '../../model/assessment.ts';
import { report } from '../../model/make-report.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { SignEvent } from '../keys/signer-form.ts';
import { roleLabel } from '../keys/role-select.ts';
import { keyFor } from '../keys/signer.ts';
import { Page } from '../pages/page.ts';
import type { Services } from '../services.ts';
import type { SignedContent } from './read-signed.ts';

/** A document was signed once more. */
export class CountersignedEvent extends Event {
  static readonly type = 'homeward-countersigned';
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>) {
    super(CountersignedEvent.type, { bubbles: true });
    this.name = name;
    this.bytes = bytes;
  }
}

/** What a signed document says, to be read, and a form to sign it as well. Needs nothing but the document. */
export class Countersign extends Page {
  @property({ attribute: false }) services: Services | null = null;
  /** The questions in the language the document is printed in. */
  @property({ attribute: false }) pack: Pack | null = null;
  @property({ attribute: false }) content: SignedContent | null = null;
  @property({ attribute: false }) bytes: Uint8Array<ArrayBuffer> | null = null;
  @property() name = '';
  @state() private busy = false;
  @state() private failed: Problem | null = null;
  #url = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bytes')) {
      this.#forget();
      this.failed = null;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget(): void {
    if (this.#url !== '') URL.revokeObjectURL(this.#url);
    this.#url = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pack, content } = this;
    if (!pack || !content) return nothing;
    const shown = reportOf(pack, content);
    return html`${this.#read(pack, content, shown)} ${this.#sign(pack, content, shown)}`;
  }

  #read(pack: Pack, { draft, signatures, publication }: SignedContent, shown: Report): TemplateResult {
    const { reference, kind } = draft.assessment;
    const stages = pack.stages.filter(({ id }) => publication.stages.includes(id));
    return html`<section aria-labelledby="cs:what">
      <h2 class="govuk-heading-l" id="cs:what">${msg('What this document says', { id: 'cs-what' })}</h2>
      <dl class="govuk-summary-list">
        ${row(msg('Title', { id: 'cs-title' }), runs(shown.title))}
        ${row(msg('Reference', { id: 'reference' }), html`<bdi>${reference}</bdi>`)}
        ${row(
          msg('Kind', { id: 'open-kind' }),
          kind === 'real' ? msg('Real', { id: 'kind-real' }) : msg('Training', { id: 'training' }),
        )}
        ${row(
          msg('Stage', { id: 'cs-stage' }),
          stages.map(
            ({ order, plain }) => html`<span lang=${langOf(pack, plain) ?? nothing}>${order}. ${plain}</span><br />`,
          ),
        )}
        ${row(
          msg('Signed so far by', { id: 'cs-signed-by' }),
          signatures.length === 0
            ? msg('Nobody', { id: 'cs-nobody' })
            : signatures.map(
                ({ name, role, statedTime }) =>
                  html`<bdi>${name}</bdi>,
                    ${roleLabel(pack, role)}${statedTime ? html`, ${momentInWords(statedTime)}` : nothing}<br />`,
              ),
        )}
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href=${this.#address()} target="_blank" rel="noopener"
          >${msg('Open the PDF itself (opens in a new tab)', { id: 'cs-open-pdf' })}</a
        >
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${msg('Read the whole text here', { id: 'cs-read' })}</span>
        </summary>
        <div class="govuk-details__text" lang=${shown.lang}>
          ${
            draft.leftOut > 0
              ? html`<p class="govuk-body">
                  <strong
                    >${msg('It was made with a council’s own questions that are not here, so what was answered to them does not stand below. Read the PDF itself before you sign.', { id: 'cs-left-out' })}</strong
                  >
                </p>`
              : draft.earlierQuestions
                ? html`<p class="govuk-body">
                    ${msg('It was made with an earlier version of the questions, so words of the questions may differ from the PDF. Answers are the same.', { id: 'cs-earlier' })}
                  </p>`
                : nothing
          }
          ${reportView(shown, () => nothing)}
        </div>
      </details>
    </section>`;
  }

  #sign(pack: Pack, content: SignedContent, shown: Report): TemplateResult {
    const roles = rolesFor(pack, content);
    return html`<section aria-labelledby="cs:sign">
      <h2 class="govuk-heading-l" id="cs:sign">${msg('Sign it as well', { id: 'cs-sign' })}</h2>
      ${
        roles.length === 0
          ? html`<p class="govuk-body hw-measure">
              ${msg('Every place for a signature in this document is taken. If somebody else has to sign, make a new version and sign that.', { id: 'cs-full' })}
            </p>`
          : html`<p class="govuk-body hw-measure">
                ${msg('Read it first. Your signature is added to the file; those already there stay valid, and nothing they cover is changed.', { id: 'cs-how' })}
              </p>
              ${
                content.roles.length > 0
                  ? html`<p class="govuk-body">
                      ${msg('Still to sign:', { id: 'cs-awaited' })}
                      ${content.roles.map((role) => roleLabel(pack, role)).join(', ')}
                    </p>`
                  : nothing
              }
              <div class="hw-panel hw-panel--plain hw-measure">
                ${(shown.signing?.statement ?? []).map((words) => html`<p class="govuk-body">${runs(words)}</p>`)}
              </div>
              ${this.failed ? html`<p class="govuk-error-message" role="alert">${failureWords(this.failed)}</p>` : nothing}
              <homeward-signer
                .pack=${pack}
                .roles=${roles}
                .kind=${content.draft.assessment.kind}
                .real=${this.services?.vault.real ?? null}
                ?busy=${this.busy}
                @homeward-sign=${this.#signed}
              ></homeward-signer>`
      }
    </section>`;
  }

  #address(): string {
    if (this.#url === '' && this.bytes)
      this.#url = URL.createObjectURL(new Blob([this.bytes], { type: 'application/pdf' }));
    return this.#url;
  }

  readonly #signed = async ({ said }: SignEvent): Promise<void> => {
    const { services, pack, content, bytes } = this;
    if (!services || !pack || !content || !bytes || this.busy) return;
    this.busy = true;
    this.failed = null;
    const signed = await countersigned(services, { pack, content, bytes }, said);
    this.busy = false;
    if (!signed.ok) {
      [this.failed] = signed.problems;
      return;
    }
    const name = nameFor(this.name, content.signatures.length + 1);
    this.dispatchEvent(new CountersignedEvent(name, signed.value.bytes));
  };
}

async function countersigned(
  { vault, papers }: Services,
  {
    pack,
    content,
    bytes,
  }: { readonly pack: Pack; readonly content: SignedContent; readonly bytes: Uint8Array<ArrayBuffer> },
  said: SignEvent['said'],
): ReturnType<Services['papers']['sign']> {
  const key = await keyFor(said, content.draft.assessment.kind, vault.real);
  if (!key.ok) return key;
  return papers.sign({ bytes }, { ...said, key: key.value }, new Date(), {
    words: reportOf(pack, content).signing?.words ?? {},
    language: pack.locale,
  });
}

/** The document as it was printed, from what is attached to it. */
function reportOf(pack: Pack, { draft, publication }: SignedContent): Report {
  const { output, stages, on } = publication;
  const assessment: Assessment = draft.assessment;
  return withLanguages(report(pack, assessment, { locale: pack.locale, output, stages, on }), pack);
}

/** Those with a place on the pages first; while spare places are left, everybody else after them. */
function rolesFor(pack: Pack, { roles, spare }: SignedContent): readonly string[] {
  const known = pack.roles.map(({ id }) => id);
  const awaited = [...new Set(roles)].filter((role) => known.includes(role));
  return spare > 0 ? [...awaited, ...known.filter((role) => !awaited.includes(role))] : awaited;
}

/** The name it came with, and how many signatures are in it. */
export const nameFor = (name: string, signatures: number): string =>
  `${name.replace(/( ?\(\d+\))?\.pdf$/i, '').replace(/-\d+-signatures$/, '')}-${String(signatures)}-signatures.pdf`;

function failureWords({ code }: Problem): string {
  switch (code) {
    case 'no-empty-field':
      return msg('There is no place left for this role. Choose another role, or make a new version.', {
        id: 'cs-no-place',
      });
    case 'already-changed':
      return msg('This file was changed after it was signed, so it cannot be signed again.', { id: 'cs-changed' });
    case 'certificate-not-valid-then':
      return msg('Your key is not valid today. Make a new one in the settings, or check the date of this computer.', {
        id: 'cs-not-valid',
      });
    case 'locked':
      return msg('Your keys are locked with your real assessments. Unlock them first.', { id: 'keys-locked' });
    default:
      return msg(str`The signature could not be made. Nothing was changed. Code for your IT support: ${code}`, {
        id: 'cs-failed',
      });
  }
}

function row(name: string, value: unknown): TemplateResult {
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${name}</dt>
    <dd class="govuk-summary-list__value">${value}</dd>
  </div>`;
}
