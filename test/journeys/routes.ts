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
  round: `${base}/round/2/juniper`,
  'return-plan': `${base}/return-plan`,
  check: `${base}/check/stage-1-assess`,
  sign: `${base}/sign/stage-1-assess`,
  training: '#/training',
  case: '#/training/quillfeather',
  settings: '#/settings',
  help: '#/help',
  'not-found': '#/nowhere',
  'no-such-section': `${base}/nowhere`,
  failure: '#/assessments/nobody-knows',
} as const;
