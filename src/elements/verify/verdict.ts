import type { Outcome, Problem } from '../../model/problem.ts';
import type { Verification, VerifiedSignature } from '../../model/verification.ts';

/**
 * What can be said of a file in one sentence. `sound`: signed, unchanged, nobody missing; `waiting`: the same, but fewer
 * signatures than places; `doubtful`: unchanged, but a signature says something that does not fit it; `added`: signed,
 * and something that is no signature came later; `changed`: not what was signed. The rest has no signature to speak of.
 */
export type Verdict =
  | 'sound'
  | 'waiting'
  | 'doubtful'
  | 'added'
  | 'changed'
  | 'unsigned'
  | 'unsigned-changed'
  | 'damaged'
  | 'foreign'
  | 'encrypted'
  | 'too-large'
  | 'not-a-pdf';

/** Something came after the signature that is no signature in a place made for one. */
const added = ['changed-after-signing', 'more-than-signatures', 'bytes-after-end'];
/** What the signature says of itself does not fit; what it covers is as it was. */
const doubtful = ['name-differs', 'certificate-not-valid-then', 'time-not-understood'];

const has = (problems: readonly Problem[], codes: readonly string[]): boolean =>
  problems.some(({ code }) => codes.includes(code));

/** `ours` says whether a file that cannot be read has the marks of one of ours. */
export function verdictOn(verified: Outcome<Verification>, ours: boolean): Verdict {
  if (!verified.ok) return unreadable(verified.problems[0].code, ours);
  const { signatures, problems, missing, intact } = verified.value;
  if (has(problems, ['not-made-by-this-toolkit'])) return 'foreign';
  if (signatures.length === 0) return has(problems, added) ? 'unsigned-changed' : 'unsigned';
  const all = signatures.flatMap((each) => each.problems);
  if (all.some(({ code }) => ![...added, ...doubtful].includes(code))) return 'changed';
  if (has([...all, ...problems], added)) return 'added';
  if (!intact) return 'doubtful';
  return missing.length > 0 ? 'waiting' : 'sound';
}

function unreadable(code: string, ours: boolean): Verdict {
  switch (code) {
    case 'not-a-pdf':
      return 'not-a-pdf';
    case 'pdf-encrypted':
      return 'encrypted';
    case 'pdf-too-large':
      return 'too-large';
    default:
      return ours ? 'damaged' : 'foreign';
  }
}

/** Whether what a signature covers is as it was and nothing but signatures came later: the first of the three answers. */
export type Since = 'unchanged' | 'added' | 'changed' | 'broken';

export function since({ unchanged, problems }: VerifiedSignature): Since {
  if (unchanged) return 'unchanged';
  if (has(problems, ['content-changed'])) return 'changed';
  return problems.every(({ code }) => [...added, ...doubtful].includes(code)) ? 'added' : 'broken';
}

/** Whether `bytes` have in them what every file of ours has: the name of a place for a signature. */
export function hasOurMarks(bytes: Uint8Array): boolean {
  const mark = new TextEncoder().encode('/T (signature-');
  for (let at = bytes.indexOf(0x2f); at >= 0; at = bytes.indexOf(0x2f, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
