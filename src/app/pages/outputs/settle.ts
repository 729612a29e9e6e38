import type { FamilyCopy, Sharing } from '../../../model/assessment.ts';
import { same } from '../../../model/same.ts';
import type { Session } from '../../../session/session.ts';

/** Changes what is settled about copies; nothing where that is so already. */
export function settle(session: Session, change: (now: Sharing) => Sharing): void {
  const now = session.assessment.sharing ?? {};
  const next = filled(change(now));
  if (!same(next, now)) session.change({ do: 'change-details', set: { sharing: next } });
}

/** Changes what is settled about one copy for a family. */
export function settleCopy(session: Session, name: string, change: (now: FamilyCopy) => FamilyCopy): void {
  settle(session, (now) => ({
    ...now,
    copies: { ...now.copies, [name]: filled(change(now.copies?.[name] ?? {})) },
  }));
}

/** Without what says nothing. */
function filled<T extends object>(whole: T): T {
  const says = (value: unknown): boolean =>
    value !== undefined &&
    value !== '' &&
    (typeof value !== 'object' || value === null || Object.keys(value).length > 0);
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => says(value))) as T;
}
