import { LOCALE_STATUS_EVENT, msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { frame, frameStyles } from '../design/frame.ts';
import { parts } from '../design/parts.ts';
import { registerRem } from '../design/rem.ts';
import { sheet } from '../design/sheet.ts';
import { tokens } from '../design/tokens.ts';
import type { HomewardForm } from '../elements/form/form.ts';
import { begin, choose, contentLanguage, fetchWords, languageTag } from '../i18n/locale.ts';
import { reportStyles } from '../elements/shared/report.styles.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Section } from '../model/pack.ts';
import type { Locale, Pack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { DraftSummary } from '../session/ports.ts';
import { appStyles } from './app.styles.ts';
import { chromeStyles } from './chrome.styles.ts';
import { definePage, fetchFor, isMendable } from './arrival.ts';
import { noteExport } from './exports.ts';
import type { ExportedEvent } from './files/note-export.ts';
import { somethingLeftOver } from './left-over.ts';
import { LaterPages } from './later.ts';
import { footer, header, identity, tabsBanner } from './chrome.ts';
import type { LockBar } from './lock/lock-bar.ts';
import { languageNotFetched, languageSwitch } from './language.ts';
import type { Tabs } from './tabs.ts';
import { packIn } from './pack.ts';
import { assessmentsPage } from './pages/assessments.ts';
import { unexpectedPage } from './pages/unexpected.ts';
import { GoEvent } from './pages/page.ts';
import type { ReadEvent } from './pages/recovery.ts';
import { sectionPage, type SectionActions } from './pages/section.ts';
import { startPage } from './pages/start.ts';
import { tasksPage } from './pages/tasks.ts';
import { Removal } from './removal.ts';
import { assessmentOf, hashOf, parseRoute, type Route } from './routes.ts';
import type { Services } from './services.ts';
import type { Work } from './work.ts';

/** The whole toolkit: pages by hash route, one assessment open at a time. */
/** How long a draft that could not be opened again waits for the next try, in milliseconds. */
const nextTry = 2_000;

export class HomewardApp extends LitElement {
  static override readonly styles = [sheet, tokens, frameStyles, parts, reportStyles, chromeStyles, appStyles];

  /** Makes what the app works with; set by whoever defines the element. */
  static open: () => Promise<Services> = () => Promise.reject(new Error('The app was defined without its services.'));

  @state() private route: Route = parseRoute(location.hash);
  @state() private services: Services | null = null;
  @state() private pack: Pack | null = null;
  @state() private drafts: readonly DraftSummary[] | null = null;
  @state() private work: Work | null = null;
  @state() private failed: Problem | null = null;
  @state() private removal: Removal | null = null;
  /** Something nobody expected has happened: from here on only what is safe is offered. */
  @state() private broken = false;
  @state() private languageFailed = false;
  /** Words for what went wrong: fetched when the first page stands, or is one of them. */
  @state() private failures: typeof import('./pages/failure.ts') | null = null;
  /** An earlier run of the browser left something aside that it could not save. */
  @state() private leftOver = false;
  /** Assessments somebody went away from while they could not be saved, by their ids: nothing typed is let go of. */
  readonly #unsaved = new Map<string, Work>();
  /** The question or stage to go to once its page stands. Not in the address: a question's name holds a person's id. */
  #next: { readonly key?: string; readonly stage?: string } = {};
  #turn = 0;
  /** A file with a real draft was being read when it was locked: out of sight, with comments that are nowhere else. */
  #fileAway = false;
  #wasLocked = false;
  readonly #later = new LaterPages();
  #tabs: Tabs | null = null;
  #reopening: Promise<void> = Promise.resolve();
  /** The one whose conflict is being seen to. */
  #conflicting: Work | null = null;

  constructor() {
    super();
    registerRem();
    // On the host, since links are everywhere; the path of an event reaches into our own root.
    this.addEventListener('click', this.#remember);
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#follow);
    window.addEventListener('keydown', this.#keys);
    window.addEventListener('error', this.#breakDown);
    window.addEventListener('unhandledrejection', this.#breakDown);
    window.addEventListener(LOCALE_STATUS_EVENT, this.#speak);
    document.addEventListener('homeward-exported', this.#exported);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#follow);
    window.removeEventListener('keydown', this.#keys);
    window.removeEventListener('error', this.#breakDown);
    window.removeEventListener('unhandledrejection', this.#breakDown);
    window.removeEventListener(LOCALE_STATUS_EVENT, this.#speak);
    document.removeEventListener('homeward-exported', this.#exported);
    this.#tabs?.close();
    void this.work?.close();
  }

  async #begin(): Promise<void> {
    await begin(this);
    this.services ??= await HomewardApp.open();
    this.services.vault.addEventListener('change', this.#update);
    this.#wasLocked = this.services.vault.isLocked;
    // Not the route it was made with: somebody may have gone on while the vault was being opened.
    await this.#arrive(parseRoute(location.hash));
    // Without them the page still works, and what is not saved says so itself.
    this.#fetchFailures().catch(() => undefined);
    if (this.services.vault.real) void import('./pages/define-lock.ts');
    if (await somethingLeftOver()) {
      await import('./pages/define-rescued.ts');
      this.leftOver = true;
    }
  }

  readonly #update = (): void => {
    const isLocked = this.services?.vault.isLocked ?? false;
    if (isLocked && !this.#wasLocked) this.#putAway();
    this.#wasLocked = isLocked;
    this.requestUpdate();
  };

  /** Lets go of every real draft: nothing of one stays in the page, its title or what the app holds. */
  #putAway(): void {
    const { work } = this;
    this.removal = null;
    this.drafts = this.drafts?.filter(({ kind }) => kind === 'training') ?? null;
    this.#conflicting = null;
    if (work && isReal(work)) this.#unsaved.set(work.id, work);
    for (const each of [...this.#unsaved.values()].filter((one) => isReal(one) && one.saver.pending.length === 0)) {
      this.#unsaved.delete(each.id);
      void each.close();
    }
    if (work && !isReal(work)) return;
    this.#tabs?.close();
    this.#tabs = null;
    this.#fileAway = this.#later.isReading;
    // What was typed into the page for a new one must go, too.
    if (work || this.#fileAway || this.route.page === 'new') this.failed = { code: 'locked', place: {} };
    this.work = null;
    if (!this.#fileAway) this.#later.forget();
    this.#nameThePage();
    void this.#arrive(this.#address);
  }

  /** Where the address bar is, which a page that began a draft may have moved on. */
  get #address(): Route {
    return location.hash.startsWith('#/') ? parseRoute(location.hash) : this.route;
  }

  /** Goes on where somebody was when it was locked. */
  async #unlocked(): Promise<void> {
    this.#fileAway = false;
    for (const work of this.#unsaved.values()) void work.saver.flush();
    await this.#arrive(this.#address);
    await this.updateComplete;
    const cameBack = await this.renderRoot.querySelector<LockBar>('homeward-lock')?.comeBack();
    if (!cameBack) this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  /** Fetches everything shown in `language` first, so that nothing is ever half in one language and half in the other. */
  async #choose(language: Locale): Promise<void> {
    const [words, pack] = await Promise.all([fetchWords(language), this.work?.packIn(language) ?? packIn(language)]);
    this.languageFailed = !words || !pack.ok || !(await choose(language));
  }

  /** Goes on in the questions of the language now spoken. */
  readonly #speak = ({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]): void => {
    if (detail.status !== 'ready') return;
    this.#nameThePage();
    void this.work?.speak(contentLanguage());
    if (this.pack && this.services)
      void this.services.pack().then((pack) => (this.pack = pack.ok ? pack.value : this.pack));
  };

  readonly #follow = (): void => {
    // A link inside the page, such as "skip to the questions", is no route.
    if (!location.hash.startsWith('#/') && location.hash !== '') return;
    void this.#go(parseRoute(location.hash));
  };

  async #go(route: Route): Promise<void> {
    const samePage = hashOf(route) === hashOf(this.route);
    const root = this.renderRoot as ShadowRoot;
    const before = root.activeElement;
    await this.#arrive(route);
    await this.updateComplete;
    const { key, stage } = this.#next;
    this.#next = {};
    if (key !== undefined) await this.renderRoot.querySelector<HomewardForm>('homeward-form')?.focusQuestion(key);
    else if (stage !== undefined) this.#goToStage(stage);
    else if (!samePage) {
      window.scrollTo(0, 0);
      const main = root.querySelector<HTMLElement>('main');
      // Whoever was quicker than the last of the page keeps the keyboard where they went.
      if (root.activeElement === before || !main?.matches(':focus-within')) main?.focus({ preventScroll: true });
    }
  }

  /** Fetches what a route needs, then shows it; a later turn overtakes an earlier one. */
  async #arrive(route: Route): Promise<void> {
    const { services } = this;
    if (!services) return;
    this.#turn += 1;
    const turn = this.#turn;
    const id = assessmentOf(route);
    const leaving = this.work && this.work.id !== id ? this.work : null;
    if (leaving) await this.#leave(leaving);
    // One that was being left when somebody came back is closed and must be opened anew.
    const open = this.work?.id === id && !this.work.closed ? this.work : this.#keptFor(id ?? '');
    const needed = await fetchFor(services, route, open);
    if (turn !== this.#turn) {
      if (needed.work && needed.work !== this.work) await needed.work.close();
      return;
    }
    this.route = route;
    this.work = needed.work;
    const isAway = this.#fileAway && (route.page === 'review' || route.page === 'open');
    this.failed = isAway ? { code: 'locked', place: {} } : needed.failed;
    if (needed.drafts) this.drafts = needed.drafts;
    if (needed.pack) this.pack = needed.pack;
    this.#listen(needed.work);
    if (this.failed?.code === 'locked') await import('./pages/define-unlock.ts');
    else if (needed.failed)
      await (isMendable(needed.failed) ? import('./pages/define-recovery.ts') : this.#fetchFailures());
    else await (route.page === 'not-found' ? this.#fetchFailures() : definePage(route));
    const section =
      route.page === 'section' && needed.work && packIndex(needed.work.session.pack).sections.get(route.section);
    if (section) void needed.work.fetchGuidance(section.stage);
    this.#nameThePage();
  }

  async #fetchFailures(): Promise<void> {
    this.failures ??= await import('./pages/failure.ts');
  }

  async #leave(work: Work): Promise<void> {
    this.#tabs?.close();
    this.#tabs = null;
    await work.saver.flush();
    this.#unsaved.delete(work.id);
    if (work.saver.pending.length > 0) this.#unsaved.set(work.id, work);
    else await work.close();
  }

  /** One left with something unsaved; a real one only while real drafts may be seen. */
  #keptFor(id: string): Work | null {
    const work = this.#unsaved.get(id) ?? null;
    return work && isReal(work) && this.services?.vault.isLocked ? null : work;
  }

  #listen(work: Work | null): void {
    if (!work) return;
    // The same listener is added once only, however often a route of the same work is reached.
    work.session.addEventListener('change', this.#update);
    work.session.addEventListener('words', this.#update);
    work.session.addEventListener('readonly', this.#readonlyNow);
    work.saver.addEventListener('change', this.#saved);
    this.#readonlyNow();
    this.#saved();
    void this.#share(work);
  }

  /** Keeps the writing to one tab. Without it, where it cannot be fetched, revisions alone keep tabs from each other's work. */
  async #share(work: Work): Promise<void> {
    const module = await import('./tabs.ts').catch(() => null);
    if (!module || this.work !== work || this.#tabs?.id === work.id) return;
    this.#tabs?.close();
    this.#tabs = new module.Tabs(work.id, { work: () => this.work, reopen: (writing) => this.#reopen(writing) });
  }

  /** The assessment as it rests now, with what waited here brought to it. One at a time. */
  #reopen(writing: boolean): Promise<void> {
    this.#reopening = this.#reopening.then(async () => {
      const { work, services } = this;
      if (!work || !services) return;
      const again = await work.again(services.vault, writing ? null : work.readonly);
      if (this.work !== work) {
        if (again.ok) await again.value.close();
      } else if (again.ok || again.problems[0].code === 'no-such-draft') {
        this.work = again.ok ? again.value : null;
        this.failed = again.ok ? null : again.problems[0];
        this.#listen(this.work);
      } else {
        // Locked or not readable just now: what waits here is kept, and brought to it when that is over.
        this.#conflicting = null;
        setTimeout(this.#saved, nextTry);
      }
    });
    return this.#reopening;
  }

  readonly #readonlyNow = (): void => {
    if (this.work?.readonly || this.work?.session.assessment.asides) void import('./pages/define-read-only.ts');
    this.requestUpdate();
  };

  readonly #saved = (): void => {
    this.requestUpdate();
    const { work } = this;
    if (work?.saver.state === 'failed') void import('./pages/define-not-saved.ts');
    if (work?.saver.state === 'saved') this.#tabs?.tell(work.saver.revision);
    if (work?.saver.state === 'conflict' && this.#conflicting !== work) {
      this.#conflicting = work;
      void this.#reopen(!work.readonly);
    }
  };

  readonly #keys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void this.work?.saver.flush();
  };

  #nameThePage(): void {
    document.title = this.#title();
    document.documentElement.lang = languageTag();
  }

  /** Of a real assessment nothing: titles stand in the browser's history, unencrypted, and on other people's screens. */
  #title(): string {
    const name = msg('Homeward', { id: 'homeward' });
    const { work } = this;
    return !work || isReal(work) || work.session.assessment.reference === ''
      ? name
      : `${work.session.assessment.reference} · ${name}`;
  }

  protected override render(): TemplateResult {
    const { services, work } = this;
    return frame(
      languageTag(),
      'ltr',
      html`${header(
          this.#skip,
          languageSwitch((language) => void this.#choose(language)),
          services?.vault.real
            ? html`<homeward-lock
                .vault=${services.vault}
                .work=${this.work}
                ?reading=${this.#later.isReading}
              ></homeward-lock>`
            : nothing,
        )}
        <div
          class="hw-frame"
          @homeward-go=${(event: GoEvent) => (location.hash = event.hash)}
          @homeward-remove=${this.#remove}
          @homeward-reading=${this.#update}
          @homeward-unlocked=${() => void this.#unlocked()}
          @homeward-ask-unlock=${this.#askUnlock}
          @homeward-take-over=${() => this.#tabs?.takeOver()}
          @homeward-read=${this.#read}
          @homeward-again=${this.#again}
        >
          ${languageNotFetched(this.languageFailed)} ${services ? this.#banner(services.vault) : nothing}
          ${this.leftOver ? html`<homeward-rescued .vault=${services?.vault ?? null} .work=${work}></homeward-rescued>` : nothing}
          ${work?.saver.state === 'failed' ? html`<homeward-not-saved .work=${work} .vault=${services?.vault ?? null}></homeward-not-saved>` : nothing}
          ${work && !this.failed ? identity(work, this.#stage(), services?.vault.stateOf(work.session.assessment.kind) === 'memory') : nothing}
          ${work ? tabsBanner(work) : nothing}
          <main class="govuk-main-wrapper hw-main" id="main" tabindex="-1">${this.#page()}</main>
        </div>
        ${footer()}`,
    );
  }

  #banner(vault: Services['vault']): TemplateResult | null | undefined {
    return this.failures?.vaultBanner(vault.state, vault.warnings, () => vault.trustAgain());
  }

  /** Empty until its words are here. */
  #failurePage(problem: Problem): TemplateResult | typeof nothing {
    return this.failures?.failurePage(problem) ?? nothing;
  }

  #nowhere(): TemplateResult | typeof nothing {
    return this.#failurePage({ code: 'no-such-page', place: {} });
  }

  #page(): TemplateResult | HTMLElement | typeof nothing {
    const { route, work, services } = this;
    if (this.broken) return unexpectedPage(work?.session.assessment ?? null);
    if (!services) return html`<p class="govuk-body">${msg('One moment.', { id: 'one-moment' })}</p>`;
    if (this.failed?.code === 'locked')
      return html`<homeward-page-unlock
        .vault=${services.vault.real}
        ?held=${[...this.#unsaved.values()].some(isReal)}
      ></homeward-page-unlock>`;
    if (this.failed && isMendable(this.failed))
      return html`<homeward-page-recovery
        .vault=${services.vault}
        .problem=${this.failed}
        draft=${assessmentOf(route) ?? ''}
      ></homeward-page-recovery>`;
    if (this.failed) return this.#failurePage(this.failed);
    switch (route.page) {
      case 'start':
        return startPage(this.drafts ?? [], services.vault.isLocked);
      case 'assessments':
        return assessmentsPage(this.drafts ?? [], services.vault, this.removal);
      case 'new':
        return html`<homeward-page-new .pack=${this.pack} .vault=${services.vault}></homeward-page-new>`;
      case 'training':
        return html`<homeward-page-training .pack=${this.pack}></homeward-page-training>`;
      case 'case':
        return html`<homeward-page-case
          .pack=${this.pack}
          .vault=${services.vault}
          case=${route.case}
        ></homeward-page-case>`;
      case 'settings':
      case 'help':
      case 'open':
      case 'review':
      case 'copies':
      case 'framework':
      case 'guidance':
      case 'search':
        return this.#later.show({ route, services, work, pack: this.pack }) ?? this.#nowhere();
      case 'not-found':
        return this.#nowhere();
      default:
        return work ? this.#workPage(work, route, services) : nothing;
    }
  }

  #workPage(
    work: Work,
    route: Extract<Route, { id: string }>,
    services: Services,
  ): TemplateResult | HTMLElement | typeof nothing {
    const { session } = work;
    const index = packIndex(session.pack);
    switch (route.page) {
      case 'tasks':
        return tasksPage(session, services.vault);
      case 'round':
      case 'output':
        return this.#later.show({ route, services, work, pack: session.pack }) ?? this.#nowhere();
      case 'section': {
        const section = index.sections.get(route.section);
        return section ? sectionPage(work, section, this.#sectionActions(work, section)) : this.#nowhere();
      }
      case 'check': {
        const stage = index.stages.get(route.stage);
        return stage
          ? html`<homeward-page-check .session=${session} .stage=${stage}></homeward-page-check>`
          : this.#nowhere();
      }
      case 'sign': {
        const stage = index.stages.get(route.stage);
        return stage
          ? html`<homeward-page-sign .session=${session} .stage=${stage} .services=${services}></homeward-page-sign>`
          : this.#nowhere();
      }
    }
  }

  #stage(): string | undefined {
    const { route, work } = this;
    if (route.page === 'check' || route.page === 'sign') return route.stage;
    return route.page === 'section' && work
      ? packIndex(work.session.pack).sections.get(route.section)?.stage
      : undefined;
  }

  readonly #askUnlock = (): void => {
    void import('./pages/define-unlock.ts');
    this.failed = { code: 'locked', place: {} };
  };

  /** Shows what is left of a draft, to be read. */
  readonly #read = async ({ work }: ReadEvent): Promise<void> => {
    await definePage(this.route);
    this.work = work;
    this.failed = null;
    this.#listen(work);
  };

  /** Goes where somebody is once more, as if for the first time. */
  readonly #again = async (): Promise<void> => {
    await this.work?.close();
    await this.#arrive(this.route);
  };

  readonly #remove = (): void => {
    const { work, services } = this;
    if (!work || !services) return;
    this.removal = new Removal(services.vault, work.id, work.session.assessment.reference);
    this.removal.addEventListener('change', () => void this.#listAgain(services));
    location.hash = hashOf({ page: 'assessments' });
  };

  async #listAgain(services: Services): Promise<void> {
    const drafts = await services.vault.list();
    if (drafts.ok) this.drafts = drafts.value;
    this.requestUpdate();
  }

  #sectionActions(work: Work, section: Section): SectionActions {
    return {
      toggleModel: () => void work.toggleModel().then(this.#update),
      toggleView: () => {
        work.oneByOne = !work.oneByOne;
        this.requestUpdate();
      },
      copyOut: () => {
        const asked = work.session.evaluation.bySection.get(section.id) ?? [];
        void import('../elements/form/copy-out.ts').then(({ copyOut }) => copyOut(work.session, asked));
      },
    };
  }

  readonly #breakDown = (event: Event): void => {
    // A resource that did not load is no fault of the program; a script error has a message.
    if (event instanceof ErrorEvent && event.error === undefined) return;
    this.broken = true;
    void this.work?.saver.flush();
  };

  /** What the identity line says of copies in files is true from now on. */
  readonly #exported = ({ drafts }: ExportedEvent): void => {
    for (const { id, revision } of drafts) noteExport(id, revision);
    this.requestUpdate();
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  #goToStage(stage: string): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`[id="stage:${CSS.escape(stage)}"]`);
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
    heading?.focus({ preventScroll: true });
  }

  /** A link may name the question or stage to go to; on the page already shown it goes there at once. */
  readonly #remember = (event: Event): void => {
    const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
    const { focus: key, stage } = link?.dataset ?? {};
    this.#next = { ...(key === undefined ? {} : { key }), ...(stage === undefined ? {} : { stage }) };
    if (stage !== undefined && link?.hash === location.hash) this.#goToStage(stage);
  };
}

const isReal = ({ session }: Work): boolean => session.assessment.kind === 'real';
