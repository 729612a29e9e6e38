import { HomewardError } from '../model/problem.ts';

/** What layout must know of one font. Lengths are in thousandths of the font size. */
export interface FontMetrics {
  has(codePoint: number): boolean;
  /** The advance width; 0 where the font lacks the character. */
  advance(codePoint: number): number;
  /** The box round the ink; null where there is none. */
  shapeOf(codePoint: number): GlyphBox | null;
}

export interface GlyphBox {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** A font by weight. */
export interface Weights {
  readonly regular: FontMetrics;
  readonly bold: FontMetrics;
}

/** The font of a document, and another for what it lacks where something does. */
export interface Measures extends Weights {
  readonly other?: Weights;
}

/** Which of the fonts words are drawn in. */
export interface Face {
  readonly bold: boolean;
  /** Drawn in the other font, since the first one lacks it. */
  readonly other: boolean;
}

export function fontOf(measures: Measures, { bold, other }: Face): FontMetrics {
  const weights = (other ? measures.other : undefined) ?? measures;
  return bold ? weights.bold : weights.regular;
}

/**
 * The metrics of a TrueType font with a format 4 character map.
 *
 * Read here and not asked of jsPDF, so that layout stays pure and runs without it.
 */
export function readFont(bytes: Uint8Array): FontMetrics {
  const known = read.get(bytes) ?? metricsOf(bytes);
  read.set(bytes, known);
  return known;
}

const read = new WeakMap<Uint8Array, FontMetrics>();

function metricsOf(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new HomewardError('font-unreadable', `The font has no ${tag} table.`);
    return offset;
  };
  const glyphs = characterMap(view, table('cmap'));
  const scale = 1000 / view.getUint16(table('head') + 18);
  const hmtx = table('hmtx');
  const lastAdvance = view.getUint16(table('hhea') + 34) - 1;
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of glyphs) {
    advances.set(codePoint, view.getUint16(hmtx + 4 * Math.min(glyph, lastAdvance)) * scale);
  }
  const glyf = table('glyf');
  const loca = table('loca');
  const long = view.getInt16(table('head') + 50) === 1;
  const offsetOf = (glyph: number): number =>
    long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  return {
    has: (codePoint) => advances.has(codePoint),
    advance: (codePoint) => advances.get(codePoint) ?? 0,
    shapeOf: (codePoint) => {
      const glyph = glyphs.get(codePoint) ?? 0;
      const at = glyf + offsetOf(glyph);
      if (offsetOf(glyph + 1) === offsetOf(glyph)) return null;
      const edge = (step: number): number => view.getInt16(at + step) * scale;
      return { left: edge(2), low: edge(4), right: edge(6), high: edge(8) };
    },
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const offsets = new Map<string, number>();
  for (let at = 12, left = view.getUint16(4); left > 0; at += 16, left -= 1) {
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    offsets.set(tag, view.getUint32(at + 8));
  }
  return offsets;
}

/** Code point to glyph number, without those that have none. */
function characterMap(view: DataView, cmap: number): Map<number, number> {
  for (let at = cmap + 4, left = view.getUint16(cmap + 2); left > 0; at += 8, left -= 1) {
    const subtable = cmap + view.getUint32(at + 4);
    if (view.getUint16(subtable) === 4) return segments(view, subtable);
  }
  throw new HomewardError('font-unreadable', 'The font has no character map of format 4.');
}

function segments(view: DataView, subtable: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const double = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const offsets = deltas + double;
  for (let i = 0; i < double; i += 2) {
    const start = view.getUint16(starts + i);
    const delta = view.getUint16(deltas + i);
    const offset = view.getUint16(offsets + i);
    for (let code = start; code <= view.getUint16(ends + i) && code < 0xffff; code += 1) {
      const found = offset === 0 ? code : view.getUint16(offsets + i + offset + 2 * (code - start));
      const glyph = found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
