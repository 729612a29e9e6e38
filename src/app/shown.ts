import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { packIndex } from '../model/pack-index.ts';
import type { Section } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { DraftSummary } from '../session/ports.ts';
import { definePage, isMendable } from './arrival.ts';
import type { BothVaults } from './both-vaults.ts';
import { LaterPages, type Visit } from './later.ts';
import type { SectionActions } from './pages/section.ts';
import { startPage } from './pages/start.ts';
import { tasksPage } from './pages/tasks.ts';
import type { Removal } from './removal.ts';
import { assessmentOf, type Route } from './routes.ts';
import type { Work } from './work.ts';

/** Where somebody is, and what the pages of the first load want of it. */
export interface Standing extends Visit {
  readonly drafts: readonly DraftSummary[];
  readonly removal: Removal | null;
  /** Why the page of the route cannot be shown. */
  readonly failed: Problem | null;
  /** Whether a real draft that could not be saved is held, out of sight. */
  readonly held: boolean;
  /** Something outside the session changed that the page shows. */
  changed(): void;
}

type Shown = TemplateResult | HTMLElement | typeof nothing;

/** Which page is shown for a route. */
export class ShownPage {
  readonly later = new LaterPages();
  /** Words for what went wrong: fetched when the first page stands, or is one of them. */
  #failures: typeof import('./pages/failure.ts') | null = null;
  /** Comes with the form that stands on it. */
  #section: typeof import('./pages/section.ts') | null = null;
  #list: typeof import('./pages/assessments.ts') | null = null;

  /** Fetches what the page of `route` is made of, which is to be shown in `app`. */
  async prepare(route: Route, failed: Problem | null, app: Element): Promise<void> {
    // What somebody waits for first shows nothing of what was written.
    const isFirst = !failed && (route.page === 'start' || route.page === 'tasks');
    const [look] = await Promise.all([isFirst ? null : import('./pages/report-look.ts'), this.#fetch(route, failed)]);
    look?.wearReportLook(app);
  }

  async #fetch(route: Route, failed: Problem | null): Promise<void> {
    if (failed?.code === 'locked') await import('./pages/define-unlock.ts');
    else if (failed && isMendable(failed)) await import('./pages/define-recovery.ts');
    else if (failed || route.page === 'not-found') await this.fetchFailures();
    else if (route.page === 'assessments')
      [this.#list] = await Promise.all([import('./pages/assessments.ts'), definePage(route)]);
    else if (route.page !== 'section') await definePage(route);
    else [this.#section] = await Promise.all([import('./pages/section.ts'), definePage(route)]);
  }

  async fetchFailures(): Promise<void> {
    this.#failures ??= await import('./pages/failure.ts');
  }

  /** What is to be said above every page of drafts that are not kept. */
  banner(vault: BothVaults, work: Work | null): unknown {
    return this.#failures?.vaultBanner(vault, work);
  }

  /** For what nobody expected: its first words alone where the others cannot be fetched. */
  unexpected(work: Work | null, inMemory: boolean): Shown {
    return (
      this.#failures?.unexpectedPage(work, inMemory) ??
      html`<h1 class="govuk-heading-l" tabindex="-1">
        ${msg('Something went wrong in Homeward that should not have.', { id: 'unexpected-title' })}
      </h1>`
    );
  }

  show(at: Standing): Shown {
    const { failed, route, services, work, pack } = at;
    if (failed) return this.#failed(failed, at);
    switch (route.page) {
      case 'start':
        return startPage(at.drafts, services.vault.isLocked, services.vault.state === 'memory');
      case 'assessments':
        return this.#list?.assessmentsPage(at.drafts, services.vault, at.removal) ?? nothing;
      case 'new':
        return html`<homeward-page-new .pack=${pack} .vault=${services.vault}></homeward-page-new>`;
      case 'training':
        return html`<homeward-page-training .pack=${pack}></homeward-page-training>`;
      case 'case':
        return html`<homeward-page-case
          .pack=${pack}
          .vault=${services.vault}
          case=${route.case}
        ></homeward-page-case>`;
      case 'tasks':
      case 'section':
      case 'check':
      case 'sign':
        return work ? this.#ofWork(work, route, at) : nothing;
      default:
        return 'id' in route && !work ? nothing : this.#later(at);
    }
  }

  #failed(failed: Problem, { route, services, held }: Standing): Shown {
    if (failed.code === 'locked')
      return html`<homeward-page-unlock .vault=${services.vault.real} ?held=${held}></homeward-page-unlock>`;
    if (isMendable(failed))
      return html`<homeward-page-recovery
        .vault=${services.vault}
        .problem=${failed}
        draft=${assessmentOf(route) ?? ''}
      ></homeward-page-recovery>`;
    return this.#failure(failed);
  }

  /** Empty until its words are here. */
  #failure(problem: Problem): Shown {
    return this.#failures?.failurePage(problem) ?? nothing;
  }

  #nowhere(): Shown {
    return this.#failure({ code: 'no-such-page', place: {} });
  }

  #later({ route, services, work, pack }: Visit): Shown {
    return this.later.show({ route, services, work, pack: work?.session.pack ?? pack }) ?? this.#nowhere();
  }

  #ofWork(
    work: Work,
    route: Extract<Route, { page: 'tasks' | 'section' | 'check' | 'sign' }>,
    { services, changed }: Standing,
  ): Shown {
    const { session } = work;
    const { sections, stages } = packIndex(session.pack);
    if (route.page === 'tasks') return tasksPage(session, services.vault);
    if (route.page === 'section') {
      const section = sections.get(route.section);
      if (!section) return this.#nowhere();
      return this.#section?.sectionPage(work, section, sectionActions(work, section, changed)) ?? nothing;
    }
    const stage = stages.get(route.stage);
    if (!stage) return this.#nowhere();
    return route.page === 'check'
      ? html`<homeward-page-check .session=${session} .stage=${stage}></homeward-page-check>`
      : html`<homeward-page-sign .session=${session} .stage=${stage} .services=${services}></homeward-page-sign>`;
  }
}

function sectionActions(work: Work, section: Section, changed: () => void): SectionActions {
  return {
    toggleModel: () => void work.toggleModel().then(changed),
    toggleView: () => {
      work.oneByOne = !work.oneByOne;
      changed();
    },
    copyOut: () => {
      const asked = work.session.evaluation.bySection.get(section.id) ?? [];
      void import('../elements/form/copy-out.ts').then(({ copyOut }) => copyOut(work.session, asked));
    },
  };
}

/** The stage that somebody is in, as far as the page of `route` belongs to one. */
export function stageOf(route: Route, work: Work | null): string | undefined {
  if (route.page === 'check' || route.page === 'sign') return route.stage;
  if (!work) return undefined;
  const { sections, askedIn } = packIndex(work.session.pack);
  if (route.page === 'section') return sections.get(route.section)?.stage;
  if (route.page !== 'round') return undefined;
  const asks = askedIn.get('risk-class') ?? [];
  return (asks.find(({ asked }) => asked.round === route.round) ?? asks.at(-1))?.section.stage;
}
