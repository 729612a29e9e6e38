import type { Instance } from '../../model/evaluate.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { blockText } from '../../model/report-text.ts';
import type { Session } from '../../session/session.ts';

/** Letters kept before and after what was found. */
const around = 40;

interface Found {
  readonly instance: Instance;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** The answers of a draft that hold these words, each with a little around them. */
export function findInAnswers({ pack, assessment, evaluation }: Session, words: string): readonly Found[] {
  const sought = words.toLocaleLowerCase();
  return evaluation.applies.flatMap((instance): readonly Found[] => {
    if (instance.answer === null) return [];
    const text = answerBlocks(pack, assessment, instance).flatMap(blockText).join(' · ');
    const at = text.toLocaleLowerCase().indexOf(sought);
    if (at < 0) return [];
    const end = at + words.length;
    const start = Math.max(0, at - around);
    return [
      {
        instance,
        before: `${start > 0 ? '…' : ''}${text.slice(start, at)}`,
        match: text.slice(at, end),
        after: `${text.slice(end, end + around)}${end + around < text.length ? '…' : ''}`,
      },
    ];
  });
}
