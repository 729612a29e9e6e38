import type { Bytes } from './bytes.ts';
import type { WholeFont } from './font-part.ts';
import { spelled } from './lines.ts';
import { otherFont, type Weight } from './other-font.ts';
import type { Typeface } from './typeface.ts';
import type { WrittenObject } from './update.ts';
import { decimal } from './values.ts';

/** What a signature calls the fonts that it brings, in the resources of its drawing. */
export const addedNames: Readonly<Record<Weight, string>> = { regular: 'HwO', bold: 'HwP' };
const fullNames: Readonly<Record<Weight, string>> = {
  regular: 'HWSIGR+HomewardOther-Regular',
  bold: 'HWSIGB+HomewardOther-Bold',
};
const thickness: Readonly<Record<Weight, number>> = { regular: 84, bold: 144 };

/** A part of the other font, to be written beside a signature. */
export interface AddedFont {
  readonly face: Typeface;
  readonly objects: readonly WrittenObject[];
}

/** How many objects such a font has. */
export const objectsOfFont = 5;

/**
 * What `texts` need of the other font of this weight, as a font whose first object is `number`; null where `own` has
 * it all, or the other one has nothing of what is missing.
 */
export async function addedFont(
  texts: readonly string[],
  own: Typeface,
  weight: Weight,
  number: number,
): Promise<AddedFont | null> {
  if (!texts.some((text) => spelled(text, own.glyphs, undefined).some(({ in: place }) => place === 'neither')))
    return null;
  const font = await otherFont(weight);
  const drawn = texts.flatMap((text) => spelled(text, own.glyphs, font.glyphs));
  const characters = [...new Set(drawn.filter(({ in: place }) => place === 'other').map(({ character }) => character))];
  if (characters.length === 0) return null;
  const points = characters.map((character) => character.codePointAt(0) ?? 0);
  const glyphs = [0, ...points.map((point) => font.glyphs.get(point) ?? 0)];
  const scale = 1000 / font.unitsPerEm;
  const face: Typeface = {
    name: addedNames[weight],
    number,
    glyphs: new Map(points.map((point, index) => [point, index + 1])),
    width: (glyph) => font.width(glyphs[glyph] ?? 0) * scale,
    ink: (glyph) => {
      const { left, right, low, high } = font.ink(glyphs[glyph] ?? 0);
      return { left: left * scale, right: right * scale, low: low * scale, high: high * scale };
    },
  };
  return { face, objects: await fontObjects(font, face, weight, font.part(glyphs)) };
}

async function fontObjects(
  { box, ascent, descent, unitsPerEm }: WholeFont,
  { number, glyphs, width }: Typeface,
  weight: Weight,
  file: Bytes,
): Promise<readonly WrittenObject[]> {
  const name = fullNames[weight];
  const scaled = (length: number): string => decimal(Math.round((length * 1000) / unitsPerEm));
  const widths = Array.from({ length: glyphs.size + 1 }, (_, glyph) => decimal(Math.round(width(glyph))));
  const [descendant, map, descriptor, program] = [number + 1, number + 2, number + 3, number + 4] as const;
  return [
    {
      number,
      body: `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
    },
    {
      number: descendant,
      body: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor ${descriptor} 0 R /DW 0 /W [0 [${widths.join(' ')}]] >>`,
    },
    { number: map, body: stream('', await deflated(new TextEncoder().encode(toUnicode(glyphs)))) },
    {
      number: descriptor,
      body: `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${box.map(scaled).join(' ')}] /ItalicAngle 0 /Ascent ${scaled(ascent)} /Descent ${scaled(descent)} /CapHeight 660 /StemV ${thickness[weight]} /FontFile2 ${program} 0 R >>`,
    },
    { number: program, body: stream(`/Length1 ${file.length} `, await deflated(file)) },
  ];
}

/** The way back from glyphs to characters, so that a name can be copied and read out. */
function toUnicode(glyphs: ReadonlyMap<number, number>): string {
  const four = (value: number): string => value.toString(16).padStart(4, '0');
  const rows = [...glyphs].map(([point, glyph]) => `<${four(glyph)}> <${four(point)}>`);
  const sections: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100);
    sections.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${sections.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
}

function stream(entries: string, bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `<< ${entries}/Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${text}\nendstream`;
}

async function deflated(bytes: Bytes): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
