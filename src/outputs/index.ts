export type { CopyKind, Outputs, SharedQuestion } from '../content/outputs.ts';
export { loadOutputs } from '../content/load-outputs.ts';
export { blankForm } from './blank.ts';
export { copyName, draftFor, makeCopy, settledOf, type MadeCopy } from './copy.ts';
export { familyDraft, type DraftPassage, type FamilyDraft } from './family-draft.ts';
export { gradeOf, highestGrade, type Grade } from './grade.ts';
export { leastLimit, pasteBlocks, type PasteBlock, type PastePart } from './paste.ts';
export { reduced, type Recipient, type Reduced } from './reduce.ts';
export { wordFile } from './word.ts';
