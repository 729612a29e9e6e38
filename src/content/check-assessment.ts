import * as v from 'valibot';
import type { Answer, Rating, Row } from '../model/answer.ts';
import type { Aside, Assessment, Comment, Person, Place } from '../model/assessment.ts';
import { isPartDate } from '../model/dates.ts';
import { valueFits } from '../model/fits.ts';
import { packIndex } from '../model/pack-index.ts';
import { type Column, type Pack, type PersonProperty, type Question, tableKinds } from '../model/pack.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import type { Problem, ProblemPlace } from '../model/problem.ts';
import { valueSchema } from './assessment-schemas.ts';
import { checkEvidence } from './check-evidence.ts';

type Tell = (code: string, place: ProblemPlace, detail?: string) => void;

/**
 * Everything in `assessment` that does not fit `pack`: questions, choices, people, rows, factors and rounds that one
 * of the two does not have. Details name ids and kinds, never what somebody wrote.
 */
export function checkAssessment(
  pack: Pack,
  assessment: Pick<Assessment, 'people' | 'answers' | 'rounds' | 'evidence' | 'comments' | 'asides'>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (code, place, detail) =>
    problems.push({ code, place, ...(detail === undefined ? {} : { detail }) });
  const people = new Set(assessment.people.map(({ id }) => id));
  if (people.size < assessment.people.length) tell('duplicate-person', {});
  for (const person of assessment.people) checkPerson(pack, person, people, tell);
  const opened = new Set(assessment.rounds.map(({ round }) => round));
  if (opened.size < assessment.rounds.length) tell('duplicate-round', {});
  for (const [key, answer] of Object.entries(assessment.answers)) checkAnswer(pack, key, answer, people, opened, tell);
  for (const aside of assessment.asides ?? []) {
    if (!asideFits(aside)) tell('value-does-not-fit', {}, 'aside');
    else if (aside.place !== undefined && aside.said)
      checkAnswer(pack, aside.place, aside.said as Answer, people, opened, tell);
    else if (aside.person !== undefined) checkPerson(pack, aside.said as Person, people, tell);
  }
  checkEvidence(pack, assessment.evidence ?? [], people, (at) => checkPlace(pack, at, people, opened, tell), tell);
  checkComments(assessment.comments ?? [], (at) => checkPlace(pack, at, people, opened, tell), tell);
  return problems;
}

/** Two comments with one id, and places that do not exist. */
function checkComments(comments: readonly Comment[], check: (at: Place) => unknown, tell: Tell): void {
  if (new Set(comments.map(({ id }) => id)).size < comments.length) tell('duplicate-comment', {});
  for (const { place } of comments) {
    const at = place === undefined ? null : parsePlaceKey(place);
    if (at) check(at);
    else if (place !== undefined) tell('answer-key', {}, 'comment');
  }
}

/** Whether it says about one thing what can be said of such a thing. */
function asideFits({ place, person, evidence, details, said }: Aside): boolean {
  if (place !== undefined) return said === null || 'is' in said;
  if (person !== undefined) return said !== null && 'role' in said && said.id === person;
  if (evidence !== undefined) return said === null || ('supports' in said && said.id === evidence);
  return details !== undefined && said === null;
}

function checkPerson(pack: Pack, person: Person, people: ReadonlySet<string>, tell: Tell): void {
  const place = { subject: person.id };
  if (!pack.roles.some(({ id }) => id === person.role)) tell('unknown-role', place);
  for (const property of ['relatedTo', 'parentalResponsibility'] as const) {
    if (person[property]?.some((id) => !people.has(id))) tell('unknown-person', place, property);
  }
  for (const property of ['livesWith', 'mergedInto'] as const) {
    const id = person[property];
    if (id !== undefined && !people.has(id)) tell('unknown-person', place, property);
  }
  for (const property of ['relationship', 'livingArrangement', 'inHousehold', 'agencyKind'] as const) {
    const value = person[property];
    if (value !== undefined && !choicesOf(pack, property).has(value)) tell('unknown-choice', place, property);
  }
}

/** The choices of every column that shows `property`. */
function choicesOf(pack: Pack, property: PersonProperty): ReadonlySet<string> {
  return new Set(
    pack.questions
      .flatMap(({ columns }) => columns ?? [])
      .filter((column) => column.property === property)
      .flatMap(({ choices }) => (choices ?? []).map(({ id }) => id)),
  );
}

function checkAnswer(
  pack: Pack,
  key: string,
  answer: Answer,
  people: ReadonlySet<string>,
  opened: ReadonlySet<number>,
  tell: Tell,
): void {
  const at = parsePlaceKey(key);
  if (at === null || placeKey(at) !== key) {
    tell('answer-key', {});
    return;
  }
  const question = checkPlace(pack, at, people, opened, tell);
  if (!question || answer.is !== 'given') return;
  checkValue(pack, question, answer.value, at, people, tell);
  const { suggested } = answer;
  if (!suggested) return;
  const known = suggested.riskClass === null || packIndex(pack).riskClasses.has(suggested.riskClass);
  if (question.kind !== 'risk-class' || !known) tell('value-does-not-fit', at, 'suggested');
}

/** The question of a place, unless the place names what pack or assessment do not have. */
function checkPlace(
  pack: Pack,
  at: Place,
  people: ReadonlySet<string>,
  opened: ReadonlySet<number>,
  tell: Tell,
): Question | null {
  const question = packIndex(pack).questions.get(at.question);
  if (question === undefined) {
    tell('unknown-question', at);
    return null;
  }
  const personal = question.repeats.some((each) => each !== 'round');
  if (personal !== (at.subject !== null)) tell('wrong-subject', at);
  else if (at.subject !== null && !people.has(at.subject)) tell('unknown-person', at);
  const asked = packIndex(pack).askedIn.get(at.question) ?? [];
  const inRounds = question.repeats.includes('round');
  if (inRounds ? !opened.has(at.round) && !asked.some((each) => each.asked.round === at.round) : at.round !== 0)
    tell('wrong-round', at);
  return question;
}

function checkValue(
  pack: Pack,
  question: Question,
  value: unknown,
  at: ProblemPlace,
  people: ReadonlySet<string>,
  tell: Tell,
): void {
  if (!v.is(valueSchema(question.kind), value)) {
    tell('value-does-not-fit', at, question.kind);
    return;
  }
  if (tableKinds.includes(question.kind)) {
    checkRows(question, value as readonly Row[], at, people, tell);
    return;
  }
  if (question.kind === 'single-choice' || question.kind === 'multi-choice' || question.kind === 'risk-class') {
    if (!valueFits(pack, question, value)) tell('unknown-choice', at, question.kind);
    return;
  }
  if (!valueFits(pack, question, value)) {
    tell('value-does-not-fit', at, question.kind);
    return;
  }
  if (!Array.isArray(value)) return;
  const entries = value as readonly {
    readonly rating?: unknown;
    readonly factor?: string;
    readonly person?: string | null;
    readonly role?: string;
  }[];
  const highest = (question.anchors ?? []).length - 1;
  for (const entry of entries) {
    if (question.kind === 'rating-matrix' && typeof entry.rating === 'number' && entry.rating > highest)
      tell('value-does-not-fit', at, 'rating');
    if (question.kind === 'factor-rating') checkRating(pack, question, entry as unknown as Rating, at, people, tell);
    if (question.kind === 'signature') {
      if (typeof entry.person === 'string' && !people.has(entry.person)) tell('unknown-person', at, 'signature');
      if (!pack.roles.some(({ id }) => id === entry.role)) tell('unknown-role', at, 'signature');
    }
  }
}

function checkRating(
  pack: Pack,
  question: Question,
  rating: Rating,
  at: ProblemPlace,
  people: ReadonlySet<string>,
  tell: Tell,
): void {
  const factor = packIndex(pack).factors.get(rating.factor);
  if (factor === undefined || question.factorSets?.includes(factor.set) !== true) {
    tell('unknown-factor', at);
    return;
  }
  if (rating.of !== (at.subject ?? null)) tell('wrong-subject', at, factor.id);
  const strength = factor.set.endsWith('-protective');
  const fitting = strength
    ? ['evidenced', 'claimed', 'absent', 'not-known']
    : ['active', 'reducing', 'past', 'absent', 'not-known'];
  if (!fitting.includes(rating.status)) tell('unknown-choice', at, factor.id);
  for (const { risk, of, child } of rating.guards ?? []) {
    if (!packIndex(pack).factors.has(risk)) tell('unknown-factor', at, factor.id);
    if (!people.has(child) || (of !== null && !people.has(of))) tell('unknown-person', at, factor.id);
  }
}

function checkRows(
  question: Question,
  rows: readonly Row[],
  at: ProblemPlace,
  people: ReadonlySet<string>,
  tell: Tell,
): void {
  if (new Set(rows.map(({ id }) => id)).size < rows.length) tell('duplicate-row', at);
  const columns = new Map((question.columns ?? []).map((column) => [column.id, column]));
  for (const { person, cells } of rows) {
    if (question.kind === 'person-table' && person === undefined) tell('unknown-person', at, 'row without person');
    if (person !== undefined && !people.has(person)) tell('unknown-person', at, 'row');
    for (const [id, cell] of Object.entries(cells)) {
      const column = columns.get(id);
      if (column === undefined || column.property !== undefined) tell('unknown-column', at);
      else checkCell(column, cell, at, people, tell);
    }
  }
}

const trafficLights = ['not-started', 'red', 'amber', 'green'];
const yesNo = ['yes', 'no', 'not-known'];

function checkCell(
  column: Column,
  cell: Row['cells'][string],
  at: ProblemPlace,
  people: ReadonlySet<string>,
  tell: Tell,
): void {
  if (typeof cell === 'object' && 'unread' in cell) return;
  const many =
    column.kind === 'multi-choice' ||
    ((column.kind === 'person' || column.kind === 'question-ref') && column.many === true);
  if (
    column.kind === 'number'
      ? typeof cell !== 'number' || !Number.isSafeInteger(cell) || cell < 0
      : many
        ? !Array.isArray(cell)
        : typeof cell !== 'string'
  ) {
    tell('value-does-not-fit', at, column.id);
    return;
  }
  const ids = (Array.isArray(cell) ? cell : [cell]).map(String);
  const known =
    column.kind === 'yes-no'
      ? yesNo
      : column.kind === 'traffic-light'
        ? trafficLights
        : column.choices?.map(({ id }) => id);
  if (known !== undefined && ids.some((id) => !known.includes(id))) tell('unknown-choice', at, column.id);
  if (column.kind === 'person' && ids.some((id) => !people.has(id))) tell('unknown-person', at, column.id);
  if (column.kind === 'date' && !ids.every(isPartDate)) tell('value-does-not-fit', at, column.id);
  if (column.kind === 'question-ref') {
    const refers = ids.every((id) => column.refersTo?.includes(/^[^@~.]+/.exec(id)?.[0] ?? '') === true);
    if (!refers) tell('unknown-question', at, column.id);
  }
}
