import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const family = '@expo-google-fonts/atkinson-hyperlegible-next';
const otherFamily = '@expo-google-fonts/source-sans-3';

interface Source {
  readonly family: string;
  readonly file: string;
  /** What the font is called once a part of it was taken; its makers reserve its own name for the whole. */
  readonly partName?: string;
}

const sources: ReadonlyMap<string, Source> = new Map([
  ['virtual:font/regular', { family, file: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf' }],
  ['virtual:font/bold', { family, file: '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf' }],
  [
    'virtual:font/other-regular',
    { family: otherFamily, file: '400Regular/SourceSans3_400Regular.ttf', partName: 'HomewardOther-Regular' },
  ],
  [
    'virtual:font/other-bold',
    { family: otherFamily, file: '700Bold/SourceSans3_700Bold.ttf', partName: 'HomewardOther-Bold' },
  ],
]);

/**
 * What the other font is for: all Latin with Vietnamese, Greek, Cyrillic, accents, and the signs people type: money,
 * fractions, arrows, ticks and boxes. Latin is among it, as a word is drawn in one font.
 */
const otherRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x331],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x22ff],
  [0x25a0, 0x27bf],
];
const charactersOf = (ranges: typeof otherRanges): string =>
  ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCharCode(from + step)))
    .join('');

/** Every character of the font: what no character leads to, such as small capitals, is never drawn. */
const ownCharacters = charactersOf([[0x20, 0x2fff]]);
const otherCharacters = charactersOf(otherRanges);

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

/** Gives `import packed from 'virtual:font/regular'` and its three like: the same fonts in every kind of build. */
export function pdfFonts(): Plugin {
  return {
    name: 'homeward-pdf-fonts',
    resolveId: (id) => (sources.has(id) ? `\0${id}` : null),
    async load(id) {
      const source = sources.get(id.slice(1));
      if (!id.startsWith('\0') || source === undefined) return null;
      const packed = deflateSync(withNeededTables(await fileOf(source)), { level: 9 });
      return `export default '${packed.toString('base64')}';`;
    },
  };
}

async function fileOf({ family: packageName, file, partName }: Source): Promise<Buffer> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const whole = await readFile(join(folder, file));
  const part = await subsetFont(whole, partName === undefined ? ownCharacters : otherCharacters, {
    targetFormat: 'truetype',
    noLayoutClosure: true,
    noHinting: true,
    preserveNameIds: partName === undefined ? [0, 1, 2, 4, 6, 13, 14] : [0, 13, 14],
  });
  return partName === undefined ? part : withTable(part, 'name', namesOf(part, partName));
}

/** Copyright and licence of `font` as they are, and `name` in all places of its name. */
function namesOf(font: Buffer, name: string): Buffer {
  const table = tableOf(font, 'name');
  const strings = table.readUInt16BE(4);
  const kept = Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const at = 6 + 12 * index;
    const from = strings + table.readUInt16BE(at + 10);
    return {
      platform: table.readUInt16BE(at),
      id: table.readUInt16BE(at + 6),
      words: table.subarray(from, from + table.readUInt16BE(at + 8)),
    };
  }).filter(({ platform, id }) => platform === 3 && [0, 13, 14].includes(id));
  const named = [1, 4, 6].map((id) => ({ id, words: Buffer.from(name, 'utf16le').swap16() }));
  const records = [...kept, ...named].sort((a, b) => a.id - b.id);
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(({ id, words }, index) => {
    // Windows, Unicode, English of the United States: what every reader looks for.
    [3, 1, 0x409, id, words.length, offset].forEach((value, place) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * place);
    });
    offset += words.length;
  });
  return Buffer.concat([head, ...records.map(({ words }) => words)]);
}

interface Table {
  readonly tag: string;
  readonly sum: number;
  readonly body: Buffer;
}

function tablesOf(font: Buffer): readonly Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const offset = font.readUInt32BE(at + 8);
    return {
      tag: font.toString('latin1', at, at + 4),
      sum: font.readUInt32BE(at + 4),
      body: font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    };
  });
}

function tableOf(font: Buffer, tag: string): Buffer {
  const table = tablesOf(font).find((each) => each.tag === tag);
  if (!table) throw new Error(`The font has no ${tag} table.`);
  return table.body;
}

/** `font` with another table of this name. */
function withTable(font: Buffer, tag: string, body: Buffer): Buffer {
  const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return fontWith(
    font.readUInt32BE(0),
    tablesOf(font).map((table) => (table.tag === tag ? { tag, sum, body } : table)),
  );
}

/** The TrueType file `font` with the needed tables alone. */
export function withNeededTables(font: Buffer): Buffer {
  return fontWith(
    font.readUInt32BE(0),
    tablesOf(font).filter(({ tag }) => needed.has(tag)),
  );
}

function fontWith(version: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(tables.length * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, sum, body }, index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(body.length, at + 12);
    // Every table begins at a multiple of four.
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
    body.copy(padded);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}
