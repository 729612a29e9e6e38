import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { draftFile } from '../../exchange/draft-file.ts';
import { fileName } from '../../exchange/file-name.ts';
import { handOver } from '../../exchange/hand-over.ts';
import { blockWithLanguages, words } from '../../elements/shared/pack-words.ts';
import { blocksView } from '../../elements/shared/report-view.ts';
import { contentLanguage } from '../../i18n/locale.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome, type Problem } from '../../model/problem.ts';
import { draftFrom, pieceTogether, type PiecedTogether } from '../../session/piece-together.ts';
import type { Repair, Salvage } from '../../session/ports.ts';
import { deviceWorld } from '../../session/world.ts';
import type { KeptVault } from '../../store/kept-vault.ts';
import { download } from '../download.ts';
import { calledDraft, makingBy, saveFile } from '../files/save-file.ts';
import type { Save } from '../files/save-form.ts';
import { packIn } from '../pack.ts';
import { nearestPack } from '../questions/which.ts';
import { hashOf } from '../routes.ts';
import { Work } from '../work.ts';
import { failurePage } from './failure.ts';
import { AgainEvent, GoEvent, Page } from './page.ts';
import { laterWords, recoveryReport, type LaterWords } from './recovery-later.ts';
import { isGone, recoveryWords, type RecoveryWords } from './recovery-words.ts';

/** Somebody wants to read what is left of a draft. */
export class ReadEvent extends Event {
  static readonly type = 'homeward-read';
  readonly work: Work;

  constructor(work: Work) {
    super(ReadEvent.type, { bubbles: true, composed: true });
    this.work = work;
  }
}

/** What was found of a draft, ready to be shown. */
interface Found {
  readonly repair: Repair;
  readonly salvage: Salvage;
  readonly pack: Pack;
  readonly pieces: PiecedTogether;
}

/** A draft that does not open as it should: what happened, what is safe, and buttons that do what can be done. */
export class RecoveryPage extends Page {
  @property({ attribute: false }) vault: KeptVault | null = null;
  @property() draft = '';
  @property({ attribute: false }) problem: Problem | null = null;
  @state() private found: Found | null = null;
  @state() private failed: Problem | null = null;
  /** Whether what was written later goes into the new draft, too. */
  @state() private takesLater = true;
  @state() private busy = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('vault') && !changed.has('draft') && !changed.has('problem')) return;
    this.found = null;
    this.failed = null;
    void this.#look();
  }

  async #look(): Promise<void> {
    const { draft } = this;
    const found = await this.#find(draft);
    if (draft !== this.draft) return;
    if (found.ok) this.found = found.value;
    else [this.failed] = found.problems;
  }

  async #find(draft: string): Promise<Outcome<Found>> {
    const [repair, ours] = await Promise.all([this.vault?.repair(), packIn(contentLanguage())]);
    if (!ours.ok) return ours;
    if (!repair) return problem(this.problem?.code ?? 'damaged', {}, this.problem?.detail);
    const salvage = this.#known(await repair.salvage(draft));
    if (!salvage.ok) return salvage;
    const made = salvage.value.draft?.snapshot.pack;
    const pack = made ? await nearestPack(made, ours.value) : ours;
    if (!pack.ok) return pack;
    const pieces = pieceTogether(pack.value, salvage.value);
    return outcome({ repair, salvage: salvage.value, pack: pack.value, pieces }, []);
  }

  /** Where all of real drafts is gone, nothing is left that knows of this one. */
  #known(salvage: Outcome<Salvage>): Outcome<Salvage> {
    const condition = this.problem?.code === 'data-loss' ? 'data-loss' : 'empty-but-sentinel';
    const isTold = salvage.ok || !['drafts-gone', 'data-loss'].includes(this.problem?.code ?? '');
    if (isTold || salvage.problems[0].code !== 'no-such-draft') return salvage;
    return outcome({ condition, draft: null, beyond: [], upTo: 0, unreadable: 0, report: 'nothing is left' }, []);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.failed) return failurePage(this.failed);
    const { found } = this;
    if (!found) return html`<p class="govuk-body">${msg('One moment.', { id: 'one-moment' })}</p>`;
    const { salvage, pieces, pack } = found;
    const said = recoveryWords(salvage, pieces.whole?.changedAt ?? null);
    const later = laterWords(pack, pieces);
    return html`<div data-condition=${salvage.condition}>
      <h1 class="govuk-heading-l hw-measure">${said.happened}</h1>
      <p class="govuk-body-l hw-measure">${said.safe}</p>
      <p class="govuk-body hw-measure">${said.why}</p>
      ${pieces.whole ? this.#facts(pieces.whole) : nothing}
      <h2 class="govuk-heading-m">${msg('What to do now', { id: 'recovery-do' })}</h2>
      <p class="govuk-body hw-measure">${said.now}</p>
      ${isGone(salvage.condition) ? this.#gone() : this.#ways(found, said, later)}
      ${later.length === 0 ? nothing : this.#later(pack, later)}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${msg('Details for IT', { id: 'details-it' })}</span>
        </summary>
        <div class="govuk-details__text"><code>${salvage.condition} (${salvage.report})</code></div>
      </details>
    </div>`;
  }

  #facts({ reference, answers }: Assessment): TemplateResult {
    const count = Object.keys(answers).length;
    return html`<dl class="govuk-summary-list hw-measure">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">${msg('Reference', { id: 'recovery-reference' })}</dt>
        <dd class="govuk-summary-list__value"><bdi>${reference}</bdi></dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">${msg('Answers that can be read', { id: 'recovery-answers' })}</dt>
        <dd class="govuk-summary-list__value">${count}</dd>
      </div>
    </dl>`;
  }

  #gone(): TemplateResult {
    return html`<div class="govuk-button-group">
        <a class="govuk-button" role="button" draggable="false" href=${hashOf({ page: 'open' })}
          >${msg('Open a copy from a file', { id: 'recovery-open-file' })}</a
        >
        <button type="button" class="govuk-button govuk-button--secondary" @click=${this.#accept}>
          ${msg('I have seen this, do not remind me again', { id: 'recovery-accept' })}
        </button>
      </div>
      <p class="govuk-body hw-measure">
        ${msg('If this happens again, ask your IT support whether this computer deletes browsing data, and save a copy to a file each time you stop.', { id: 'recovery-gone-it' })}
      </p>`;
  }

  #ways(found: Found, said: RecoveryWords, later: readonly LaterWords[]): TemplateResult {
    const { pieces, salvage } = found;
    const { whole } = pieces;
    // Nothing anybody wrote about a real family leaves unencrypted; of a draft without a whole state nobody knows the kind.
    const mayBePlain = whole?.kind === 'training';
    const unsealed = html`<br /><span class="hw-quiet"
        >${
          mayBePlain
            ? msg(
                'What you save here is not encrypted: anybody who has it can read it. Keep it where the case record is kept.',
                { id: 'recovery-save-warning' },
              )
            : msg('The report says what happened and holds no answers: it is not encrypted.', {
                id: 'recovery-report-bare',
              })
        }</span
      >`;
    const report = html`<button
      type="button"
      class="hw-link-button"
      @click=${() => {
        this.#saveReport(salvage, said, mayBePlain ? later : []);
      }}
    >
      ${msg('Save this report as text', { id: 'recovery-report' })}
    </button>`;
    if (!whole)
      return html`<p class="govuk-body hw-measure">${report}${unsealed}</p>
        <div class="govuk-button-group">
          <a class="govuk-button" role="button" draggable="false" href=${hashOf({ page: 'open' })}
            >${msg('Open a copy from a file', { id: 'recovery-open-file' })}</a
          >
        </div>`;
    const readable = pieces.withLater ?? whole;
    const save = msg('Save what can be read to a file', { id: 'recovery-save' });
    const older = salvage.condition === 'draft-older' || salvage.condition === 'ok';
    return html`${
        mayBePlain
          ? html`<p class="govuk-body hw-measure">
              <button
                type="button"
                class="hw-link-button"
                @click=${() => {
                  this.#saveFile(readable);
                }}
              >
                ${save}</button
              ><br />
              ${report}${unsealed}
            </p>`
          : html`<details class="govuk-details">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">${save}</span>
                </summary>
                <div class="govuk-details__text">
                  <homeward-save-form
                    .save=${saving(readable, salvage.draft?.revision ?? 0)}
                    .called=${calledDraft(readable.id, salvage.draft?.revision ?? 0)}
                    .label=${save}
                  ></homeward-save-form>
                </div>
              </details>
              <p class="govuk-body hw-measure">${report}${unsealed}</p>`
      }
      ${
        pieces.later.length > 0
          ? html`<div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id="recovery:later"
                  .checked=${this.takesLater}
                  @change=${(event: Event) => (this.takesLater = (event.target as HTMLInputElement).checked)}
                />
                <label class="govuk-label govuk-checkboxes__label" for="recovery:later"
                  >${msg('Put the later answers listed below into the new draft', { id: 'recovery-take-later' })}</label
                >
              </div>
            </div>`
          : nothing
      }
      <div class="govuk-button-group">
        ${
          older
            ? html`<button
                type="button"
                class="govuk-button"
                ?disabled=${this.busy}
                @click=${() => void this.#goOnOlder(found)}
              >
                ${msg('Go on with it as it is', { id: 'recovery-as-it-is' })}
              </button>`
            : html`<button
                type="button"
                class="govuk-button"
                ?disabled=${this.busy}
                @click=${() => void this.#goOn(found)}
              >
                ${msg('Go on from here as a new draft', { id: 'recovery-go-on' })}
              </button>`
        }
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#read(found)}>
          ${msg('Open it to read and print', { id: 'recovery-read' })}
        </button>
      </div>
      ${
        older
          ? nothing
          : html`<p class="govuk-body hw-measure">
              ${msg('A new draft is a second one beside this. Nothing of this one goes until you delete it.', { id: 'recovery-second' })}
            </p>`
      }`;
  }

  #later(pack: Pack, later: readonly LaterWords[]): TemplateResult {
    return html`<h2 class="govuk-heading-m">${msg('What can be read of later changes', { id: 'recovery-later' })}</h2>
      ${later.map(
        ({ label, person, blocks, typed, when }) =>
          html`<section class="hw-measure hw-recovered">
            <h3 class="govuk-heading-s">
              ${label === null ? msg('Words without a question', { id: 'recovery-loose' }) : words(pack, label)}${person === null ? nothing : html`: <bdi>${person}</bdi>`}
            </h3>
            ${blocksView(blocks.map((block) => blockWithLanguages(block, pack)))}
            ${typed.map((text) => html`<p class="govuk-body hw-report__answer"><bdi class="hw-own">${text}</bdi></p>`)}
            ${when === null ? nothing : html`<p class="govuk-body-s hw-quiet">${msg(str`Typed ${when}. It belongs to something that is missing.`, { id: 'recovery-typed' })}</p>`}
          </section>`,
      )}`;
  }

  #saveFile(assessment: Assessment): void {
    const { name, bytes } = draftFile(assessment);
    download(bytes, name, 'application/json');
  }

  #saveReport({ condition, report }: Salvage, said: RecoveryWords, later: readonly LaterWords[]): void {
    const text = recoveryReport({
      title: said.happened,
      said: [said.safe, said.why, said.now],
      later,
      forIt: `${condition} (${report})`,
    });
    // With a mark of its encoding: editors on Windows guess otherwise.
    download(new TextEncoder().encode(`\uFEFF${text}`), fileName('report', new Date(), 'txt'), 'text/plain');
  }

  #read({ pack, pieces, salvage }: Found): void {
    if (!pieces.whole || !this.vault) return;
    this.dispatchEvent(new ReadEvent(Work.toRead(this.vault, pack, pieces.whole, salvage.draft?.revision ?? 0)));
  }

  async #goOn({ repair, pieces, salvage }: Found): Promise<void> {
    const { vault, draft } = this;
    const from = this.takesLater ? pieces.withLater : pieces.whole;
    if (!vault || !from) return;
    this.busy = true;
    const made = draftFrom(from, { how: 'read', draft, revision: salvage.draft?.revision ?? 0 }, deviceWorld);
    const begun = await Work.begin(vault, made);
    // What was signed rests beside its draft, and belongs beside this one as well.
    for (const { sha256 } of begun.ok ? made.versions : []) {
      const file = await vault.getBlob(draft, sha256);
      if (file.ok) await vault.putBlob(made.id, sha256, file.value);
    }
    // Only now: until there is another draft, nothing of this one is moved.
    if (begun.ok) await repair.setAside(draft);
    this.busy = false;
    if (begun.ok) this.dispatchEvent(new GoEvent(hashOf({ page: 'tasks', id: made.id })));
    else [this.failed] = begun.problems;
  }

  async #goOnOlder({ repair }: Found): Promise<void> {
    this.busy = true;
    const accepted = await repair.acceptOlder(this.draft);
    this.busy = false;
    if (accepted.ok) this.dispatchEvent(new AgainEvent());
    else [this.failed] = accepted.problems;
  }

  readonly #accept = async (): Promise<void> => {
    await this.vault?.acceptLosses();
    this.dispatchEvent(new GoEvent(hashOf({ page: 'assessments' })));
  };
}

/** Saves a draft as an encrypted file. */
const saving =
  (assessment: Assessment, revision: number): Save =>
  (lock, from) =>
    saveFile(handOver(assessment.kind, [{ assessment, revision }], makingBy(from)), lock);
