import type { DraftAt } from '../../exchange/hand-over.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import type { DraftSummary, Vault } from '../../session/ports.ts';
import { replayed } from '../questions/which.ts';

/** A draft, and the questions it is on. */
export interface DraftNow extends DraftAt {
  readonly pack: Pack;
}

/** A draft as it rests now, on the questions it was made with or what comes nearest to them here. */
export async function draftNow(vault: Vault, ours: Pack, id: string): Promise<Outcome<DraftNow>> {
  const draft = await vault.load(id);
  if (!draft.ok) return draft;
  const read = await replayed(draft.value, ours);
  if (!read.ok) return read;
  const { assessment, pack } = read.value;
  return outcome({ assessment, pack, revision: draft.value.revision }, []);
}

/** Every draft of one kind that can be read now; the first problem where one cannot. */
export async function allDrafts(
  vault: Vault,
  pack: Pack,
  kind: DraftSummary['kind'],
): Promise<Outcome<readonly DraftAt[]>> {
  const list = await vault.list();
  if (!list.ok) return list;
  const drafts: DraftAt[] = [];
  for (const { id } of list.value.filter((each) => each.kind === kind)) {
    const draft = await draftNow(vault, pack, id);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  return outcome(drafts, []);
}
