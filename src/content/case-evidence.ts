import type { Assessment, Evidence, Support } from '../model/assessment.ts';
import { isPartDate } from '../model/dates.ts';
import { takenFrom, takenWords } from '../model/evidence.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack } from '../model/pack.ts';
import { parsePlaceKey } from '../model/place.ts';
import type { CaseEvidence } from './yaml-schemas.ts';

/**
 * The evidence of a case. What is taken from a row or text has its words, and the kind and mark its question gives;
 * `tell` hears of an entry that takes from nowhere, has no words, no mark or a day that does not exist, or supports a
 * rating nobody made.
 */
export function caseEvidence(
  pack: Pack,
  assessment: Pick<Assessment, 'answers' | 'people'>,
  entries: readonly CaseEvidence[],
  tell: (index: number, detail: string) => void,
): readonly Evidence[] {
  return entries.flatMap((entry, index): readonly Evidence[] => {
    const { supports: named, words: _words, takenFrom: from, ...own } = entry;
    const taken = from === undefined ? null : takenWords(pack, assessment, from);
    const question = from === undefined ? undefined : parsePlaceKey(takenFrom(from).key)?.question;
    const gives = packIndex(pack).questions.get(question ?? '')?.evidence;
    const supports = named.map(supportOf);
    for (const support of supports) if (!isMade(assessment, support)) tell(index, `${entry.id} supports nothing`);
    if (from !== undefined && !taken) tell(index, `${entry.id} takes from nowhere`);
    if (entry.on !== undefined && !isPartDate(entry.on)) tell(index, `${entry.id} on`);
    const words = taken?.words ?? entry.words;
    const kind = entry.kind ?? gives?.kind;
    const mark = entry.mark ?? gives?.mark;
    if (words === undefined || kind === undefined || mark === undefined) {
      tell(index, `${entry.id} has no words, kind or mark`);
      return [];
    }
    return [{ ...own, ...taken, kind, mark, words, supports, ...(from === undefined ? {} : { takenFrom: from }) }];
  });
}

function supportOf(text: string): Support {
  const [at = '', factor] = text.split('.');
  return factor === undefined ? { at } : { at, factor };
}

const isMade = ({ answers }: Pick<Assessment, 'answers'>, { at, factor }: Support): boolean => {
  const answer = answers[at];
  if (answer?.is !== 'given') return false;
  if (factor === undefined) return true;
  return (
    typeof answer.value === 'object' &&
    answer.value.some((entry) => typeof entry === 'object' && 'factor' in entry && entry.factor === factor)
  );
};
