import type { PersonId } from '../../model/answer.ts';
import type { Assessment } from '../../model/assessment.ts';
import { rowsOf } from '../../model/fits.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack, RiskClass, Section } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { placeKey } from '../../model/place.ts';

/** A round of classification, and the section that asks for it; of one opened besides, the last to ask. */
export interface Round {
  readonly round: number;
  readonly section: Section;
  /** Why it was opened, or what a planned one is used for; absent of a planned one that nothing led to. */
  readonly reason?: string;
}

/** Every round of classification there is, in order. */
export function roundsOf(pack: Pack, { rounds }: Pick<Assessment, 'rounds'>): readonly Round[] {
  const planned = (packIndex(pack).askedIn.get('risk-class') ?? []).map(({ section, asked }): Round => {
    const used = rounds.find(({ round }) => round === asked.round);
    return { round: asked.round, section, ...(used ? { reason: used.reason } : {}) };
  });
  const last = planned.at(-1);
  if (!last) return [];
  const opened = rounds
    .filter(({ round }) => round > last.round)
    .map(({ round, reason }) => ({ round, reason, section: last.section }));
  return [...planned, ...opened];
}

/** The class a child was given in a round. */
export function classIn(pack: Pack, { answers }: Assessment, child: PersonId, round: number): RiskClass | undefined {
  const answer = answers[placeKey({ question: 'risk-class', subject: child, round })];
  return answer?.is === 'given' && typeof answer.value === 'string'
    ? packIndex(pack).riskClasses.get(answer.value)
    : undefined;
}

/** What was said of a class, and by whom. */
export interface PastRound {
  readonly round: number;
  readonly riskClass: RiskClass;
  readonly reason: string;
  readonly names: readonly string[];
  /** The last day on which somebody gave a view. */
  readonly date: string;
}

/** The rounds before one in which the child was given a class, the latest first. */
export function pastRounds(pack: Pack, assessment: Assessment, child: PersonId, before: number): readonly PastRound[] {
  return roundsOf(pack, assessment)
    .filter(({ round }) => round < before)
    .flatMap(({ round }): readonly PastRound[] => {
      const riskClass = classIn(pack, assessment, child, round);
      if (!riskClass) return [];
      const why = assessment.answers[placeKey({ question: 'risk-class-reason', subject: child, round })];
      const talk = assessment.answers[placeKey({ question: 'risk-class-discussion', subject: null, round })];
      const rows = rowsOf(talk).filter(
        ({ cells }) => !Array.isArray(cells.child) || cells.child.length === 0 || cells.child.includes(child),
      );
      const names = rows.flatMap(({ cells }) =>
        typeof cells.person === 'string' ? (personById(assessment, cells.person)?.name ?? []) : [],
      );
      const dates = rows.flatMap(({ cells }) => (typeof cells.date === 'string' ? [cells.date] : []));
      return [
        {
          round,
          riskClass,
          reason: why?.is === 'given' && typeof why.value === 'string' ? why.value : '',
          names: [...new Set(names)],
          date: dates.sort().at(-1) ?? '',
        },
      ];
    })
    .reverse();
}
