import { describe } from 'vitest';
import { filledCase } from '../case-filled.suite.ts';

describe('the Tarnwhistle case, two stages', () => {
  filledCase('filled in with the keyboard says what the case says', {
    id: 'tarnwhistle',
    byTab: ({ stage }) => stage === 'stage-2-classify',
    told: 'Tab through stage 2',
  });
});
