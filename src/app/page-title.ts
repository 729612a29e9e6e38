import { msg, str } from '@lit/localize';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import type { Route } from './routes.ts';
import type { Work } from './work.ts';

/** Says in the title of the window where somebody is. */
export function entitle(route: Route, pack: Pack | null, work: Work | null): void {
  // Titles stand in the browser's history, unencrypted, and on other people's screens: nothing of a real assessment.
  const reference = !work || work.isReal ? '' : work.session.assessment.reference;
  const title = pageTitle(route, work?.session.pack ?? pack);
  document.title = [title, reference, msg('Homeward', { id: 'homeward' })].filter((words) => words !== '').join(' · ');
}

/**
 * What the page of a route is called; empty for the first page and where nothing is known.
 *
 * Words of the program and of the questions alone, and none that somebody wrote.
 */
function pageTitle(route: Route, pack: Pack | null): string {
  switch (route.page) {
    case 'framework':
      return stageTitle(pack, route.stage) ?? msg('The framework', { id: 'title-framework' });
    case 'guidance':
      return topicTitle(pack, route.topic) ?? msg('Guidance', { id: 'guidance-title' });
    case 'section':
      return (pack && packIndex(pack).sections.get(route.section)?.title) ?? '';
    case 'check':
      return `${msg('Check answers', { id: 'check-answers' })}: ${stageTitle(pack, route.stage) ?? ''}`;
    case 'sign':
      return `${msg('Sign and save the PDF', { id: 'sign-title' })}: ${stageTitle(pack, route.stage) ?? ''}`;
    case 'round':
      return msg(str`Classification round ${route.round}`, { id: 'round-caption' });
    case 'output':
      return outputTitle(route.kind);
    default:
      return simpleTitle(route.page);
  }
}

const stageTitle = (pack: Pack | null, stage: string): string | undefined =>
  pack?.stages.find(({ id }) => id === stage)?.plain;

/** An article has its title in a file of its own, and is called guidance here. */
function topicTitle(pack: Pack | null, topic: string): string | undefined {
  const index = pack && packIndex(pack);
  return stageTitle(pack, topic) ?? index?.questions.get(topic)?.label ?? index?.factors.get(topic)?.label;
}

function outputTitle(kind: string): string {
  switch (kind) {
    case 'dates':
      return msg('Dates and approvals', { id: 'dates-and-approvals' });
    case 'factors':
      return msg('Worries and strengths', { id: 'factors-title' });
    case 'rounds':
      return msg('Rounds and children side by side', { id: 'rounds-title' });
    case 'progress':
      return msg('Goals, support and the way home', { id: 'progress-title' });
    case 'copy':
      return msg('Save a copy', { id: 'copy-title' });
    case 'comments':
      return msg('Comments', { id: 'comments-title' });
    case 'two-places':
      return msg('Changed in two places', { id: 'two-places-title' });
    case 'questions':
      return msg('Version of the questions', { id: 'questions-title' });
    case 'partners':
      return msg('Summary for partners', { id: 'out-partners' });
    case 'parents':
      return msg('Version for a parent', { id: 'out-parents' });
    case 'child':
      return msg('Version for a child', { id: 'out-child' });
    case 'blank':
      return msg('Blank paper form', { id: 'out-blank' });
    case 'paste':
      return msg('Text to paste, and Word', { id: 'out-paste' });
    case 'data':
      return msg('Files for other programs', { id: 'out-data' });
    case 'keep':
      return msg('What to keep out of copies', { id: 'keep-title' });
    case 'index':
      return msg('Copies and forms to hand out', { id: 'outputs-title' });
    default:
      return '';
  }
}

function simpleTitle(page: Route['page']): string {
  switch (page) {
    case 'assessments':
      return msg('Assessments on this computer', { id: 'assessments-title' });
    case 'new':
      return msg('Start an assessment', { id: 'start-new' });
    case 'tasks':
      return msg('Assessment', { id: 'assessment' });
    case 'settings':
      return msg('Settings', { id: 'settings' });
    case 'help':
      return msg('How it works', { id: 'start-help' });
    case 'training':
    case 'case':
      return msg('Try it with a fictional family', { id: 'training-title' });
    case 'search':
      return msg('Search guidance', { id: 'search-title' });
    case 'open':
      return msg('Open a file', { id: 'open-page-title' });
    case 'review':
      return msg('Read and comment', { id: 'review-title' });
    case 'copies':
      return msg('Copies and keys', { id: 'copies-title' });
    case 'recovery-key':
      return msg('Open with a council’s recovery key', { id: 'holder-title' });
    case 'overlay':
      return msg('Try your council’s overlay', { id: 'overlay-title' });
    case 'verify':
      return msg('Check a signed PDF', { id: 'vf-title' });
    default:
      return '';
  }
}
