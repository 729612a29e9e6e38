import type { PersonId, Rating } from './answer.ts';
import type { Assessment, Person, PlaceKey } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Factor, FactorId, Pack, QuestionId } from './pack.ts';
import { personById, presentPeople } from './people.ts';
import { placeKey } from './place.ts';
import type { Reading } from './reading.ts';

/** Where a suggestion looks: one child, in one round (0: the latest). */
export interface Outlook {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly reading: Reading;
  readonly child: Person;
  readonly round: number;
}

/** A factor that applies to somebody, with what was said of it; `rating` is null where nobody rated it. */
export interface FactorOf {
  readonly factor: Factor;
  readonly of: PersonId | null;
  /** Where the rating stands, or would stand in this round. */
  readonly at: PlaceKey;
  readonly rating: Rating | null;
}

/** The three lists of factors, each with whom it is about. */
export const factorQuestions = { adult: 'factors-parent', child: 'factors-child', family: 'factors-family' } as const;

const livesInTheHome = new Set(['lives-there', 'part-time', 'disputed']);

/** Whether an adult is in the home, whatever they say themselves. */
export const isInTheHome = ({ inHousehold }: Person): boolean => livesInTheHome.has(inHousehold ?? '');

/** Whether somebody is an adult a child's suggestion looks at: in the home, or assessed as a carer. */
export const countsForSuggestion = (person: Person): boolean =>
  person.role !== 'child' && (isInTheHome(person) || person.assessedAsCarer === true);

/** The adults a child's suggestion looks at: those in the home and those assessed as carers (S3). */
export function adultsWhoCount(assessment: Assessment): readonly Person[] {
  return presentPeople(assessment).filter(countsForSuggestion);
}

/** Those of them a round counts: not whoever came after it was signed (V15). */
export const adultsInRound = ({ assessment, reading, round }: Omit<Outlook, 'child'>): readonly Person[] =>
  adultsWhoCount(assessment).filter(({ id }) => !reading.cameLater(id, round));

/** Every factor that applies to the child: the child's own, those of each adult who counts, the family's (S3). */
export function factorsFor(outlook: Outlook): readonly FactorOf[] {
  return [
    ...adultsInRound(outlook).flatMap(({ id }) => factorsOf(outlook, factorQuestions.adult, id)),
    ...factorsOf(outlook, factorQuestions.child, outlook.child.id),
    ...factorsOf(outlook, factorQuestions.family, null),
  ];
}

/** Whether a factor is a risk; the others are strengths. */
export const isRisk = ({ set }: Factor): boolean => set.endsWith('-risk');

/** Whether a risk is there now: active, or reducing. */
export const isPresent = ({ rating }: FactorOf): boolean =>
  rating?.status === 'active' || rating?.status === 'reducing';

/** What two factors of the same name and person have in common. */
export const factorKey = (factor: FactorId, of: PersonId | null): string => `${factor} ${of ?? ''}`;

/** Whether a strength is evidenced and guards, for this child, against a risk that is there now (S4). */
export function isLinked({ assessment, child }: Outlook, strength: FactorOf, present: ReadonlySet<string>): boolean {
  if (strength.rating?.status !== 'evidenced') return false;
  const same = (id: PersonId): PersonId => personById(assessment, id)?.id ?? id;
  return (strength.rating.guards ?? []).some(
    (guard) =>
      same(guard.child) === child.id && present.has(factorKey(guard.risk, guard.of === null ? null : same(guard.of))),
  );
}

/** Whether a risk is there now or was: whoever has one carries it. */
export const isCarried = (each: FactorOf): boolean =>
  isRisk(each.factor) && (isPresent(each) || each.rating?.status === 'past');

const worked = new WeakMap<Reading, Map<string, unknown>>();

/** What `make` comes to, worked out once for a reading: the adults and the family are the same for every child. */
export function onceFor<T>(reading: Reading, name: string, make: () => T): T {
  const known = worked.get(reading) ?? new Map<string, unknown>();
  worked.set(reading, known);
  if (!known.has(name)) known.set(name, make());
  return known.get(name) as T;
}

/** The factors one question rates for somebody, or for the family, each with its latest rating (S7). */
export const factorsOf = (outlook: Omit<Outlook, 'child'>, id: QuestionId, of: PersonId | null): readonly FactorOf[] =>
  onceFor(outlook.reading, `${id}@${String(outlook.round)}~${of ?? ''}`, () => ratedFactors(outlook, id, of));

function ratedFactors(outlook: Omit<Outlook, 'child'>, id: QuestionId, of: PersonId | null): readonly FactorOf[] {
  const { pack, round } = outlook;
  const question = packIndex(pack).questions.get(id);
  if (!question) return [];
  const rated = latestRatings(outlook, id, of);
  const nowhere = placeKey({
    question: id,
    subject: of,
    round: question.repeats.includes('round') ? Math.max(round, 1) : 0,
  });
  return pack.factors
    .filter(({ set }) => question.factorSets?.includes(set))
    .map((factor) => ({ factor, of, at: nowhere, rating: null, ...rated.get(factor.id) }));
}

/** Each factor's latest rating: a later round may say only what changed. A round that says something else ends the search. */
function latestRatings(
  { pack, reading, round }: Omit<Outlook, 'child'>,
  id: QuestionId,
  of: PersonId | null,
): ReadonlyMap<FactorId, { readonly rating: Rating; readonly at: PlaceKey }> {
  const found = new Map<FactorId, { rating: Rating; at: PlaceKey }>();
  const question = packIndex(pack).questions.get(id);
  if (!question || !reading.asks(question, of)) return found;
  let latest = reading.latest(question, of, round);
  while (latest?.answer.is === 'given' && typeof latest.answer.value === 'object') {
    const at = placeKey({ question: id, subject: of, round: latest.round });
    for (const entry of latest.answer.value)
      if (typeof entry === 'object' && 'factor' in entry && !found.has(entry.factor))
        found.set(entry.factor, { rating: entry, at });
    latest = latest.round > 1 ? reading.latest(question, of, latest.round - 1) : null;
  }
  return found;
}
