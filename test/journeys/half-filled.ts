import type { Assessment } from '../../src/model/assessment.ts';
import { quillfeather } from './guidance.ts';

const whole = quillfeather();
const [first = '', second = ''] = whole.people.filter(({ role }) => role === 'child').map(({ id }) => id);

/** Answers as they are somewhere in the middle: some are there, some are not, one cannot be read, one is still to be found out. */
const answers: Assessment['answers'] = {
  ...Object.fromEntries(
    Object.entries(whole.answers).filter(
      ([key], index) => index % 3 !== 1 || /^(assessment-purpose|children|household|why-now|decision-1)/.test(key),
    ),
  ),
  [`child-wishes~${second}`]: {
    is: 'not-known',
    reason: 'Asked on Tuesday; would rather draw',
    owner: 'tansy',
    by: '2026-12-04',
  },
  [`child-own-words~${second}`]: { is: 'declined', reason: 'Did not want this written down' },
  [`child-trusted-adult~${first}`]: { is: 'given', value: 'Auntie Sorrel 😀' },
  [`child-contacts~${first}`]: {
    is: 'given',
    value: [
      {
        id: 'c1',
        cells: { date: '2024-12-03', place: 'School', 'seen-by': ['tansy'], alone: 'alone', activity: 'Wishes cards' },
      },
      { id: 'c2', cells: { date: { unread: '31/2/2024' }, place: 'At the carer’s home' } },
    ],
  },
};

/** The Quillfeather case as a draft in the middle of the work: what the pictures and the looks at every page show. */
export const halfFilled: Assessment = {
  ...whole,
  id: 'half-filled',
  reference: 'TRAINING-4471',
  answers,
  people: whole.people.map((person) => (person.id === 'linden' ? { ...person, born: { unread: '19xx' } } : person)),
};
