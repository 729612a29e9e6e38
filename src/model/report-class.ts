import type { Assessment } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { adultsSince } from './look-again.ts';
import type { Pack } from './pack.ts';
import { phrase, phraseRuns } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { ReportBlock } from './report.ts';

/** What a report says beside a class (C2, S11): whether it is the suggested one, and who came to count since. */
export function classBlocks(
  pack: Pack,
  assessment: Assessment,
  { question, place, key, gaps }: Instance,
  reading: Reading,
): readonly ReportBlock[] {
  if (question.kind !== 'risk-class' || place.subject === null) return [];
  const distance = reading.fromSuggestion(question, place.subject, place.round);
  const since = gaps.some(({ code }) => code === 'look-again') ? adultsSince(assessment, key) : [];
  const names = since.map(({ name }) => name.trim() || phrase(pack, 'name-not-known')).join(', ');
  return [
    ...(distance === null
      ? []
      : [
          {
            kind: 'paragraph',
            tone: 'quiet',
            runs: [{ text: phrase(pack, distance === 0 ? 'suggestion-same' : 'suggestion-other') }],
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
