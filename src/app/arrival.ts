import type { Pack } from '../model/pack.ts';
import type { Problem } from '../model/problem.ts';
import type { DraftSummary } from '../session/ports.ts';
import { defineLater } from './later.ts';
import { assessmentOf, type Route } from './routes.ts';
import type { Services } from './services.ts';
import { Work } from './work.ts';

/** What a page needs before it is shown. */
export interface Needed {
  readonly work: Work | null;
  readonly failed: Problem | null;
  readonly drafts?: readonly DraftSummary[];
  readonly pack?: Pack;
}

const pagesWithQuestions = [
  'new',
  'settings',
  'assessments',
  'training',
  'case',
  'framework',
  'guidance',
  'search',
  'open',
  'review',
  'copies',
  'verify',
];

/** Fetches what the page of a route needs; `open` is the assessment already open, where it is the one meant. */
export async function fetchFor(services: Services, route: Route, open: Work | null): Promise<Needed> {
  const id = assessmentOf(route);
  if (id !== null) {
    if (open) {
      hearReaders(open);
      return { work: open, failed: null };
    }
    const work = await Work.open(services.vault, id);
    if (work.ok) hearReaders(work.value);
    return work.ok ? { work: work.value, failed: null } : { work: null, failed: work.problems[0] };
  }
  const needsDrafts = route.page === 'start' || route.page === 'assessments';
  const [drafts, pack] = await Promise.all([
    needsDrafts ? services.vault.list() : null,
    pagesWithQuestions.includes(route.page) ? services.pack() : null,
  ]);
  const failed = [drafts, pack].flatMap((each) => (each && !each.ok ? each.problems : []))[0] ?? null;
  return {
    work: null,
    failed,
    ...(drafts?.ok ? { drafts: drafts.value } : {}),
    ...(pack?.ok ? { pack: pack.value } : {}),
  };
}

/** What shows comments is fetched once there are some. */
function hearReaders({ session }: Work): void {
  if (session.assessment.comments) void import('./pages/define-beside.ts');
}

/** Whether something can be done about it: then a page of its own does. */
export const isMendable = ({ code }: Problem): boolean =>
  ['damaged', 'drafts-gone', 'data-loss', 'draft-older'].includes(code);

/** Defines the elements a page is made of, fetched when somebody first goes there. */
export async function definePage(route: Route): Promise<void> {
  switch (route.page) {
    case 'section':
      await import('./pages/define-section.ts');
      return;
    case 'tasks':
      await import('./pages/define-draft.ts');
      return;
    case 'training':
    case 'case':
      await import('./pages/define-training.ts');
      return;
    case 'new':
      await import('./pages/define-new.ts');
      return;
    case 'check':
      await import('./pages/define-check.ts');
      return;
    case 'sign':
      await import('./pages/define-sign.ts');
      return;
    default:
      await defineLater(route);
  }
}
