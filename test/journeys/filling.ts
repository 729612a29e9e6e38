import type { Page } from 'playwright-core';
import type { Answer, ChecklistEntry, MatrixEntry, Rating, Row, SignatureEntry } from '../../src/model/answer.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { dateParts } from '../../src/model/dates.ts';
import { tableKinds, type Pack, type Question, type Section } from '../../src/model/pack.ts';
import { parsePlaceKey, placeKey } from '../../src/model/place.ts';
import { placesOn } from './answering.ts';
import { fillRows } from './filling-rows.ts';
import type { Found, Way } from './way.ts';

/** What is filled in, and how. */
export interface Filling {
  readonly way: Way;
  readonly pack: Pack;
  /** What the form shall say in the end. */
  readonly wanted: Assessment;
  /** The places that say it already. */
  readonly done: Set<string>;
}

/** One place being answered. */
export interface Task extends Filling {
  readonly key: string;
  readonly question: Question;
}

/** Answers every question of the section on screen that the wanted assessment answers, with keys only. */
export async function fillSection(filling: Filling, section: Section): Promise<void> {
  const { way, pack, wanted, done } = filling;
  const met = new Set<string>();
  for (;;) {
    // Looked at again each time: an answer may bring a question or take one away.
    const key = (await placesOn(way.page, section)).find((place) => !met.has(place));
    if (key === undefined) return;
    met.add(key);
    const answer = wanted.answers[key];
    if (answer === undefined || done.has(key)) continue;
    await unfold(way, key);
    await fillAnswer({ ...filling, key, question: questionOf(pack, key) }, answer);
    done.add(key);
  }
}

/** The question that a place asks. */
export function questionOf(pack: Pack, key: string): Question {
  const question = pack.questions.find(({ id }) => id === parsePlaceKey(key)?.question);
  if (!question) throw new Error(`"${key}" is no question of the pack`);
  return question;
}

/** Opens the person's part of the page that a place is folded into. */
export async function unfold({ page, to }: Way, key: string): Promise<void> {
  const folded = page.locator('details.hw-person:not([open])').filter({ has: page.locator(`[data-key="${key}"]`) });
  if ((await folded.count()) === 0) return;
  await to(`[id="${(await folded.getAttribute('id')) ?? ''}"] > summary`);
  await page.keyboard.press('Enter');
}

async function fillAnswer(task: Task, answer: Answer): Promise<void> {
  const { way, key, question } = task;
  if (answer.is === 'given') await fillGiven(task, answer.value);
  else if (answer.is === 'not-known' && hasNotKnown(question) && !answer.reason && !answer.owner && !answer.by)
    await choose(way, key, 'not-known');
  else await fillState(task, answer);
  if (answer.note === undefined) return;
  if (!hasNotKnown(question)) {
    await way.to(`[data-more="${key}"]`);
    await way.page.keyboard.press('Enter');
  }
  await write(way, `${key}.note`, answer.note);
}

const hasNotKnown = ({ kind }: Question): boolean => kind === 'yes-no-unknown' || kind === 'scale';

async function fillState({ way, key }: Task, answer: Exclude<Answer, { is: 'given' }>): Promise<void> {
  if (answer.is === 'unread') throw new Error(`${key} has no value that could be typed`);
  await select(way, `${key}.state`, answer.is);
  if (answer.reason) await write(way, `${key}.reason`, answer.reason);
  if (answer.is !== 'not-known') return;
  if (answer.owner) await write(way, `${key}.owner`, answer.owner);
  if (answer.by) await date(way, `${key}.by`, answer.by);
}

async function fillGiven(task: Task, value: Extract<Answer, { is: 'given' }>['value']): Promise<void> {
  const { way, key, question } = task;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (tableKinds.includes(question.kind)) return fillRows(task, value as readonly Row[]);
  switch (question.kind) {
    case 'text':
    case 'long-text':
    case 'number':
      return write(way, key, text);
    case 'date':
      return date(way, key, text);
    case 'multi-choice':
      return tickAll(way, key, value as readonly string[]);
    case 'checklist':
      return fillChecklist(task, value as readonly ChecklistEntry[]);
    case 'rating-matrix':
      return fillMatrix(task, value as readonly MatrixEntry[]);
    case 'signature':
      return fillSignatures(task, value as readonly SignatureEntry[]);
    case 'factor-rating':
      return fillRatings(task, value as readonly Rating[]);
    default:
      return choose(way, key, text);
  }
}

async function fillChecklist({ way, key, question }: Task, entries: readonly ChecklistEntry[]): Promise<void> {
  for (const { item, state, note } of inOrder(question, entries, ({ item }) => item)) {
    await choose(way, `${key}.${item}.done`, state);
    if (note !== undefined) await write(way, `${key}.${item}.done.note`, note);
  }
}

async function fillMatrix({ way, key, question }: Task, entries: readonly MatrixEntry[]): Promise<void> {
  for (const { row, rating, note } of inOrder(question, entries, ({ row }) => row)) {
    await choose(way, `${key}.${row}.rating`, String(rating));
    if (note !== undefined) await write(way, `${key}.${row}.rating.note`, note);
  }
}

function inOrder<T>({ items = [] }: Question, entries: readonly T[], id: (entry: T) => string): readonly T[] {
  return items.flatMap((item) => entries.filter((entry) => id(entry) === item.id));
}

async function fillSignatures({ way, key }: Task, entries: readonly SignatureEntry[]): Promise<void> {
  for (const [index, { person, name, role, date: on, statement, mark }] of entries.entries()) {
    const at = `${key}.${String(index + 1)}`;
    await way.to(`[id="add:${key}"]`);
    await way.page.keyboard.press('Enter');
    await way.page.locator(`[name="${at}.person"]:focus`).waitFor();
    await select(way, `${at}.person`, person ?? '');
    if (name !== undefined) await write(way, `${at}.name`, name);
    await select(way, `${at}.role`, role);
    await date(way, `${at}.date`, on);
    await write(way, `${at}.statement`, statement);
    if (mark?.kind === 'typed') await write(way, `${at}.mark`, mark.text);
  }
}

/** The ratings a round begins with are those of the round before: only what differs is touched. */
async function fillRatings(task: Task, ratings: readonly Rating[]): Promise<void> {
  const { key, question, pack } = task;
  const before = new Map(ratingsBefore(task).map((rating) => [rating.factor, JSON.stringify(rating)]));
  const offered = pack.factors.filter(({ set }) => question.factorSets?.includes(set));
  const changed = offered
    .flatMap(({ id }) => ratings.filter(({ factor }) => factor === id))
    .filter((rating) => before.get(rating.factor) !== JSON.stringify(rating));
  for (const rating of changed) await fillRating(task, rating);
  const [first] = ratings;
  if (changed.length > 0 || !first) return;
  // Nothing is otherwise than before. Changing something and changing it back leaves no mark that it was taken over.
  await openFactor(task, first.factor);
  await choose(task.way, `${key}.${first.factor}.status`, first.status === 'absent' ? 'not-known' : 'absent');
  await choose(task.way, `${key}.${first.factor}.status`, first.status);
}

function ratingsBefore({ wanted, key }: Task): readonly Rating[] {
  const place = parsePlaceKey(key);
  const was = place ? wanted.answers[placeKey({ ...place, round: place.round - 1 })] : undefined;
  return was?.is === 'given' ? (was.value as readonly Rating[]) : [];
}

async function openFactor({ way, key }: Task, factor: string): Promise<void> {
  const row = `[data-key="${key}"] details[data-row="${factor}"]`;
  if (await isOpen(way.page, row)) return;
  await way.to(`${row} > summary`);
  await way.page.keyboard.press('Enter');
}

async function fillRating(task: Task, { factor, status, trend, note, source, date: on }: Rating): Promise<void> {
  const { way, key } = task;
  const at = `${key}.${factor}`;
  await openFactor(task, factor);
  await choose(way, `${at}.status`, status);
  await select(way, `${at}.trend`, trend ?? '');
  await write(way, `${at}.status.note`, note ?? '');
  await write(way, `${at}.source`, source ?? '');
  await date(way, `${at}.date`, on ?? '');
}

/**
 * Says for every strength of the section on screen which worries it guards against. Only once all worries of the round
 * are rated are all of them offered.
 */
export async function fillGuards(filling: Filling, section: Section): Promise<void> {
  const { way, pack, wanted } = filling;
  for (const key of await placesOn(way.page, section)) {
    const answer = wanted.answers[key];
    const question = questionOf(pack, key);
    if (question.kind !== 'factor-rating' || answer?.is !== 'given') continue;
    const task: Task = { ...filling, key, question };
    const before = new Map(ratingsBefore(task).map((rating) => [rating.factor, JSON.stringify(rating.guards)]));
    const strengths = pack.factors.filter(({ set }) => question.factorSets?.includes(set) && !set.endsWith('-risk'));
    const ratings = answer.value as readonly Rating[];
    for (const { factor, guards = [] } of strengths.flatMap(({ id }) =>
      ratings.filter(({ factor }) => factor === id),
    )) {
      if (JSON.stringify(guards) === (before.get(factor) ?? '[]')) continue;
      await unfold(way, key);
      await openFactor(task, factor);
      const ids = guards.map(({ risk, of, child }) => `${risk}~${of ?? ''}~${child}`);
      await tickAll(way, `${key}.${factor}.guards`, ids);
    }
  }
}

/** Whether the row or person that fits the selector is unfolded. */
export function isOpen(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((details) => (details as HTMLDetailsElement).open);
}

/** Goes to the radio buttons called `name` and moves with the arrows to `value`. */
export async function choose(way: Way, name: string, value: string): Promise<void> {
  const found = await way.to(`[name="${name}"]`);
  if (found.value === value && !found.checked) await way.page.keyboard.press('Space');
  await arrows(way.page, name, found, value);
}

/** Goes to the list called `name` and moves with the arrows to `value`. */
export async function select(way: Way, name: string, value: string): Promise<void> {
  await arrows(way.page, name, await way.to(`[name="${name}"]`), value);
}

async function arrows(page: Page, name: string, { value: now, options }: Found, value: string): Promise<void> {
  const steps = options.indexOf(value) - options.indexOf(now);
  if (!options.includes(value)) throw new Error(`"${name}" offers no "${value}"`);
  for (let left = Math.abs(steps); left > 0; left -= 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
}

/** Goes to the box called `name` and makes it say `text`: the beginning key by key, the rest at once, as dictation does. */
export async function write({ page, to }: Way, name: string, text: string): Promise<void> {
  const { value } = await to(`[name="${name}"]`);
  if (value === text) return;
  if (value !== '') await page.keyboard.press('Control+A');
  if (text === '') return page.keyboard.press('Delete');
  await page.keyboard.type(text.slice(0, byKey));
  if (text.length > byKey) await page.keyboard.insertText(text.slice(byKey));
}

/** Letters typed key by key at the beginning of a longer text. */
const byKey = 2;

/** Fills the three boxes of a date, also of one that is a year or a month only. */
export async function date(way: Way, name: string, on: string): Promise<void> {
  for (const [part, text] of dateBoxes(on)) {
    const { value } = await way.to(`[name="${name}.${part}"]`);
    if (value === text || Number(value) === Number(text)) continue;
    if (value !== '') await way.page.keyboard.press('Control+A');
    await (text === '' ? way.page.keyboard.press('Delete') : way.page.keyboard.type(text));
  }
}

function dateBoxes(on: string): readonly (readonly [part: string, text: string])[] {
  const { day, month, year } = dateParts(on === '' ? null : on);
  return [
    ['day', day],
    ['month', month],
    ['year', year],
  ];
}

/** Ticks of the check boxes called `name` those in `ids`, and no other. */
export async function tickAll(way: Way, name: string, ids: readonly string[]): Promise<void> {
  const boxes = await way.page
    .locator(`[name="${name}"]`)
    .evaluateAll((all) => (all as HTMLInputElement[]).map(({ value, checked }) => ({ value, checked })));
  const offered = boxes.map(({ value }) => value);
  const missing = ids.filter((id) => !offered.includes(id));
  if (missing.length > 0) throw new Error(`"${name}" does not offer ${missing.join(', ')}`);
  for (const { value, checked } of boxes) {
    if (checked === ids.includes(value)) continue;
    await way.to(`[name="${name}"][value="${value}"]`);
    await way.page.keyboard.press('Space');
  }
}
