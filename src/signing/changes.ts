import type { PdfDocument, PdfObject } from './document.ts';
import { signatureFields, type SignatureField } from './fields.ts';
import { fontBrought } from './font-objects.ts';
import { strayInBase } from './passive.ts';
import type { PdfDictionary } from './syntax.ts';
import { formFonts } from './typeface.ts';
import { Unreadable } from './unreadable.ts';
import { hasOnly, isName, itemsOf, numberOf, referenceOf, referencesIn, same } from './values.ts';

/**
 * For each revision, what it does besides putting one signature into a field that was empty, such as `object 12`; for
 * the base, what it holds that none of ours does. Null if nothing.
 *
 * Allowed are exactly: the field, which gains its signature and its appearance; the signature dictionary; the
 * appearance, which may draw with the form's fonts and with fonts that come with it, and point to nothing else; and
 * those fonts.
 */
export function strayChanges(document: PdfDocument): readonly (string | null)[] {
  const pointed = new Set<number>();
  return document.revisions.map((_, index) => {
    try {
      const stray = index === 0 ? strayInBase(document) : strayChange(document, index, pointed);
      for (const to of pointedAt(document, index)) pointed.add(to);
      return stray;
    } catch (fault) {
      if (fault instanceof Unreadable) return fault.detail;
      throw fault;
    }
  });
}

/** `pointed` holds every number that an older object points to. */
function strayChange(document: PdfDocument, index: number, pointed: ReadonlySet<number>): string | null {
  const objects = objectsOf(document, index);
  if (!objects) return 'bytes outside of objects';
  if (!trailerFollows(document, index)) return 'trailer';
  const before = document.size(index - 1);
  const fields = signatureFields(document, index - 1);
  const field = fields.find(({ number }) => objects.has(number));
  if (!field) return strayObject(objects, []);
  const filled = objects.get(field.number);
  const fillable = field.signature === null && filled?.stream === null;
  if (!fillable || filled.value.kind !== 'dictionary') return `object ${field.number}`;

  const signature = referenceOf(filled.value.entries.get('V'));
  const drawing = drawingOf(field, filled.value);
  if (!sameBesides(field.dictionary, filled.value, ['V', 'AP'])) return `object ${field.number}`;
  const fonts = drawing === null ? [] : fontsOf(document, index, field, objects, drawing);
  if (!fonts) return `object ${drawing}`;
  const added = [signature, ...(drawing === null ? [] : [drawing]), ...fonts];
  if (new Set(added).size !== added.length) return `object ${signature}`;
  // A number that was never used may still be one that something in the older file points to, and so would bring to life.
  const taken = added.find((number) => number < before || pointed.has(number));
  if (taken !== undefined) return `object ${taken}`;
  const dictionary = objects.get(signature);
  if (!dictionary || dictionary.stream || [...referencesIn(dictionary.value)].length > 0) return `object ${signature}`;
  return strayObject(objects, [field.number, ...added]);
}

function strayObject(objects: ReadonlyMap<number, PdfObject>, allowed: readonly number[]): string | null {
  const stray = [...objects.keys()].find((number) => !allowed.includes(number));
  return stray === undefined ? null : `object ${stray}`;
}

/** The objects of an update, or null unless they are all that stands between its beginning and its table. */
function objectsOf(document: PdfDocument, index: number): ReadonlyMap<number, PdfObject> | null {
  const { start, tableAt, objects: listed } = document.revision(index);
  const found = new Map<number, PdfObject>();
  let at = start;
  for (;;) {
    if (document.bytes[at] === 0x0a) at++;
    if (at >= tableAt) break;
    const object = document.objectAt(at);
    if (found.has(object.number) || listed.get(object.number) !== at) return null;
    found.set(object.number, object);
    at = object.end;
  }
  return at === tableAt && found.size === listed.size ? found : null;
}

/** Whether the trailer changes nothing but the size, the way back and the second half of the identifier. */
function trailerFollows(document: PdfDocument, index: number): boolean {
  const [before, after] = [document.revision(index - 1), document.revision(index)];
  if (!sameBesides(before.trailer, after.trailer, ['Size', 'Prev', 'ID'])) return false;
  const [first] = itemsOf(before.trailer.entries.get('ID'));
  const [kept] = itemsOf(after.trailer.entries.get('ID'));
  let highest = 0;
  for (const number of after.objects.keys()) highest = Math.max(highest, number);
  return (
    numberOf(after.trailer.entries.get('Prev')) === before.tableAt &&
    same(first, kept) &&
    document.size(index) === Math.max(document.size(index - 1), highest + 1)
  );
}

function sameBesides(before: PdfDictionary, after: PdfDictionary, keys: readonly string[]): boolean {
  const rest = ({ entries }: PdfDictionary): PdfDictionary => ({
    kind: 'dictionary',
    entries: new Map([...entries].filter(([key]) => !keys.includes(key))),
  });
  return same(rest(before), rest(after));
}

/** The object of the new appearance, or null where the field keeps the one it had. */
function drawingOf(field: SignatureField, filled: PdfDictionary): number | null {
  const appearance = filled.entries.get('AP');
  if (!field.visible && same(appearance, field.dictionary.entries.get('AP'))) return null;
  if (appearance?.kind !== 'dictionary' || !hasOnly(appearance, ['N']))
    throw new Unreadable('changed', `object ${field.number}`);
  return referenceOf(appearance.entries.get('N'));
}

/** The objects of all fonts that come with the drawing of a signature; null where it is no such drawing as we write. */
function fontsOf(
  document: PdfDocument,
  index: number,
  field: SignatureField,
  objects: ReadonlyMap<number, PdfObject>,
  drawing: number,
): readonly number[] | null {
  const object = objects.get(drawing);
  if (!object?.stream || object.value.kind !== 'dictionary') return null;
  const { entries } = object.value;
  const box = itemsOf(entries.get('BBox')).map(numberOf);
  const resources = entries.get('Resources');
  if (resources?.kind !== 'dictionary' || !hasOnly(resources, ['Font'])) return null;
  const fonts = resources.entries.get('Font');
  if (fonts?.kind !== 'dictionary') return null;
  const usual =
    hasOnly(object.value, ['Type', 'Subtype', 'BBox', 'Resources', 'Length']) &&
    isName(entries.get('Type'), 'XObject') &&
    isName(entries.get('Subtype'), 'Form') &&
    box.length === 4 &&
    [0, 0, field.size.width, field.size.height].every((side, corner) => Math.abs(side - (box[corner] ?? NaN)) < 0.001);
  if (!usual) return null;
  const known = formFonts(document, index - 1);
  const brought = [...fonts.entries].map(([name, value]) => {
    const number = referenceOf(value);
    return known.get(name) === number ? [] : fontBrought(name, number, objects);
  });
  return brought.every((each) => each !== null) ? brought.flat() : null;
}

/** Every number that the objects of a revision point to. */
function* pointedAt(document: PdfDocument, index: number): Generator<number> {
  for (const offset of document.revision(index).objects.values()) {
    yield* referencesIn(document.objectAt(offset).value);
  }
}
