import { goneOnFrom, recognised, type Recognised } from '../../exchange/signed.ts';
import { landed } from '../../exchange/land.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import type { BothVaults } from '../both-vaults.ts';
import { draftNow } from '../files/all-drafts.ts';
import { bring, type Bringing } from '../files/bring.ts';
import { Work } from '../work.ts';
import type { SignedContent } from './read-signed.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The draft on this computer that a signed document came from; null where none can be seen. */
export async function draftHere(vault: BothVaults, pack: Pack, { draft }: SignedContent): Promise<Assessment | null> {
  const list = await vault.list();
  if (!list.ok || !list.value.some(({ id }) => id === draft.assessment.id)) return null;
  const here = await draftNow(vault, pack, draft.assessment.id);
  return here.ok ? here.value.assessment : null;
}

/**
 * Notes in the draft it came from that a document was signed again, and keeps the file beside it. What it is known as, or
 * why it could not be noted.
 */
export async function noteSigned(
  vault: BothVaults,
  content: SignedContent,
  bytes: Bytes,
): Promise<Outcome<Recognised>> {
  const { id } = content.draft.assessment;
  const opened = await Work.open(vault, id);
  if (!opened.ok) return opened;
  const { session, saver } = opened.value;
  const known = recognised(session.assessment, content);
  if (known.is !== 'countersigned') {
    await opened.value.close();
    return outcome(known, []);
  }
  // First the file, then the note: what the record names must exist.
  const kept = await vault.putBlob(id, known.next.sha256, bytes);
  const noted = kept.ok ? session.change({ do: 'sign-version', version: known.next }) : kept;
  await opened.value.close();
  if (!noted.ok) return noted;
  return saver.state === 'saved' ? outcome(known, []) : problem('not-saved');
}

/** Puts what a signed document holds among the drafts, to go on with it; the id of the draft. */
export async function goOn(vault: BothVaults, content: SignedContent, bytes: Bytes): Promise<Outcome<string>> {
  const { draft } = content;
  const { kind } = draft.assessment;
  if (kind === 'real' && vault.stateOf('real') !== 'open' && vault.stateOf('real') !== 'memory')
    return problem('locked');
  const list = await vault.list();
  if (!list.ok) return list;
  const ids = new Set(list.value.map(({ id }) => id));
  const from = content.signatures.map(({ name }) => name).join(', ');
  const whole = goneOnFrom(draft.assessment, content);
  const assessment = landed({ ...draft, assessment: whole }, { from }, (taken) => ids.has(taken), deviceWorld);
  const begun = await Work.begin(vault, assessment);
  return begun.ok ? kept(vault, begun.value, content, bytes) : begun;
}

/** Brings what a signed document holds together with the draft here, nothing of which is overwritten. */
export async function bringTogether(
  vault: BothVaults,
  content: SignedContent,
  bytes: Bytes,
): Promise<Outcome<Bringing>> {
  const { draft } = content;
  const assessment = goneOnFrom(draft.assessment, content);
  const from = content.signatures.map(({ name }) => name).join(', ');
  const brought = await bring(vault, { ...draft, assessment }, { from });
  if (!brought.ok) return brought;
  const file = await kept(vault, assessment.id, content, bytes);
  return file.ok ? brought : file;
}

async function kept(vault: BothVaults, id: string, { states }: SignedContent, bytes: Bytes): Promise<Outcome<string>> {
  const sha256 = states.at(-1);
  const put = sha256 === undefined ? outcome(null, []) : await vault.putBlob(id, sha256, bytes);
  return put.ok ? outcome(id, []) : put;
}
