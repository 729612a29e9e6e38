import { isPartDate, isPlainDate } from './dates.ts';
import type { Question } from './pack.ts';
import { isRecord, isText, isWhole } from './shapes.ts';

type Entry = Record<string, unknown>;

/** Statuses of a risk, of a strength, or of both; the trends. Words for them are phrases of the pack. */
const statuses = ['active', 'reducing', 'past', 'absent', 'not-known', 'evidenced', 'claimed'];
const trends = ['rising', 'steady', 'falling', 'not-known'];
const checklistStates = ['done', 'not-done', 'not-applicable'];

const isOneOf = (list: readonly string[], value: unknown): boolean => isText(value) && list.includes(value);
const isAbsentOr = (value: unknown, fits: (value: unknown) => boolean): boolean => value === undefined || fits(value);
const isPerson = (value: unknown): boolean => value === null || isText(value);
const itemsOf = (question: Question): readonly string[] => (question.items ?? []).map(({ id }) => id);

/** Whether `value` is a list of entries that each fit. */
export const entriesFit = (value: unknown, fits: (entry: Entry) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && fits(entry));

/** Whether an entry is one of the checklist's items, in one of its three states. */
export const checklistEntryFits = (question: Question, { item, state, note }: Entry): boolean =>
  isOneOf(itemsOf(question), item) && isOneOf(checklistStates, state) && isAbsentOr(note, isText);

/** Whether an entry is one of the matrix' rows, rated on its scale or not known. */
export const matrixEntryFits = (question: Question, { row, rating, note }: Entry): boolean =>
  isOneOf(itemsOf(question), row) &&
  (rating === 'not-known' || (isWhole(rating) && rating < (question.anchors ?? []).length)) &&
  isAbsentOr(note, isText);

/** Whether an entry rates a factor in words the scales have. */
export const ratingFits = ({ factor, of, status, trend, note, source, date, guards }: Entry): boolean =>
  isText(factor) &&
  isPerson(of) &&
  isOneOf(statuses, status) &&
  isAbsentOr(trend, (each) => isOneOf(trends, each)) &&
  isAbsentOr(note, isText) &&
  isAbsentOr(source, isText) &&
  isAbsentOr(date, (each) => isText(each) && isPartDate(each)) &&
  isAbsentOr(guards, (each) =>
    entriesFit(each, ({ risk, of, child }) => isText(risk) && isPerson(of) && isText(child)),
  );

/** Whether an entry says who agreed to which words, in which role and on which day. */
export const signatureFits = ({ person, name, role, date, statement, witness }: Entry): boolean =>
  isPerson(person) &&
  isAbsentOr(name, isText) &&
  isText(role) &&
  isDay(date) &&
  isText(statement) &&
  isAbsentOr(witness, (each) => isRecord(each) && isText(each.name) && isDay(each.date));

const isDay = (value: unknown): boolean => isText(value) && isPlainDate(value);
