import * as v from 'valibot';
import type { Instant } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { canonical } from '../model/canonical.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { isRecord } from '../model/shapes.ts';
import { isAgeFile, neededFor, open, type Key } from './age-file.ts';
import { withoutTurns, withPlainLabels } from './bidi.ts';
import { commentsFileSchema, handOverSchema } from './file-schemas.ts';
import { hashOfDraft, type CommentsFile } from './hand-over.ts';

/** Bytes a file may have before it is looked at. A PDF holds pictures of signatures, all else is text. */
export const mostBytes = { pdf: 20 * 1024 * 1024, text: 17 * 1024 * 1024 } as const;

/** How a file was kept from others, and from change: encrypted, signed and unchanged, or not at all. */
export type Protection = 'passphrase' | 'identity' | 'signed' | 'none';

/** Who signed a PDF, as its certificates say. */
export interface SignedBy {
  readonly name: string;
  readonly role: string;
  readonly at: Instant | null;
}

/** One draft out of a file, whole and checked. */
export interface ReadDraft {
  readonly assessment: Assessment;
  readonly sha256: string;
  /** Absent where the file does not say. */
  readonly revision?: number;
  /** Whether it was made with questions that are nowhere here, and goes on with those that come nearest. */
  readonly earlierQuestions: boolean;
  /** How many of its answers have no place, or not the whole of theirs, in these: they are in its history. */
  readonly leftOut: number;
}

/** One assessment as its file holds it, and as it can be gone on with here. */
export interface ReadHere {
  readonly file: Assessment;
  readonly here: Assessment;
  readonly leftOut: number;
}

/** What was in a file that may be trusted to have the right shape, and nothing more. */
export type FileContent = { readonly protection: Protection } & (
  | {
      readonly is: 'drafts';
      readonly kind: 'real' | 'training';
      readonly from: string;
      readonly madeAt?: Instant;
      readonly drafts: readonly ReadDraft[];
      readonly signedBy: readonly SignedBy[];
    }
  | { readonly is: 'comments'; readonly file: CommentsFile }
);

/** What the pipeline is given, so that it knows nothing of packs, guidance and signatures by itself. */
export interface Readers {
  /** Text from outside, held to the limits of a file with many drafts. */
  json(bytes: Uint8Array): Outcome<unknown>;
  /** One assessment, held to its own limits and compared with the questions in hand. */
  assessment(bytes: Uint8Array): Outcome<ReadHere>;
  /** What is attached to a PDF of ours that nobody changed; `signedBy` is empty where nobody signed it. */
  pdf(bytes: Uint8Array): Promise<Outcome<{ readonly attached: Uint8Array; readonly signedBy: readonly SignedBy[] }>>;
}

/**
 * What a file from outside holds; `opened` is called when the slow work on a passphrase is done. Never throws on what it is
 * given.
 *
 * Problems: `too-large`; `not-ours` for another kind of file; `needs-passphrase` and `needs-identity` where `key` is not of
 * that kind; those of `open`; `is-identity` for a file with a key; those of the readers; `not-canonical`, `not-a-hand-over`,
 * `mixed-kinds`, `other-content` where a receipt does not fit its draft; `newer-than-program`.
 */
export async function readFile(
  bytes: Uint8Array,
  key: Key | null,
  readers: Readers,
  opened?: () => void,
): Promise<Outcome<FileContent>> {
  if (bytes.byteLength > (isPdf(bytes) ? mostBytes.pdf : mostBytes.text)) return problem('too-large');
  if (!isAgeFile(bytes)) return readPlain(bytes, 'none', readers);
  const needed = await neededFor(bytes);
  if (!needed.ok) return needed;
  if (key === null || !(needed.value in key)) return problem(`needs-${needed.value}`);
  const plain = await open(bytes, key);
  opened?.();
  return plain.ok ? readPlain(plain.value, needed.value, readers) : plain;
}

async function readPlain(bytes: Uint8Array, protection: Protection, readers: Readers): Promise<Outcome<FileContent>> {
  if (isPdf(bytes)) return readPdf(bytes, protection, readers);
  const start = String.fromCharCode(...bytes.subarray(0, 300));
  if (start.startsWith('# public key: age1') || start.includes('AGE-SECRET-KEY-')) return problem('is-identity');
  if (!/^(\u00EF\u00BB\u00BF)?\s*\{/.test(start)) return problem('not-ours');
  const json = readers.json(bytes);
  if (!json.ok) return json;
  const format = isRecord(json.value) ? json.value.format : undefined;
  const named = typeof format === 'string' ? /^homeward-(hand-over|comments)\/(\d{1,9})$/.exec(format) : null;
  if (named && Number(named[2]) > 1) return problem('newer-than-program');
  if (named) {
    // One content has one writing: nothing can stand in a file that its reader does not see.
    if (canonical(json.value) !== new TextDecoder().decode(bytes)) return problem('not-canonical');
    return named[1] === 'comments'
      ? readComments(json.value, protection)
      : readHandOver(json.value, protection, readers);
  }
  const read = readDraft(bytes, readers);
  return read.ok ? drafts(read.value, protection, []) : read;
}

async function readPdf(bytes: Uint8Array, protection: Protection, readers: Readers): Promise<Outcome<FileContent>> {
  const found = await readers.pdf(bytes);
  if (!found.ok) return found;
  const { attached, signedBy } = found.value;
  const read = readDraft(attached, readers);
  if (!read.ok) return read;
  return drafts(read.value, protection === 'none' && signedBy.length > 0 ? 'signed' : protection, signedBy);
}

function readHandOver(value: unknown, protection: Protection, readers: Readers): Outcome<FileContent> {
  const file = v.safeParse(handOverSchema, value);
  if (!file.success) return problem('not-a-hand-over');
  const { kind, madeAt, from, receipts } = file.output;
  if (receipts.length !== file.output.drafts.length) return problem('not-a-hand-over', {}, 'receipts');
  const all: ReadDraft[] = [];
  for (const [index, each] of file.output.drafts.entries()) {
    const read = readDraft(new TextEncoder().encode(canonical(each)), readers);
    if (!read.ok) return read;
    const { draft, revision, sha256 } = receipts[index] ?? {};
    if (read.value.assessment.kind !== kind) return problem('mixed-kinds');
    if (draft !== read.value.assessment.id || sha256 !== read.value.sha256) return problem('other-content');
    all.push(revision === undefined ? read.value : { ...read.value, revision });
  }
  if (new Set(receipts.map(({ draft }) => draft)).size < receipts.length)
    return problem('not-a-hand-over', {}, 'twice');
  return outcome({ is: 'drafts', protection, kind, from: withoutTurns(from), madeAt, drafts: all, signedBy: [] }, []);
}

function readComments(value: unknown, protection: Protection): Outcome<FileContent> {
  const read = v.safeParse(commentsFileSchema, value);
  if (!read.success) return problem('not-a-hand-over', {}, 'comments');
  const { comments } = read.output;
  if (new Set(comments.map(({ id }) => id)).size < comments.length) return problem('duplicate-comment');
  const file: CommentsFile = {
    ...read.output,
    from: withoutTurns(read.output.from),
    reference: withoutTurns(read.output.reference),
    comments: comments.map((comment) => ({ ...comment, by: withoutTurns(comment.by) })),
  };
  return outcome({ is: 'comments', protection, file }, []);
}

function readDraft(bytes: Uint8Array, readers: Readers): Outcome<ReadDraft> {
  const read = readers.assessment(bytes);
  if (!read.ok) return read;
  const { file, here, leftOut } = read.value;
  const earlierQuestions = file.pack.structureHash !== here.pack.structureHash;
  return outcome({ assessment: withPlainLabels(here), sha256: hashOfDraft(file), earlierQuestions, leftOut }, []);
}

function drafts(draft: ReadDraft, protection: Protection, signedBy: readonly SignedBy[]): Outcome<FileContent> {
  const { kind } = draft.assessment;
  return outcome({ is: 'drafts', protection, kind, from: '', drafts: [draft], signedBy }, []);
}

const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
