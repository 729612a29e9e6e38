import type { Assessment, Change, Edit, Evidence, EvidenceChanges, PlaceKey } from './assessment.ts';
import { isPartDate } from './dates.ts';
import {
  evidenceById,
  evidenceKinds,
  evidenceMarks,
  shownEvidence,
  supportKey,
  takenFrom,
  type ShownEvidence,
} from './evidence.ts';
import { remember } from './history.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { parsePlaceKey } from './place.ts';
import { outcome, problem, type Outcome } from './problem.ts';
import { questionAt } from './question-at.ts';
import { isRecord, isText } from './shapes.ts';

type EvidenceChange = Extract<Change, { do: 'add-evidence' | 'change-evidence' | 'remove-evidence' }>;

/** `assessment` after a change of its evidence (E14, E15). */
export function evidenceAfter(
  pack: Pack,
  assessment: Assessment,
  edit: Edit,
  change: EvidenceChange,
): Outcome<Assessment> {
  const all = assessment.evidence ?? [];
  const id = change.do === 'add-evidence' ? change.evidence.id : change.evidence;
  const was = evidenceById(assessment, id) ?? null;
  if (change.do === 'add-evidence' ? was !== null : was === null)
    return problem(was ? 'duplicate-evidence' : 'unknown-evidence');
  const history = remember(assessment.history, edit, { evidence: id }, was);
  if (change.do === 'remove-evidence')
    return outcome(
      {
        ...withEvidence(
          assessment,
          all.filter((each) => each !== was),
        ),
        history,
      },
      [],
    );
  const wanted = change.do === 'add-evidence' ? change.evidence : changed(was, change.set);
  const fits = evidenceFits(pack, assessment, wanted);
  if (!fits.ok) return fits;
  const { evidence } = shownEvidence(pack, assessment, wanted);
  const next =
    change.do === 'add-evidence'
      ? all.toSpliced(change.index ?? all.length, 0, evidence)
      : all.map((each) => (each === was ? evidence : each));
  return outcome({ ...withEvidence(assessment, next), history }, []);
}

/** `assessment` with what was taken from the answer `key` saying what it says now; what is gone keeps its last words (T3). */
export function inStep(pack: Pack, assessment: Assessment, key: PlaceKey): Assessment {
  const { evidence = [] } = assessment;
  if (!evidence.some((each) => isFrom(each, key))) return assessment;
  const shown = (each: Evidence): ShownEvidence => shownEvidence(pack, assessment, each);
  return { ...assessment, evidence: evidence.map((each) => (isFrom(each, key) ? shown(each).evidence : each)) };
}

const isFrom = (evidence: Evidence, key: PlaceKey): boolean =>
  evidence.takenFrom !== undefined && takenFrom(evidence.takenFrom).key === key;

/** No evidence is its absence, as in an assessment that never had any. */
function withEvidence(assessment: Assessment, evidence: readonly Evidence[]): Assessment {
  if (evidence.length > 0) return { ...assessment, evidence };
  const { evidence: _evidence, ...kept } = assessment;
  return kept;
}

function changed(was: Evidence | null, set: EvidenceChanges): Evidence {
  const { words, supports } = { ...was, ...set };
  const kept = Object.entries({ ...was, ...set }).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(kept) as Partial<Evidence>),
    id: was?.id ?? '',
    words: words ?? '',
    supports: supports ?? [],
  };
}

/** Whether evidence has the shape it should, and names only what there is (T1, T2). */
function evidenceFits(pack: Pack, assessment: Assessment, evidence: Evidence): Outcome<Evidence> {
  const { kind, mark, words, on, from, person } = evidence;
  const isDay = on === undefined || (isRecord(on) ? isText(on.unread) : isText(on) && isPartDate(on));
  const isKnown =
    (kind === undefined || evidenceKinds.includes(kind)) && (mark === undefined || evidenceMarks.includes(mark));
  if (!isDay || !isKnown || !isText(words) || (from !== undefined && !isText(from)))
    return problem('value-does-not-fit', {}, 'evidence');
  if (person !== undefined && !assessment.people.some(({ id }) => id === person))
    return problem('unknown-person', {}, 'evidence');
  if (evidence.takenFrom !== undefined) {
    const { key } = takenFrom(evidence.takenFrom);
    const taken = parsePlaceKey(key);
    const source = taken ? questionAt(pack, assessment, taken) : problem('unknown-question');
    if (!source.ok) return source;
    if (!source.value.evidence) return problem('wrong-kind', taken ?? {}, source.value.kind);
  }
  const keys = evidence.supports.map(supportKey);
  if (new Set(keys).size < keys.length) return problem('value-does-not-fit', {}, 'evidence');
  for (const { at, factor } of evidence.supports) {
    const place = parsePlaceKey(at);
    const question = place ? questionAt(pack, assessment, place) : problem('unknown-question');
    if (!question.ok) return question;
    const isRating = question.value.kind === 'factor-rating';
    if (isRating !== (factor !== undefined)) return problem('unknown-factor', place ?? {});
    const set = factor === undefined ? undefined : packIndex(pack).factors.get(factor)?.set;
    if (isRating && !(set !== undefined && question.value.factorSets?.includes(set)))
      return problem('unknown-factor', place ?? {});
  }
  return outcome(evidence, []);
}
