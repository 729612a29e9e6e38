import { msg } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { frame } from '../design/frame.ts';
import { registerRem } from '../design/rem.ts';
import { hearLanguage } from '../i18n/hear.ts';
import { begin, choose, contentLanguage, fetchWords, languageTag } from '../i18n/locale.ts';
import type { Locale, Pack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { DraftSummary } from '../session/ports.ts';
import { appStyles } from './app.styles.ts';
import { fetchFor } from './arrival.ts';
import { footer, header, identity, nameThePage, notSavedBanner, tabsBanner } from './chrome.ts';
import { Desk } from './desk.ts';
import { noteExport } from './exports.ts';
import type { ExportedEvent } from './files/note-export.ts';
import { focused } from './focused.ts';
import { Landing } from './landing.ts';
import { languageNotFetched, languageSwitch } from './language.ts';
import { somethingLeftOver } from './left-over.ts';
import type { LockBar } from './lock/lock-bar.ts';
import { packIn } from './pack.ts';
import { GoEvent } from './pages/page.ts';
import type { ReadEvent } from './pages/recovery.ts';
import { Removal } from './removal.ts';
import { assessmentOf, hashOf, parseRoute, type Route } from './routes.ts';
import type { Services } from './services.ts';
import { ShownPage, stageOf } from './shown.ts';
import type { Work } from './work.ts';

/**
 * The whole toolkit: pages by hash route, one assessment open at a time.
 *
 * @csspart page - Everything the toolkit shows.
 */
export class HomewardApp extends LitElement {
  static override readonly styles = appStyles;

  /** Makes what the app works with; set by whoever defines the element. */
  static open: (app: HomewardApp) => Promise<Services> = () =>
    Promise.reject(new Error('The app was defined without its services.'));

  /** A council's overlay: what it adds, or the address of its file beside this page. Read once. */
  @property() overlay: unknown = null;

  /** Says that every script of the page may read what is typed: real drafts are kept too. Without it, training alone. */
  @property({ type: Boolean, attribute: 'trusted-host' }) trustedHost = false;

  @state() private route: Route = parseRoute(location.hash);
  @state() private services: Services | null = null;
  @state() private pack: Pack | null = null;
  @state() private drafts: readonly DraftSummary[] = [];
  @state() private failed: Problem | null = null;
  @state() private removal: Removal | null = null;
  /** Something nobody expected has happened: from here on only what is safe is offered. */
  @state() private broken = false;
  @state() private languageFailed = false;
  /** An earlier run of the browser left something aside that it could not save. */
  @state() private leftOver = false;
  #desk: Desk | null = null;
  #turn = 0;
  readonly #page = new ShownPage();
  readonly #landing = new Landing(this);

  constructor() {
    super();
    registerRem();
    hearLanguage(this, () => void this.#speak());
  }

  get #work(): Work | null {
    return this.#desk?.work ?? null;
  }

  /** Whether what is on the page does not outlive it. */
  get #inMemory(): boolean {
    const vault = this.services?.vault;
    return (this.#work ? vault?.stateOf(this.#work.session.assessment.kind) : vault?.state) === 'memory';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#follow);
    window.addEventListener('keydown', this.#keys);
    window.addEventListener('error', this.#breakDown);
    window.addEventListener('unhandledrejection', this.#breakDown);
    document.addEventListener('homeward-exported', this.#exported);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#follow);
    window.removeEventListener('keydown', this.#keys);
    window.removeEventListener('error', this.#breakDown);
    window.removeEventListener('unhandledrejection', this.#breakDown);
    document.removeEventListener('homeward-exported', this.#exported);
    this.#desk?.close();
  }

  async #begin(): Promise<void> {
    await begin(this);
    this.services ??= await HomewardApp.open(this);
    const { vault } = this.services;
    this.#desk ??= new Desk(vault, {
      changed: this.#changed,
      gone: (problem) => (this.failed = problem),
      locked: () => void this.#putAway(),
    });
    await this.#arrive();
    // Without them the page still works, and what is not saved says so itself.
    this.#page.fetchFailures().then(this.#changed, () => undefined);
    if (vault.real) void import('./pages/define-lock.ts');
    if (await somethingLeftOver()) {
      await import('./pages/define-rescued.ts');
      this.leftOver = true;
    }
  }

  readonly #changed = (): void => this.requestUpdate();

  /** Nothing of a real draft stays in the page, its title or what the app holds. */
  async #putAway(): Promise<void> {
    const { route } = this;
    const { later } = this.#page;
    this.removal = null;
    this.drafts = this.drafts.filter(({ kind }) => kind === 'training');
    if (this.#work) return;
    later.putAway();
    // What was typed into the page for a new one must go, too.
    if (assessmentOf(route) !== null || route.page === 'new' || later.isAway(route)) this.#askUnlock();
    nameThePage();
    await this.#arrive();
  }

  /** Goes on where somebody was when it was locked. */
  readonly #unlocked = async (): Promise<void> => {
    const before = focused();
    this.#page.later.bringBack();
    this.#desk?.saveAll();
    await this.#arrive();
    await this.updateComplete;
    const cameBack = await this.renderRoot.querySelector<LockBar>('homeward-lock')?.comeBack();
    if (!cameBack) this.#landing.goToMainAfter(before);
  };

  /** Fetches everything shown in `language` first, so that nothing is ever half in one language and half in the other. */
  async #choose(language: Locale): Promise<void> {
    const [words, pack] = await Promise.all([fetchWords(language), this.#work?.packIn(language) ?? packIn(language)]);
    this.languageFailed = !words || !pack.ok || !(await choose(language));
  }

  /** Goes on in the questions of the language now spoken. */
  readonly #speak = async (): Promise<void> => {
    const [pack] = await Promise.all([this.pack && this.services?.pack(), this.#work?.speak(contentLanguage())]);
    if (pack?.ok) this.pack = pack.value;
    this.#name();
  };

  /** Where the address bar is. A link inside the page, such as "skip to the questions", is no route. */
  get #address(): Route {
    const { hash } = location;
    return hash === '' || hash.startsWith('#/') ? parseRoute(hash) : this.route;
  }

  readonly #follow = (): void => {
    if (this.#address !== this.route) void this.#go();
  };

  async #go(): Promise<void> {
    const { route } = this;
    const before = focused();
    await this.#arrive();
    await this.updateComplete;
    await this.#landing.land(hashOf(this.route) !== hashOf(route), before);
  }

  /** Fetches what the page of the address needs, then shows it; a later turn overtakes an earlier one. */
  async #arrive(): Promise<void> {
    const { services } = this;
    const desk = this.#desk;
    if (!services || !desk) return;
    const route = this.#address;
    this.#turn += 1;
    const turn = this.#turn;
    const id = assessmentOf(route);
    if (desk.work?.id !== id) await desk.leave();
    const needed = await fetchFor(services, route, id === null ? null : desk.find(id));
    if (turn !== this.#turn) {
      if (needed.work) await desk.discard(needed.work);
      return;
    }
    this.route = route;
    this.failed = this.#page.later.isAway(route) ? { code: 'locked', place: {} } : needed.failed;
    if (needed.drafts) this.drafts = needed.drafts;
    if (needed.pack) this.pack = needed.pack;
    desk.take(needed.work);
    await this.#page.prepare(route, this.failed, this);
    const stage = route.page === 'section' && stageOf(route, this.#work);
    if (stage) void this.#work?.fetchGuidance(stage);
    this.#name();
    this.requestUpdate();
  }

  #name(): void {
    nameThePage(this.failed ? undefined : this.route, this.pack, this.#work);
  }

  protected override render(): TemplateResult {
    const vault = this.services?.vault ?? null;
    const work = this.#work;
    return frame(
      languageTag(),
      'ltr',
      html`${header(
          this.#skip,
          languageSwitch((language) => void this.#choose(language)),
          vault?.real
            ? html`<homeward-lock .vault=${vault} .work=${work} ?reading=${this.#page.later.isReading}></homeward-lock>`
            : nothing,
        )}
        <div
          class="hw-frame"
          @homeward-go=${(event: GoEvent) => (location.hash = event.hash)}
          @homeward-remove=${this.#remove}
          @homeward-reading=${this.#changed}
          @homeward-unlocked=${this.#unlocked}
          @homeward-ask-unlock=${this.#askUnlock}
          @homeward-take-over=${() => this.#desk?.takeOver()}
          @homeward-read=${this.#read}
          @homeward-again=${this.#again}
        >
          ${languageNotFetched(this.languageFailed)} ${vault ? this.#page.banner(vault, work) : nothing}
          ${this.leftOver ? html`<homeward-rescued .vault=${vault} .work=${work}></homeward-rescued>` : nothing}
          ${work && vault ? notSavedBanner(work, vault) : nothing}
          ${work && !this.failed ? identity(work, stageOf(this.route, work), this.#inMemory) : nothing}
          ${work ? tabsBanner(work) : nothing}
          <main class="govuk-main-wrapper hw-main" id="main" tabindex="-1">${this.#main()}</main>
        </div>
        ${footer()}`,
    );
  }

  #main(): unknown {
    const { route, services, pack, drafts, removal, failed } = this;
    const [work, changed] = [this.#work, this.#changed];
    if (this.broken) return this.#page.unexpected(work, this.#inMemory);
    if (!services) return html`<p class="govuk-body">${msg('One moment.', { id: 'one-moment' })}</p>`;
    const held = this.#desk?.holdsReal ?? false;
    return this.#page.show({ route, services, work, pack, drafts, removal, failed, held, changed });
  }

  readonly #askUnlock = (): void => {
    void import('./pages/define-unlock.ts');
    this.failed = { code: 'locked', place: {} };
  };

  /** Shows what is left of a draft, to be read. */
  readonly #read = async ({ work }: ReadEvent): Promise<void> => {
    await this.#page.prepare(this.route, null, this);
    this.failed = null;
    this.#desk?.take(work);
  };

  /** Goes where somebody is once more, as if for the first time. */
  readonly #again = async (): Promise<void> => {
    await this.#work?.close();
    await this.#arrive();
  };

  readonly #remove = (): void => {
    const work = this.#work;
    if (!work || !this.services) return;
    const { vault } = this.services;
    this.removal = new Removal(vault, work.id, work.session.assessment.reference);
    this.removal.addEventListener('change', () => {
      void vault.list().then((drafts) => (this.drafts = drafts.ok ? drafts.value : [...this.drafts]));
    });
    location.hash = hashOf({ page: 'assessments' });
  };

  readonly #keys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void this.#work?.saver.flush();
  };

  readonly #breakDown = (event: Event): void => {
    // A resource that did not load is no fault of the program; a script error has a message.
    if (event instanceof ErrorEvent && event.error === undefined) return;
    void this.#work?.saver.flush();
    if (this.broken) return;
    this.broken = true;
    void this.#tellOfBreakDown();
  };

  async #tellOfBreakDown(): Promise<void> {
    await this.#page.fetchFailures().catch(() => undefined);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  /** What the identity line says of copies in files is true from now on. */
  readonly #exported = ({ drafts }: ExportedEvent): void => {
    for (const { id, revision } of drafts) noteExport(id, revision);
    this.requestUpdate();
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.#landing.goToMain();
  };
}
