import type { RowId } from './answer.ts';
import type { Place, PlaceKey } from './assessment.ts';
import type { ColumnId } from './pack.ts';

/** What one control of an answer asks for, where it is not the value itself. No column may be called one of these. */
export const nameParts = ['day', 'month', 'year', 'note', 'state', 'reason'] as const;
/** Parts of the answer state `not-known`: who will find out, and by when. */
export const ownerParts = ['owner', 'by.day', 'by.month', 'by.year'] as const;
export type NamePart = (typeof nameParts)[number] | (typeof ownerParts)[number];

/** What the `name` of a native control says. */
export interface FormName extends Place {
  readonly row?: RowId;
  readonly column?: ColumnId;
  readonly part?: NamePart;
}

const id = '[A-Za-z0-9_-]+';
const shape = new RegExp(`^(${id})(?:@([1-9][0-9]*))?(?:~(${id}))?((?:\\.${id})*)$`);
const isPart = (text: string): text is NamePart =>
  nameParts.some((part) => part === text) || ownerParts.some((part) => part === text);

/** `<question>[@<round>][~<person>]`: the name of a place. */
export function placeKey({ question, subject, round }: Place): PlaceKey {
  return `${question}${round === 0 ? '' : `@${String(round)}`}${subject === null ? '' : `~${subject}`}`;
}

/** The place a key names, or null where it names none. */
export function parsePlaceKey(key: PlaceKey): Place | null {
  const name = parseFormName(key);
  return name && name.row === undefined && name.part === undefined
    ? { question: name.question, subject: name.subject, round: name.round }
    : null;
}

/** `<question>[@<round>][~<person>][.<row>.<column>][.<part>]`, the `name` a native control carries (N1). */
export function formName(name: FormName): string {
  const cell = name.row === undefined || name.column === undefined ? '' : `.${name.row}.${name.column}`;
  return `${placeKey(name)}${cell}${name.part === undefined ? '' : `.${name.part}`}`;
}

/** What a control's name says, or null where `formName` could not have made it (N2). */
export function parseFormName(text: string): FormName | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [, question = '', round = '0', subject, rest = ''] = match;
  const place: Place = { question, subject: subject ?? null, round: Number(round) };
  if (!Number.isSafeInteger(place.round)) return null;
  const segments = rest === '' ? [] : rest.slice(1).split('.');
  const [row, column, ...after] = segments;
  if (row === undefined) return place;
  const whole = segments.join('.');
  if (isPart(whole)) return { ...place, part: whole };
  if (column === undefined || nameParts.some((part) => part === column)) return null;
  const part = after.join('.');
  if (part === '') return { ...place, row, column };
  return isPart(part) ? { ...place, row, column, part } : null;
}
