import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Outcome } from '../model/problem.ts';
import { basePdf } from './base-pdf.suite.ts';
import { latin, type Bytes } from './bytes.ts';
import { readDocument } from './document.ts';
import { newSigningKey, type SigningKey } from './key.ts';
import { signPdf, type Signing } from './sign.ts';
import { appendUpdate, type WrittenObject } from './update.ts';

export const at = new Date('2026-11-21T14:05:07Z');

export const worker = await newSigningKey(
  {
    name: 'Siân Ŵyn O’Brien-Ŷstrad',
    role: 'Senior social worker',
    organisation: 'Tarnwhistle County Council',
    registration: 'SW12345',
  },
  at,
);
export const manager = await newSigningKey(
  { name: 'Zoë Ó Dálaigh', role: 'Team manager', organisation: 'Tarnwhistle County Council' },
  at,
);

/** The value of an outcome that has to be one. */
export function got<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, detail }) => `${code} ${detail ?? ''}`).join('; '));
}

/** The codes of an outcome's problems; none for a value. */
export function codes(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

export async function signed(bytes: Uint8Array, key: SigningKey, as: Partial<Signing> = {}): Promise<Uint8Array> {
  return got(await signPdf(bytes, key, { role: 'social-worker', statedTime: at, ...as }));
}

/** A report signed by worker and manager. */
export async function signedTwice(): Promise<Uint8Array> {
  return signed(await signed(basePdf(), worker), manager, { role: 'team-manager' });
}

/** `bytes` with an update that writes `objects` as whoever does not hold a key would write them. */
export function updated(bytes: Uint8Array, objects: readonly WrittenObject[]): Bytes {
  return appendUpdate(readDocument(bytes), objects, latin('0123456789abcdef'));
}

/** `bytes` with every place of `search` replaced by as many bytes of `replacement`. */
export function replaced(bytes: Uint8Array, search: string, replacement: string): Uint8Array {
  if (search.length !== replacement.length) throw new Error('lengths differ');
  const copy = Buffer.from(bytes);
  for (let found = copy.indexOf(search, 0, 'latin1'); found >= 0; found = copy.indexOf(search, found + 1, 'latin1')) {
    copy.write(replacement, found, 'latin1');
  }
  return new Uint8Array(copy);
}

export interface ToolResult {
  readonly status: number | null;
  readonly text: string;
}

/** Runs an outside tool in a folder of its own that holds `files`; `read` takes what it wrote there. */
export function withTool<T = ToolResult>(
  files: Readonly<Record<string, Uint8Array>>,
  command: readonly [string, ...string[]],
  read: (result: ToolResult, folder: string) => T,
): T {
  const folder = mkdtempSync(joinPath(tmpdir(), 'homeward-signing-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(joinPath(folder, name), bytes);
    const [program, ...rest] = command;
    const { status, stdout, stderr, error } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8' });
    if (error) throw error;
    return read({ status, text: `${stdout}${stderr}` }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What an outside tool says about `bytes`, called `report.pdf`. */
export function told(bytes: Uint8Array, ...command: readonly [string, ...string[]]): ToolResult {
  return withTool({ 'report.pdf': bytes }, command, (result) => result);
}
