import type { PdfDocument } from './document.ts';
import type { PdfDictionary } from './syntax.ts';
import { foreign } from './unreadable.ts';
import { isName, itemsOf, numberOf, referenceOf, textOf } from './values.ts';

/** Far more than anybody signs in; each update looks at all of them. */
const mostFields = 200;

export interface Rectangle {
  readonly width: number;
  readonly height: number;
}

/** A place for one signature, made when the report was exported. */
export interface SignatureField {
  /** Of its object. */
  readonly number: number;
  readonly name: string;
  readonly size: Rectangle;
  /** Whether a reader of the pages can see it; the spare ones have no extent. */
  readonly visible: boolean;
  readonly dictionary: PdfDictionary;
  /** The object that holds its signature, or null while it is empty. */
  readonly signature: number | null;
}

export function form(document: PdfDocument, asOf = document.newest): PdfDictionary {
  return document.dictionary(document.catalog(asOf).entries.get('AcroForm'), asOf);
}

/** The signature fields, in the order of the form. */
export function signatureFields(document: PdfDocument, asOf = document.newest): readonly SignatureField[] {
  const numbers = itemsOf(form(document, asOf).entries.get('Fields')).map(referenceOf);
  if (numbers.length > mostFields) throw foreign('too many fields');
  if (new Set(numbers).size !== numbers.length) throw foreign('a field comes twice');
  return numbers
    .map((number) => ({ number, dictionary: document.dictionary({ kind: 'reference', to: number }, asOf) }))
    .filter(({ dictionary }) => isName(dictionary.entries.get('FT'), 'Sig'))
    .map(({ number, dictionary }) => signatureField(number, dictionary));
}

function signatureField(number: number, dictionary: PdfDictionary): SignatureField {
  const [left = 0, bottom = 0, right = 0, top = 0, ...rest] = itemsOf(dictionary.entries.get('Rect')).map(numberOf);
  if (rest.length > 0) throw foreign('a rectangle');
  const size = { width: Math.abs(right - left), height: Math.abs(top - bottom) };
  const value = dictionary.entries.get('V');
  return {
    number,
    name: textOf(dictionary.entries.get('T')),
    size,
    visible: size.width > 0 && size.height > 0,
    dictionary,
    signature: value === undefined ? null : referenceOf(value),
  };
}

/** The first empty field made for `role`, else the first empty spare one, else null. */
export function emptyFieldFor(role: string, fields: readonly SignatureField[]): SignatureField | null {
  const empty = fields.filter(({ signature }) => signature === null);
  // Names of fields are written with these characters only.
  const suffix = role.replace(/[^A-Za-z0-9-]/g, '-');
  const made = empty.find(({ visible, name }) => visible && roleOf(name) === suffix);
  return made ?? empty.find(({ name }) => /^signature-spare-\d+$/.test(name)) ?? null;
}

/** The role that the field called `name` was made for; the whole name of one that was made for none. */
export const roleOf = (name: string): string => /^signature-\d+-(.+)$/.exec(name)?.[1] ?? name;
