import type { Assessment } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { adultsSince } from './look-again.ts';
import type { Pack } from './pack.ts';
import { phrase, phraseRuns } from './phrases.ts';
import { suggestionOf } from './suggested-then.ts';
import type { ReportBlock } from './report.ts';

/** What a report says beside a class (C2, S11): whether it is the suggested one, and who came to count since. */
export function classBlocks(
  pack: Pack,
  assessment: Assessment,
  { question, place, key, gaps, answer }: Instance,
): readonly ReportBlock[] {
  if (question.kind !== 'risk-class' || place.subject === null) return [];
  const suggested = answer?.is === 'given' && suggestionOf(pack) ? answer.suggested : undefined;
  const since = gaps.some(({ code }) => code === 'look-again') ? adultsSince(assessment, key) : [];
  const names = since.map(({ name }) => name.trim() || phrase(pack, 'name-not-known')).join(', ');
  return [
    ...(answer?.is !== 'given' || suggested === undefined || suggested.riskClass === null
      ? []
      : [
          {
            kind: 'paragraph',
            tone: 'quiet',
            runs: [
              { text: phrase(pack, suggested.riskClass === answer.value ? 'suggestion-same' : 'suggestion-other') },
            ],
          } as const,
        ]),
    ...(since.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            tone: 'gap',
            runs: phraseRuns(pack, since.length === 1 ? 'look-again' : 'look-again-many', {
              names: { text: names, own: true },
            }),
          } as const,
        ]),
  ];
}
