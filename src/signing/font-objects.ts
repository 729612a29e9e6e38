import type { PdfObject } from './document.ts';
import type { PdfDictionary } from './syntax.ts';
import { hasOnly, isName, referencesIn } from './values.ts';

/** What a signature may call the fonts that it brings. */
const names: readonly string[] = ['HwO', 'HwP'];

/**
 * The objects of the font `number` that the drawing of a signature calls `name`, as `objects` of the same update write
 * it; null unless it is exactly such a font as we write: five objects, each pointing to the next and to nothing else.
 */
export function fontBrought(
  name: string,
  number: number,
  objects: ReadonlyMap<number, PdfObject>,
): readonly number[] | null {
  if (!names.includes(name)) return null;
  const font = plain(objects.get(number), 'Font', [
    'Type',
    'Subtype',
    'BaseFont',
    'Encoding',
    'DescendantFonts',
    'ToUnicode',
  ]);
  const [descendant, map, ...more] = font ? [...referencesIn(font)] : [];
  if (!font || descendant === undefined || map === undefined || more.length > 0) return null;
  const usual = isName(font.entries.get('Subtype'), 'Type0') && isName(font.entries.get('Encoding'), 'Identity-H');
  const letters = plain(objects.get(descendant), 'Font', [
    'Type',
    'Subtype',
    'BaseFont',
    'CIDSystemInfo',
    'CIDToGIDMap',
    'FontDescriptor',
    'DW',
    'W',
  ]);
  const descriptor = onlyReference(letters);
  const described = plain(descriptor === null ? undefined : objects.get(descriptor), 'FontDescriptor', [
    'Type',
    'FontName',
    'Flags',
    'FontBBox',
    'ItalicAngle',
    'Ascent',
    'Descent',
    'CapHeight',
    'StemV',
    'FontFile2',
  ]);
  const program = onlyReference(described);
  if (!usual || !letters || descriptor === null || program === null) return null;
  if (!isName(letters.entries.get('Subtype'), 'CIDFontType2')) return null;
  const streams = [objects.get(map), objects.get(program)];
  if (!streams.every(isBareStream)) return null;
  return [number, descendant, map, descriptor, program];
}

/** The dictionary of an object that is one of this type, has no stream and no keys but these. */
function plain(object: PdfObject | undefined, type: string, keys: readonly string[]): PdfDictionary | null {
  if (object?.value.kind !== 'dictionary' || object.stream) return null;
  return hasOnly(object.value, keys) && isName(object.value.entries.get('Type'), type) ? object.value : null;
}

function onlyReference(dictionary: PdfDictionary | null): number | null {
  const [only, ...more] = dictionary ? [...referencesIn(dictionary)] : [];
  return only === undefined || more.length > 0 ? null : only;
}

/** A stream that is deflated and points to nothing. */
function isBareStream(object: PdfObject | undefined): boolean {
  if (!object?.stream || object.value.kind !== 'dictionary') return false;
  const isAlone = [...referencesIn(object.value)].length === 0;
  return (
    isAlone &&
    hasOnly(object.value, ['Length', 'Length1', 'Filter']) &&
    isName(object.value.entries.get('Filter'), 'FlateDecode')
  );
}
