import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { wordsOf } from '../../src/model/report-text.ts';
import type { Published, Report } from '../../src/model/report.ts';
import { checkPdf, expectedBlocks, expectedFigures, squeezed } from '../../src/pdf/oracle.suite.ts';

const run = promisify(execFile);

export interface Expected {
  readonly report: Report;
  readonly published: Published;
  /** Characters that no font of ours draws. */
  readonly marks?: readonly string[];
  /** Must be read in full on the pages. */
  readonly shows: readonly string[];
  /** Must be nowhere in the file, however it is written. */
  readonly hides: readonly string[];
}

/** What must hold of a signed PDF, asked of tools that know nothing of Homeward. */
export async function checkSignedPdf(
  bytes: Uint8Array,
  { report, published, marks = [], shows, hides }: Expected,
): Promise<void> {
  await checkSyntax(bytes);
  const verdict = await checkPdf(await inOneRevision(bytes));
  expect(verdict.facts.get('Tagged'), 'pdfinfo').toBe('yes');
  expect(verdict.fonts.length).toBeGreaterThan(0);
  expect(
    verdict.fonts.filter(({ embedded, unicode }) => !embedded || !unicode),
    'fonts that are not embedded with a way back to Unicode',
  ).toEqual([]);
  expect(verdict.untagged, 'words outside the structure tree').toEqual([]);

  const blocks = expectedBlocks(report, report.signing?.signatories, marks, verdict.contents.length > 0);
  expect(verdict.figures).toEqual(expectedFigures(report));
  expect(verdict.blocks).toEqual(blocks);
  expect(verdict.squeezedBlocks).toEqual(blocks.map(squeezed));
  expect(verdict.headings).toEqual(headingsOf(report, marks, verdict.contents.length > 0));

  expect([...verdict.attachments.keys()]).toEqual(['assessment.json']);
  const attached = new TextDecoder().decode(verdict.attachments.get('assessment.json'));
  expect(JSON.parse(attached)).toEqual(JSON.parse(JSON.stringify(published)));

  const read = unbroken(verdict.text);
  expect(
    shows.filter((text) => !read.includes(unbroken(text))),
    'not found by pdftotext',
  ).toEqual([]);
  await checkSignature(bytes);
  const everything = await everythingIn(bytes);
  // The search itself must be able to find something.
  expect(everything.holds(published.assessment.reference)).toBe(true);
  expect(hides.filter((text) => everything.holds(text))).toEqual([]);
}

/** Words without spaces and hyphens: pdftotext takes a hyphen at the end of a line for one that is not written. */
const unbroken = (text: string): string => squeezed(text).replaceAll('-', '');

/** Title, stages, sections and questions, in the order and at the levels of the report. */
function headingsOf(report: Report, marks: readonly string[], hasContents: boolean): readonly string[] {
  const headings = report.body.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const { paper, ...rest } = report;
  const only = { ...rest, signing: null, subtitle: [] };
  const contents = paper && hasContents ? [`H2 ${wordsOf(paper.contents)}`] : [];
  const [title = '', ...words] = expectedBlocks({ ...only, body: headings }, [], marks);
  const [signing = ''] = report.signing ? expectedBlocks({ ...only, title: report.signing.heading, body: [] }, []) : [];
  return [
    `H1 ${title}`,
    ...contents,
    ...headings.map(({ level }, index) => `H${String(level)} ${words[index] ?? ''}`),
    ...(signing ? [`H2 ${signing}`] : []),
  ];
}

async function inFolder<T>(bytes: Uint8Array, ask: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'homeward-signed-'));
  const file = join(folder, 'signed.pdf');
  await writeFile(file, bytes);
  try {
    return await ask(file, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function checkSyntax(bytes: Uint8Array): Promise<void> {
  const said = await inFolder(bytes, async (file) => (await run('qpdf', ['--check', file])).stdout);
  expect(said).toContain('No syntax or stream encoding errors found');
}

/** The same document with the update that holds the signature worked in, for tools that read one revision. */
function inOneRevision(bytes: Uint8Array): Promise<Uint8Array> {
  return inFolder(bytes, async (file, folder) => {
    const whole = join(folder, 'whole.pdf');
    await run('qpdf', ['--object-streams=disable', file, whole]);
    return new Uint8Array(await readFile(whole));
  });
}

async function checkSignature(bytes: Uint8Array): Promise<void> {
  const said = await inFolder(bytes, async (file) => (await run('pdfsig', ['-nocert', file])).stdout);
  expect(said).toContain('Signature is Valid.');
  expect(said).not.toContain('Not total document signed');
  expect(said).toContain('Total document signed');
}

/** Everything a file says, unpacked: its objects and streams, its strings in whatever writing, and the words on its pages. */
async function everythingIn(bytes: Uint8Array): Promise<{ holds(text: string): boolean }> {
  const [unpacked, words] = await inFolder(bytes, async (file, folder) => {
    const open = join(folder, 'unpacked.pdf');
    await run('qpdf', ['--qdf', '--object-streams=disable', file, open]);
    return [await readFile(open), (await run('pdftotext', [file, '-'], { maxBuffer: 64 << 20 })).stdout] as const;
  });
  const strings = stringsIn(unpacked.toString('latin1'));
  const places = [Buffer.from(bytes), unpacked, ...strings];
  const read = unbroken(words);
  return {
    holds: (text) => {
      const ways = [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le').swap16()];
      return read.includes(unbroken(text)) || places.some((place) => ways.some((way) => place.includes(way)));
    },
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of every string, those in brackets with their escapes undone and those written as hexadecimal digits. */
function stringsIn(file: string): readonly Buffer[] {
  const written = [...file.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, text = '']) =>
    text.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_whole, code: string) => {
      if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
      return code.endsWith('\n') ? '' : (escapes[code] ?? code);
    }),
  );
  const digits = [...file.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)].map(([, hex = '']) =>
    Buffer.from(hex.replace(/\s/g, ''), 'hex'),
  );
  return [...written.map((text) => Buffer.from(text, 'latin1')), ...digits];
}
