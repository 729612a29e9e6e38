import type { Answer, Row, Value } from '../../src/model/answer.ts';
import type { Choice, Column, Guidance, Pack, Question, QuestionKind, Section, Source } from '../../src/model/pack.ts';
import { paperPhraseIds } from '../../src/model/paper-phrases.ts';
import { phraseIds } from '../../src/model/phrase-ids.ts';
import type { RichText } from '../../src/model/rich-text.ts';
import type { Rule } from '../../src/model/rule.ts';

/** One answer, as `homeward-form.answers` takes it. */
export interface GivenAnswer {
  readonly question: string;
  readonly subject: null;
  readonly round: 0;
  readonly answer: Answer;
}

/** Questions of one bench run: what they are, which of them the keys and the toggle go to, and answers to all of them. */
export interface Workload {
  readonly size: number;
  readonly pack: Pack;
  /** Only the table: a form nobody has written in, but for ten rows. */
  readonly few: readonly GivenAnswer[];
  /** Every question answered, so that every condition holds. */
  readonly all: readonly GivenAnswer[];
  /** The question whose `yes` shows all that hang on the global gate. */
  readonly gate: string;
  /** A text question in the middle that always applies. */
  readonly typedIn: string;
  /** How many questions the global gate shows. */
  readonly toggled: number;
}

/** Questions in one section; the first of them is a gate. */
const sectionLength = 15;
/** What stands between the gates. There is no select among our kinds: six radio buttons stand in for it. */
const kinds = ['text', 'long-text', 'single-choice', 'multi-choice', 'date', 'six'] as const;
/** Of twenty questions those with a condition: 15 %, none of them a gate. */
const conditional = new Set([3, 9, 16]);
const rowCount = 10;

/** The workload of `size` questions, always the same. */
export function workload(size: number): Workload {
  const questions = Array.from({ length: size }, (_, index) => question(index));
  const rules = new Map<string, Rule>();
  questions.forEach(({ id }, index) => {
    if (!conditional.has(index % 20)) return;
    const own = idOf(index - (index % sectionLength));
    rules.set(id, { question: rules.size % 2 === 0 ? idOf(0) : own, in: ['yes'] });
  });
  const table: Question = {
    ...question(size),
    id: 'table',
    label: 'What is planned, and by whom?',
    kind: 'table',
    columns,
  };
  const all = [...questions.map((each) => ({ ...each, ...ruleOf(rules, each.id) })), table].map(withoutChoicesOfOthers);
  const middle = questions.slice(Math.floor(size / 2)).find(({ id, kind }) => kind === 'text' && !rules.has(id));
  const tableAnswer = given('table', rows());
  return {
    size,
    pack: packOf(all),
    few: [tableAnswer],
    all: [...questions.map(({ id, kind }, index) => given(id, valueOf(kind, index))), tableAnswer],
    gate: idOf(0),
    typedIn: middle?.id ?? '',
    toggled: [...rules].filter(([id, rule]) => 'question' in rule && rule.question === idOf(0) && id !== idOf(0))
      .length,
  };
}

const idOf = (index: number): string => `q${String(index)}`;
const isGate = (index: number): boolean => index % sectionLength === 0;
const ruleOf = (rules: ReadonlyMap<string, Rule>, id: string): { showWhen?: Rule } => {
  const rule = rules.get(id);
  return rule ? { showWhen: rule } : {};
};

const choices = (count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${String(index)}`,
    label: `The ${ordinals[index] ?? ''} thing that could be said`,
  }));
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const yesNo: readonly Choice[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

const source: Source = {
  id: 'study',
  title: 'What families said about going home',
  publisher: 'Nobody',
  date: '2020',
  licence: 'none',
  usedFor: 'measuring',
  strength: 'study',
  read: 'whole',
};

const columns: readonly Column[] = [
  { id: 'what', kind: 'text', label: 'What', required: true },
  { id: 'on', kind: 'date', label: 'When', required: true },
  { id: 'kind', kind: 'single-choice', label: 'Which kind', required: false, choices: choices(4) },
  { id: 'more', kind: 'long-text', label: 'More', required: false },
];

function question(index: number): Question {
  const kind = kinds[(index % sectionLength) % kinds.length] ?? 'text';
  const six = kind === 'six';
  return {
    id: idOf(index),
    kind: isGate(index) || six ? 'single-choice' : kind,
    label: `What is known about matter ${String(index + 1)} of the family’s daily life?`,
    // Some of every kind say that they may be left out.
    required: index % 4 !== 3,
    core: true,
    repeats: [],
    answeredBy: ['social-worker'],
    choices: isGate(index) ? yesNo : choices(six ? 6 : 4),
    sources: [source.id],
  };
}

/** A pack refuses choices where a kind has none. */
function withoutChoicesOfOthers({ choices, ...rest }: Question): Question {
  const chooses = rest.kind === 'single-choice' || rest.kind === 'multi-choice';
  return chooses && choices ? { ...rest, choices } : rest;
}

const paragraph = (text: string): RichText => [{ kind: 'paragraph', of: [text] }];

/** Forty words of help. */
function help(index: number): Guidance {
  return {
    why: paragraph(`Matter ${String(index + 1)} is asked because a plan rests on what is really known here, today.`),
    goodEvidence: paragraph('Something seen or heard by a named person on a named day, written plainly.'),
    whatToDo: paragraph('Write what you know, say who told you, and leave out what nobody checked.'),
  };
}

const answerable: Readonly<Partial<Record<QuestionKind, (index: number) => Value>>> = {
  text: (index) => `A few words about matter ${String(index + 1)}`,
  'long-text': (index) =>
    `Two sentences about matter ${String(index + 1)}. They say what was seen, by whom and when it was.`,
  'single-choice': (index) => (isGate(index) ? 'yes' : 'c1'),
  'multi-choice': () => ['c0', 'c2'],
  date: (index) => `2026-0${String((index % 9) + 1)}-1${String(index % 10)}`,
};

function valueOf(kind: QuestionKind, index: number): Value {
  const value = answerable[kind];
  if (!value) throw new Error(`The workload has no value for ${kind}.`);
  return value(index);
}

const given = (id: string, value: Value): GivenAnswer => ({
  question: id,
  subject: null,
  round: 0,
  answer: { is: 'given', value },
});

const rows = (): readonly Row[] =>
  Array.from({ length: rowCount }, (_, index) => ({
    id: `row${String(index)}`,
    cells: {
      what: `Step ${String(index + 1)}`,
      on: `2026-0${String((index % 9) + 1)}-15`,
      kind: 'c1',
      more: 'Agreed at the last meeting.',
    },
  }));

function packOf(questions: readonly Question[]): Pack {
  const sections: readonly Section[] = Array.from(
    { length: Math.ceil(questions.length / sectionLength) },
    (_, index) => ({
      id: `s${String(index)}`,
      stage: 'all',
      title: `Section ${String(index + 1)}`,
      intro: '',
      round: 0,
      asks: questions
        .slice(index * sectionLength, (index + 1) * sectionLength)
        .map(({ id }) => ({ question: id, round: 0 })),
    }),
  );
  return {
    id: 'bench',
    version: 1,
    title: 'Bench',
    notice: 'Made to measure speed.',
    locale: 'en',
    structureHash: '0'.repeat(64),
    wordsHash: '0'.repeat(64),
    complete: true,
    stages: [
      {
        id: 'all',
        order: 1,
        name: 'All',
        plain: 'All',
        summary: 'All questions',
        hardStops: [],
        signedBy: [],
        sections: sections.map(({ id }) => id),
      },
    ],
    sections,
    questions,
    purposes: choices(6).map(({ id, label }) => ({ id, label, description: '' })),
    roles: [{ id: 'social-worker', label: 'Social worker', plural: 'Social workers' }],
    factors: [],
    riskClasses: [],
    suggestion: { rules: {}, floors: {}, cautions: {} },
    phrases: { ...Object.fromEntries([...phraseIds, ...paperPhraseIds].map((id) => [id, id])), ...words },
    purposeQuestion: idOf(kinds.indexOf('six')),
    sources: [source],
    guidance: Object.fromEntries(questions.map(({ id }, index) => [id, help(index)])),
    timetable: { nation: 'england-and-wales', closures: [], steps: [], notes: [], dates: [] },
    glossary: [],
    articles: [],
  };
}

/** The phrases a form shows, as long as the real ones. */
const words = {
  'not-known': 'Not known yet',
  declined: 'Declined to answer',
  'not-applicable': 'Does not apply',
  note: 'What this rests on',
  reason: 'Reason',
};
