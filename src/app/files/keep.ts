import type { Assessment } from '../../model/assessment.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import type { DraftSummary, Vault, VaultState } from '../../session/ports.ts';
import { Work } from '../work.ts';

/** Puts a draft where drafts of its kind are kept: never a real one where it would not be encrypted. */
export async function keep(
  vault: Vault & { stateOf?(kind: DraftSummary['kind']): VaultState },
  kind: DraftSummary['kind'],
  make: (taken: (id: string) => boolean) => Assessment,
): Promise<Outcome<string>> {
  const state = vault.stateOf?.(kind) ?? (kind === 'real' ? 'locked' : 'open');
  if (kind === 'real' && state !== 'open') return problem('locked');
  const list = await vault.list();
  if (!list.ok) return list;
  const ids = new Set(list.value.map(({ id }) => id));
  const assessment = make((id) => ids.has(id));
  const begun = await Work.begin(vault, assessment);
  return begun.ok ? outcome(assessment.id, []) : begun;
}
