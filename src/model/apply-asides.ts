import type { Answer } from './answer.ts';
import type { Aside, Assessment, Change, Edit, Evidence, HistoryEntry, Person } from './assessment.ts';
import { evidenceById } from './evidence.ts';
import { parsePlaceKey } from './place.ts';
import { same } from './same.ts';

/** What an aside or an entry of the history is about; nothing for the assessment's own details. */
export type About = Pick<Aside, 'place' | 'person' | 'evidence'>;

/** `assessment` with something more to decide; what is there word for word already stays once (K1). */
export function withAside(assessment: Assessment, aside: Aside): Assessment {
  const { asides = [] } = assessment;
  const told = asides.some((each) => same({ ...each, id: '', at: '' }, { ...aside, id: '', at: '' }));
  return told || asides.some(({ id }) => id === aside.id) ? assessment : { ...assessment, asides: [...asides, aside] };
}

/** `assessment` once `aside` is decided, with what was not chosen in its history (K2). */
export function settledAside(assessment: Assessment, edit: Edit, aside: Aside, take: boolean): Assessment {
  const { asides: before = [], ...kept } = assessment;
  const asides = before.filter((each) => each !== aside);
  const about = aboutOf(aside);
  const lost = take
    ? { from: edit.at, to: edit.at, by: edit.by, ...about, was: saidNow(assessment, about) }
    : { from: aside.at, to: edit.at, by: aside.by, ...about, was: aside.said };
  return {
    ...kept,
    ...(asides.length > 0 ? { asides } : {}),
    history: Object.keys(about).length > 0 ? [...assessment.history, lost] : assessment.history,
  };
}

/** The change that makes the assessment say what was set aside; null where it says so already. */
export function changeTaking(assessment: Assessment, aside: Aside): Change | null {
  const { place, person, evidence, details, said } = aside;
  const at = place === undefined ? null : parsePlaceKey(place);
  if (at) return { do: 'answer', at, answer: said as Answer | null };
  if (person !== undefined) return changeToPerson(assessment, said as Person);
  if (evidence !== undefined) return changeToEvidence(assessment, evidence, said as Evidence | null);
  return details ? { do: 'change-details', set: details } : null;
}

/** `assessment` with entries of a history made elsewhere, each once and in their order (K3). */
export function withEntries(assessment: Assessment, entries: readonly HistoryEntry[]): Assessment {
  const fresh = entries.filter((entry) => !assessment.history.some((each) => same(each, entry)));
  if (fresh.length === 0) return assessment;
  const history = [...assessment.history];
  for (const entry of fresh) {
    // What is there keeps its order, whatever a clock said.
    const at = history.findLastIndex((each) => Date.parse(each.to) <= Date.parse(entry.to));
    history.splice(at + 1, 0, entry);
  }
  return { ...assessment, history };
}

export const aboutOf = ({ place, person, evidence }: About): About => ({
  ...(place === undefined ? {} : { place }),
  ...(person === undefined ? {} : { person }),
  ...(evidence === undefined ? {} : { evidence }),
});

/** What the assessment says of it now. */
export function saidNow(assessment: Assessment, { place, person, evidence }: About): Answer | Person | Evidence | null {
  if (place !== undefined) return assessment.answers[place] ?? null;
  if (person !== undefined) return assessment.people.find(({ id }) => id === person) ?? null;
  return (evidence === undefined ? null : evidenceById(assessment, evidence)) ?? null;
}

/** The change that makes somebody who is there what `said` says; null where they are so already. */
export function changeToPerson({ people }: Assessment, said: Person): Change | null {
  const now = people.find(({ id }) => id === said.id);
  if (!now) return { do: 'add-person', person: said };
  const set = differences(now, said, ['id', 'removed', 'mergedInto']);
  const moved = now.removed !== said.removed || now.mergedInto !== said.mergedInto;
  const changes: readonly Change[] = [
    ...(Object.keys(set).length > 0 ? [{ do: 'change-person', person: said.id, set } as const] : []),
    ...(moved && (now.removed || now.mergedInto !== undefined)
      ? [{ do: 'restore-person', person: said.id } as const]
      : []),
    ...(moved && said.mergedInto !== undefined
      ? [{ do: 'merge-person', person: said.id, into: said.mergedInto } as const]
      : []),
    ...(moved && said.removed ? [{ do: 'remove-person', person: said.id } as const] : []),
  ];
  return changes.length === 0 ? null : { do: 'together', changes };
}

/** The change that makes a piece of evidence what `said` says; null where it is so already. */
export function changeToEvidence(assessment: Assessment, id: string, said: Evidence | null): Change | null {
  const now = evidenceById(assessment, id);
  if (said === null) return now ? { do: 'remove-evidence', evidence: id } : null;
  if (!now) return { do: 'add-evidence', evidence: said };
  const set = differences(now, said, ['id']);
  return Object.keys(set).length > 0 ? { do: 'change-evidence', evidence: id, set } : null;
}

/** The properties in which `next` differs from `now`; null for one it does not have. */
function differences(now: object, next: object, but: readonly string[]): Readonly<Record<string, unknown>> {
  const [before, after] = [now, next] as readonly [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(next)])].filter((key) => !but.includes(key));
  return Object.fromEntries(
    keys.filter((key) => !same(before[key], after[key])).map((key) => [key, after[key] ?? null]),
  );
}
