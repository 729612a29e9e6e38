import { halfFilled } from './half-filled.ts';

const base = `#/assessments/${halfFilled.id}`;

/** Every page of the app by a name for it, once the half-filled assessment is laid down. */
export const routes = {
  start: '#/',
  assessments: '#/assessments',
  new: '#/assessments/new',
  tasks: base,
  'case-setup': `${base}/case-setup`,
  participation: `${base}/participation`,
  'child-voice': `${base}/child-voice`,
  'parent-profile': `${base}/parent-profile`,
  factors: `${base}/factors`,
  'classification-1': `${base}/classification-1`,
  'return-plan': `${base}/return-plan`,
  check: `${base}/check/stage-1-assess`,
  sign: `${base}/sign/stage-1-assess`,
  dates: `${base}/output/dates`,
  'output-factors': `${base}/output/factors`,
  'output-rounds': `${base}/output/rounds`,
  training: '#/training',
  case: '#/training/quillfeather',
  guidance: '#/guidance',
  'guidance-article': '#/guidance/how-a-class-is-suggested',
  'guidance-question': '#/guidance/child-wishes',
  'guidance-stage': '#/guidance/stage-1-assess',
  'guidance-factor': '#/guidance/substance-misuse',
  search: '#/search/parentel%20responsability',
  'search-none': '#/search/zzyzx',
  framework: '#/framework',
  'framework-stage': '#/framework/stage-4-review',
  settings: '#/settings',
  help: '#/help',
  'not-found': '#/nowhere',
  'no-such-section': `${base}/nowhere`,
  failure: '#/assessments/nobody-knows',
} as const;
