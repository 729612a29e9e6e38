import type { Answer, ChecklistEntry, MatrixEntry, Rating, Row } from './answer.ts';
import type { Evidence, Person } from './assessment.ts';
import { supportKey } from './evidence.ts';
import { same } from './same.ts';

/** What two branches come to: `value` where they differ with the first on top, `beside` with the second. Alike where they agree. */
export interface Merged<T> {
  readonly value: T;
  readonly beside: T;
}

/** Stands for what a value was before the branches parted, where nobody knows. */
export const unknown = Symbol('unknown');
export type Known<T> = T | typeof unknown;

const agreed = <T>(value: T): Merged<T> => ({ value, beside: value });

/** Whoever changed it is followed; where both did, or nobody knows, both stay. */
function whole<T>(base: Known<T>, top: T, other: T): Merged<T> {
  if (same(top, other) || (base !== unknown && same(base, other))) return agreed(top);
  return base !== unknown && same(base, top) ? agreed(other) : { value: top, beside: other };
}

/** As `whole`; what was taken away on one side and changed on the other stays on top (K5). */
function present<T>(base: Known<T | null>, top: T | null, other: T | null): Merged<T | null> {
  const { value, beside } = whole(base, top, other);
  return value === null ? { value: beside, beside: value } : { value, beside };
}

/** Property by property; `fields` says how some of them are merged. */
function byProperty<T extends object>(base: Known<T>, top: T, other: T, but: readonly string[] = []): Merged<T> {
  const [was, left, right] = [base === unknown ? {} : base, top, other] as readonly Record<string, unknown>[];
  const value: Record<string, unknown> = {};
  const beside: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(top), ...Object.keys(other)])) {
    const each = but.includes(key)
      ? agreed(left?.[key])
      : whole(base === unknown ? unknown : was?.[key], left?.[key], right?.[key]);
    if (each.value !== undefined) value[key] = each.value;
    if (each.beside !== undefined) beside[key] = each.beside;
  }
  return { value: value as T, beside: beside as T };
}

type Entry = Row | Rating | ChecklistEntry | MatrixEntry;

/** What tells the entries of a list apart; null for a list of anything else. */
function keyOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  if ('cells' in entry && 'id' in entry) return String(entry.id);
  if ('factor' in entry && 'of' in entry) return `${String(entry.factor)} ${String(entry.of)}`;
  return 'item' in entry ? String(entry.item) : 'rating' in entry && 'row' in entry ? String(entry.row) : null;
}

/** The entries of a list answer by what tells them apart; null where it is no such list. No answer is an empty one. */
function entriesOf(answer: Answer | null): ReadonlyMap<string, Entry> | null {
  if (answer === null) return new Map();
  if (answer.is !== 'given' || !Array.isArray(answer.value)) return null;
  const entries = new Map<string, Entry>();
  for (const entry of answer.value as readonly Entry[]) {
    const key = keyOf(entry);
    if (key === null || entries.has(key)) return null;
    entries.set(key, entry);
  }
  return entries;
}

/** Of a row cell by cell; of any other entry as a whole. */
function entry(base: Known<Entry>, top: Entry, other: Entry): Merged<Entry> {
  if (!('cells' in top) || !('cells' in other)) return whole(base, top, other);
  const was = base === unknown ? unknown : 'cells' in base ? base.cells : {};
  const cells = byProperty(was, top.cells, other.cells);
  return { value: { ...top, cells: cells.value }, beside: { ...top, cells: cells.beside } };
}

function entries(
  base: Known<ReadonlyMap<string, Entry>>,
  top: ReadonlyMap<string, Entry>,
  other: ReadonlyMap<string, Entry>,
): Merged<readonly Entry[]> {
  const value: Entry[] = [];
  const beside: Entry[] = [];
  for (const key of orderOf(base === unknown ? new Map() : base, top, other)) {
    const was = base === unknown ? undefined : base.get(key);
    const [left, right] = [top.get(key), other.get(key)];
    if (left && right) {
      const each = entry(was ?? unknown, left, right);
      value.push(each.value);
      beside.push(each.beside);
      continue;
    }
    const only = left ?? right;
    if (!only || (was && same(was, only))) continue; // taken out on one side, untouched on the other
    value.push(only);
    if (!was) beside.push(only);
  }
  return { value, beside };
}

/** The order of whoever moved something, with what only the other has behind what it stood behind there. */
function orderOf(
  base: ReadonlyMap<string, Entry>,
  top: ReadonlyMap<string, Entry>,
  other: ReadonlyMap<string, Entry>,
): readonly string[] {
  const stayed = (list: ReadonlyMap<string, Entry>): boolean =>
    same(
      [...base.keys()].filter((key) => list.has(key)),
      [...list.keys()].filter((key) => base.has(key)),
    );
  const [first, second] = stayed(top) && !stayed(other) ? [other, top] : [top, other];
  const order = [...first.keys()];
  let behind = -1;
  for (const key of second.keys()) {
    const at = order.indexOf(key);
    if (at === -1) order.splice((behind += 1), 0, key);
    else behind = at;
  }
  return order;
}

/** Two branches of one answer: tables and lists entry by entry, anything else as a whole. */
export function mergedAnswer(
  base: Known<Answer | null>,
  top: Answer | null,
  other: Answer | null,
): Merged<Answer | null> {
  const was: Known<ReadonlyMap<string, Entry> | null> = base === unknown ? unknown : entriesOf(base);
  const [left, right] = [entriesOf(top), entriesOf(other)];
  if (was === null || !left || !right || !top || !other) return present(base, top, other);
  const lists = entries(was, left, right);
  const rest = byProperty<object>(base === unknown ? unknown : (base ?? {}), top, other, ['is', 'value']);
  const answer = (properties: object, list: readonly Entry[]): Answer | null =>
    list.length === 0 && !('note' in properties) ? null : ({ ...properties, is: 'given', value: list } as Answer);
  return { value: answer(rest.value, lists.value), beside: answer(rest.beside, lists.beside) };
}

export function mergedPerson(base: Known<Person | null>, top: Person, other: Person): Merged<Person> {
  return byProperty(base ?? unknown, top, other);
}

export function mergedEvidence(
  base: Known<Evidence | null>,
  top: Evidence | null,
  other: Evidence | null,
): Merged<Evidence | null> {
  if (!top || !other) return present(base, top, other);
  const was = base ?? unknown;
  // What it takes from an answer follows the answer.
  const taken = top.takenFrom !== undefined && top.takenFrom === other.takenFrom;
  const { value, beside } = byProperty(was, top, other, [
    'supports',
    ...(taken ? ['words', 'on', 'from', 'person'] : []),
  ]);
  const supports = mergedSupports(was === unknown ? [] : was.supports, top.supports, other.supports);
  return { value: { ...value, supports }, beside: { ...beside, supports } };
}

function mergedSupports(...[base, top, other]: readonly Evidence['supports'][]): Evidence['supports'] {
  const keys = (list: Evidence['supports'] = []): ReadonlySet<string> => new Set(list.map(supportKey));
  const [was, left, right] = [keys(base), keys(top), keys(other)];
  return [
    ...(top ?? []).filter((each) => right.has(supportKey(each)) || !was.has(supportKey(each))),
    ...(other ?? []).filter((each) => !left.has(supportKey(each)) && !was.has(supportKey(each))),
  ];
}
