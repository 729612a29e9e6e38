import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BothVaults } from '../both-vaults.ts';
import { adoptStyles } from '../pages/own-styles.ts';
import { Page } from '../pages/page.ts';
import { focused } from '../focused.ts';
import { footBarStyles } from '../foot-bar.styles.ts';
import type { Work } from '../work.ts';
import { LockingEvent } from './events.ts';
import { Following } from './following.ts';
import { IdleWatch } from './idle.ts';
import { LimitEvent, lockAfter } from './limit.ts';
import { lockStyles } from './lock.styles.ts';
import { goTo, isControl, placeOf, type PlaceOnPage } from './place.ts';

/** What tabs tell each other: that somebody is at work, or asked for the lock. */
type Told = 'active' | 'lock';
const channelName = 'homeward-lock';
const tellEvery = 5_000;
/** How long a lock waits for what is being written, in milliseconds. */
const longestFlush = 5_000;

/** Three times Escape within this many milliseconds hides the page. */
const escapes = 3;
const escapeTime = 1_500;

/** What somebody does that shows they are there. */
const doings = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * Locks real drafts and hides the page: two buttons, the keys, the watch over idle time with its warning, and the cover.
 *
 * What was typed is flushed, and so sealed, before anything is cleared; the place of the keyboard is kept by name.
 */
export class LockBar extends Page {
  @property({ attribute: false }) vault: BothVaults | null = null;
  @property({ attribute: false }) work: Work | null = null;
  /** A real draft from a file stands on the page: it can be hidden, also where no vault is open. */
  @property({ type: Boolean }) reading = false;
  @state() private warned = false;
  @state() private locking = false;
  #watch: IdleWatch | null = null;
  #channel: BroadcastChannel | null = null;
  #told = 0;
  #last: WeakRef<HTMLElement> | null = null;
  #place: PlaceOnPage | null = null;
  #escapes: number[] = [];
  #covered: { readonly title: string; readonly place: PlaceOnPage } | null = null;
  readonly #following = new Following(this, () => {
    this.#begin();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lockStyles);
    adoptStyles(this, footBarStyles);
    for (const doing of doings) window.addEventListener(doing, this.#busy, { capture: true, passive: true });
    window.addEventListener('keydown', this.#keys, true);
    window.addEventListener('storage', this.#check);
    window.addEventListener(LimitEvent.type, this.#check);
    window.addEventListener('pageshow', this.#check);
    document.addEventListener('visibilitychange', this.#check);
    document.addEventListener('resume', this.#check);
    this.#channel = new BroadcastChannel(channelName);
    this.#channel.addEventListener('message', this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const doing of doings) window.removeEventListener(doing, this.#busy, true);
    window.removeEventListener('keydown', this.#keys, true);
    window.removeEventListener('storage', this.#check);
    window.removeEventListener(LimitEvent.type, this.#check);
    window.removeEventListener('pageshow', this.#check);
    document.removeEventListener('visibilitychange', this.#check);
    document.removeEventListener('resume', this.#check);
    this.#channel?.close();
    this.#rest();
  }

  /** Where somebody was when it was locked: goes there, and forgets it. False where that is not on this page. */
  async comeBack(): Promise<boolean> {
    const place = this.#place;
    this.#place = null;
    return place !== null && goTo(this.#root, place);
  }

  /** Locks real drafts here and in every other tab. */
  async lock(): Promise<void> {
    this.#tell('lock');
    await this.#lock();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#following.follow(this.vault);
    if (changed.has('vault') || changed.has('reading')) this.#begin();
  }

  protected override firstUpdated(): void {
    // Anywhere on it will do for a pointer; its button is for the keyboard.
    this.#dialog?.addEventListener('click', this.#uncover);
  }

  protected override render(): TemplateResult {
    const stay = (event: Event): void => {
      event.preventDefault(); // a pointer leaves the keyboard where it is
    };
    const button = (words: string, does: () => void): TemplateResult =>
      html`<button type="button" class="hw-link-button" @mousedown=${stay} @click=${does}>${words}</button>`;
    return html`${this.#isShown ? button(msg('Hide', { id: 'lock-hide' }), this.#cover) : nothing}
      ${this.#isOpen ? button(msg('Lock', { id: 'lock-lock' }), () => void this.lock()) : nothing}
      <div class="hw-idle" role="alert">${this.warned ? this.#warning() : nothing}</div>
      <dialog class="hw-cover" aria-labelledby="cover:words" @close=${this.#stayCovered}>
        <p class="govuk-body-l" id="cover:words">
          ${this.locking ? msg('One moment.', { id: 'one-moment' }) : msg('This page is hidden.', { id: 'cover-words' })}
        </p>
        ${
          this.locking
            ? nothing
            : html`<button type="button" class="govuk-button govuk-button--secondary">
                  ${msg('Show it again', { id: 'cover-show' })}
                </button>
                <p class="govuk-body hw-quiet">
                  ${msg('A click or Enter shows it. Nothing is locked.', { id: 'cover-how' })}
                </p>`
        }
      </dialog>`;
  }

  #warning(): TemplateResult {
    return html`<div class="hw-foot-bar">
      <p class="govuk-body">
        <strong
          >${this.#isOpen ? msg('Homeward locks in one minute, because nothing has been done for a while.', { id: 'idle-warning' }) : msg('Homeward hides this page in one minute, because nothing has been done for a while.', { id: 'idle-warning-hide' })}</strong
        >
        ${this.#isOpen ? msg('What you wrote is saved. Press any key or click to stay.', { id: 'idle-warning-saved' }) : msg('Press any key or click to stay.', { id: 'idle-warning-stay' })}
      </p>
      <button type="button" class="govuk-button govuk-button--secondary">${msg('Stay', { id: 'idle-stay' })}</button>
    </div>`;
  }

  get #isOpen(): boolean {
    const state = this.vault?.real?.state;
    return state === 'open' || state === 'suspect';
  }

  /** Whether anything about a real family may be on the page. */
  get #isShown(): boolean {
    return this.#isOpen || this.reading || this.vault?.real?.state === 'memory';
  }

  get #root(): ParentNode {
    return this.getRootNode() as ShadowRoot;
  }

  /** Watches while real drafts are open, and rests while they are not. */
  #begin(): void {
    if (!this.#isOpen && !this.reading) this.#rest();
    else if (!this.#watch) {
      this.#watch = new IdleWatch(() => lockAfter() * 60_000);
      this.#watch.addEventListener('change', this.#idle);
    }
  }

  #rest(): void {
    this.#watch?.removeEventListener('change', this.#idle);
    this.#watch?.stop();
    this.#watch = null;
    this.warned = false;
  }

  readonly #idle = (): void => {
    this.warned = this.#watch?.phase === 'warning';
    // No other tab is told: each has heard of the same doings, and one that slept may know less.
    if (this.#watch?.phase !== 'over') return;
    // A file that is only read has nothing to lock: it is hidden.
    if (this.#isOpen) void this.#lock();
    else this.#cover();
  };

  readonly #check = (): void => this.#watch?.check();

  readonly #busy = (event: Event): void => {
    const at = event.composedPath()[0];
    if (isControl(at) && event.type !== 'pointermove') this.#last = new WeakRef<HTMLElement>(at);
    // A mouse that was only pushed says little; when the end is near somebody has to mean it.
    if (this.warned && event.type === 'pointermove') return;
    this.#watch?.touch();
    if (this.#watch && performance.now() - this.#told > tellEvery) this.#tell('active');
  };

  #tell(what: Told): void {
    if (what === 'active') this.#told = performance.now();
    this.#channel?.postMessage(what);
  }

  readonly #hear = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'active') this.#watch?.touch();
    if (data === 'lock') void this.#lock();
  };

  readonly #keys = (event: KeyboardEvent): void => {
    if (this.#covered) {
      if (event.key === 'Escape') event.preventDefault(); // whoever pressed it once too often stays hidden
      return;
    }
    if (!this.#isShown) return;
    if (event.key === 'Escape' && !event.repeat) this.#countEscape();
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || event.key.toLowerCase() !== 'l') return;
    event.preventDefault();
    void this.lock();
  };

  #countEscape(): void {
    const now = performance.now();
    this.#escapes = [...this.#escapes, now].slice(-escapes);
    const [first = now] = this.#escapes;
    if (this.#escapes.length === escapes && now - first < escapeTime) this.#cover();
  }

  /** The control somebody was in, also when the keyboard has moved on to the button they pressed. */
  #placeNow(): PlaceOnPage {
    const at = focused();
    const last = isControl(at) ? at : (this.#last?.deref() ?? null);
    return placeOf(isControl(last) && last.isConnected ? last : null);
  }

  readonly #cover = (): void => {
    if (this.#covered) return;
    this.#escapes = [];
    this.#covered = { title: document.title, place: this.#placeNow() };
    document.title = msg('Homeward', { id: 'homeward' });
    this.#dialog?.showModal();
  };

  readonly #uncover = (): void => {
    const covered = this.#covered;
    if (!covered || this.locking) return;
    this.#covered = null;
    this.#dialog?.close();
    document.title = covered.title;
    void goTo(this.#root, covered.place);
  };

  /** A browser may close a dialog by itself; what is hidden stays so. */
  readonly #stayCovered = (): void => {
    if (this.#covered) this.#dialog?.showModal();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  async #lock(): Promise<void> {
    const { vault, work } = this;
    if (!vault?.real || !this.#isOpen || this.locking) return;
    this.locking = true;
    this.#place = this.#covered?.place ?? this.#placeNow();
    this.#cover();
    const at = focused();
    if (at instanceof HTMLElement) at.blur(); // a control that tells only when it is left tells now
    const locking = new LockingEvent();
    window.dispatchEvent(locking);
    if (work) locking.waitUntil(work.saver.flush());
    try {
      // Whatever is stuck, keys go: what could not be written stays with those who hold it.
      await Promise.race([locking.settled, new Promise((resolve) => setTimeout(resolve, longestFlush))]);
    } finally {
      vault.real.lock();
      this.#last = null;
      this.#covered = null;
      this.locking = false;
      this.#dialog?.close();
    }
  }
}
