import { apply } from './apply.ts';
import { aboutOf, changeToEvidence, changeToPerson, saidNow, type About } from './apply-asides.ts';
import type { Answer } from './answer.ts';
import type { Aside, Assessment, Change, Evidence, HistoryEntry, OpenedRound, Person, World } from './assessment.ts';
import { commentChanges, withoutPlace } from './merge-comments.ts';
import { mergedAnswer, mergedEvidence, mergedPerson, unknown, type Known, type Merged } from './merge-values.ts';
import { mergedSharing } from './merge-sharing.ts';
import type { Pack } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { same } from './same.ts';

/** Two assessments that were one once. */
export interface Branches {
  /** What both began with. Null where nobody has it any more: then it is read from what their histories do not share. */
  readonly base: Assessment | null;
  /** What is kept: the changes are made to this one. */
  readonly ground: Assessment;
  /** What comes to it. */
  readonly branch: Assessment;
}

export interface Merge {
  /** What to do to the ground, in this order; each fits. Nothing where the branch says nothing new. */
  readonly changes: readonly Change[];
  /** What was changed on both sides and differs: set aside by these changes, for a person to decide. */
  readonly asides: readonly Aside[];
}

/**
 * What `branch` says, as changes to `ground`: SPEC.md section K says what becomes of what.
 *
 * What only one side changed is taken. What both changed stays as `onTop` has it, and the other is set aside beside
 * it: `ground` for a file that comes back, `branch` for what somebody is typing just now. The same merge serves two
 * tabs and two computers; of a file from elsewhere give `base: null`.
 */
export function mergeBranches(
  pack: Pack,
  { base, ground, branch }: Branches,
  world: Pick<World, 'now' | 'newId'>,
  onTop: 'ground' | 'branch' = 'ground',
): Merge {
  const changes: Change[] = [];
  const asides: Aside[] = [];
  let now = ground;
  /** Whether `change` fits; if so it is one of those to make. */
  const make = (change: Change): boolean => {
    const next = apply(pack, now, { id: '', at: world.now(), by: '', change });
    if (next.ok) now = next.value;
    if (next.ok) changes.push(change);
    return next.ok;
  };
  const setAside = (about: Pick<Aside, 'place' | 'person' | 'evidence' | 'details'>, said: Aside['said']): void => {
    const side = onTop === 'ground' ? branch : ground;
    const by = side.history.findLast((entry) => same(aboutOf(entry), aboutOf(about)))?.by ?? '';
    const aside = { id: world.newId(), at: world.now(), by, ...about, said };
    asides.push(aside);
    make({ do: 'set-aside', aside });
  };
  /** Merges what both say of one thing and makes the ground say it. */
  const take = <T extends Aside['said']>(
    about: About,
    merge: (base: Known<T>, top: T, other: T) => Merged<T>,
    changeTo: (said: T) => Change | null,
  ): void => {
    const mine = saidNow(ground, about) as T;
    const theirs = saidNow(branch, about) as T;
    const was = base ? (saidNow(base, about) as T) : (baseByHistory(ground, branch, about) as Known<T>);
    const { value, beside } = onTop === 'ground' ? merge(was, mine, theirs) : merge(was, theirs, mine);
    const change = same(value, saidNow(now, about)) ? null : changeTo(value);
    if (change && !make(change)) setAside(about, value);
    if (!same(value, beside)) setAside(about, beside);
  };

  for (const person of idsOf(ground.people, branch.people))
    take<Person>({ person }, presentPerson, (said) => changeToPerson(now, said));
  for (const change of roundChanges(base, ground, branch)) make(change);
  for (const place of new Set([...Object.keys(ground.answers), ...Object.keys(branch.answers)])) {
    const at = parsePlaceKey(place);
    if (at) take<Answer | null>({ place }, mergedAnswer, (answer) => ({ do: 'answer', at, answer }));
  }
  for (const evidence of idsOf(ground.evidence, branch.evidence))
    take<Evidence | null>({ evidence }, mergedEvidence, (said) => changeToEvidence(now, evidence, said));
  for (const version of branch.versions)
    if (!ground.versions.some(({ id }) => id === version.id)) make({ do: 'sign-version', version });
  for (const key of ['reference', 'route'] as const) {
    const [mine, theirs] = [{ [key]: ground[key] }, { [key]: branch[key] }];
    if (ground[key] === branch[key] || branch[key] === base?.[key]) continue;
    const alone = ground[key] === base?.[key];
    if (alone || onTop === 'branch') make({ do: 'change-details', set: theirs });
    if (!alone) setAside({ details: onTop === 'branch' ? mine : theirs }, null);
  }
  const sharing = mergedSharing(base?.sharing, ground.sharing, branch.sharing, onTop);
  if (!same(sharing, ground.sharing ?? null)) make({ do: 'change-details', set: { sharing } });
  for (const change of decisions(base, ground, branch)) make(change);
  for (const change of commentChanges(base, ground, branch)) if (!make(change)) make(withoutPlace(change));
  const entries = branch.history.filter((entry) => !ground.history.some((each) => sameSitting(each, entry)));
  if (entries.length > 0) make({ do: 'remember', entries });
  return { changes, asides };
}

const idsOf = (...lists: readonly (readonly { readonly id: string }[] | undefined)[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => (list ?? []).map(({ id }) => id)));

/** Nobody is ever wiped: somebody missing on one side came to the other. */
function presentPerson(base: Known<Person>, top: Person | null, other: Person | null): Merged<Person> {
  const only = top ?? other;
  if (top && other) return mergedPerson(base, top, other);
  return { value: only, beside: only } as Merged<Person>;
}

/** Rounds opened or closed in the branch; of a round both opened for reasons of their own both reasons are kept. */
function roundChanges(base: Assessment | null, ground: Assessment, branch: Assessment): readonly Change[] {
  const at = ({ rounds }: Pick<Assessment, 'rounds'>, round: number): OpenedRound | undefined =>
    rounds.find((each) => each.round === round);
  const opened = branch.rounds.flatMap((theirs): readonly Change[] => {
    const mine = at(ground, theirs.round);
    const was = base ? at(base, theirs.round) : undefined;
    if (!mine) return was && same(was, theirs) ? [] : [{ do: 'open-round', round: theirs }];
    if (same(mine, theirs) || same(was, theirs)) return [];
    const reasons = same(was, mine) ? [theirs.reason] : [...new Set([mine.reason, theirs.reason])];
    return [
      { do: 'close-round', round: mine.round },
      { do: 'open-round', round: { ...theirs, reason: reasons.join(' / ') } },
    ];
  });
  const closed = ground.rounds.filter((mine) => same(base ? at(base, mine.round) : undefined, mine));
  return [
    ...opened,
    ...closed.filter(({ round }) => !at(branch, round)).map(({ round }): Change => ({ do: 'close-round', round })),
  ];
}

/** What awaits a decision in the branch, and what was decided there. */
function decisions(base: Assessment | null, ground: Assessment, branch: Assessment): readonly Change[] {
  const [was, mine, theirs] = [idsOf(base?.asides), idsOf(ground.asides), idsOf(branch.asides)];
  return [
    ...(branch.asides ?? [])
      .filter(({ id }) => !was.has(id) && !mine.has(id))
      .map((aside) => ({ do: 'set-aside', aside }) as const),
    ...[...was]
      .filter((id) => mine.has(id) && !theirs.has(id))
      .map((aside) => ({ do: 'settle', aside, take: false }) as const),
  ];
}

const sameSitting = (one: HistoryEntry, other: HistoryEntry): boolean => same({ ...one, to: '' }, { ...other, to: '' });

/** What was said before the histories part; unknown where both went on with a sitting they share. */
function baseByHistory(ground: Assessment, branch: Assessment, about: About): Known<Aside['said']> {
  const of = ({ history }: Assessment): readonly HistoryEntry[] =>
    history.filter((entry) => same(aboutOf(entry), about));
  const [mine, theirs] = [of(ground), of(branch)];
  const news = (here: readonly HistoryEntry[], there: readonly HistoryEntry[]): readonly HistoryEntry[] =>
    here.filter((entry) => !there.some((each) => same(each, entry)));
  const [fresh, came] = [news(mine, theirs), news(theirs, mine)];
  // Somebody changed one of them without a word in its history: neither may win by that.
  if (came.length === 0 && fresh.length === 0) return unknown;
  if (came.length === 0) return saidNow(branch, about);
  if (fresh.length === 0) return saidNow(ground, about);
  const [first, second] = [fresh[0], came[0]];
  const within = (list: readonly HistoryEntry[], entry: HistoryEntry): boolean =>
    list.some((each) => sameSitting(each, entry));
  return first && second && !within(theirs, first) && !within(mine, second) && same(first.was, second.was)
    ? first.was
    : unknown;
}
