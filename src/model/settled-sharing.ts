import type { FamilyCopy, Sharing } from './assessment.ts';

type Says = (value: unknown) => boolean;

const only = <T extends object>(whole: T, says: Says): T =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => says(value))) as T;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** What is settled about copies without what says nothing: no marks, empty lists, copies that nobody changed. */
export const settledSharing = (sharing: Sharing): Sharing => only(sharing, (value) => !isEmpty(value));

/** What is settled about one copy without what says nothing. An empty list does say something: no child, nobody to call. */
export const settledCopy = (copy: FamilyCopy): FamilyCopy =>
  only(copy, (value) => Array.isArray(value) || !isEmpty(value));
