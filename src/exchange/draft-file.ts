import type { Assessment } from '../model/assessment.ts';

/** A draft as a file: the whole assessment as plain JSON, read back by `readAssessment`. Not encrypted. */
export function draftFile(assessment: Assessment): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const text = JSON.stringify(assessment, null, 1);
  return {
    name: `homeward-draft-${assessment.changedAt.slice(0, 10)}-${assessment.id}.json`,
    bytes: new Uint8Array(new TextEncoder().encode(text)),
  };
}
