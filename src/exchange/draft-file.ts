import type { Assessment } from '../model/assessment.ts';
import { fileName } from './file-name.ts';

/** A draft as a file: the whole assessment as plain JSON, read back by `readAssessment`. Not encrypted. */
export function draftFile(assessment: Assessment): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const text = JSON.stringify(assessment, null, 1);
  return {
    name: fileName('draft', new Date(), 'json', assessment.id.slice(0, 8)),
    bytes: new Uint8Array(new TextEncoder().encode(text)),
  };
}
