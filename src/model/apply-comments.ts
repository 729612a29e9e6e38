import type { Assessment, Change, Comment } from './assessment.ts';
import type { Pack } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { outcome, problem, type Outcome } from './problem.ts';
import { questionAt } from './question-at.ts';

type CommentChange = Extract<Change, { do: 'add-comment' | 'settle-comment' | 'remove-comment' }>;

/** `assessment` after a change of what readers said (E16). */
export function commentsAfter(pack: Pack, assessment: Assessment, change: CommentChange): Outcome<Assessment> {
  const { comments = [] } = assessment;
  const id = change.do === 'add-comment' ? change.comment.id : change.comment;
  const index = comments.findIndex((each) => each.id === id);
  const comment = comments[index];
  if (change.do === 'add-comment') {
    if (comment) return problem('duplicate-comment');
    const { place } = change.comment;
    const at = place === undefined ? null : parsePlaceKey(place);
    const question = at ? questionAt(pack, assessment, at) : place === undefined ? null : problem('unknown-question');
    if (question && !question.ok) return question;
    return withComments(assessment, comments.toSpliced(change.index ?? comments.length, 0, change.comment));
  }
  if (!comment) return problem('unknown-comment');
  if (change.do === 'remove-comment') return withComments(assessment, comments.toSpliced(index, 1));
  const { settled: _settled, ...open } = comment;
  return withComments(assessment, comments.with(index, change.settled ? { ...open, settled: true } : open));
}

/** No comments is their absence, as in an assessment that never had any. */
function withComments(assessment: Assessment, comments: readonly Comment[]): Outcome<Assessment> {
  const { comments: _comments, ...kept } = assessment;
  return outcome(comments.length > 0 ? { ...kept, comments } : kept, []);
}
