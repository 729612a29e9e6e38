import { fileURLToPath } from 'node:url';
import { compileFolder } from '../../src/content/vite-plugin-folder.ts';
import type { Answer, Rating, Row, Value } from '../../src/model/answer.ts';
import type { Assessment, Person } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import { packIndex } from '../../src/model/pack-index.ts';
import type { Pack, Question } from '../../src/model/pack.ts';
import { parsePlaceKey } from '../../src/model/place.ts';

/** What the largest family anybody should meet comes to. */
const size = { children: 6, adults: 3, rounds: 3, events: 200, ratings: 400 } as const;

const on = '2026-01-01';

/** The real questions in English. */
export function realPack(): Pack {
  const compiled = compileFolder(fileURLToPath(new URL('../../guidance', import.meta.url)), 'sparf');
  const pack = compiled.ok ? compiled.value.packs.en : undefined;
  if (!pack) throw new Error('The guidance does not compile: node scripts/guidance-check.mjs says why.');
  return pack;
}

/**
 * A made-up assessment of six children and three adults with three rounds, 200 events and 400 ratings, every question
 * that comes to apply answered; always the same.
 */
export function largeCase(pack: Pack): Assessment {
  let assessment: Assessment = {
    format: 1,
    id: 'bench',
    kind: 'training',
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: 'full',
    reference: '',
    startedAt: `${on}T09:00:00.000Z`,
    changedAt: `${on}T09:00:00.000Z`,
    people: family,
    answers: {},
    rounds: [],
    versions: [],
    history: [],
  };
  // Answers open further questions: until no more come.
  for (let before = -1; Object.keys(assessment.answers).length > before;) {
    before = Object.keys(assessment.answers).length;
    assessment = { ...assessment, answers: answered(pack, assessment) };
  }
  return assessment;
}

const family: readonly Person[] = [
  ...Array.from({ length: size.children }, (_, index): Person => ({
    id: `child${String(index)}`,
    role: 'child',
    name: `Child ${String(index)}`,
    inScope: true,
  })),
  ...Array.from({ length: size.adults }, (_, index): Person => ({
    id: `adult${String(index)}`,
    role: 'parent',
    name: `Adult ${String(index)}`,
    inHousehold: 'lives-there',
    assessedAsCarer: true,
  })),
];

function answered(pack: Pack, assessment: Assessment): Assessment['answers'] {
  let left: number = size.ratings;
  const answers: Record<string, Answer> = { ...assessment.answers };
  for (const { key, question, place } of evaluate(pack, assessment, on).applies) {
    if (question.kind === 'factor-rating') {
      const ratings = ratingsOf(pack, question, place.subject).slice(0, left);
      left -= ratings.length;
      if (ratings.length > 0) answers[key] = { is: 'given', value: ratings };
    } else {
      const value = valueOf(pack, question);
      if (value !== undefined) answers[key] ??= { is: 'given', value, note: 'Seen at the visit.' };
    }
  }
  return answers;
}

function valueOf(pack: Pack, question: Question): Value | undefined {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return 'A few words that say what was seen, by whom and when.';
    case 'yes-no-unknown':
      return 'yes';
    case 'risk-class':
      return pack.riskClasses[0]?.id;
    case 'multi-choice':
      return question.choices?.slice(0, 1).map(({ id }) => id);
    case 'chronology-table':
      return Array.from({ length: size.events }, (_, index) => event(question, index));
    case 'single-choice':
      return question.choices?.[0]?.id;
    default:
      return undefined;
  }
}

function event({ columns = [] }: Question, index: number): Row {
  const two = (number: number): string => String(number).padStart(2, '0');
  const themes = columns.find(({ id }) => id === 'themes')?.choices ?? [];
  const theme = themes[index % themes.length]?.id;
  return {
    id: `event${String(index)}`,
    cells: {
      date: `${String(2015 + (index % 11))}-${two((index % 12) + 1)}-${two((index % 28) + 1)}`,
      event: `Something that happened, number ${String(index + 1)}. It is told in two sentences.`,
      source: 'Case record',
      impact: 'What it meant for the child then and what it means now.',
      children: [`child${String(index % size.children)}`],
      adults: 'Adult 0',
      services: 'School',
      ...(theme === undefined ? {} : { themes: [theme] }),
    },
  };
}

/** Of the worries of one person a third are active, a third reducing, a third past; every other strength guards against one. */
function ratingsOf(pack: Pack, { factorSets }: Question, of: string | null): readonly Rating[] {
  const factors = pack.factors.filter(({ set }) => factorSets?.includes(set));
  const worry = factors.find(({ set }) => set.endsWith('-risk'))?.id ?? '';
  const statuses = ['active', 'reducing', 'past'];
  return factors.map((factor, index): Rating => ({
    factor: factor.id,
    of,
    status: factor.set.endsWith('-risk') ? (statuses[index % 3] ?? 'past') : 'evidenced',
    trend: 'steady',
    note: 'Seen at two visits, and the school says the same.',
    source: 'Visit and school report',
    date: '2025-11-03',
    ...(factor.set.endsWith('-risk') || index % 2 === 0 ? {} : { guards: [{ risk: worry, of, child: 'child0' }] }),
  }));
}

/** How much there is of what makes an assessment large, to say in a report and to be sure of. */
export function extent(pack: Pack, { people, answers }: Assessment): typeof size {
  const { questions } = packIndex(pack);
  const places = Object.entries(answers).flatMap(([key, answer]) => {
    const place = parsePlaceKey(key);
    const kind = place && questions.get(place.question)?.kind;
    const entries = answer.is === 'given' && Array.isArray(answer.value) ? answer.value.length : 0;
    return place ? [{ place, kind, entries }] : [];
  });
  const entriesOf = (wanted: string): number =>
    places.reduce((sum, { kind, entries }) => (kind === wanted ? sum + entries : sum), 0);
  const found = {
    children: people.filter(({ role }) => role === 'child').length,
    adults: people.filter(({ role }) => role !== 'child').length,
    rounds: Math.max(...places.map(({ place }) => place.round)),
    events: entriesOf('chronology-table'),
    ratings: entriesOf('factor-rating'),
  };
  for (const [name, wanted] of Object.entries(size))
    if (found[name as keyof typeof size] !== wanted)
      throw new Error(`The large case has ${String(found[name as keyof typeof size])} ${name}, not ${String(wanted)}.`);
  return size;
}
