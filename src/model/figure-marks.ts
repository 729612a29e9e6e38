import type { DrawnMark, SignatureEntry } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { personById } from './people.ts';
import { dateWords, phrase } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import type { Figure } from './report.ts';

/** Each mark that somebody drew by hand, in the entry of whose it is under the question that asks who agrees. */
export function markFigures(pack: Pack, assessment: Assessment, anchors: readonly string[]): readonly Figure[] {
  const { questions } = packIndex(pack);
  return anchors.flatMap((anchor) => {
    const answer = assessment.answers[anchor];
    if (questions.get(parsePlaceKey(anchor)?.question ?? '')?.kind !== 'signature' || answer?.is !== 'given') return [];
    return (answer.value as readonly SignatureEntry[]).flatMap((entry, index) =>
      entry.mark?.kind === 'drawn' && isSeen(entry.mark)
        ? [{ ...figure(pack, assessment, anchor, entry, entry.mark), entry: index }]
        : [],
    );
  });
}

const isSeen = ({ strokes }: DrawnMark): boolean => strokes.some(({ length }) => length > 1);

function figure(
  pack: Pack,
  assessment: Assessment,
  anchor: string,
  { person, name = '', date }: SignatureEntry,
  { width, height, strokes }: DrawnMark,
): Figure {
  const whose = (person === null ? name : (personById(assessment, person)?.name ?? '')).trim();
  const fill = { name: whose === '' ? phrase(pack, 'name-not-known') : whose, date: dateWords(pack, date) };
  return {
    anchor,
    side: 'below',
    title: [],
    alt: phrase(pack, 'figure-mark-alt', fill),
    picture: { is: 'mark', width, height, strokes },
  };
}
