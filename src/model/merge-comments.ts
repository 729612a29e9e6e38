import type { Assessment, Change, Comment } from './assessment.ts';
import { same } from './same.ts';

/**
 * What readers said in the branch and what became of it there, as changes to the ground (K10).
 *
 * Without a base nobody can tell who took something back: then a comment stays, and one that either side dealt with is dealt with.
 */
export function commentChanges(base: Assessment | null, ground: Assessment, branch: Assessment): readonly Change[] {
  const gone = (base?.comments ?? []).filter(
    (was) => same(was, commentIn(ground, was.id)) && !commentIn(branch, was.id),
  );
  return [
    ...gone.map(({ id }): Change => ({ do: 'remove-comment', comment: id })),
    ...(branch.comments ?? []).flatMap((theirs) =>
      changesTo(commentIn(ground, theirs.id), commentIn(base, theirs.id), theirs),
    ),
  ];
}

function changesTo(mine: Comment | undefined, was: Comment | undefined, theirs: Comment): readonly Change[] {
  if (!mine) return was ? [] : [{ do: 'add-comment', comment: theirs }];
  if (same(was, theirs) || same(mine, theirs)) return [];
  // Only an answer to a comment is ever written anew; what was written last stays.
  if (mine.text !== theirs.text && theirs.at > mine.at)
    return [
      { do: 'remove-comment', comment: theirs.id },
      { do: 'add-comment', comment: theirs },
    ];
  const settled = was ? theirs.settled === true : (theirs.settled ?? mine.settled ?? false);
  const changed = settled !== (mine.settled ?? false) && !(was && same(was.settled, theirs.settled));
  return changed ? [{ do: 'settle-comment', comment: theirs.id, settled }] : [];
}

const commentIn = (assessment: Assessment | null, id: string): Comment | undefined =>
  assessment?.comments?.find((each) => each.id === id);

/** A comment to be added whose answer can no longer be given here: its words are kept, without their place. */
export function withoutPlace(change: Change): Change {
  if (change.do !== 'add-comment') return change;
  const { place: _place, ...comment } = change.comment;
  return { ...change, comment };
}
