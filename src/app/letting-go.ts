import type { Instant } from '../model/answer.ts';
import type { DraftSummary } from '../session/ports.ts';
import { nameFor } from '../store/sentinel.ts';
import { type Countdown, countdownOf } from './countdown.ts';
import { lastExport } from './exports.ts';
import { remembered } from './remembered.ts';
import { chosenReviewDays, reviewOf } from './retention.ts';

const key = 'homeward-letting-go';

type Remembering = Pick<Storage, 'getItem' | 'setItem'>;

/** What a person said about deleting drafts: drafts by their names outside the vault, and times. */
interface Said {
  /** When it was switched on for all. */
  readonly all?: Instant | undefined;
  /** When it was switched on for a draft. */
  readonly drafts: Readonly<Record<string, Instant | undefined>>;
  /** When somebody said to keep a draft. */
  readonly kept: Readonly<Record<string, Instant | undefined>>;
  /** The latest moment this browser has shown. */
  readonly latest: number;
}

/** Whether drafts may go by themselves: this one (`id`), or all. */
export function isLettingGo(id: string | null, storage: Remembering = remembered()): boolean {
  const said = read(storage);
  return (id === null ? said.all : said.drafts[nameFor(id)]) !== undefined;
}

/** Switches it on or off; false where nothing can be remembered, which means off. */
export function letGo(id: string | null, on: boolean, now = Date.now(), storage: Remembering = remembered()): boolean {
  const said = read(storage);
  const since = on ? new Date(now).toISOString() : undefined;
  return write(
    id === null ? { ...said, all: since } : { ...said, drafts: { ...said.drafts, [nameFor(id)]: since } },
    now,
    storage,
  );
}

/** Somebody looked at the draft and keeps it: its review date begins anew. */
export function keepDraft(id: string, now = Date.now(), storage: Remembering = remembered()): boolean {
  const said = read(storage);
  return write({ ...said, kept: { ...said.kept, [nameFor(id)]: new Date(now).toISOString() } }, now, storage);
}

/** When a draft is to be looked at again, by its last change or since somebody said to keep it. */
export function reviewOfDraft(
  { id, changedAt }: Pick<DraftSummary, 'id' | 'changedAt'>,
  now = Date.now(),
  storage: Remembering = remembered(),
): ReturnType<typeof reviewOf> {
  const kept = read(storage).kept[nameFor(id)];
  return reviewOf(kept !== undefined && kept > changedAt ? kept : changedAt, now, chosenReviewDays(storage));
}

/** What is to become of a draft. Remembers how late it is, so that a clock set back is noticed. */
export function countdownFor(draft: DraftSummary, now = Date.now(), storage: Remembering = remembered()): Countdown {
  const said = read(storage);
  // On a browser that cannot remember how late it was, a clock set back would go unnoticed.
  if (!write(said, now, storage)) return { is: 'none' };
  const name = nameFor(draft.id);
  return countdownOf({
    draft,
    exported: lastExport(draft.id, storage),
    reviewDays: chosenReviewDays(storage),
    since: said.drafts[name] ?? said.all ?? null,
    keptAt: said.kept[name] ?? null,
    latest: said.latest,
    now,
  });
}

function read(storage: Remembering): Said {
  try {
    const found = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Said> | null;
    const latest = found?.latest;
    return {
      ...(typeof found?.all === 'string' ? { all: found.all } : {}),
      drafts: times(found?.drafts),
      kept: times(found?.kept),
      latest: typeof latest === 'number' ? latest : 0,
    };
  } catch {
    return { drafts: {}, kept: {}, latest: 0 }; // closed to us, or somebody else wrote there: then nothing goes
  }
}

function write(said: Said, now: number, storage: Remembering): boolean {
  try {
    storage.setItem(key, JSON.stringify({ ...said, latest: Math.max(said.latest, now) }));
    return true;
  } catch {
    return false;
  }
}

function times(value: unknown): Readonly<Record<string, Instant>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
