import type { PersonId, Rating } from './answer.ts';
import type { Assessment, Person, PlaceKey } from './assessment.ts';
import { movementOf, type Movement } from './factor-movement.ts';
import { lowestCapacity, type LowestCapacity } from './factor-capacity.ts';
import { asItWas, wasThere } from './factor-left.ts';
import { guardsOf, pairsIn, type Guard } from './factor-pairs.ts';
import { packIndex } from './pack-index.ts';
import type { Factor, Pack, QuestionId } from './pack.ts';
import { childrenInScope } from './people.ts';
import { claims, evidenceFor } from './evidence-for.ts';
import { placeKey } from './place.ts';
import { Reading } from './reading.ts';
import { roundsWithAnswers } from './rounds.ts';
import { adultsInRound, adultsWhoCount, factorQuestions, factorsOf, isPresent, isRisk } from './suggest-ratings.ts';

/** Whom a rating is about: a child, an adult, or the family as a whole. */
export type FactorGroupId = keyof typeof factorQuestions;

/** How many things support a rating: its evidence, and words of its own with a source (T4, T5). Never how much risk there is. */
const supportOf = (assessment: Assessment, { factor, note, source }: Rating, at: PlaceKey): number =>
  evidenceFor(assessment, { at, factor }).length + (note?.trim() && source?.trim() ? 1 : 0);

/** One factor of one person, or of the family, as every picture and table shows it. */
export interface FactorCell {
  readonly factor: Factor;
  readonly of: PersonId | null;
  /** Null where nobody has rated it. */
  readonly rating: Rating | null;
  /** Where the rating stands, which may be in an earlier round. */
  readonly at: PlaceKey;
  /** Where it is said in the round shown; null where it is asked of nobody like this. */
  readonly asked: PlaceKey | null;
  /** A risk that is active or reducing. */
  readonly present: boolean;
  readonly support: number;
  /** Somebody rated it, and nothing that could be looked at stands behind the rating. */
  readonly unsupported: boolean;
  /** Of a strength: the risks it guards against. */
  readonly guards: readonly Guard[];
  /** Of a risk: the strengths that guard against it. */
  readonly guardedBy: readonly Guard[];
  /** Of a risk that is present: the children shown for whom no evidenced strength guards against it. */
  readonly unguardedFor: readonly PersonId[];
  /** Whose it is does not count in this round: they had left, or came later. */
  readonly away: boolean;
  /** A risk that is present, or a strength that guards against one. */
  readonly activeNow: boolean;
  /** What became of it since the round before; null where there is none before. */
  readonly since: Movement | null;
}

/** One factor with its cells, in the order of the group's people. */
export interface FactorRow {
  readonly factor: Factor;
  readonly isRisk: boolean;
  readonly cells: readonly FactorCell[];
}

/** The factors asked about one kind of people: each risk with the strengths that guard against it. */
export interface FactorGroup {
  readonly id: FactorGroupId;
  /** The columns; `null` for the family. */
  readonly people: readonly (Person | null)[];
  readonly pairs: readonly { readonly risk: FactorRow; readonly strengths: readonly FactorRow[] }[];
  /** Strengths that guard against none of these risks. */
  readonly others: readonly FactorRow[];
}

export interface FactorPicture {
  /** The round shown, and the one it is compared with; null where there is none before. */
  readonly round: number;
  readonly before: number | null;
  /** The columns: children, then adults who count, then the family. */
  readonly people: readonly (Person | null)[];
  /** Those of them who do not count any more. */
  readonly left: ReadonlySet<PersonId>;
  readonly groups: readonly FactorGroup[];
  readonly lowest: LowestCapacity | null;
}

export interface WhichPicture {
  /** 0 or absent: the latest. */
  readonly round?: number;
  /** Absent: every child in scope. */
  readonly child?: PersonId;
  /** With the adults of every round, also those of whom this one says nothing: who came after it was signed, or had left. */
  readonly everybody?: true;
  /** Without the adults who have left: what was said of them is hidden, and is not printed. */
  readonly present?: true;
}

/** Every factor of everybody who counts in one round, and what changed since the one before (SPEC.md section F). Never a sum. */
export function factorPicture(pack: Pack, draft: Assessment, which: WhichPicture = {}): FactorPicture {
  const { round: wanted = 0, child } = which;
  const rounds = roundsWithAnswers(pack, draft);
  const round = wanted > 0 ? wanted : (rounds.at(-1) ?? 1);
  const before = rounds.findLast((each) => each < round) ?? null;
  const { assessment, left } = asItWas(draft, which.present ? [] : which.everybody ? rounds : [round]);
  const reading = new Reading(pack, assessment);
  const now = { pack, assessment, reading, round };
  const then = before === null ? null : { ...now, round: before };
  const children = childrenInScope(assessment).filter(({ id }) => child === undefined || id === child);
  const adults = which.everybody ? adultsWhoCount(assessment) : adultsInRound(now);

  const cellsOf = (id: QuestionId, of: PersonId | null): readonly FactorCell[] => {
    const question = packIndex(pack).questions.get(id);
    const asked = question && reading.asks(question, of) && reading.applies(question, of, round);
    const isLeft = of !== null && left.has(of);
    const away = of !== null && (reading.cameLater(of, round) || (isLeft && !wasThere(draft, of, round)));
    const earlier = then ? factorsOf(then, id, of) : null;
    return factorsOf(now, id, of).map((said, index): FactorCell => {
      const each = away ? { ...said, rating: null } : said;
      const { factor, rating, at } = each;
      const count = rating ? supportOf(assessment, rating, at) : 0;
      return {
        factor,
        of,
        rating,
        at,
        asked:
          asked && !isLeft
            ? placeKey({ question: id, subject: of, round: question.repeats.includes('round') ? round : 0 })
            : null,
        present: isRisk(factor) && isPresent(each),
        support: count,
        unsupported: rating !== null && claims.includes(rating.status) && count === 0,
        guards: guardsOf(assessment, rating, children),
        guardedBy: [],
        unguardedFor: [],
        away,
        activeNow: false,
        since: earlier ? movementOf(factor, earlier[index]?.rating ?? null, rating) : null,
      };
    });
  };
  const columns = (id: FactorGroupId, people: readonly (Person | null)[]) => ({
    id,
    people,
    cells: people.map((person) => cellsOf(factorQuestions[id], person?.id ?? null)),
  });
  const groups = [columns('child', children), columns('adult', adults), columns('family', [null])].filter(
    ({ cells }) => (cells[0]?.length ?? 0) > 0,
  );
  return {
    round,
    before,
    people: [...children, ...adults, null],
    left,
    groups: pairsIn(groups, children),
    // As in a suggestion, whoever has left does not count (S12).
    lowest: lowestCapacity(
      now,
      adults.filter(({ id }) => !left.has(id)),
    ),
  };
}

/** The same factor of the same person in a picture. */
export function cellIn(picture: FactorPicture, factor: string, of: PersonId | null): FactorCell | undefined {
  return allCells(picture).find((cell) => cell.factor.id === factor && cell.of === of);
}

/** Every cell of a picture, in reading order. */
export const allCells = ({ groups }: Pick<FactorPicture, 'groups'>): readonly FactorCell[] =>
  groups.flatMap(rowsOfGroup).flatMap(({ cells }) => cells);

/** The rows of a group as they stand under each other. */
export const rowsOfGroup = ({ pairs, others }: FactorGroup): readonly FactorRow[] => [
  ...pairs.flatMap(({ risk, strengths }) => [risk, ...strengths]),
  ...others,
];

/** What was said of one factor in each round that says something new of it, the earliest first. */
export function factorHistory(
  pack: Pack,
  draft: Assessment,
  { factor, of }: Pick<FactorCell, 'factor' | 'of'>,
): readonly { readonly round: number; readonly rating: Rating }[] {
  const rounds = roundsWithAnswers(pack, draft);
  const { assessment } = asItWas(draft, rounds);
  const reading = new Reading(pack, assessment);
  const asks = Object.values(factorQuestions).find((id) =>
    packIndex(pack).questions.get(id)?.factorSets?.includes(factor.set),
  );
  const told: { readonly round: number; readonly rating: Rating }[] = [];
  if (asks === undefined) return told;
  for (const round of rounds) {
    const found = factorsOf({ pack, assessment, reading, round }, asks, of).find(
      (each) => each.factor.id === factor.id,
    );
    const rating = found?.rating;
    if (rating && JSON.stringify(rating) !== JSON.stringify(told.at(-1)?.rating)) told.push({ round, rating });
  }
  return told;
}
