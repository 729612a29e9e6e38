import type { PersonId, Rating } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import type { FactorCell, FactorGroup, FactorRow } from './factor-picture.ts';
import type { FactorId } from './pack.ts';
import { personById } from './people.ts';
import { factorKey, isRisk } from './suggest-ratings.ts';

/** A strength and a risk that belong together: the other one, and the children it was said for. */
export interface Guard {
  readonly factor: FactorId;
  readonly of: PersonId | null;
  readonly children: readonly PersonId[];
}

/** What a strength guards against, each risk once, for the children shown (F4). */
export function guardsOf(assessment: Assessment, rating: Rating | null, children: readonly Person[]): readonly Guard[] {
  const shown = new Set(children.map(({ id }) => id));
  const same = (id: PersonId): PersonId => personById(assessment, id)?.id ?? id;
  const found = new Map<string, { factor: FactorId; of: PersonId | null; children: PersonId[] }>();
  for (const { risk, of, child } of rating?.guards ?? []) {
    const [who, whose] = [same(child), of === null ? null : same(of)];
    if (!shown.has(who)) continue;
    const key = factorKey(risk, whose);
    const known = found.get(key);
    if (!known) found.set(key, { factor: risk, of: whose, children: [who] });
    else if (!known.children.includes(who)) known.children.push(who);
  }
  return [...found.values()];
}

interface Columns extends Pick<FactorGroup, 'id' | 'people'> {
  /** Of each person every factor, in the same order. */
  readonly cells: readonly (readonly FactorCell[])[];
}

/** Groups in which each strength stands with the first risk it guards against, and knows the others (F4). */
export function pairsIn(groups: readonly Columns[], children: readonly Person[]): readonly FactorGroup[] {
  const ties = new Ties(groups.flatMap(({ cells }) => cells.flat()));
  return groups.map(({ id, people, cells }) => {
    const rows = (cells[0] ?? []).map(({ factor }, index): FactorRow => ({
      factor,
      isRisk: isRisk(factor),
      cells: cells.flatMap((column) => {
        const cell = column[index];
        return cell
          ? [ties.tied(cell, id === 'child' ? children.filter((each) => each.id === cell.of) : children)]
          : [];
      }),
    }));
    const risks = rows.filter((row) => row.isRisk);
    const homes = new Map<FactorId, FactorRow[]>(risks.map(({ factor }) => [factor.id, []]));
    const others: FactorRow[] = [];
    for (const row of rows.filter((each) => !each.isRisk)) (homeOf(row, risks, homes) ?? others).push(row);
    return { id, people, others, pairs: risks.map((risk) => ({ risk, strengths: homes.get(risk.factor.id) ?? [] })) };
  });
}

/** Which strengths guard against which risks, seen from both ends. */
class Ties {
  readonly #guarding = new Map<string, (Guard & { readonly evidenced: boolean })[]>();
  readonly #present = new Set<string>();

  constructor(cells: readonly FactorCell[]) {
    for (const { factor, of, present, rating, guards } of cells) {
      if (present) this.#present.add(factorKey(factor.id, of));
      for (const guard of guards) {
        const key = factorKey(guard.factor, guard.of);
        const known = this.#guarding.get(key) ?? [];
        known.push({ factor: factor.id, of, children: guard.children, evidenced: rating?.status === 'evidenced' });
        this.#guarding.set(key, known);
      }
    }
  }

  /** A cell that knows what it is tied to; `children` are those its risk is about. */
  tied(cell: FactorCell, children: readonly Person[]): FactorCell {
    const guarding = this.#guarding.get(factorKey(cell.factor.id, cell.of)) ?? [];
    const safe = new Set(guarding.filter(({ evidenced }) => evidenced).flatMap((guard) => guard.children));
    return {
      ...cell,
      guardedBy: guarding.map(({ factor, of, children: whom }) => ({ factor, of, children: whom })),
      unguardedFor: cell.present ? children.map(({ id }) => id).filter((id) => !safe.has(id)) : [],
      activeNow: cell.present || cell.guards.some(({ factor, of }) => this.#present.has(factorKey(factor, of))),
    };
  }
}

/** Where a strength stands: with the first risk of the group that it guards against. */
function homeOf(
  { cells }: FactorRow,
  risks: readonly FactorRow[],
  homes: ReadonlyMap<FactorId, FactorRow[]>,
): FactorRow[] | undefined {
  const guarded = new Set(cells.flatMap(({ guards }) => guards.map(({ factor }) => factor)));
  const first = risks.find(({ factor }) => guarded.has(factor.id));
  return first && homes.get(first.factor.id);
}
