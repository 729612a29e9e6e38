import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Outputs } from '../../../content/outputs.ts';
import { words } from '../../../elements/shared/pack-words.ts';
import { fileName } from '../../../exchange/file-name.ts';
import type { LeftOut } from '../../../interchange/left-out.ts';
import type { Assessment } from '../../../model/assessment.ts';
import { outcome, type Outcome } from '../../../model/problem.ts';
import { published } from '../../../model/published.ts';
import type { Published } from '../../../model/report.ts';
import type { Session } from '../../../session/session.ts';
import { deviceWorld } from '../../../session/world.ts';
import { download } from '../../download.ts';
import { SessionPage } from '../page.ts';
import { keepLink } from './keep-link.ts';
import { partnersCopy } from './partners-copy.ts';
import { refused, saved } from './said.ts';

type Kind = 'json' | 'fhir' | 'csv';
type Whom = 'own' | 'others';

const types: Readonly<Record<Kind, string>> = {
  json: 'application/json',
  fhir: 'application/fhir+json',
  csv: 'text/csv',
};

/** The answers as files for other programs, whole for one's own records or reduced for others. */
export class DataOutput extends SessionPage {
  @property({ attribute: false }) outputs: Outputs | null = null;
  @state() private whom: Whom = 'others';
  /** What a file for others lacks; null until it is known. */
  @state() private lacks: readonly LeftOut[] | null = null;
  @state() private said: TemplateResult | typeof nothing = nothing;
  @state() private busy = false;
  /** Of which answers `lacks` was found. */
  #compared: Assessment | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.session && this.outputs && this.session.assessment !== this.#compared) void this.#compare();
  }

  async #compare(): Promise<void> {
    const { session, outputs } = this;
    if (!session || !outputs) return;
    this.#compared = session.assessment;
    try {
      const { leftOut } = await import('../../../interchange/left-out.ts');
      const less = reduced(session, outputs);
      this.lacks = less.ok ? leftOut(session.pack, whole(session), less.value) : null;
      if (!less.ok) this.said = refused(less.problems[0].code);
    } catch {
      this.said = refused('not-loaded');
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    return html`<h1 class="govuk-heading-xl">${msg('Files for other programs', { id: 'out-data' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg('The answers as data, for a case system, a spreadsheet or a health record. The signed PDF stays the record: these files are not signed.', { id: 'data-lead' })}
      </p>
      <div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text">
          ${msg('These files are not encrypted. Anybody who gets one can read it. Keep it where the case record is kept, and delete it from “Downloads” when you have used it.', { id: 'data-plain' })}
        </strong>
      </div>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          ${msg('Who is the file for?', { id: 'data-whom' })}
        </legend>
        <div class="govuk-radios">
          ${this.#radio(
            'others',
            msg('For others', { id: 'data-others' }),
            msg(
              'Holds what the summary for partners may hold. What other people told us about the family, notes, and what you marked to be kept out are not in it.',
              { id: 'data-others-hint' },
            ),
          )}
          ${this.#radio(
            'own',
            msg('For our own records', { id: 'data-own' }),
            msg('Every answer that is printed, also what is kept out of copies. Do not pass it on.', {
              id: 'data-own-hint',
            }),
          )}
        </div>
      </fieldset>
      ${this.whom === 'others' ? html`${keepLink(session)}${this.#leftOut(session)}` : nothing}
      <h2 class="govuk-heading-l">${msg('Save as', { id: 'data-save' })}</h2>
      <ul class="hw-outputs">
        ${this.#entry(
          'csv',
          msg('Table (CSV)', { id: 'data-csv' }),
          msg(
            'One line for each answer, for a spreadsheet. A cell that a spreadsheet would run as a formula begins with an apostrophe.',
            { id: 'data-csv-what' },
          ),
        )}
        ${this.#entry(
          'json',
          msg('Data (JSON)', { id: 'data-json' }),
          msg('For a program made for it. Homeward opens it again, without history and comments.', {
            id: 'data-json-what',
          }),
        )}
        ${this.#entry(
          'fhir',
          msg('Health record (FHIR R4)', { id: 'data-fhir' }),
          msg('Questions and answers as health systems exchange them, one set for each person and round.', {
            id: 'data-fhir-what',
          }),
        )}
      </ul>
      <div role="status">${this.said}</div>`;
  }

  #radio(whom: Whom, label: string, hint: string): TemplateResult {
    return html`<div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        type="radio"
        name="data-whom"
        id="data-${whom}"
        aria-describedby="data-${whom}-hint"
        .checked=${this.whom === whom}
        @change=${() => {
          this.whom = whom;
          this.said = nothing;
          if (whom === 'others') void this.#compare();
        }}
      />
      <label class="govuk-label govuk-radios__label" for="data-${whom}">${label}</label>
      <div class="govuk-hint govuk-radios__hint" id="data-${whom}-hint">${hint}</div>
    </div>`;
  }

  #leftOut({ pack }: Session): TemplateResult | typeof nothing {
    const { lacks } = this;
    if (!lacks) return nothing;
    const list = (how: LeftOut['how']): TemplateResult =>
      html`<ul class="govuk-list govuk-list--bullet">
        ${lacks.filter((each) => each.how === how).map(({ label }) => html`<li>${words(pack, label)}</li>`)}
      </ul>`;
    const count = (how: LeftOut['how']): number => lacks.filter((each) => each.how === how).length;
    const [without, inPart] = [count('whole'), count('part')];
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${msg(str`Left out: ${without} questions completely, ${inPart} partly`, { id: 'data-left-out' })}</span
        >
      </summary>
      <div class="govuk-details__text">
        <h2 class="govuk-heading-s">${msg('Left out', { id: 'data-left-whole' })}</h2>
        ${list('whole')}
        <h2 class="govuk-heading-s">
          ${msg('Left out in part: notes, some columns or rows, or some people', { id: 'data-left-part' })}
        </h2>
        ${list('part')}
      </div>
    </details>`;
  }

  #entry(kind: Kind, title: string, what: string): TemplateResult {
    return html`<li>
      <h3 class="govuk-heading-m">${title}</h3>
      <p class="govuk-body">${what}</p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-save=${kind}
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${() => this.#save(kind)}
      >
        ${msg(str`Save: ${title}`, { id: 'data-save-one' })}
      </button>
    </li>`;
  }

  async #save(kind: Kind): Promise<void> {
    const { session, outputs } = this;
    if (this.busy || !session || !outputs) return;
    this.busy = true;
    try {
      const made = this.whom === 'own' ? outcome(whole(session), []) : reduced(session, outputs);
      if (!made.ok) this.said = refused(made.problems[0].code);
      else {
        const { csvFile, fhirBundle, fhirFile, jsonFile } = await import('../../../interchange/index.ts');
        const bytes = {
          csv: () => csvFile(session.pack, made.value),
          json: () => jsonFile(made.value),
          fhir: () => fhirFile(fhirBundle(session.pack, made.value)),
        }[kind]();
        const what = `${kind === 'fhir' ? 'fhir' : 'answers'}-${this.whom === 'own' ? 'whole' : 'reduced'}`;
        const name = fileName(what, new Date(), kind === 'csv' ? 'csv' : 'json');
        download(bytes, name, types[kind]);
        this.said = saved(name);
      }
    } catch {
      // Part of the program could not be fetched.
      this.said = refused('not-loaded');
    } finally {
      this.busy = false;
    }
  }
}

const whole = ({ pack, assessment }: Session): Published =>
  published(pack, assessment, { locale: pack.locale, output: 'full', on: deviceWorld.today() });

/** What the summary for partners carries; refused where that is. */
function reduced(session: Session, outputs: Outputs): Outcome<Published> {
  const made = partnersCopy(session, outputs);
  if (!made.ok) return made;
  const { published: less } = made.value;
  if (!less) throw new Error('a summary for partners carries what it is made from');
  return outcome(less, []);
}
