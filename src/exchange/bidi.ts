import type { Assessment } from '../model/assessment.ts';

/** Signs that turn the direction of what follows them: in a name they can make a page say something else than it does. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

export const withoutTurns = (text: string): string => text.replace(turning, '');

/** `assessment` without such signs in what stands in lists, headings and summaries. Answers keep what was typed. */
export function withPlainLabels(assessment: Assessment): Assessment {
  return {
    ...assessment,
    reference: withoutTurns(assessment.reference),
    people: assessment.people.map((person) => plain(person)),
    rounds: assessment.rounds.map((round) => plain(round)),
    versions: assessment.versions.map((version) => ({ ...version, signatories: version.signatories.map(plain) })),
    history: assessment.history.map((entry) => ({ ...entry, by: withoutTurns(entry.by) })),
    ...(assessment.comments
      ? { comments: assessment.comments.map((comment) => ({ ...comment, by: withoutTurns(comment.by) })) }
      : {}),
  };
}

/** `thing` with every text directly in it made plain. */
function plain<T extends object>(thing: T): T {
  return Object.fromEntries(
    Object.entries(thing).map(([key, part]: [string, unknown]) => [
      key,
      typeof part === 'string' ? withoutTurns(part) : part,
    ]),
  ) as T;
}
