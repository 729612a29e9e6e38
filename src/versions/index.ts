export { compare, type QuestionChange } from './compare.ts';
export { type PartChange, type WordChange } from './differences.ts';
export { followed } from './follow.ts';
export { lastMove, move, moveBack, moveBackByHistory, putAwayBy, type Moved, type Moving } from './move.ts';
