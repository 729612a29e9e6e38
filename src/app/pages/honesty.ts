import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DraftSummary } from '../../session/ports.ts';
import { copyWords, lastExport } from '../exports.ts';
import { filesStyles } from '../files/files.styles.ts';
import { goToResult, resultHeading } from '../files/result.ts';
import type { Visit } from '../later.ts';
import { isLettingGo, letGo } from '../letting-go.ts';
import { Following } from '../lock/following.ts';
import { chooseReviewDays, chosenReviewDays, reviewDays } from '../retention.ts';
import { hashOf } from '../routes.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';
import { whereKept } from './start.ts';
import { beginRestartCheck, restartCheck, type RestartCheck } from './restart-check.ts';

/** What is kept where, how safe that is, what encryption does not protect from, and how long drafts rest. */
export class HonestyPart extends Page {
  @property({ attribute: false }) visit: Visit | null = null;
  @state() private drafts: readonly DraftSummary[] | null = null;
  /** Null where the browser does not say. */
  @state() private persisted: boolean | null = null;
  /** Somebody asked, and the browser would not. */
  @state() private refused = false;
  /** Whether a council can open real drafts; null where there are none or nobody knows. */
  @state() private council: boolean | null = null;
  @state() private locked = 0;
  @state() private room: StorageEstimate | null = null;
  @state() private check: RestartCheck = 'none';
  /** It was begun just now. */
  @state() private begun = false;
  @state() private days: 'chosen' | 'wrong' | null = null;
  @state() private unremembered = false;

  /** A council's key is given, or what was locked is opened, while this stands on the page. */
  readonly #following = new Following(this, () => void this.#look());

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, filesStyles);
    this.check = checkNow();
    void this.#look();
  }

  protected override willUpdate(): void {
    this.#following.follow(this.visit?.services.vault ?? null);
  }

  protected override render(): TemplateResult {
    if (this.visit?.services.vault.state === 'memory') return html`${whereKept(true)} ${this.#copies()}`;
    return html`${this.#where()} ${this.#lasting()} ${this.#copies()} ${this.#review()} ${this.#restart()}
    ${notProtected()}`;
  }

  /** Storage that the browser does not have, or closes to us, is left unsaid. */
  async #look(): Promise<void> {
    const listed = await this.visit?.services.vault.list();
    this.drafts = listed?.ok ? listed.value : null;
    this.locked = this.visit?.services.vault.locked ?? 0;
    const real = this.visit?.services.vault.real;
    const file = real && real.state !== 'none' && real.state !== 'memory' ? await real.council() : null;
    this.council = file?.ok ? file.value !== null : null;
    if (!('storage' in navigator)) return;
    this.persisted = await navigator.storage.persisted().catch(() => null);
    this.room = await navigator.storage.estimate().catch(() => null);
  }

  #where(): TemplateResult {
    const real = this.visit?.services.vault.real ?? null;
    return html`<h2 class="govuk-heading-l">${msg('What is kept where', { id: 'honest-where' })}</h2>
      <ul class="govuk-list govuk-list--bullet hw-measure">
        <li>
          ${msg('Drafts, their earlier versions and signed PDFs: in this browser, on this computer. Assessments of real families are encrypted with your passphrase. Training drafts rest apart from them and are not encrypted.', { id: 'honest-drafts' })}
        </li>
        <li>
          ${msg('Beside them, to notice when the browser has deleted drafts: how many there are, how far each had got, when it was last put into a file and what you said about keeping it. This is not encrypted; it holds no names and no answers.', { id: 'honest-sentinel' })}
        </li>
        ${
          real === null
            ? nothing
            : html`<li>
                ${msg('The key to real drafts: in this browser, itself encrypted. Your passphrase opens it, and so does the recovery code.', { id: 'honest-key' })}
                ${this.council === null ? nothing : this.council ? msg('Your council can open them as well, with a recovery key that it keeps.', { id: 'honest-council' }) : msg('No recovery key of your council was added: nobody else can open them.', { id: 'honest-no-council' })}
              </li>`
        }
        <li>
          ${msg('When storage fails: a second place in the same browser, until what is in it is saved or thrown away. Real drafts are encrypted there, too.', { id: 'honest-rescue' })}
        </li>
        <li>
          ${msg('Your choices: the language, when it locks, after how many days a draft is to be looked at again, and the public part of your key for files, if you made one.', { id: 'honest-choices' })}
        </li>
        <li>
          ${msg('Nothing on any server. Only what you save or print leaves this computer.', { id: 'honest-server' })}
          ${msg('Clearing the browser’s data deletes all of it.', { id: 'honest-clearing' })}
        </li>
      </ul>`;
  }

  #lasting(): TemplateResult {
    const { usage, quota } = this.room ?? {};
    const left = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
    return html`<h2 class="govuk-heading-l">${msg('Will it stay?', { id: 'honest-stay' })}</h2>
      <p class="govuk-body hw-measure" data-persisted=${this.persisted ?? nothing}>
        ${
          this.persisted === null
            ? msg('This browser does not say whether it may delete what is kept when room runs short.', {
                id: 'honest-unsaid',
              })
            : this.persisted
              ? msg(
                  'This browser has promised not to delete it when room runs short. You, or IT, can still clear it.',
                  { id: 'honest-promised' },
                )
              : msg('This browser may delete it when room runs short. You can ask it not to.', { id: 'honest-may' })
        }
        ${left === null ? nothing : roomWords(left)}
      </p>
      ${this.persisted === false ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${this.#persist}>${msg('Ask the browser to keep it', { id: 'honest-ask' })}</button>` : nothing}
      ${this.refused ? html`<p class="govuk-body hw-measure" role="status">${msg('The browser did not promise it. A copy in a file is what is safe.', { id: 'honest-refused' })}</p>` : nothing}`;
  }

  #copies(): TemplateResult | typeof nothing {
    const { drafts } = this;
    if (!drafts) return nothing;
    return html`<h2 class="govuk-heading-l">${msg('Drafts and their copies', { id: 'honest-copies' })}</h2>
      ${
        this.visit?.services.vault.isLocked
          ? html`<p class="govuk-body hw-measure">${lockedWords(this.locked)}</p>
              <p class="govuk-body">
                ${msg(str`Training drafts on this computer: ${drafts.length}`, { id: 'honest-training' })}
              </p>`
          : html`<p class="govuk-body">
              ${msg(str`Drafts on this computer: ${drafts.length}`, { id: 'honest-count' })}
            </p>`
      }
      <ul class="govuk-list">
        ${drafts.map(
          ({ id, reference }) =>
            html`<li>
              <a class="govuk-link" href=${hashOf({ page: 'tasks', id })}><bdi>${reference}</bdi></a
              >: ${copyWords(lastExport(id))}
            </li>`,
        )}
      </ul>`;
  }

  #review(): TemplateResult {
    return html`<h2 class="govuk-heading-l">${msg('How long a draft rests', { id: 'honest-review' })}</h2>
      <form
        class="govuk-form-group ${this.days === 'wrong' ? 'govuk-form-group--error' : ''}"
        autocomplete="off"
        @submit=${this.#choose}
      >
        <label class="govuk-label" for="review-days"
          >${msg('Days without a change after which the list asks you to keep or delete a draft', { id: 'review-days' })}</label
        >
        <div class="govuk-hint" id="review-days:hint">
          ${msg(str`A whole number from ${reviewDays.least} to ${reviewDays.most}.`, { id: 'review-days-hint' })}
        </div>
        ${this.days === 'wrong' ? html`<p class="govuk-error-message" id="review-days:error" role="alert">${msg(str`Enter a whole number from ${reviewDays.least} to ${reviewDays.most}`, { id: 'review-days-wrong' })}</p>` : nothing}
        <input
          class="govuk-input govuk-input--width-3"
          id="review-days"
          name="review-days"
          inputmode="numeric"
          aria-describedby="review-days:hint${this.days === 'wrong' ? ' review-days:error' : ''}"
          .defaultValue=${String(chosenReviewDays())}
        />
        <button class="govuk-button govuk-button--secondary">
          ${msg('Remember this', { id: 'review-days-keep' })}
        </button>
        ${this.days === 'chosen' ? html`<p class="govuk-body" role="status">${msg('Remembered on this computer.', { id: 'review-days-kept' })}</p>` : nothing}
      </form>
      <div class="govuk-checkboxes govuk-form-group hw-measure">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="letting-go"
            aria-describedby="letting-go:hint"
            .checked=${isLettingGo(null)}
            @change=${this.#letGo}
          />
          <label class="govuk-label govuk-checkboxes__label" for="letting-go"
            >${msg('Delete drafts by themselves once they are safe in a file', { id: 'letting-go' })}</label
          >
          <div class="govuk-hint govuk-checkboxes__hint" id="letting-go:hint">
            ${msg('Off unless you switch it on. A draft then goes 14 days after its date to look again, and only when a file holds it as it is now; the list counts the days, and “Keep it” stops them. Nothing else is ever deleted but by a person. Homeward cannot see whether the file is still where you saved it.', { id: 'letting-go-hint' })}
          </div>
        </div>
      </div>
      ${this.unremembered ? html`<p class="govuk-body" role="alert">${msg('This browser remembers no settings, so nothing is deleted by itself.', { id: 'keeping-not' })}</p>` : nothing}`;
  }

  #restart(): TemplateResult {
    return html`<h2 class="govuk-heading-l">${msg('Does this computer keep your drafts?', { id: 'restart-title' })}</h2>
      ${this.#lost() ? html`<p class="govuk-body hw-measure" data-lost><strong>${msg('Drafts that were kept here are gone: this browser, or somebody, has deleted them. Do not rely on this computer to keep drafts. Tell your IT support, and keep every draft in a file.', { id: 'restart-lost' })}</strong></p>` : nothing}
      <div role="status" data-restart=${this.check}>
        ${this.begun ? resultHeading(3, msg('The check has begun', { id: 'restart-begun' })) : nothing}
        <p class="govuk-body hw-measure">${checkWords(this.check)}</p>
      </div>
      ${
        this.check === 'waiting'
          ? nothing
          : html`<button type="button" class="govuk-button govuk-button--secondary" @click=${this.#begin}>
              ${msg('Begin the check', { id: 'restart-begin' })}
            </button>`
      }`;
  }

  #lost(): boolean {
    const warnings = this.visit?.services.vault.warnings ?? [];
    return warnings.some(({ code }) => code === 'drafts-gone' || code === 'data-loss');
  }

  readonly #persist = async (): Promise<void> => {
    this.persisted = await navigator.storage.persist().catch(() => false);
    this.refused = !this.persisted;
  };

  readonly #choose = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = this.querySelector<HTMLInputElement>('#review-days')?.value.trim() ?? '';
    this.days = typed !== '' && chooseReviewDays(Number(typed)) ? 'chosen' : 'wrong';
  };

  readonly #letGo = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.unremembered = !letGo(null, event.target.checked);
  };

  readonly #begin = (): void => {
    try {
      beginRestartCheck(localStorage, sessionStorage);
    } catch {
      return; // nothing can be remembered here: the check stays not begun
    }
    this.check = checkNow();
    this.begun = true;
    void goToResult(this, '[data-restart]');
  };
}

/** Room left, as a person says it: nobody counts ten thousand megabytes. */
function roomWords(bytes: number): string {
  const gigabytes = (Math.floor(bytes / 1e8) / 10).toFixed(1);
  const megabytes = Math.floor(bytes / 1e6);
  return bytes >= 1e9
    ? msg(str`There is room for about ${gigabytes} GB more.`, { id: 'honest-room-gb' })
    : msg(str`There is room for about ${megabytes} MB more.`, { id: 'honest-room' });
}

function checkNow(): RestartCheck {
  try {
    return restartCheck(localStorage, sessionStorage);
  } catch {
    return 'none'; // closed to us
  }
}

function checkWords(check: RestartCheck): string {
  switch (check) {
    case 'none':
      return msg(
        'Some shared computers forget everything when the browser is closed. Find out before you write: begin the check, close every window of the browser, open it and come back to this page. If it then says again what you read here, this computer does not keep drafts: tell your IT support, and keep every draft in a file.',
        { id: 'restart-none' },
      );
    case 'waiting':
      return msg(
        'Now close every window of the browser, open it again and come back to this page. If the check then reads as if it had not begun, this computer does not keep drafts.',
        { id: 'restart-waiting' },
      );
    case 'kept':
      return msg(
        'The mark the check made is still here. If you closed every window of the browser in between, this computer keeps drafts, unless somebody clears them.',
        { id: 'restart-kept' },
      );
  }
}

/** What is known of real drafts while they are locked: at most how many there are. */
function lockedWords(locked: number): string {
  return locked === 0
    ? msg('Assessments of real families are locked, and cannot be counted until you unlock them.', {
        id: 'honest-uncounted',
      })
    : msg(
        str`Assessments of real families: ${locked}. They are locked; unlock them to see when each was last copied.`,
        {
          id: 'honest-locked',
        },
      );
}

function notProtected(): TemplateResult {
  return html`<h2 class="govuk-heading-l">${msg('What encryption does not protect from', { id: 'honest-not' })}</h2>
    <ul class="govuk-list govuk-list--bullet hw-measure">
      <li>
        ${msg('Anybody at this computer while real drafts are unlocked, or who knows the passphrase or the recovery code. Training drafts are open at any time.', { id: 'honest-unlocked' })}
      </li>
      <li>${msg('Somebody who looks at an open screen.', { id: 'honest-screen' })}</li>
      <li>
        ${msg('An extension of the browser, or a program that records keys or the screen.', { id: 'honest-extension' })}
      </li>
      <li>
        ${msg('Somebody who puts the whole profile of the browser back to an earlier day: later changes are then missing.', { id: 'honest-rollback' })}
      </li>
      <li>${msg('Files you saved, such as PDFs in the Downloads folder.', { id: 'honest-downloads' })}</li>
      <li>${msg('What was sent to a printer, which may keep a copy.', { id: 'honest-print' })}</li>
      <li>
        ${msg('What the browser itself remembers of an open page, to show it again after a restart.', { id: 'honest-session' })}
      </li>
    </ul>`;
}
