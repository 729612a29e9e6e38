import * as v from 'valibot';
import { outcome, problem, type Outcome, type Problem } from '../model/problem.ts';
import { withoutTurns } from './bidi.ts';

/** One key that a council trusts. */
export interface TrustedKey {
  /** SHA-256 of its certificate, in lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Whose it is, as the council says. */
  readonly name: string;
}

/** A council's list of keys as a file. */
export interface TrustList {
  readonly format: 'homeward-trusted-keys/1';
  readonly keys: readonly TrustedKey[];
}

const most = { bytes: 1024 * 1024, keys: 5_000 } as const;

const fingerprint = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) => text.replace(/[\s:]/g, '').toLowerCase()),
  v.regex(/^[0-9a-f]{64}$/),
);

const name = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((text) => withoutTurns(text).trim()),
  v.nonEmpty(),
);

const keySchema = v.strictObject({ fingerprint, name });

const listSchema = v.strictObject({
  format: v.literal('homeward-trusted-keys/1'),
  keys: v.pipe(v.array(keySchema), v.maxLength(most.keys)),
});

/**
 * The keys in `text`: a list as JSON, or one key in each line, the fingerprint first and then the name. Lines that begin
 * with "#" and empty lines say nothing.
 *
 * Problems: `too-large`; `newer-than-program`; `not-a-trust-list`; `trust-line` for each line or entry that is not
 * understood, with its number; `trust-twice` for a fingerprint under two names.
 */
export function readTrustList(text: string): Outcome<readonly TrustedKey[]> {
  if (text.length > most.bytes) return problem('too-large');
  const read = /^\s*[[{]/.test(text) ? fromJson(text) : fromLines(text);
  if (!read.ok) return read;
  const names = new Map<string, string>();
  for (const key of read.value) {
    const known = names.get(key.fingerprint);
    if (known !== undefined && known !== key.name) return problem('trust-twice', {}, key.fingerprint.slice(0, 16));
    names.set(key.fingerprint, key.name);
  }
  return outcome(
    [...names].map(([found, whose]) => ({ fingerprint: found, name: whose })),
    [],
  );
}

/** `keys` as a file that `readTrustList` reads. */
export function trustListText(keys: readonly TrustedKey[]): string {
  const list: TrustList = { format: 'homeward-trusted-keys/1', keys };
  return `${JSON.stringify(list, null, 1)}\n`;
}

function fromJson(text: string): Outcome<readonly TrustedKey[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('not-a-trust-list');
  }
  const format: unknown = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'string' && /^homeward-trusted-keys\/\d+$/.test(format) && format !== 'homeward-trusted-keys/1')
    return problem('newer-than-program');
  const read = v.safeParse(listSchema, value);
  if (read.success) return outcome(read.output.keys, []);
  const entries = read.issues.flatMap(({ path }) =>
    path?.[0]?.key === 'keys' && typeof path[1]?.key === 'number' ? [path[1].key + 1] : [],
  );
  return lines(entries) ?? problem('not-a-trust-list');
}

function fromLines(text: string): Outcome<readonly TrustedKey[]> {
  const keys: TrustedKey[] = [];
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    // Digits in pairs or fours, with colons or spaces between or none.
    const [, digits = '', whose = ''] = /^((?:[0-9a-f]{2}[\s:]*){32})(?![0-9a-z])[\s,;]*(.*)$/i.exec(said) ?? [];
    const read = v.safeParse(keySchema, { fingerprint: digits, name: whose });
    if (read.success) keys.push(read.output);
    else wrong.push(index + 1);
  }
  if (keys.length > most.keys) return problem('too-large');
  return lines(wrong) ?? outcome(keys, []);
}

/** A problem for each of `numbers`, once; null where there are none. */
function lines(numbers: readonly number[]): Extract<Outcome<never>, { ok: false }> | null {
  const problems = [...new Set(numbers)].map((line): Problem => ({ code: 'trust-line', place: { line } }));
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : null;
}
