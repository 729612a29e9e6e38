import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../model/answer.ts';
import type { Assessment, Comment } from '../model/assessment.ts';
import { canonical } from '../model/canonical.ts';
import { fileName } from './file-name.ts';

/** What a file says of one draft in it, so that it can be told later whether this was that draft. */
export interface DraftReceipt {
  readonly draft: string;
  /** How often it had been written to. */
  readonly revision: number;
  /** Lower-case hex SHA-256 of the draft as canonical JSON. */
  readonly sha256: string;
}

interface Made {
  readonly kind: 'real' | 'training';
  /** The version of the program that made the file. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** Who made it, as they call themselves; empty where nobody said. */
  readonly from: string;
}

/** One draft or many, whole, for a colleague or as a copy. */
export interface HandOver extends Made {
  readonly format: 'homeward-hand-over/1';
  readonly drafts: readonly Assessment[];
  /** One for each draft, in the same order. */
  readonly receipts: readonly DraftReceipt[];
}

/** What a reader said about one draft, for whoever wrote it. */
export interface CommentsFile extends Made {
  readonly format: 'homeward-comments/1';
  readonly draft: string;
  readonly reference: string;
  /** SHA-256 of the draft that was read, as in its receipt. */
  readonly sha256: string;
  readonly comments: readonly Comment[];
}

/** A draft and how often it has been written to. */
export interface DraftAt {
  readonly assessment: Assessment;
  readonly revision: number;
}

/** Everything about a file but what is in it. */
export type Making = Omit<Made, 'kind'>;

export const hashOfDraft = (assessment: Assessment): string => bytesToHex(sha256(utf8ToBytes(canonical(assessment))));

/** Drafts of one kind as a hand-over. */
export function handOver(kind: Made['kind'], drafts: readonly DraftAt[], making: Making): HandOver {
  return {
    format: 'homeward-hand-over/1',
    kind,
    ...making,
    drafts: drafts.map(({ assessment }) => assessment),
    receipts: drafts.map(({ assessment, revision }) => ({
      draft: assessment.id,
      revision,
      sha256: hashOfDraft(assessment),
    })),
  };
}

/** What is written: equal content makes equal bytes. */
export const bytesOf = (content: HandOver | CommentsFile): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(canonical(content)));

/** What a file is called by what is in it. */
export interface Named {
  readonly is: 'drafts' | 'comments';
  /** The drafts it is about. */
  readonly ids: readonly string[];
  /** The last revision in it, so that an older copy can be told from a newer one. */
  readonly revision?: number;
}

/** A name that says nothing about anybody: which draft it is about stands in it as a hash of its id. */
export function nameFor({ is, ids, revision }: Named, at: Date, ending: 'age' | 'json'): string {
  const [only = '', ...others] = ids;
  const last = revision === undefined ? [] : [`r${String(revision)}`];
  return others.length > 0
    ? fileName(`${String(ids.length)}-${is}`, at, ending, ...last)
    : fileName(is === 'drafts' ? 'draft' : is, at, ending, shortHash(only), ...last);
}

export function nameOf(content: HandOver | CommentsFile, ending: 'age' | 'json'): string {
  const at = new Date(content.madeAt);
  if (content.format === 'homeward-comments/1') return nameFor({ is: 'comments', ids: [content.draft] }, at, ending);
  const revision = Math.max(0, ...content.receipts.map((each) => each.revision));
  return nameFor({ is: 'drafts', ids: content.drafts.map(({ id }) => id), revision }, at, ending);
}

const shortHash = (id: string): string => bytesToHex(sha256(utf8ToBytes(id))).slice(0, 8);
