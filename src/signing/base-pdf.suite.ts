import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { latin } from './bytes.ts';

/** What the base PDF of a test holds. Written by hand, as the exporter's files are described, so that tests need no exporter. */
export interface BaseChoice {
  readonly roles?: readonly string[];
  readonly attachment?: string;
  readonly fieldSize?: readonly [number, number];
  readonly lines?: readonly string[];
}

type Body = string | { readonly head: string; readonly stream: Uint8Array };

/** A one-page report with a visible signature field for each role, two spare fields, fonts and an attachment. */
export function basePdf({
  roles = ['social-worker', 'team-manager'],
  attachment = '{"format":"homeward-published/1"}',
  fieldSize = [460, 92],
  lines = ['Plan for the return home'],
}: BaseChoice = {}): Uint8Array<ArrayBuffer> {
  const bodies = new Map<number, Body>();
  const fieldNumbers = [...roles.map((_, index) => 30 + index * 2), 50, 51];
  const [width, height] = fieldSize;
  const rows = lines.map((line, index) => `1 0 0 1 56 ${780 - index * 20} Tm <${glyphCodes(line)}> Tj`).join('\n');
  const frames = roles.map((_, index) => `56 ${bottomOf(index, height)} ${width} ${height} re`).join('\n');
  bodies.set(
    1,
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fieldNumbers.map((number) => `${number} 0 R`).join(' ')}] /SigFlags 3 /DR << /Font << /HwR 5 0 R /HwB 6 0 R >> >> >> /Names << /EmbeddedFiles << /Names [(assessment.json) 20 0 R] >> >> /AF [20 0 R] >>`,
  );
  bodies.set(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  bodies.set(
    3,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R /Resources << /Font << /HwR 5 0 R >> >> /Annots [${fieldNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
  );
  bodies.set(4, flate('', latin(`BT /HwR 14 Tf\n${rows}\nET\n0.8 G 0.7 w\n${frames}\nS`)));
  addFont(bodies, 5, regularFont, 'AtkinsonHyperlegibleNext-Regular');
  addFont(bodies, 6, boldFont, 'AtkinsonHyperlegibleNext-Bold');
  bodies.set(
    20,
    '<< /Type /Filespec /F (assessment.json) /UF (assessment.json) /AFRelationship /Data /EF << /F 21 0 R /UF 21 0 R >> >>',
  );
  bodies.set(21, flate('/Type /EmbeddedFile /Subtype /application#2Fjson', new TextEncoder().encode(attachment)));
  bodies.set(22, { head: '/Type /XObject /Subtype /Form /BBox [0 0 0 0]', stream: new Uint8Array() });
  roles.forEach((role, index) => {
    const bottom = bottomOf(index, height);
    bodies.set(
      30 + index * 2,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature-${index + 1}-${role}) /TU (Signature) /F 132 /Rect [56 ${bottom} ${56 + width} ${bottom + height}] /P 3 0 R /StructParent ${index + 1} /AP << /N 22 0 R >> >>`,
    );
  });
  for (const spare of [1, 2])
    bodies.set(
      49 + spare,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (signature-spare-${spare}) /TU (Signature) /F 132 /Rect [0 0 0 0] /P 3 0 R >>`,
    );
  bodies.set(60, '<< /Producer (Homeward) >>');
  return assemble(bodies);
}

function bottomOf(index: number, height: number): number {
  return 600 - index * (height + 24);
}

function flate(head: string, bytes: Uint8Array): Body {
  return { head: `${head} /Filter /FlateDecode`.trim(), stream: deflateSync(bytes) };
}

function assemble(bodies: ReadonlyMap<number, Body>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xba\xdf\xac\xe0\n', 'latin1')];
  const offsets = new Map<number, number>();
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  // Numbers that a test does not need stand for nothing, so that the table has one subsection, as an exporter writes it.
  const highest = Math.max(...bodies.keys());
  for (let number = 1; number <= highest; number++) {
    const body = bodies.get(number) ?? 'null';
    offsets.set(number, size());
    if (typeof body === 'string') parts.push(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1'));
    else
      parts.push(
        Buffer.from(`${number} 0 obj\n<< ${body.head} /Length ${body.stream.length} >>\nstream\n`),
        Buffer.from(body.stream),
        Buffer.from('\nendstream\nendobj\n'),
      );
  }
  const tableAt = size();
  const rows = [...offsets.values()].map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const id = '<0123456789ABCDEF0123456789ABCDEF>';
  parts.push(
    Buffer.from(
      `xref\n0 ${highest + 1}\n0000000000 65535 f \n${rows}trailer\n<<\n/Size ${highest + 1}\n/Root 1 0 R\n/Info 60 0 R\n/ID [ ${id} ${id} ]\n>>\nstartxref\n${tableAt}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

interface Font {
  readonly file: Buffer;
  readonly glyphs: ReadonlyMap<number, number>;
  readonly widths: readonly number[];
}

const folder = createRequire(import.meta.url)
  .resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json')
  .replace('package.json', '');
const regularFont = readFont(`${folder}400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`);
const boldFont = readFont(`${folder}700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`);

/** The glyphs and widths of a TrueType font: `cmap` format 4, `hmtx`. */
function readFont(path: string): Font {
  const file = readFileSync(path);
  const table = (name: string): number => {
    for (let at = 12; at < 12 + file.readUInt16BE(4) * 16; at += 16) {
      if (file.toString('latin1', at, at + 4) === name) return file.readUInt32BE(at + 8);
    }
    throw new Error(`no table ${name}`);
  };
  const scale = 1000 / file.readUInt16BE(table('head') + 18);
  const metrics = file.readUInt16BE(table('hhea') + 34);
  const count = file.readUInt16BE(table('maxp') + 4);
  const widths = Array.from({ length: count }, (_, glyph) =>
    Math.round(file.readUInt16BE(table('hmtx') + Math.min(glyph, metrics - 1) * 4) * scale),
  );
  const glyphs = new Map<number, number>();
  const cmap = table('cmap');
  for (let index = 0; index < file.readUInt16BE(cmap + 2); index++) {
    const at = cmap + file.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (file.readUInt16BE(at) === 4) readSegments(file, at, glyphs);
  }
  return { file, glyphs, widths };
}

function readSegments(file: Buffer, at: number, glyphs: Map<number, number>): void {
  const doubled = file.readUInt16BE(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = file.readUInt16BE(at + 14 + segment);
    const first = file.readUInt16BE(at + 16 + doubled + segment);
    const delta = file.readUInt16BE(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = file.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point++) {
      const raw = range === 0 ? point : file.readUInt16BE(rangeAt + range + (point - first) * 2);
      if (raw !== 0) glyphs.set(point, (raw + delta) & 0xffff);
    }
  }
}

function addFont(bodies: Map<number, Body>, number: number, font: Font, name: string): void {
  const own = number * 2;
  const rows = [...font.glyphs].map(([point, glyph]) => `<${four(glyph)}><${four(point)}>`);
  const sections: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const part = rows.slice(at, at + 100);
    sections.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  const map = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n${sections.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`;
  bodies.set(
    number,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${own} 0 R] /ToUnicode ${own + 1} 0 R >>`,
  );
  bodies.set(
    own,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor ${own + 4} 0 R /W [0 [${font.widths.join(' ')}]] >>`,
  );
  bodies.set(own + 1, flate('', latin(map)));
  bodies.set(
    own + 4,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent 950 /Descent -290 /CapHeight 668 /StemV 80 /FontFile2 ${own + 5} 0 R >>`,
  );
  bodies.set(own + 5, flate(`/Length1 ${font.file.length}`, font.file));
}

function glyphCodes(text: string): string {
  return Array.from(text, (character) => four(regularFont.glyphs.get(character.codePointAt(0) ?? 0) ?? 0)).join('');
}

function four(number: number): string {
  return number.toString(16).padStart(4, '0');
}
