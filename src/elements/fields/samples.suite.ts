import { child, column, given, packWith, parent, row, type QuestionInput } from '../../../test/fixtures/small-pack.ts';
import type { Answer, Value } from '../../model/answer.ts';
import type { Person } from '../../model/assessment.ts';
import type { Choice, Column, Factor, Pack, QuestionKind } from '../../model/pack.ts';
import type { PhraseId } from '../../model/phrases.ts';

/** One question kind as its tests ask it: always the question `q`. */
export interface Sample {
  readonly kind: QuestionKind;
  readonly question: Omit<QuestionInput, 'id' | 'kind'>;
  /** Null where there is nothing to answer. */
  readonly filled: Answer | null;
  /** Of kinds where something can be typed that is not understood. */
  readonly unread?: Answer;
}

/** The states of a question that are shown each in its own way. */
export const sampleStates = ['empty', 'filled', 'unread', 'not-known', 'declined', 'read-only'] as const;
export type SampleState = (typeof sampleStates)[number];

/** The answer to show for a state; undefined where the kind cannot be in it. */
export function answerIn({ filled, unread }: Sample, state: SampleState): Answer | null | undefined {
  if (filled === null) return state === 'empty' ? null : undefined;
  switch (state) {
    case 'empty':
      return null;
    case 'filled':
    case 'read-only':
      return filled;
    case 'unread':
      return unread;
    case 'not-known':
      return { is: 'not-known', reason: 'The file has not come', owner: 'Tansy', by: '2026-12-01' };
    case 'declined':
      return { is: 'declined', reason: 'She would rather not say' };
  }
}

const said = (...of: readonly (readonly [id: string, label: string, definition?: string])[]): readonly Choice[] =>
  of.map(([id, label, definition]) => ({ id, label, ...(definition === undefined ? {} : { definition }) }));

const who: Column = column('person', { kind: 'person', label: 'Person', required: true, roles: ['parent'] });
const what: Column = column('what', { label: 'What happened', kind: 'long-text', required: true });
const when: Column = column('when', { label: 'When', kind: 'date', required: true, hint: 'A month or a year will do' });
const often: Column = column('often', { label: 'Times a week', kind: 'number' });
const colour: Column = column('colour', { label: 'Colour', kind: 'traffic-light', required: true });

const matrix = {
  anchors: ['No concern', 'Some concern', 'Great concern'],
  anchorMeanings: ['Nothing seen', 'Seen now and then', 'Seen most days'],
};

const rows = (...of: readonly Value[]): Answer => given(of.flat() as Value);

/** Every kind of question there is, with a question that shows what the kind can do. */
export const samples: readonly Sample[] = [
  {
    kind: 'text',
    question: { label: 'Which school?', hint: 'Its full name' },
    filled: given('Rushmere Primary'),
  },
  {
    kind: 'long-text',
    question: { label: 'What has changed since?', minWords: 5 },
    filled: given('She rings before she is worried, not after.'),
  },
  {
    kind: 'date',
    question: { label: 'When did the child move?', hint: 'For example 27 3 2026' },
    filled: given('2026-03-27'),
    unread: { is: 'unread', text: '31/2/2026' },
  },
  {
    kind: 'number',
    question: { label: 'How many bedrooms?' },
    filled: given(3),
    unread: { is: 'unread', text: 'three' },
  },
  {
    kind: 'single-choice',
    question: {
      label: 'How does the child see it?',
      choices: said(['wants', 'Wants to go home', 'Says so to more than one person'], ['mixed', 'Has mixed feelings']),
    },
    filled: given('mixed'),
  },
  {
    kind: 'multi-choice',
    question: { label: 'Who was there?', choices: said(['mother', 'Mother'], ['aunt', 'Aunt'], ['worker', 'Worker']) },
    filled: given(['mother', 'worker']),
  },
  {
    kind: 'yes-no-unknown',
    question: { label: 'Is there a home to go to?' },
    filled: given('yes', 'Seen on 3 March'),
  },
  {
    kind: 'scale',
    question: { label: 'How ready is the parent?', ...matrix },
    filled: given(1, 'Two of three visits kept'),
  },
  {
    kind: 'risk-suggestion',
    question: { label: 'Suggested class', hint: 'Nobody has agreed it', repeats: ['child', 'round'] },
    filled: null,
  },
  {
    kind: 'risk-class',
    question: { label: 'Which class was agreed?', repeats: ['child'] },
    filled: given('medium'),
  },
  {
    kind: 'person-table',
    question: {
      label: 'Who are the adults?',
      lists: ['parent'],
      columns: [
        column('name', { label: 'Name', property: 'name', required: true }),
        column('born', { label: 'Born', kind: 'date', property: 'born' }),
        column('for', {
          label: 'Has parental responsibility for',
          kind: 'person',
          many: true,
          roles: ['child'],
          property: 'parentalResponsibility',
          hint: 'Leave empty for none',
        }),
      ],
    },
    filled: rows([row('r1', {}, 'juno')]),
  },
  {
    kind: 'chronology-table',
    question: {
      label: 'What happened, in order?',
      columns: [when, what, column('source', { label: 'Where it is written' })],
    },
    filled: rows([
      row('r1', { when: '2025-03', what: 'Moved to her aunt' }),
      row('r2', { when: '2026-03-27', what: 'Came back', source: 'Visit record' }),
    ]),
    unread: rows([row('r1', { when: { unread: '31/2/2026' }, what: 'Moved to her aunt' })]),
  },
  {
    kind: 'table',
    question: {
      label: 'Who helps?',
      columns: [
        who,
        column('help', {
          label: 'Kind of help',
          kind: 'single-choice',
          required: true,
          choices: said(['daily', 'Every day', 'Without being asked'], ['rare', 'Now and then']),
        }),
        often,
        column('agreed', { label: 'Agreed with them', kind: 'yes-no' }),
      ],
    },
    filled: rows([row('r1', { person: 'juno', help: 'daily', often: 7, agreed: 'yes' })]),
    unread: rows([row('r1', { person: 'juno', help: 'daily', often: { unread: 'daily' } })]),
  },
  {
    kind: 'goals-table',
    question: { label: 'What should be different?', columns: [column('goal', { label: 'Goal', required: true })] },
    filled: rows([row('sober', { goal: 'Stays sober' })]),
  },
  {
    kind: 'schedule-table',
    question: {
      label: 'When do they meet?',
      columns: [
        when,
        column('days', { label: 'On', kind: 'multi-choice', choices: said(['mo', 'Monday'], ['th', 'Thursday']) }),
      ],
    },
    filled: rows([row('r1', { when: '2026', days: ['mo'] })]),
  },
  {
    kind: 'traffic-light',
    question: {
      label: 'How is each goal going?',
      columns: [
        column('goal', { label: 'Which goal', kind: 'question-ref', refersTo: ['goals'], required: true }),
        colour,
        column('others', { label: 'Helps with', kind: 'question-ref', refersTo: ['goals'], many: true }),
      ],
    },
    filled: rows([row('r1', { goal: 'goals.sober', colour: 'amber' })]),
  },
  {
    kind: 'checklist',
    question: {
      label: 'What has been checked?',
      items: [
        { id: 'gas', label: 'Gas and heating' },
        { id: 'sleep', label: 'Where everybody sleeps' },
      ],
    },
    filled: given([{ item: 'gas', state: 'done', note: 'By the landlord' }]),
  },
  {
    kind: 'rating-matrix',
    question: { label: 'How is each part of life?', ...matrix, items: [{ id: 'school', label: 'School' }] },
    filled: given([{ row: 'school', rating: 2, note: 'Two days in ten missed' }]),
  },
  {
    kind: 'factor-rating',
    question: {
      label: 'Worries and strengths',
      factorSets: ['parent-risk', 'parent-strength'],
      repeats: ['carer', 'round'],
    },
    filled: given([
      { factor: 'drink', of: 'juno', status: 'reducing', trend: 'falling', note: 'Tests clear', date: '2026-03' },
      {
        factor: 'ally',
        of: 'juno',
        status: 'evidenced',
        guards: [{ risk: 'drink', of: 'juno', child: 'moss' }],
      },
    ]),
  },
  {
    kind: 'signature',
    question: { label: 'Who agrees?' },
    filled: given([
      {
        person: 'juno',
        role: 'parent',
        date: '2026-03-27',
        statement: 'I have read it.',
        mark: { kind: 'typed', text: 'Juno' },
      },
    ]),
  },
];

const factors: readonly Factor[] = [
  { id: 'drink', set: 'parent-risk', label: 'Drinking', serious: true, sources: ['study'] },
  { id: 'ally', set: 'parent-strength', label: 'A sober ally', serious: false, sources: ['study'] },
];

/** The people of every sample. */
export const samplePeople: readonly Person[] = [
  child('moss', { name: 'Moss' }),
  parent('juno', { name: 'Juno', born: '1996-05-04', parentalResponsibility: ['moss'] }),
];

/** Answers beside the sample's own: a goal that other rows point at. */
export const sampleGoals = {
  goals: [row('sober', { goal: 'Stays sober' }), row('room', { goal: 'A room of his own' })],
};

/** The name of the place where the sample is asked. */
export const placeOf = ({ question }: Sample): string =>
  `q${question.repeats?.includes('round') ? '@1' : ''}${question.repeats?.includes('child') ? '~moss' : question.repeats?.includes('carer') ? '~juno' : ''}`;

const phrases: Partial<Record<PhraseId, string>> = {
  'month-3': 'March',
  'month-5': 'May',
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known yet',
  declined: 'They would rather not say',
  'not-applicable': 'Does not apply',
  reason: 'Reason',
  owner: 'Who will find out',
  'by-date': 'By when',
  note: 'What this rests on',
  done: 'Done',
  'not-done': 'Not done',
  status: 'Status',
  trend: 'Which way it goes',
  source: 'Where it is written',
  date: 'Date',
  guards: 'Guards against',
  'signed-by': 'Signed by',
  name: 'Name',
  role: 'Role',
  statement: 'What is agreed to',
  mark: 'Mark',
  witness: 'Witness',
  'light-not-started': 'Not started',
  'light-red': 'Red',
  'light-amber': 'Amber',
  'light-green': 'Green',
  'status-active': 'Active',
  'status-reducing': 'Reducing',
  'status-past': 'Past',
  'status-absent': 'Not there',
  'status-evidenced': 'Seen by others',
  'status-claimed': 'Said, not seen',
  'status-not-known': 'Not known',
  'trend-rising': 'Rising',
  'trend-steady': 'Steady',
  'trend-falling': 'Falling',
  'trend-not-known': 'Not known',
};

/** A pack that asks the sample's question and nothing else but the goals. */
export function samplePack({ kind, question }: Sample): Pack {
  const goals = {
    id: 'goals',
    kind: 'goals-table',
    columns: [column('goal', { label: 'Goal', required: true })],
  } as const;
  const pack = packWith([{ id: 'q', kind, ...question }, goals], { factors });
  const roles = [
    { id: 'child', label: 'Child', plural: 'Children' },
    { id: 'parent', label: 'Parent', plural: 'Parents' },
    { id: 'network', label: 'Friend or relative', plural: 'Friends and relatives' },
  ];
  return { ...pack, roles, phrases: { ...pack.phrases, ...phrases } };
}
