import type { PartDate, PersonId, SignatureEntry } from './answer.ts';
import type { Assessment, OpenedRound, Person, PlaceKey } from './assessment.ts';
import { movementOf, type Movement } from './factor-movement.ts';
import { allCells, factorPicture, rowsOfGroup, type FactorCell, type FactorRow } from './factor-picture.ts';
import { rowsOf } from './fits.ts';
import { packIndex } from './pack-index.ts';
import type { Pack, RiskClass } from './pack.ts';
import { childrenInScope, personById } from './people.ts';
import { placeKey } from './place.ts';
import { Reading } from './reading.ts';
import { suggestionOf } from './suggested-then.ts';
import { roundsWithAnswers } from './rounds.ts';

/** Somebody who took part in choosing a class, as far as it was written down. */
export interface NamedInRound {
  /** Null where no person of the assessment is meant, who then has a `name`. */
  readonly person: PersonId | null;
  readonly name: string;
  readonly date: PartDate | null;
  /** `discussed`: their view was recorded. `signed`: they signed the stage in which the class was chosen. */
  readonly by: 'discussed' | 'signed';
}

/** What was decided about one child in one round. */
export interface ChildInRound {
  readonly child: Person;
  readonly round: number;
  readonly at: PlaceKey;
  /** Null where nobody has chosen one in this very round. */
  readonly riskClass: RiskClass | null;
  readonly reason: string;
  /** Why it is another class than the one suggested, where somebody said so. */
  readonly difference: string;
  /** What was suggested when it was chosen; null where nobody kept it. */
  readonly suggested: { readonly riskClass: RiskClass | null } | null;
  readonly named: readonly NamedInRound[];
  /** Why the round was opened, where no stage opens it. */
  readonly opened: OpenedRound | null;
}

/** One factor in each round: how it stood, and what became of it since the round before. */
export interface FactorInRounds {
  readonly cells: readonly FactorCell[];
  readonly movements: readonly (Movement | null)[];
  /** Whether it was anything but absent or unknown in any round. */
  readonly told: boolean;
}

/** The rounds of one child beside each other. */
export interface RoundsPicture {
  readonly child: Person;
  readonly rounds: readonly ChildInRound[];
  readonly factors: readonly FactorInRounds[];
}

/** The rounds of one child, with every factor that counts for them (SPEC.md section F); null for nobody, or no child. */
export function roundsPicture(pack: Pack, assessment: Assessment, child: PersonId): RoundsPicture | null {
  const person = personById(assessment, child);
  if (person?.role !== 'child') return null;
  const rounds = roundsWithAnswers(pack, assessment);
  const pictures = rounds.map((round) =>
    allCells(factorPicture(pack, assessment, { round, child: person.id, everybody: true })),
  );
  const named = (cells: readonly FactorCell[], { factor, of }: FactorCell): FactorCell | undefined =>
    cells.find((each) => each.factor.id === factor.id && each.of === of);
  return {
    child: person,
    rounds: rounds.map((round) => childInRound(pack, assessment, person, round)),
    factors: (pictures.at(-1) ?? []).map((last): FactorInRounds => {
      const cells = pictures.flatMap((each) => named(each, last) ?? []);
      return {
        cells,
        movements: cells.map(({ factor, rating }, index) =>
          index === 0 ? null : movementOf(factor, cells[index - 1]?.rating ?? null, rating),
        ),
        told: cells.some(
          ({ rating }) => rating !== null && rating.status !== 'absent' && rating.status !== 'not-known',
        ),
      };
    }),
  };
}

/** The children of a family beside each other in one round. */
export interface ChildrenPicture {
  readonly round: number;
  readonly children: readonly ChildInRound[];
  /** Of each child: the risks against which no evidenced strength stands for them. */
  readonly unguarded: readonly (readonly FactorCell[])[];
  /** What is rated of the children themselves, a cell for each. */
  readonly factors: readonly FactorRow[];
}

/** Every child in scope in one round (SPEC.md section F). */
export function childrenPicture(pack: Pack, assessment: Assessment, round: number): ChildrenPicture {
  const picture = factorPicture(pack, assessment, { round });
  const children = childrenInScope(assessment);
  const own = picture.groups.find(({ id }) => id === 'child');
  return {
    round,
    children: children.map((child) => childInRound(pack, assessment, child, round)),
    unguarded: children.map(({ id }) => allCells(picture).filter(({ unguardedFor }) => unguardedFor.includes(id))),
    factors: own ? rowsOfGroup(own) : [],
  };
}

/** What was chosen for a child in this very round, why, and by whom. */
export function childInRound(pack: Pack, assessment: Assessment, child: Person, round: number): ChildInRound {
  const reading = new Reading(pack, assessment);
  const index = packIndex(pack);
  const said = (id: string): string => {
    const question = index.questions.get(id);
    const latest = question && reading.asks(question, child.id) ? reading.latest(question, child.id, round) : null;
    return latest?.round === round && latest.answer.is === 'given' && typeof latest.answer.value === 'string'
      ? latest.answer.value
      : '';
  };
  const at = placeKey({ question: 'risk-class', subject: child.id, round });
  const answer = assessment.answers[at];
  const then = answer?.is === 'given' && suggestionOf(pack) ? answer.suggested : undefined;
  return {
    child,
    round,
    at,
    suggested: then ? { riskClass: index.riskClasses.get(then.riskClass ?? '') ?? null } : null,
    riskClass: index.riskClasses.get(said('risk-class')) ?? null,
    reason: said('risk-class-reason'),
    difference: said('risk-class-difference'),
    named: [...discussedBy(assessment, child, round), ...signedBy(pack, assessment, reading, child, round)],
    opened: assessment.rounds.find((each) => each.round === round) ?? null,
  };
}

/** Views on the class, of this child or of all of them. */
const views = [
  { question: 'risk-class-discussion', ofChild: false },
  { question: 'risk-class-second-manager', ofChild: true },
];

function discussedBy(assessment: Assessment, child: Person, round: number): readonly NamedInRound[] {
  const rows = views.flatMap(({ question, ofChild }) =>
    rowsOf(assessment.answers[placeKey({ question, subject: ofChild ? child.id : null, round })]),
  );
  return rows.flatMap(({ cells }) => {
    // A view that names no child is about all of them.
    const about = typeof cells.child === 'object' && !('unread' in cells.child) ? cells.child : [];
    const isMeant = about.length === 0 || about.some((id) => personById(assessment, id)?.id === child.id);
    if (!isMeant || typeof cells.person !== 'string') return [];
    const date = typeof cells.date === 'string' ? cells.date : null;
    return [{ ...whoIs(assessment, cells.person), date, by: 'discussed' as const }];
  });
}

/** Those who signed the stage that asks for the class of this round. */
function signedBy(
  pack: Pack,
  assessment: Assessment,
  reading: Reading,
  child: Person,
  round: number,
): readonly NamedInRound[] {
  const { questions, sections, stages, askedIn } = packIndex(pack);
  const stage = askedIn.get('risk-class')?.find(({ asked }) => asked.round === round)?.section.stage;
  const signed = (stage === undefined ? [] : (stages.get(stage)?.sections ?? []))
    .flatMap((id) => sections.get(id)?.asks ?? [])
    .flatMap(({ question }) => questions.get(question) ?? [])
    .filter(({ kind }) => kind === 'signature');
  return signed.flatMap((question) => {
    const subject = question.repeats.includes('child') ? child.id : null;
    const answer = reading.asks(question, subject) ? reading.latest(question, subject, round)?.answer : undefined;
    if (answer?.is !== 'given' || !Array.isArray(answer.value)) return [];
    return (answer.value as readonly SignatureEntry[]).map(({ person, name = '', date }) => ({
      ...(person === null ? { person, name } : whoIs(assessment, person)),
      date: date || null,
      by: 'signed' as const,
    }));
  });
}

/** Whether a factor was anything but absent or unknown. */
export const isTold = (cells: readonly FactorCell[]): boolean =>
  cells.some(({ rating }) => rating !== null && rating.status !== 'absent' && rating.status !== 'not-known');

function whoIs(assessment: Assessment, id: PersonId): Pick<NamedInRound, 'person' | 'name'> {
  const person = personById(assessment, id);
  return person ? { person: person.id, name: person.name } : { person: null, name: id };
}
