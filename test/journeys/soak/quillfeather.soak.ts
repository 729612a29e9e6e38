import { describe } from 'vitest';
import { filledCase } from '../case-filled.suite.ts';

describe('the Quillfeather case, five stages in three rounds', () => {
  filledCase('filled in with the keyboard says what the case says', {
    id: 'quillfeather',
    byTab: ({ stage }) => stage === 'stage-3-agree',
    told: 'Tab through stage 3',
  });
});
