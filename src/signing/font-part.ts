import { HomewardError } from '../model/problem.ts';
import { join, latin, type Bytes } from './bytes.ts';
import type { Ink } from './typeface.ts';

/** A TrueType font, read as far as a part of it can be taken. Lengths are in its own units. */
export interface WholeFont {
  /** The glyph for each code point that it has. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** How many units are as much as the size of the font. */
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Left, bottom, right, top of all glyphs together. */
  readonly box: readonly number[];
  width(glyph: number): number;
  ink(glyph: number): Ink;
  /** A TrueType file of these glyphs alone, numbered as they come. What they are put together from follows them. */
  part(glyphs: readonly number[]): Bytes;
}

/** Reads a TrueType font with a format 4 character map, without hints, as the build makes them. */
export function readWholeFont(bytes: Uint8Array): WholeFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, bytes.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)));
  }
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (!found) throw new HomewardError('font-unreadable', `The font has no ${tag} table.`);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map((tag) => viewOf(table(tag)));
  if (!head || !hhea || !hmtx || !loca || !glyf) throw new HomewardError('font-unreadable', 'The font lacks a table.');
  const long = head.getInt16(50) === 1;
  const offsetOf = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const outline = (glyph: number): Uint8Array => table('glyf').subarray(offsetOf(glyph), offsetOf(glyph + 1));
  const lastMetric = hhea.getUint16(34) - 1;
  const metricOf = (glyph: number): Uint8Array => {
    const width = table('hmtx')
      .subarray(4 * Math.min(glyph, lastMetric))
      .subarray(0, 2);
    const bearing = glyph <= lastMetric ? 4 * glyph + 2 : 4 * (lastMetric + 1) + 2 * (glyph - lastMetric - 1);
    return join(width, table('hmtx').subarray(bearing, bearing + 2));
  };
  return {
    glyphs: characterMap(viewOf(table('cmap'))),
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [36, 38, 40, 42].map((at) => head.getInt16(at)),
    width: (glyph) => hmtx.getUint16(4 * Math.min(glyph, lastMetric)),
    ink: (glyph) => {
      const edge = (step: number): number => (outline(glyph).length === 0 ? 0 : glyf.getInt16(offsetOf(glyph) + step));
      return { left: edge(2), low: edge(4), right: edge(6), high: edge(8) };
    },
    part: (wanted) => partOf(wanted, outline, metricOf, table),
  };
}

function partOf(
  wanted: readonly number[],
  outline: (glyph: number) => Uint8Array,
  metricOf: (glyph: number) => Uint8Array,
  table: (tag: string) => Uint8Array,
): Bytes {
  const all = [...wanted];
  const outlines: Bytes[] = [];
  // Grows while it is walked: an accented letter brings letter and accent.
  for (const glyph of all) {
    const own = new Uint8Array(outline(glyph));
    for (const at of componentsOf(own)) {
      const view = viewOf(own);
      const component = view.getUint16(at);
      if (!all.includes(component)) all.push(component);
      view.setUint16(at, all.indexOf(component));
    }
    outlines.push(join(own, new Uint8Array((4 - (own.length % 4)) % 4)));
  }
  const loca = new Uint8Array(4 * (all.length + 1));
  outlines.reduce((offset, { length }, index) => {
    viewOf(loca).setUint32(4 * index + 4, offset + length);
    return offset + length;
  }, 0);
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => new Uint8Array(table(tag)));
  if (!head || !hhea || !maxp) throw new HomewardError('font-unreadable', 'The font lacks a table.');
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, 1);
  viewOf(hhea).setUint16(34, all.length);
  viewOf(maxp).setUint16(4, all.length);
  return fileOf([
    ['glyf', join(...outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', join(...all.map(metricOf))],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** Where the outline of a glyph that is put together from others names each of them. */
function componentsOf(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const found: number[] = [];
  for (let at = 10, flags = 0x20; flags & 0x20;) {
    flags = view.getUint16(at);
    found.push(at + 2);
    // Two places, in bytes or words; then a scale, one for each direction, or a whole matrix.
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return found;
}

/** A TrueType file of `tables`, which come in the order of their names. */
function fileOf(tables: readonly (readonly [string, Bytes])[]): Bytes {
  const head = new Uint8Array(12 + 16 * tables.length);
  const view = viewOf(head);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x10000);
  [tables.length, power * 16, Math.log2(power), tables.length * 16 - power * 16].forEach((value, index) => {
    view.setUint16(4 + 2 * index, value);
  });
  const bodies = tables.map(([, body]) => join(body, new Uint8Array((4 - (body.length % 4)) % 4)));
  let offset = head.length;
  tables.forEach(([tag, { length }], index) => {
    const body = bodies[index] ?? new Uint8Array();
    head.set(latin(tag), 12 + 16 * index);
    [sumOf(body), offset, length].forEach((value, place) => {
      view.setUint32(16 + 16 * index + 4 * place, value);
    });
    offset += body.length;
  });
  return join(head, ...bodies);
}

function sumOf(body: Bytes): number {
  const view = viewOf(body);
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function characterMap(cmap: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const at = cmap.getUint32(8 + 8 * index);
    if (cmap.getUint16(at) === 4) readSegments(cmap, at, glyphs);
  }
  return glyphs;
}

function readSegments(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  const double = cmap.getUint16(at + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const [end, start, delta] = [14, 16 + double, 16 + 2 * double].map((from) => cmap.getUint16(at + from + segment));
    const rangeAt = at + 16 + 3 * double + segment;
    const range = cmap.getUint16(rangeAt);
    for (let point = start ?? 0; point <= (end ?? 0) && point < 0xffff; point++) {
      const found = range === 0 ? point : cmap.getUint16(rangeAt + range + 2 * (point - (start ?? 0)));
      const glyph = found === 0 ? 0 : (found + (delta ?? 0)) & 0xffff;
      if (glyph !== 0) glyphs.set(point, glyph);
    }
  }
}
