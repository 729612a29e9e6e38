// What a form of ordinary questions does without: everything about rows, people, ratings, classes, signatures and evidence,
// and the session that keeps them. One file, fetched with the first question that needs any of it.
export { rarerField } from '../fields/rarer-question.ts';
export { readControl } from '../fields/read.ts';
export { answerSupport } from '../fields/support.ts';
export { Session } from '../../session/session.ts';
export { modelAnswer } from './model-answer.ts';
export { removedLine } from './removed-line.ts';
export { rarerStyles } from './rarer.styles.ts';
