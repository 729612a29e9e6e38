export { compare, type QuestionChange } from './compare.ts';
export { move, moveBack, type Moved, type Moving } from './move.ts';
