import type { PdfDocument } from './document.ts';
import { form } from './fields.ts';
import { contentOf } from './inflate.ts';
import type { PdfValue } from './syntax.ts';
import { foreign } from './unreadable.ts';
import { hasOnly, itemsOf, numberOf, referenceOf } from './values.ts';

/** A font that the report itself holds: what it can draw, and how wide. */
export interface Typeface {
  /** Its name in the form's resources. */
  readonly name: string;
  /** Of its object. */
  readonly number: number;
  /** The glyph for each code point that it has. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** The width of a glyph, in thousandths of the size. */
  width(glyph: number): number;
  /** The box round the ink of a glyph, in the same; where it is known. */
  ink?(glyph: number): Ink;
}

export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

export const regular = 'HwR';
export const bold = 'HwB';
const largestMap = 1024 * 1024;
/** A font has no more glyphs than this; a file that says more of one only keeps somebody waiting. */
const mostGlyphs = 0x20000;

/** Object numbers of the form's fonts by name. Throws `Unreadable`. */
export function formFonts(document: PdfDocument, asOf = document.newest): ReadonlyMap<string, number> {
  const resources = document.dictionary(form(document, asOf).entries.get('DR'), asOf);
  const fonts = document.dictionary(resources.entries.get('Font'), asOf);
  if (!hasOnly(fonts, [regular, bold])) throw foreign('fonts of the form');
  return new Map([...fonts.entries].map(([name, value]) => [name, referenceOf(value)]));
}

/** The form's font called `name`. Throws `Unreadable`. */
export async function readTypeface(document: PdfDocument, name: string): Promise<Typeface> {
  const number = formFonts(document).get(name);
  if (number === undefined) throw foreign('fonts of the form');
  const font = document.dictionary({ kind: 'reference', to: number });
  const map = await contentOf(document.object(referenceOf(font.entries.get('ToUnicode'))), largestMap);
  const [descendant] = itemsOf(font.entries.get('DescendantFonts'));
  const { entries } = document.dictionary(descendant);
  const widths = readWidths(list(document, entries.get('W')));
  const usual = entries.has('DW') ? numberOf(entries.get('DW')) : 1000;
  return {
    name,
    number,
    glyphs: glyphsOf(new TextDecoder().decode(map)),
    width: (glyph) => widths.get(glyph) ?? usual,
  };
}

function list(document: PdfDocument, value: PdfValue | undefined): readonly PdfValue[] {
  return itemsOf(value?.kind === 'reference' ? document.object(value.to).value : value);
}

/** Widths are written as `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function readWidths(items: readonly PdfValue[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  let told = 0;
  for (let index = 0; index < items.length;) {
    const first = numberOf(items[index++]);
    const next = items[index++];
    if (next?.kind === 'array') {
      next.items.forEach((width, offset) => widths.set(first + offset, numberOf(width)));
      continue;
    }
    const last = numberOf(next);
    const width = numberOf(items[index++]);
    told += last - first;
    if (last - first > 0xffff || told > mostGlyphs) throw foreign('widths of a font');
    for (let glyph = first; glyph <= last; glyph++) widths.set(glyph, width);
  }
  return widths;
}

/** A ToUnicode map turned round: the first glyph for each code point. Ligatures are left out. */
function glyphsOf(map: string): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  let told = 0;
  const add = (glyph: number, text: string): void => {
    if (++told > mostGlyphs) throw foreign('map of a font');
    const [character, ...more] = text;
    const point = character?.codePointAt(0);
    if (point !== undefined && more.length === 0 && !glyphs.has(point)) glyphs.set(point, glyph);
  };
  for (const section of sectionsOf(map, 'bfchar')) {
    for (const [, glyph = '', text = ''] of section.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      add(parseInt(glyph, 16), fromUtf16(text));
  }
  for (const section of sectionsOf(map, 'bfrange')) {
    for (const [, low = '', high = '', text = ''] of section.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const first = parseInt(low, 16);
      const start = fromUtf16(text).codePointAt(0) ?? 0;
      const count = Math.min(parseInt(high, 16) - first, 0xffff);
      for (let offset = 0; offset <= count && start + offset <= 0x10ffff; offset++)
        add(first + offset, String.fromCodePoint(start + offset));
    }
  }
  return glyphs;
}

/** What stands between `begin…` and `end…`, each time. */
function sectionsOf(map: string, name: string): readonly string[] {
  return map
    .split(`begin${name}`)
    .slice(1)
    .map((part) => part.split(`end${name}`, 1)[0] ?? '');
}

function fromUtf16(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
}
