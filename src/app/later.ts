import type { Pack } from '../model/pack.ts';
import type { Session } from '../session/session.ts';
import type { Route } from './routes.ts';
import type { Services } from './services.ts';
import type { Work } from './work.ts';

/** Where somebody is, and everything a page fetched later may want of it. */
export interface Visit {
  readonly route: Route;
  readonly services: Services;
  readonly work: Work | null;
  /** Structure and labels; of a route with an assessment, that assessment's. */
  readonly pack: Pack | null;
}

/** An element that is a page: told where somebody is, and of which assessment. */
export interface VisitedPage extends HTMLElement {
  visit: Visit | null;
  /** Of a page about an assessment: the one open. */
  session?: Session | null;
  /** Of a page that reads files: whether a real draft stands on it. Such a page fires `homeward-reading` when that changes. */
  readonly isReading?: boolean;
}

interface Later {
  readonly tag: string;
  define(): Promise<unknown>;
}

/** Everything that is made from an assessment for others, in one piece. */
const outputs: Later = { tag: 'homeward-page-outputs', define: () => import('./pages/define-outputs.ts') };

/** Pages that come with code of their own, by the name of their route; an output by its kind. */
const later: Readonly<Record<string, Later>> = {
  help: { tag: 'homeward-page-help', define: () => import('./pages/define-about.ts') },
  settings: { tag: 'homeward-page-settings', define: () => import('./pages/define-about.ts') },
  overlay: { tag: 'homeward-page-overlay', define: () => import('./pages/define-overlay.ts') },
  guidance: { tag: 'homeward-page-guidance', define: () => import('./pages/define-guidance.ts') },
  search: { tag: 'homeward-page-search', define: () => import('./pages/define-search.ts') },
  framework: { tag: 'homeward-page-framework', define: () => import('./pages/define-framework.ts') },
  'output/dates': { tag: 'homeward-page-dates', define: () => import('./pages/define-dates.ts') },
  'output/factors': { tag: 'homeward-page-factors', define: () => import('./pages/define-factors.ts') },
  'output/rounds': { tag: 'homeward-page-rounds', define: () => import('./pages/define-rounds.ts') },
  'output/progress': { tag: 'homeward-page-progress', define: () => import('./pages/define-progress.ts') },
  'output/copy': { tag: 'homeward-page-copy', define: () => import('./pages/define-files.ts') },
  'output/index': outputs,
  'output/partners': outputs,
  'output/parents': outputs,
  'output/child': outputs,
  'output/blank': outputs,
  'output/paste': outputs,
  'output/keep': outputs,
  'output/data': outputs,
  'output/comments': { tag: 'homeward-page-comments', define: () => import('./pages/define-files.ts') },
  copies: { tag: 'homeward-page-copies', define: () => import('./pages/define-files.ts') },
  'recovery-key': { tag: 'homeward-page-recovery-key', define: () => import('./pages/define-recovery-key.ts') },
  open: { tag: 'homeward-page-open', define: () => import('./pages/define-files.ts') },
  review: { tag: 'homeward-page-review', define: () => import('./pages/define-files.ts') },
  verify: { tag: 'homeward-page-verify', define: () => import('./pages/define-verify.ts') },
  'output/questions': { tag: 'homeward-page-questions', define: () => import('./pages/define-questions.ts') },
  'output/two-places': { tag: 'homeward-page-two-places', define: () => import('./pages/define-two-places.ts') },
  round: { tag: 'homeward-page-round', define: () => import('./pages/define-round.ts') },
};

const nameOf = (route: Route): string => (route.page === 'output' ? `output/${route.kind}` : route.page);

/** Defines the element of a page fetched later, and does nothing for any other. */
export async function defineLater(route: Route): Promise<void> {
  await later[nameOf(route)]?.define();
}

/** Shows pages fetched later, each in one element for as long as somebody stays on it. */
export class LaterPages {
  #name = '';
  #element: VisitedPage | null = null;
  #isAway = false;

  /** Whether the page shown last holds a real draft that somebody opened from a file to read it. */
  get isReading(): boolean {
    return this.#element?.isReading === true;
  }

  /** A page with a real draft from a file is kept out of sight, since its comments are nowhere else; any other is let go of. */
  putAway(): void {
    this.#isAway = this.isReading;
    if (!this.#isAway) this.#element = null;
  }

  /** What was put away may be seen again. */
  bringBack(): void {
    this.#isAway = false;
  }

  /** Whether the page of `route` is kept out of sight. */
  isAway({ page }: Route): boolean {
    return this.#isAway && (page === 'review' || page === 'open');
  }

  /** Null where nothing is built for a route: an output is named by an address, which may name none. */
  show(visit: Visit): HTMLElement | null {
    const name = nameOf(visit.route);
    const page = later[name];
    if (!page) return null;
    if (!this.#element || this.#name !== name) this.#element = document.createElement(page.tag) as VisitedPage;
    this.#name = name;
    this.#element.visit = visit;
    this.#element.session = visit.work?.session ?? null;
    return this.#element;
  }
}
