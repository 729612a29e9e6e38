import type { Problem } from '../model/problem.ts';
import { dictionaryOf, type Dictionary, type PdfObjects } from './objects.ts';

/** An element of the structure tree as the file holds it. */
export interface Found {
  readonly type: string;
  readonly entries: Dictionary;
  readonly object: number;
  readonly kids: readonly Found[];
  /** The type of the element above; empty for the first. */
  readonly above: string;
}

const fault = (code: string, detail: string): Problem => ({ code, place: {}, detail });

/** Where elements that are a part of something may stand. Every other one may stand anywhere. */
const above: Readonly<Record<string, readonly string[]>> = {
  TOCI: ['TOC'],
  Reference: ['TOCI'],
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI', 'TOCI'],
  Caption: ['Table'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
};

/** What alone may stand in elements that are a whole of such parts, in this order. */
const within: Readonly<Record<string, readonly string[]>> = {
  TOC: ['TOCI', 'TOC'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
};
/** Of these the parts may come in any order. */
const mixed = new Set(['TOC', 'TR']);

const elsewhere = [
  'Document',
  'H1',
  'H2',
  'H3',
  'H4',
  'P',
  'Span',
  'Div',
  'TOC',
  'L',
  'Table',
  'Link',
  'Figure',
  'Form',
];
const known = new Set([...elsewhere, ...Object.keys(above)]);

/** What is wrong with the elements, all of them in reading order. */
export function checkElements(file: PdfObjects, elements: readonly Found[]): Problem[] {
  let last = 0;
  return elements.flatMap((element) => {
    const { type, object } = element;
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    const skipped = level > last + 1 ? [fault('heading-skipped', `H${level} after H${last}, object ${object}`)] : [];
    if (level > 0) last = level;
    return [...skipped, ...checkOne(file, element).map((code) => fault(code, `${type}, object ${object}`))];
  });
}

function checkOne(file: PdfObjects, { type, entries, kids, above: owner }: Found): string[] {
  const attributes = dictionaryOf(file, entries.get('A'));
  const codes: string[] = [];
  if (!known.has(type)) codes.push('role-unknown');
  if (!(above[type]?.includes(owner) ?? true) || !partsInOrder(type, kids)) codes.push('role-misplaced');
  if (entries.has('Lang') && !isLanguage(entries.get('Lang'))) codes.push('language-unreadable');
  if (type === 'Figure') {
    if (!says(entries.get('Alt'))) codes.push('figure-undescribed');
    if (!attributes?.has('BBox')) codes.push('figure-without-box');
  }
  if (type === 'TH' && !attributes?.has('Scope')) codes.push('head-without-scope');
  if (type === 'Table') {
    const rows = everyOne(kids).filter((each) => each.type === 'TR');
    if (new Set(rows.map((row) => row.kids.length)).size > 1) codes.push('table-irregular');
  }
  if (type === 'TOCI' && !everyOne(kids).some((each) => each.type === 'Link')) codes.push('contents-unlinked');
  return codes;
}

function partsInOrder(type: string, kids: readonly Found[]): boolean {
  const parts = within[type];
  if (!parts) return true;
  const places = kids.map((kid) => parts.indexOf(kid.type));
  return places.every((place, index) => place >= 0 && (mixed.has(type) || place >= (places[index - 1] ?? 0)));
}

export function everyOne(elements: readonly Found[]): readonly Found[] {
  return elements.flatMap((element) => [element, ...everyOne(element.kids)]);
}

/** Whether a text string says anything. */
export const says = (value: unknown): boolean =>
  typeof value === 'string' && !/^(\(\s*\)|<(FEFF)?(0020)*>)$/.test(value);

/** Whether a text string names a language, as `en-GB` does. */
export const isLanguage = (value: unknown): boolean =>
  typeof value === 'string' && /^\([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\)$/.test(value);
