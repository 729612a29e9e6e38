import type { PersonId, PlainDate, RowId } from './answer.ts';
import type { PlaceKey } from './assessment.ts';
import { daysInMonth } from './dates.ts';
import { packIndex } from './pack-index.ts';
import type { FactorId, QuestionId } from './pack.ts';
import { presentPeople } from './people.ts';
import { placeKey } from './place.ts';
import { changeOf, type ConcernRated } from './suggest-capacity.ts';
import {
  adultsInRound,
  factorKey,
  factorsFor,
  isCarried,
  isInTheHome,
  isLinked,
  isPresent,
  isRisk,
  type FactorOf,
  type Outlook,
} from './suggest-ratings.ts';
import { since, type RateAgain } from './suggest-since.ts';
import { capacities, speakRules, tooManyUnknown, type RulesSpoken, type SuggestionInputs } from './suggest-rules.ts';

export type SuggestionCaution = 'C1' | 'C2' | 'C3' | 'C4' | 'C5';

/** Something to bear in mind beside a suggestion, and whom it is about; nobody where it is about the whole. */
export interface Caution {
  readonly id: SuggestionCaution;
  readonly about: readonly PersonId[];
}

/** Something a suggestion would have wanted to know, and where it can be said. */
export type Missing =
  | { readonly kind: 'rating'; readonly factor: FactorId; readonly of: PersonId | null; readonly at: PlaceKey }
  /** Of an adult who carries a risk: no rating at all, or that of one concern. */
  | { readonly kind: 'capacity'; readonly of: PersonId; readonly at: PlaceKey; readonly row?: RowId }
  | { readonly kind: 'months'; readonly of: PersonId; readonly at: PlaceKey; readonly row: RowId }
  | { readonly kind: 'access'; readonly of: PersonId; readonly at: PlaceKey }
  | { readonly kind: 'born' | 'household'; readonly of: PersonId };

/** Everything a suggestion rests on. */
export interface Read {
  readonly inputs: SuggestionInputs;
  /** Risks that are active or reducing. */
  readonly risks: readonly FactorOf[];
  /** Strengths that count: linked while there is a risk, evidenced otherwise. */
  readonly strengths: readonly FactorOf[];
  /** The lowest rating of each adult who carries a risk. */
  readonly capacities: readonly ConcernRated[];
  readonly missing: readonly Missing[];
  readonly cautions: readonly Caution[];
  /** Where the answers stand that the floors look at. */
  readonly access: PlaceKey;
  readonly harm: PlaceKey;
  /** What happened since the ratings were made, while what it touches has not all been rated again; null otherwise (S12). */
  readonly again: RateAgain | null;
}

/** The class that what was read leads to: none while something has to be rated again (S12), else what the rules say. */
export const spokenOf = ({
  inputs,
  again,
}: Read): Pick<RulesSpoken, 'floors' | 'riskClass'> & { rule: RulesSpoken['rule'] | null } =>
  again ? { rule: null, floors: [], riskClass: null } : speakRules(inputs);

/** What the answers say for one child at one round (S3, S4, S6). */
export function readInputs(outlook: Outlook, on: PlainDate): Read {
  const { assessment, child } = outlook;
  const after = since(outlook);
  const factors = factorsFor(outlook).map(after.rated);
  const riskFactors = factors.filter(({ factor }) => isRisk(factor));
  const unknown = riskFactors.filter(({ rating }) => rating === null || rating.status === 'not-known');
  const risks = riskFactors.filter(isPresent);
  const present = new Set(risks.map(({ factor, of }) => factorKey(factor.id, of)));
  const evidenced = factors.filter(({ factor, rating }) => !isRisk(factor) && rating?.status === 'evidenced');
  const linked = evidenced.filter((strength) => isLinked(outlook, strength, present));

  const adults = adultsInRound(outlook).map((person) => {
    const theirs = riskFactors.filter(({ of }) => of === person.id);
    const carries = theirs.some(isCarried);
    const rated = factors.some(({ of, rating }) => of === person.id && rating !== null);
    return { person, carries, rated, change: after.changed(person.id, changeOf(outlook, person.id)) };
  });
  const carriers = adults.filter(({ carries }) => carries);
  const rated = carriers.flatMap(({ change }) => change.lowest ?? []);
  const lowest = capacities.find((each) => rated.some(({ capacity }) => capacity === each)) ?? null;
  const access = after.said(answerOf(outlook, 'perpetrator-access'));
  const harm = answerOf(outlook, 'harm-after-return');

  const inputs: SuggestionInputs = {
    applicable: riskFactors.length,
    unknown: unknown.length,
    activeRisks: risks.length,
    seriousRisks: risks.filter(({ factor, rating }) => factor.serious && rating?.status === 'active').length,
    linkedStrengths: linked.length,
    evidencedStrengths: evidenced.length,
    capacity: lowest,
    unratedAdults: carriers.length - rated.length,
    access: access.says ?? 'not-known',
    harmAfterReturn: harm.says === 'yes',
  };
  const isUnderFive = underFive(child.born, on);

  return {
    inputs,
    risks,
    strengths: risks.length > 0 ? linked : evidenced,
    capacities: rated,
    access: access.at,
    harm: harm.at,
    again: after.again(riskFactors),
    // Worked out when somebody looks: a rule asks for the class alone, again and again.
    get missing() {
      return missingFrom();
    },
    get cautions() {
      return cautionsFrom();
    },
  };

  function missingFrom(): readonly Missing[] {
    return [
      ...unknown.map(({ factor, of, at }) => ({ kind: 'rating', factor: factor.id, of, at }) as const),
      ...carriers.flatMap(({ person: { id: of }, change }): readonly Missing[] => [
        ...(change.lowest || change.unfinished.length > 0 ? [] : [{ kind: 'capacity', of, at: change.at } as const]),
        ...change.unfinished.map(({ at, row, cell }) => ({ kind: cell, of, at, row })),
      ]),
      ...(access.says === null ? [{ kind: 'access', of: child.id, at: access.at } as const] : []),
      ...(isUnderFive === null ? [{ kind: 'born', of: child.id } as const] : []),
      ...presentPeople(assessment)
        .filter(({ inHousehold }) => inHousehold === 'not-known')
        .map(({ id }) => ({ kind: 'household', of: id }) as const),
    ];
  }

  function cautionsFrom(): readonly Caution[] {
    const unassessed = adults.filter(({ person, rated: isRated }) => isInTheHome(person) && !isRated);
    const cannotSeekHelp = risks.some(
      ({ factor, of, rating }) => factor.id === 'under-five' && of === child.id && rating?.status === 'active',
    );
    const newPartner = risks.some(({ factor }) => factor.id === 'new-partner-unknown');
    const caution = (id: SuggestionCaution, holds: boolean, about: readonly PersonId[]): readonly Caution[] =>
      holds ? [{ id, about }] : [];

    return [
      ...caution('C1', answerOf(outlook, 'previous-returns').says === 'yes', [child.id]),
      ...caution(
        'C2',
        unassessed.length > 0 || newPartner,
        unassessed.map(({ person }) => person.id),
      ),
      ...caution(
        'C3',
        inputs.unknown > 0 && inputs.unknown * 10 >= inputs.applicable * 2 && !tooManyUnknown(inputs),
        [],
      ),
      ...cautionsOf(
        'C4',
        adults.filter(({ change }) => change.recent).map(({ person }) => person.id),
      ),
      ...caution('C5', isUnderFive === true || cannotSeekHelp, [child.id]),
    ];
  }
}

const cautionsOf = (id: SuggestionCaution, about: readonly PersonId[]): readonly Caution[] =>
  about.length > 0 ? [{ id, about }] : [];

/** Yes or no to a question about the child, as far as it had been asked by this round; null for anything else. */
function answerOf(
  { pack, reading, child, round }: Outlook,
  id: QuestionId,
): { readonly says: 'yes' | 'no' | null; readonly at: PlaceKey } {
  const index = packIndex(pack);
  const question = index.questions.get(id);
  const repeated = question?.repeats.includes('round') ?? false;
  const nowhere = placeKey({ question: id, subject: child.id, round: repeated ? Math.max(round, 1) : 0 });
  const rounds = (index.askedIn.get(id) ?? []).map(({ section }) => section.round);
  // What a later round asks for the first time says nothing about this one.
  const asked =
    question && reading.asks(question, child.id) && (repeated || round === 0 || Math.min(...rounds) <= round);
  const latest = asked ? reading.latest(question, child.id, round) : null;
  if (!latest) return { says: null, at: nowhere };
  const { answer } = latest;
  const says = answer.is === 'given' && (answer.value === 'yes' || answer.value === 'no') ? answer.value : null;
  return { says, at: placeKey({ question: id, subject: child.id, round: latest.round }) };
}

/** Whether somebody is under five on a day; of a year or month alone the youngest they can be; null where not known. */
function underFive(born: string | { readonly unread: string } | undefined, on: PlainDate): boolean | null {
  if (typeof born !== 'string') return null;
  const [year = '', month = '12', day] = born.split('-');
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return `${String(Number(year) + 5).padStart(4, '0')}-${month}-${day ?? last}` > on;
}
