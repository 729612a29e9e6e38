import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Picture, Report, Runs } from '../model/report.ts';
import { dictionaryOf, isArray, isDictionary, isReference, readObjects, type PdfValue } from './objects.ts';

const run = promisify(execFile);

/** What tools that know nothing of Homeward say about a PDF. Needs qpdf and poppler-utils. */
export interface Verdict {
  /** What `qpdf --check` complains of; empty when it does not. */
  readonly complaints: string;
  /** `pdfinfo`, name to value, such as `Tagged: yes`. */
  readonly facts: ReadonlyMap<string, string>;
  /** Of `pdfinfo -struct-text`: type and words of every heading, such as `H2 Finding out`. */
  readonly headings: readonly string[];
  /** Of `pdffonts`: name, and whether it is embedded and has a way back to Unicode. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[];
  /** Words that pdf.js finds outside all marked content. */
  readonly untagged: readonly string[];
  /**
   * The words of each block of the structure tree in its order, as `pdfinfo -struct-text` reads them; numbers of list
   * items and empty blocks left out.
   */
  readonly blocks: readonly string[];
  /** The same as pdf.js reads them, without white space, which pdf.js drops at the end of a line. */
  readonly squeezedBlocks: readonly string[];
  /** The entries of the contents, as `pdfinfo -struct-text` reads them: the words of a heading, and a number. */
  readonly contents: readonly string[];
  /** What pdf.js says of each picture, and the words in it without white space. */
  readonly figures: readonly { readonly alt: string; readonly words: string }[];
  /** The words of each page in artifacts. */
  readonly artifacts: readonly string[];
  /** `pdftotext` between head and foot of the pages, without white space, in NFC. */
  readonly text: string;
  /** Of `pdfdetach`: name to bytes. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/** Asks qpdf, poppler and pdf.js about `bytes`. */
export async function checkPdf(bytes: Uint8Array): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, bytes);
    const structure = await say('pdfinfo', ['-struct-text', file]);
    return {
      complaints: await complaintsOf(file),
      facts: factsOf(await say('pdfinfo', [file])),
      headings: headingsOf(structure),
      blocks: blocksOf(structure),
      contents: contentsOf(structure),
      fonts: fontsOf(await say('pdffonts', [file])),
      ...(await wordsOf(bytes)),
      text: squeezed(await say('pdftotext', [...'-nopgbrk -r 72 -x 40 -y 58 -W 515 -H 726'.split(' '), file, '-'])),
      attachments: await detached(file, join(folder, 'attached')),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function say(tool: string, options: readonly string[]): Promise<string> {
  const { stdout } = await run(tool, options, { maxBuffer: 64 << 20 });
  return stdout;
}

/** One blank for every stretch of white space, accents joined with their letters. */
export function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** Without any white space. */
export function squeezed(text: string): string {
  return folded(text).replaceAll(' ', '');
}

async function complaintsOf(file: string): Promise<string> {
  try {
    const said = await say('qpdf', ['--check', file]);
    return said.includes('No syntax or stream encoding errors found') ? '' : said;
  } catch (error) {
    return String(error);
  }
}

function factsOf(said: string): ReadonlyMap<string, string> {
  return new Map(
    said.split('\n').map((each) => [each.split(':', 1)[0] ?? '', each.slice(each.indexOf(':') + 1).trim()]),
  );
}

function headingsOf(structure: string): readonly string[] {
  return elementsOf(structure).flatMap(({ type, words }) => (/^H\d$/.test(type) ? [`${type} ${words}`] : []));
}

function blocksOf(structure: string): readonly string[] {
  return elementsOf(structure).flatMap(({ type, words }) => (apart.has(type) || words === '' ? [] : [words]));
}

function contentsOf(structure: string): readonly string[] {
  return elementsOf(structure).flatMap(({ type, words }) => (type === 'Link' ? [words] : []));
}

/** Numbers, contents and pictures say again what stands elsewhere: they are looked at apart. */
const apart = new Set(['Lbl', 'Link', 'Figure']);

/** The elements that `pdfinfo` prints, but for spans, whose words go to the element above. */
function elementsOf(structure: string): readonly { readonly type: string; readonly words: string }[] {
  const elements: { type: string; words: string; depth: number }[] = [];
  for (const line of structure.split('\n')) {
    const [, indent = '', quoted, type] = /^( *)(?:"(.*)"|(\w+)(?: \(\w+\))?(?: Alt .*)?:?)$/.exec(line) ?? [];
    const above = elements.findLast(({ depth }) => depth < indent.length);
    if (quoted !== undefined && above) above.words += quoted;
    else if (type !== undefined && type !== 'Span') elements.push({ type, words: '', depth: indent.length });
  }
  return elements.map(({ type, words }) => ({ type, words: folded(words) }));
}

function fontsOf(said: string): Verdict['fonts'] {
  return said
    .split('\n')
    .slice(2)
    .filter((each) => each !== '')
    .map((each) => {
      const [embedded, , unicode] = each.trim().split(/\s+/).slice(-5);
      return { name: each.split(' ', 1)[0] ?? '', embedded: embedded === 'yes', unicode: unicode === 'yes' };
    });
}

async function detached(file: string, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  await mkdir(folder);
  await run('pdfdetach', ['-saveall', '-o', folder, file]);
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const)),
  );
}

async function wordsOf(
  bytes: Uint8Array,
): Promise<Pick<Verdict, 'untagged' | 'squeezedBlocks' | 'artifacts' | 'figures'>> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const marks = new Map<string, string>();
  const untagged: string[] = [];
  const artifacts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const open: (string | null)[] = [];
    let aside = '';
    for (const item of items) {
      if ('str' in item) {
        const mark = open.at(-1);
        if (mark === undefined) untagged.push(item.str);
        else if (mark === null) aside += `${item.str} `;
        else marks.set(mark, (marks.get(mark) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : null);
    }
    artifacts.push(folded(aside));
  }
  await task.destroy();
  const { blocks, figures } = squeezedOf(bytes, marks);
  return { untagged, artifacts, squeezedBlocks: blocks, figures };
}

const blockTypes = new Set(['H1', 'H2', 'H3', 'H4', 'P', 'LBody', 'TH', 'TD', 'Caption']);

/** The words of each block: those of one element belong together whatever pages they are on. */
function squeezedOf(
  bytes: Uint8Array,
  marks: ReadonlyMap<string, string>,
): { readonly blocks: readonly string[]; readonly figures: Verdict['figures'] } {
  const file = readObjects(bytes);
  const root = dictionaryOf(file, dictionaryOf(file, file.trailer.get('Root'))?.get('StructTreeRoot'));
  const blocks: string[] = [];
  const figures: { alt: string; words: string }[] = [];
  const wordsOf = (value: PdfValue | undefined): string => {
    const element = dictionaryOf(file, value);
    if (!element) return '';
    const kids = element.get('K') ?? [];
    return (isArray(kids) ? kids : [kids])
      .map((kid) => {
        if (isReference(kid)) return visit(kid);
        const [id, page] = isDictionary(kid) ? [kid.get('MCID'), kid.get('Pg')] : [kid, element.get('Pg')];
        return isReference(page) && typeof id === 'number' ? (marks.get(`p${page.object}R_mc${id}`) ?? '') : '';
      })
      .join('');
  };
  /** The words that belong to the block above: none for a block, which is noted by itself. */
  const visit = (value: PdfValue): string => {
    const type = dictionaryOf(file, value)?.get('S');
    if (type === '/Lbl' || type === '/TOC') return '';
    const words = wordsOf(value);
    if (type === '/Figure') {
      figures.push({ alt: plainText(dictionaryOf(file, value)?.get('Alt')), words: squeezed(words) });
      return '';
    }
    if (typeof type !== 'string' || !blockTypes.has(type.slice(1))) return words;
    if (squeezed(words) !== '') blocks.push(squeezed(words));
    return '';
  };
  const kids = root?.get('K');
  (isArray(kids) ? kids : []).forEach(visit);
  return { blocks, figures };
}

/** What a text string of the file says. */
function plainText(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return '';
  if (value.startsWith('(')) return value.slice(1, -1).replace(/\\([^])/g, '$1');
  return Buffer.from(value.slice(5, -1), 'hex').swap16().toString('utf16le');
}

/**
 * The words of `report`, block by block, as they must be found in the tree: said here a second time and otherwise
 * than the program says it. `marks` are the characters that are printed as marks; a short document has no contents.
 */
export function expectedBlocks(
  report: Report,
  signatories = report.signing?.signatories ?? [],
  marks: readonly string[] = [],
  hasContents = true,
): readonly string[] {
  const shown = (text: string): string =>
    folded(
      Array.from(text.normalize('NFC').replace(/[\u00ad\p{Cf}]|(?![\t\n\r])\p{Cc}/gu, ''))
        .map((character) =>
          marks.includes(character)
            ? `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
            : character,
        )
        .join(''),
    );
  const whole = (runs: Runs): string => shown(runs.map(({ text }) => text).join(''));
  const paragraphs = (runs: Runs): string[] =>
    runs
      .map(({ text }) => text)
      .join('')
      .split(/\n\s*\n/)
      .map(shown);
  const of = (block: Report['body'][number]): string[] => {
    switch (block.kind) {
      case 'heading':
        return [whole(block.runs)];
      case 'paragraph':
        return paragraphs(block.runs);
      case 'list':
        return block.items.map(whole);
      case 'facts':
        return block.rows.flatMap(({ name, value }) => [whole(name), whole(value)]);
      case 'table':
        return [
          whole(block.caption),
          ...block.head.map(whole),
          ...block.rows.flatMap((row) => row.map(({ runs }) => whole(runs))),
        ];
      case 'panel':
        return [whole(block.title), ...block.body.flatMap(paragraphs)];
    }
  };
  const { paper } = report;
  const titlesAt = (block: Report['body'][number], side: 'above' | 'below'): string[] =>
    (paper?.figures ?? [])
      .filter(
        ({ anchor, side: at, entry }) =>
          block.kind === 'heading' && block.anchor === anchor && at === side && entry === undefined,
      )
      .map(({ title }) => whole(title));
  const body = report.body.flatMap((block) => [...titlesAt(block, 'above'), ...of(block), ...titlesAt(block, 'below')]);
  const cover = paper?.cover.flatMap(of) ?? [];
  const signing = report.signing
    ? [whole(report.signing.heading), ...report.signing.statement.flatMap(paragraphs)]
    : [];
  const fields = signatories.flatMap(({ label, name = '' }) => [shown(label), shown(name)]);
  const contents = paper && hasContents ? [whole(paper.contents)] : [];
  return [whole(report.title), whole(report.subtitle), ...cover, ...contents, ...body, ...signing, ...fields].filter(
    (text) => text !== '',
  );
}

/** The pictures of `report` as they must be found in the file, in its order: described, and with these words. */
export function expectedFigures({ paper, body }: Report): Verdict['figures'] {
  const figures = paper?.figures ?? [];
  return body
    .flatMap((block) => {
      if (block.kind !== 'heading') return [];
      const here = figures.filter(({ anchor }) => anchor === block.anchor);
      return [
        ...here.filter(({ side, entry }) => side === 'above' && entry === undefined),
        ...here.filter(({ side, entry }) => side === 'below' && entry === undefined),
        ...here.filter(({ entry }) => entry !== undefined),
      ];
    })
    .map(({ alt, picture }) => ({ alt, words: squeezed(wordsInPicture(picture).join(' ')) }));
}

/** Every word in a picture: of a grid row by row, of a line whom it is about, its events and its years. */
function wordsInPicture(picture: Picture): readonly string[] {
  if (picture.is === 'mark') return [];
  if (picture.is === 'timeline')
    return [
      ...picture.lanes.map(({ name }) => name),
      ...picture.ticks.map(({ words }) => words),
      ...picture.events.map(({ words }) => words),
    ];
  return picture.groups.flatMap(({ title, rows }, group) => [
    title,
    ...(group === 0 ? picture.columns : []),
    ...rows.flatMap(({ name, cells }) => [name, ...cells.flatMap((cell) => cell.map(({ words }) => words))]),
  ]);
}
