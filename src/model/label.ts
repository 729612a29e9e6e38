import type { Assessment } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import type { Pack } from './pack.ts';

/** The question's words for this purpose and round. */
export function labelOf(
  pack: Pack,
  { answers }: Pick<Assessment, 'answers'>,
  { question, asked }: Pick<Instance, 'question' | 'asked'>,
): string {
  const purpose = answers[pack.purposeQuestion];
  const id = purpose?.is === 'given' && typeof purpose.value === 'string' ? purpose.value : '';
  return (asked.labelByPurpose ?? question.labelByPurpose)?.[id] ?? asked.label ?? question.label;
}
