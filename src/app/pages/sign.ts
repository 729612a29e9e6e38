import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withLanguages, words as packWords } from '../../elements/shared/pack-words.ts';
import { fileName } from '../../exchange/file-name.ts';
import { report } from '../../model/make-report.ts';
import type { Stage } from '../../model/pack.ts';
import type { NamedBy } from '../../model/paper.ts';
import type { Problem } from '../../model/problem.ts';
import type { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import { unprintableView } from '../unprintable-view.ts';
import { hashOf } from '../routes.ts';
import { StagePaper } from '../stage-paper.ts';
import { stopWarnings } from '../stops.ts';
import type { Paper, Services } from '../services.ts';
import { runs } from '../../elements/shared/report-view.ts';
import { gapList, gapStyles } from './check.ts';
import { adoptStyles } from './own-styles.ts';
import { SessionPage } from './page.ts';
import { consentAsked, consentOf, consentView } from '../keys/consent.ts';
import type { SignEvent } from '../keys/signer-form.ts';

/** Offered first. In an agreement the parent signs first, and nobody must sign as one by overlooking a menu. */
const atTheDesk = 'social-worker';

/** Makes the PDF of a stage and signs it: who, in which role, with which mark, and what that proves. */
export class SignPage extends SessionPage {
  @property({ attribute: false }) stage: Stage | null = null;
  @property({ attribute: false }) services: Services | null = null;
  @state() private paper: Paper | null = null;
  @state() private failed: Problem | null = null;
  @state() private busy = false;
  @state() private file: string | null = null;
  #paperOf: StagePaper | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, gapStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session, stage, services } = this;
    if (session && stage && services && (changed.has('stage') || changed.has('session') || changed.has('services'))) {
      // Another stage is another paper: what was said of the one before is over.
      this.#paperOf = new StagePaper(session, stage, services);
      this.paper = null;
      this.file = null;
      this.failed = null;
    }
  }

  protected override updated(): void {
    void this.#draw();
  }

  /** Draws the paper before it is signed, so that what cannot be printed is known in time. */
  async #draw(): Promise<void> {
    if (this.failed) return;
    const drawn = await this.#paperOf?.draw();
    if (drawn?.ok) this.paper = drawn.value;
    else if (drawn) [this.failed] = drawn.problems;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, stage } = this;
    if (!session || !stage) return nothing;
    const { pack } = session;
    const back = html`<a
      class="govuk-back-link"
      href=${hashOf({ page: 'check', id: session.assessment.id, stage: stage.id })}
      >${msg('Check answers', { id: 'check-answers' })}</a
    >`;
    if (this.file !== null) return html`${back}${this.#done(session, this.file)}`;
    const gaps = session.evaluation.applies.filter(
      (instance) => instance.stage === stage.id && instance.gaps.length > 0,
    );
    return html`
      ${back} ${this.#summary()}
      <h1 class="govuk-heading-xl">
        ${msg('Sign and save the PDF', { id: 'sign-title' })}: ${packWords(pack, stage.plain)}
      </h1>
      ${
        gaps.length === 0
          ? nothing
          : html`<p class="govuk-body hw-measure">
                ${msg('You can sign with gaps. The PDF says where there is no answer yet.', { id: 'sign-with-gaps' })}
              </p>
              ${gapList(session, gaps)}`
      }
      ${stopWarnings(session.evaluation, stage.id)}
      ${session.evaluation.stops.some((stop) => stop.stage === stage.id) ? nothing : html`${this.#naming()} ${this.#unprintable()} ${session.readonly ? this.#unsigned(stage) : this.#form(session, stage)}`}
    `;
  }

  #summary(): TemplateResult | typeof nothing {
    if (this.failed)
      return html`<div class="govuk-error-summary" role="alert" tabindex="-1">
        <h2 class="govuk-error-summary__title">${msg('The PDF could not be made', { id: 'sign-failed' })}</h2>
        <p class="govuk-body">
          ${msg('Your answers are safe. Load the page and try again; if it happens once more, tell your IT support this code:', { id: 'sign-failed-now' })}
          ${this.failed.code}
        </p>
      </div>`;
    return nothing;
  }

  /** Cover, title and heads of pages lie open on a desk: who may read them there is for the worker to say. */
  #naming(): TemplateResult {
    const ways: readonly (readonly [NamedBy, string])[] = [
      ['reference', msg('By the reference', { id: 'named-by-reference' })],
      ['initials', msg('By the children’s initials', { id: 'named-by-initials' })],
    ];
    return html`<fieldset class="govuk-fieldset hw-measure" aria-describedby="named-by:hint">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        ${msg('How the cover says whom it is about', { id: 'named-by' })}
      </legend>
      <p class="govuk-hint" id="named-by:hint">
        ${msg('On the cover, in the title and at the head of each page. The pages inside still use the names you wrote.', { id: 'named-by-hint' })}
      </p>
      <div class="govuk-radios govuk-radios--small govuk-form-group">
        ${ways.map(
          ([way, words]) =>
            html`<div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id="named-by:${way}"
                type="radio"
                name="named-by"
                .checked=${way === (this.#paperOf?.namedBy ?? 'reference')}
                @change=${() => {
                  this.#name(way);
                }}
              />
              <label class="govuk-label govuk-radios__label" for="named-by:${way}">${words}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #name(way: NamedBy): void {
    if (this.#paperOf) this.#paperOf.namedBy = way;
    // What was drawn says it the other way.
    this.paper = null;
    this.requestUpdate();
  }

  #unprintable(): TemplateResult | typeof nothing {
    const undrawn = this.paper?.undrawn ?? [];
    if (undrawn.length === 0) return nothing;
    const words = msg('The PDF shows them as written here. The file inside the PDF keeps them exactly.', {
      id: 'undrawn-words',
    });
    return unprintableView(words, undrawn);
  }

  /** Of an assessment that is only to be read: the PDF as it is. */
  #unsigned(stage: Stage): TemplateResult {
    return html`<p class="govuk-body hw-measure">
        ${msg('This assessment is only to be read here, so it cannot be signed. You can save its PDF without a signature.', { id: 'unsigned-why' })}
      </p>
      <button
        type="button"
        class="govuk-button"
        ?disabled=${this.paper === null}
        @click=${() => {
          if (this.paper)
            download(
              this.paper.bytes,
              fileName(`stage-${String(stage.order)}-unsigned`, new Date(), 'pdf'),
              'application/pdf',
            );
        }}
      >
        ${msg('Save the PDF without a signature', { id: 'unsigned-save' })}
      </button>`;
  }

  #form(session: Session, stage: Stage): TemplateResult {
    const { pack } = session;
    const statement =
      withLanguages(
        report(pack, session.assessment, {
          locale: pack.locale,
          output: 'full',
          stages: [stage.id],
          on: deviceWorld.today(),
        }),
        pack,
      ).signing?.statement ?? [];
    const consent = consentOf(session, stage);
    return html`<div class="hw-measure">
        ${consent ? consentView(session, consent) : nothing}
        <h2 class="govuk-heading-m">${msg('What you sign', { id: 'sign-what' })}</h2>
        <div class="hw-panel hw-panel--plain">
          ${statement.map((words) => html`<p class="govuk-body">${runs(words)}</p>`)}
        </div>
      </div>
      <homeward-signer
        .pack=${pack}
        .roles=${stage.signedBy}
        .chosen=${atTheDesk}
        .kind=${session.assessment.kind}
        .real=${this.services?.vault.real ?? null}
        .consent=${consentAsked(consent)}
        ?busy=${this.busy}
        @homeward-sign=${this.#sign}
      ></homeward-signer>`;
  }

  #done(session: Session, file: string): TemplateResult {
    return html`<h1 class="govuk-heading-xl" tabindex="-1">${msg('Signed and saved', { id: 'signed-title' })}</h1>
      <p class="govuk-body-l hw-measure">
        ${msg(str`The file ${file} is in your downloads folder.`, { id: 'signed-where' })}
      </p>
      <p class="govuk-body hw-measure">
        ${msg('Put it into the case record, and hand it on only the way your council allows: it holds what it prints as data, too. Anybody can check it with a PDF reader that checks signatures. You can go on writing here; the PDF does not change.', { id: 'signed-next' })}
      </p>
      <p>
        <a
          class="govuk-button"
          role="button"
          draggable="false"
          href=${hashOf({ page: 'tasks', id: session.assessment.id })}
          >${msg('Back to the assessment', { id: 'signed-back' })}</a
        >
      </p>`;
  }

  readonly #sign = async ({ said }: SignEvent): Promise<void> => {
    if (!this.#paperOf || this.busy) return;
    this.busy = true;
    const signed = await this.#paperOf.sign(said);
    this.busy = false;
    if (!signed.ok) {
      [this.failed] = signed.problems;
      return;
    }
    const { bytes, name } = signed.value;
    download(bytes, name, 'application/pdf');
    this.file = name;
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  };
}
