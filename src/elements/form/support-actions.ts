import type { Assessment, Change, Support } from '../../model/assessment.ts';
import { evidenceById, supportKey, takenFrom } from '../../model/evidence.ts';
import { packIndex } from '../../model/pack-index.ts';
import { parsePlaceKey } from '../../model/place.ts';
import type { Session } from '../../session/session.ts';
import type { FieldActions } from '../fields/context.ts';

type Take = Parameters<FieldActions['supportBy']>[1];

/** The piece of evidence meant: by its id, or as it was taken from a row or text before; '' where there is none yet. */
export function idOf({ assessment: { evidence = [] } }: Session, take: Take): string {
  if ('evidence' in take) return take.evidence;
  return evidence.find((each) => each.takenFrom === take.takenFrom)?.id ?? '';
}

/** The change that makes something recorded support a judgement; a row is taken over once, whatever it supports. */
export function supported(session: Session, support: Support, take: Take): Change | null {
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
export function letGo(assessment: Assessment, support: Support, id: string): Change | null {
  const evidence = evidenceById(assessment, id);
  if (!evidence) return null;
  const supports = evidence.supports.filter((each) => supportKey(each) !== supportKey(support));
  return supports.length > 0
    ? { do: 'change-evidence', evidence: id, set: { supports } }
    : { do: 'remove-evidence', evidence: id };
}
