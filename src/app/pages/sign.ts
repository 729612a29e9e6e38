import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { langOf, withLanguages, words as packWords } from '../../elements/shared/pack-words.ts';
import { fileName } from '../../exchange/file-name.ts';
import { report } from '../../model/make-report.ts';
import type { Mark } from '../../model/answer.ts';
import type { Stage } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import { hashOf } from '../routes.ts';
import { StagePaper, type Said } from '../stage-paper.ts';
import { stopWarnings } from '../stops.ts';
import type { Paper, Services } from '../services.ts';
import { runs } from '../../elements/shared/report-view.ts';
import { gapList } from './check.ts';
import { SessionPage } from './page.ts';
import type { DrawPad } from './draw-pad.ts';

const needed = ['name', 'organisation', 'mark'] as const;
type Needed = (typeof needed)[number];

/** Makes the PDF of a stage and signs it: who, in which role, with which mark, and what that proves. */
export class SignPage extends SessionPage {
  @property({ attribute: false }) stage: Stage | null = null;
  @property({ attribute: false }) services: Services | null = null;
  @state() private paper: Paper | null = null;
  @state() private failed: Problem | null = null;
  @state() private missing: readonly Needed[] = [];
  @state() private draws = false;
  @state() private busy = false;
  @state() private file: string | null = null;
  #paperOf: StagePaper | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session, stage, services } = this;
    if (session && stage && services && (changed.has('stage') || changed.has('session') || changed.has('services'))) {
      // Another stage is another paper: what was said of the one before is over.
      this.#paperOf = new StagePaper(session, stage, services);
      this.paper = null;
      this.file = null;
      this.failed = null;
      this.missing = [];
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
      ${session.evaluation.stops.some((stop) => stop.stage === stage.id) ? nothing : html`${this.#unprintable()} ${session.readonly ? this.#unsigned(stage) : this.#form(session, stage)}`}
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
    if (this.missing.length === 0) return nothing;
    return html`<div class="govuk-error-summary" role="alert" tabindex="-1">
      <h2 class="govuk-error-summary__title">${msg('There is a problem', { id: 'there-is-a-problem' })}</h2>
      <ul class="govuk-list govuk-error-summary__list">
        ${this.missing.map((id) => html`<li><a href="#" @click=${(event: Event) => this.#goTo(event, id)}>${neededWords(id)}</a></li>`)}
      </ul>
    </div>`;
  }

  #unprintable(): TemplateResult | typeof nothing {
    const undrawn = this.paper?.undrawn ?? [];
    if (undrawn.length === 0) return nothing;
    return html`<div class="govuk-inset-text">
      <h2 class="govuk-heading-s">${msg('Some characters cannot be printed', { id: 'undrawn-title' })}</h2>
      <p class="govuk-body">
        ${msg('The PDF shows them as written here. The file inside the PDF keeps them exactly.', { id: 'undrawn-words' })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${undrawn.map(({ text, printed }) => html`<li><bdi>${text}</bdi> ${msg('is printed as', { id: 'undrawn-as' })} <code>${printed}</code></li>`)}
      </ul>
    </div>`;
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
    const roles = pack.roles.filter(({ id }) => stage.signedBy.includes(id));
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
    return html`<form class="hw-measure" novalidate autocomplete="off" @submit=${this.#submit}>
      <h2 class="govuk-heading-m">${msg('What you sign', { id: 'sign-what' })}</h2>
      <div class="hw-panel hw-panel--plain">
        ${statement.map((words) => html`<p class="govuk-body">${runs(words)}</p>`)}
      </div>
      ${this.#box('name', msg('Your name', { id: 'sign-name' }))}
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="sign:role">${msg('Your role', { id: 'sign-role' })}</label>
        <select class="govuk-select" id="sign:role" name="role">
          ${roles.map(({ id, label }) => html`<option value=${id} lang=${langOf(pack, label) ?? nothing}>${label}</option>`)}
        </select>
      </div>
      ${this.#box('organisation', msg('Your organisation', { id: 'sign-organisation' }))}
      ${this.#box('registration', msg('Your registration number (optional)', { id: 'sign-registration' }))}
      <fieldset
        class="govuk-fieldset govuk-form-group ${this.missing.includes('mark') ? 'govuk-form-group--error' : ''}"
      >
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          ${msg('Your mark', { id: 'sign-mark' })}
        </legend>
        <div class="govuk-hint">
          ${msg('It is printed beside your name. Type it or draw it.', { id: 'sign-mark-hint' })}
        </div>
        <div class="govuk-radios govuk-radios--small">
          ${[false, true].map(
            (draws) =>
              html`<div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name="how"
                  id="sign:how:${draws ? 'draw' : 'type'}"
                  value=${draws ? 'draw' : 'type'}
                  .checked=${this.draws === draws}
                  @change=${() => (this.draws = draws)}
                />
                <label class="govuk-label govuk-radios__label" for="sign:how:${draws ? 'draw' : 'type'}"
                  >${draws ? msg('Draw it', { id: 'sign-draw' }) : msg('Type it', { id: 'sign-type' })}</label
                >
              </div>`,
          )}
        </div>
        ${this.draws ? html`<homeward-draw-pad></homeward-draw-pad>` : this.#box('mark', msg('Your mark, typed', { id: 'sign-mark-typed' }))}
      </fieldset>
      <p class="govuk-body">${msg('The time printed is the time stated by this device.', { id: 'sign-time' })}</p>
      <button class="govuk-button" ?disabled=${this.busy}>
        ${this.busy ? msg('Making the PDF…', { id: 'sign-busy' }) : msg('Sign and save the PDF', { id: 'sign-title' })}
      </button>
    </form>`;
  }

  #box(id: string, label: string): TemplateResult {
    const wrong = this.missing.some((each) => each === id);
    return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--s" for="sign:${id}">${label}</label>
      ${wrong ? html`<p class="govuk-error-message" id="sign:${id}:error">${neededWords(id as Needed)}</p>` : nothing}
      <input
        class="govuk-input govuk-input--width-20"
        id="sign:${id}"
        name=${id}
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${wrong ? `sign:${id}:error` : nothing}
      />
    </div>`;
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

  #goTo(event: Event, id: string): void {
    event.preventDefault();
    this.querySelector<HTMLElement>(`[name="${id}"], homeward-draw-pad canvas`)?.focus();
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => {
      const value = said.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const mark = this.#mark(text('mark'));
    this.missing = needed.filter((name) => (name === 'mark' ? mark === null : text(name) === ''));
    if (mark === null || this.missing.length > 0) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.govuk-error-summary[role=alert]')?.focus());
      return;
    }
    void this.#sign({
      name: text('name'),
      role: text('role'),
      organisation: text('organisation'),
      registration: text('registration'),
      mark,
    });
  };

  #mark(typed: string): Mark | null {
    if (this.draws) return this.querySelector<DrawPad>('homeward-draw-pad')?.mark ?? null;
    return typed === '' ? null : { kind: 'typed', text: typed };
  }

  async #sign(said: Said): Promise<void> {
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
  }
}

function neededWords(id: Needed): string {
  switch (id) {
    case 'name':
      return msg('Enter your name', { id: 'sign-need-name' });
    case 'organisation':
      return msg('Enter your organisation', { id: 'sign-need-organisation' });
    case 'mark':
      return msg('Type or draw your mark', { id: 'sign-need-mark' });
  }
}
