import type { Assessment, Change, Support } from '../../model/assessment.ts';
import type { Instance } from '../../model/evaluate.ts';
import { evidenceById, supportKey, takenFrom } from '../../model/evidence.ts';
import { packIndex } from '../../model/pack-index.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { AnySession } from '../../session/any-session.ts';
import type { Acts } from '../fields/context.ts';
import { rowAdded, rowRemoved } from './row-focus.ts';

/** What is taken as support: a piece of evidence, or something recorded elsewhere. */
type Take = { readonly evidence: string } | { readonly takenFrom: string };

/** Begins a piece of evidence for a judgement, to be written. */
export function addEvidence(acts: Acts, instance: Instance, support: Support): void {
  const id = acts.session?.newId();
  if (id !== undefined && acts.change({ do: 'add-evidence', evidence: { id, words: '', supports: [support] } }))
    rowAdded(acts, instance, id);
}

/** Lets go of what supports a judgement; what supports nothing else is taken out. */
export function removeEvidence(acts: Acts, instance: Instance, support: Support, id: string): void {
  const out = acts.session && letGo(acts.session.assessment, support, id);
  if (out && acts.change(out)) rowRemoved(acts, instance, id);
}

/** Says whether something recorded already supports a judgement. */
export function supportBy(acts: Acts, support: Support, take: Take, on: boolean): void {
  const { session } = acts;
  const made =
    session && (on ? supported(session, support, take) : letGo(session.assessment, support, idOf(session, take)));
  if (made) acts.change(made);
}

/** The piece of evidence meant: by its id, or as it was taken from a row or text before; '' where there is none yet. */
function idOf({ assessment: { evidence = [] } }: AnySession, take: Take): string {
  if ('evidence' in take) return take.evidence;
  return evidence.find((each) => each.takenFrom === take.takenFrom)?.id ?? '';
}

/** The change that makes something recorded support a judgement; a row is taken over once, whatever it supports. */
function supported(session: AnySession, support: Support, take: Take): Change | null {
  const known = evidenceById(session.assessment, idOf(session, take));
  if (known) return { do: 'change-evidence', evidence: known.id, set: { supports: [...known.supports, support] } };
  if ('evidence' in take) return null;
  const question = parsePlaceKey(takenFrom(take.takenFrom).key)?.question ?? '';
  const { kind, mark } = packIndex(session.pack).questions.get(question)?.evidence ?? {};
  return {
    do: 'add-evidence',
    evidence: {
      id: session.newId(),
      ...(kind && mark ? { kind, mark } : {}),
      words: '',
      takenFrom: take.takenFrom,
      supports: [support],
    },
  };
}

/** The change after which a piece of evidence no longer supports a judgement; what supports nothing else is taken out. */
function letGo(assessment: Assessment, support: Support, id: string): Change | null {
  const evidence = evidenceById(assessment, id);
  if (!evidence) return null;
  const supports = evidence.supports.filter((each) => supportKey(each) !== supportKey(support));
  return supports.length > 0
    ? { do: 'change-evidence', evidence: id, set: { supports } }
    : { do: 'remove-evidence', evidence: id };
}
