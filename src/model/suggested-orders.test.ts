import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../../test/journeys/guidance.ts';
import { caseDraft } from '../../test/journeys/guidance.ts';
import type { Answer, Rating } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import { suggestRiskClass } from './suggest.ts';

const draft = caseDraft('quillfeather');
const on = '2026-01-15';
const classes = Object.keys(draft.answers).filter((key) => key.startsWith('risk-class@'));
const ratingKeys = Object.keys(draft.answers).filter((key) => key.startsWith('factors-'));
const texts = ['analysis-harm~juniper', 'chronology-themes', 'risk-class-reason@1~moss'];

const edits = fc.array(
  fc.oneof(
    fc.record({ at: fc.constantFrom(...texts), to: fc.constantFrom('text') }),
    fc.record({
      at: fc.constantFrom(...ratingKeys),
      to: fc.constantFrom('active', 'past', 'note', 'unguarded', 'none'),
    }),
    fc.record({ at: fc.constantFrom(...classes), to: fc.constantFrom('low', 'medium', 'high', 'severe') }),
    fc.record({
      at: fc.constantFrom('previous-returns~juniper', 'harm-after-return~moss'),
      to: fc.constantFrom('yes', 'no'),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

function edited(assessment: Assessment, { at, to }: { at: string; to: string }): Assessment {
  const { [at]: was, ...others } = assessment.answers;
  if (to === 'none') return { ...assessment, answers: others };
  const answer: Answer = { is: 'given', value: at.startsWith('factors-') ? rated(was, to) : to };
  return { ...assessment, answers: { ...assessment.answers, [at]: answer } };
}

function rated(was: Answer | undefined, to: string): readonly Rating[] {
  const [first, ...rest] = (was?.is === 'given' ? was.value : []) as readonly Rating[];
  if (!first) return [];
  const { guards: _guards, ...bare } = first;
  return [to === 'note' ? { ...first, note: 'Seen.' } : to === 'unguarded' ? bare : { ...first, status: to }, ...rest];
}

test('S11 whether a class differs is said as if every suggestion were worked out anew, whatever was typed before', () => {
  fc.assert(
    fc.property(edits, (all) => {
      let assessment = draft;
      for (const each of all) {
        assessment = edited(assessment, each);
        const asked = evaluate(pack, assessment, on)
          .applies.filter(({ question }) => question.id === 'risk-class-difference')
          .map(({ place }) => `${place.subject ?? ''}@${String(place.round)}`);
        const differs = classes.flatMap((key) => {
          const [, round = '', child = ''] = /^risk-class@(\d+)~(.+)$/.exec(key) ?? [];
          const answer = assessment.answers[key];
          const given = answer?.is === 'given' ? answer.value : null;
          const { riskClass } = suggestRiskClass(pack, assessment, { child, round: Number(round), on });
          return riskClass !== null && given !== null && riskClass !== given ? [`${child}@${round}`] : [];
        });
        expect(asked.toSorted()).toEqual(differs.toSorted());
      }
    }),
    { numRuns: 150 },
  );
});
