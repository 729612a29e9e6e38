import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';

const family = '@expo-google-fonts/atkinson-hyperlegible-next';
const files: ReadonlyMap<string, string> = new Map([
  ['virtual:font/regular', '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'],
  ['virtual:font/bold', '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'],
]);

/** The tables that drawing in a PDF needs; the rest (kerning, substitution, hints) would be carried for nothing. */
const needed: ReadonlySet<string> = new Set([
  'OS/2',
  'cmap',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
]);

/** Gives `import packed from 'virtual:font/regular'` and `virtual:font/bold`: the same font in every kind of build. */
export function pdfFonts(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve(`${family}/package.json`));
  return {
    name: 'homeward-pdf-fonts',
    resolveId: (id) => (files.has(id) ? `\0${id}` : null),
    async load(id) {
      const file = files.get(id.slice(1));
      if (!id.startsWith('\0') || file === undefined) return null;
      const packed = deflateRawSync(withNeededTables(await readFile(join(folder, file))), { level: 9 });
      return `export default '${packed.toString('base64')}';`;
    },
  };
}

/** The TrueType file `font` with the needed tables alone. */
export function withNeededTables(font: Buffer): Buffer {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    return {
      tag: font.toString('latin1', at, at + 4),
      sum: font.readUInt32BE(at + 4),
      offset: font.readUInt32BE(at + 8),
      length: font.readUInt32BE(at + 12),
    };
  }).filter(({ tag }) => needed.has(tag));
  const head = Buffer.alloc(12 + 16 * records.length);
  const power = 2 ** Math.floor(Math.log2(records.length));
  head.writeUInt32BE(font.readUInt32BE(0), 0);
  head.writeUInt16BE(records.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(records.length * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  records.forEach((record, index) => {
    const at = 12 + 16 * index;
    head.write(record.tag, at, 'latin1');
    head.writeUInt32BE(record.sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(record.length, at + 12);
    // Every table begins at a multiple of four.
    const body = Buffer.alloc(Math.ceil(record.length / 4) * 4);
    font.copy(body, 0, record.offset, record.offset + record.length);
    parts.push(body);
    offset += body.length;
  });
  return Buffer.concat(parts);
}
