import type { Contact, FamilyCopy, Passage, Sharing } from './assessment.ts';
import { same } from './same.ts';
import { settledCopy, settledSharing } from './settled-sharing.ts';

type Maybe<T> = T | null | undefined;
type Named<T> = Readonly<Record<string, T>>;

/**
 * What both sides want kept out of copies, and the copies as either changed them (K10).
 *
 * Whatever one side keeps out stays out, unless the other took the mark away that both had. Of words both changed, both
 * stand one after the other: nobody else would ever see those that were dropped.
 */
export function mergedSharing(
  base: Maybe<Sharing>,
  ground: Maybe<Sharing>,
  branch: Maybe<Sharing>,
  onTop: 'ground' | 'branch',
): Sharing | null {
  if (same(ground ?? null, branch ?? null) || same(base ?? null, branch ?? null)) return ground ?? null;
  if (base !== undefined && same(base ?? null, ground ?? null)) return branch ?? null;
  const [top, other] = onTop === 'ground' ? [ground, branch] : [branch, ground];
  const merged: Sharing = {
    kept: eachOf(base?.kept, top?.kept, other?.kept, (_was, mine) => mine),
    addresses: listOf(base?.addresses, top?.addresses, other?.addresses),
    words: listOf(base?.words, top?.words, other?.words),
    copies: eachOf(base?.copies, top?.copies, other?.copies, mergedCopy),
  };
  const left = settledSharing(merged);
  return Object.keys(left).length > 0 ? left : null;
}

function mergedCopy(was: FamilyCopy | undefined, mine: FamilyCopy, theirs: FamilyCopy): FamilyCopy {
  const one = <T>(before: T | undefined, top: T | undefined, other: T | undefined): T | undefined =>
    same(before, top) ? other : (top ?? other);
  const name = one(was?.name, mine.name, theirs.name);
  const children = one(was?.children, mine.children, theirs.children);
  const contacts =
    mine.contacts || theirs.contacts ? listOf<Contact>(was?.contacts, mine.contacts, theirs.contacts) : undefined;
  return settledCopy({
    ...(name === undefined ? {} : { name }),
    ...(children === undefined ? {} : { children }),
    passages: eachOf(was?.passages, mine.passages, theirs.passages, mergedPassage),
    ...(contacts === undefined ? {} : { contacts }),
  });
}

const mergedPassage = (_was: Passage | undefined, mine: Passage, theirs: Passage): Passage =>
  mine.text === theirs.text ? mine : { text: `${mine.text}\n\n${theirs.text}`, from: mine.from };

/** What either side has; what one of them took out and the other left alone is gone. */
function eachOf<T>(
  was: Named<T> = {},
  mine: Named<T> = {},
  theirs: Named<T> = {},
  both: (was: T | undefined, mine: T, theirs: T) => T,
): Named<T> {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    keys.flatMap((key): readonly (readonly [string, T])[] => {
      const [before, top, other] = [was[key], mine[key], theirs[key]];
      if (top === undefined || other === undefined) {
        const only = (top ?? other) as T;
        return before !== undefined && same(before, only) ? [] : [[key, only]];
      }
      if (same(before, top)) return [[key, other]];
      return [[key, same(before, other) || same(top, other) ? top : both(before, top, other)]];
    }),
  );
}

function listOf<T>(was: readonly T[] = [], mine: readonly T[] = [], theirs: readonly T[] = []): readonly T[] {
  const within = (list: readonly T[], each: T): boolean => list.some((one) => same(one, each));
  const gone = (each: T): boolean => within(was, each) && !(within(mine, each) && within(theirs, each));
  return [...mine, ...theirs.filter((each) => !within(mine, each))].filter((each) => !gone(each));
}
