import type { PdfDocument, PdfObject } from './document.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';

/**
 * Keys that make a page act, hide or look elsewhere: programs, layers, forms of another kind, files outside. What two
 * people see on the same page could differ, and a signature says nothing about that.
 */
const active: ReadonlySet<string> = new Set(
  'AA JS JavaScript OCProperties OC XFA RichMediaContent Collection Perms FFilter Alternates OPI Ref Lock SV'.split(
    ' ',
  ),
);
const actions: ReadonlySet<string> = new Set(
  'JavaScript Launch GoToR GoToE SubmitForm ResetForm ImportData Hide Named Rendition Movie Sound SetOCGState Trans GoTo3DView Thread RichMediaExecute'.split(
    ' ',
  ),
);
const types: ReadonlySet<string> = new Set(['ObjStm', 'XRef', 'Sig', 'DocTimeStamp']);

/** The first thing in the base that this toolkit never writes into one, such as `object 12: JavaScript`; null if there is none. */
export function strayInBase(document: PdfDocument): string | null {
  for (const [number, offset] of document.revision(0).objects) {
    const stray = strayIn(document.objectAt(offset));
    if (stray !== null) return `object ${number}: ${stray}`;
  }
  return null;
}

function strayIn({ value, stream }: PdfObject): string | null {
  if (stream && value.kind === 'dictionary' && value.entries.has('F')) return 'a stream outside of the file';
  return strayWithin(value);
}

function strayWithin(value: PdfValue): string | null {
  if (value.kind === 'array') return firstOf(value.items);
  if (value.kind !== 'dictionary') return null;
  return strayEntry(value) ?? firstOf(value.entries.values());
}

function firstOf(values: Iterable<PdfValue>): string | null {
  for (const value of values) {
    const stray = strayWithin(value);
    if (stray !== null) return stray;
  }
  return null;
}

function strayEntry({ entries }: PdfDictionary): string | null {
  for (const key of entries.keys()) if (active.has(key)) return key;
  const name = (key: string): string | null => {
    const value = entries.get(key);
    return value?.kind === 'name' ? value.value : null;
  };
  const [action, type, field, kind] = [name('S'), name('Type'), name('FT'), name('Subtype')];
  if (action !== null && actions.has(action)) return action;
  if (type !== null && types.has(type)) return type;
  if (field !== null && (field !== 'Sig' || entries.has('V'))) return 'a filled field';
  if (entries.has('Rect') && kind !== null && kind !== 'Widget' && kind !== 'Link') return kind;
  return null;
}
