import type { FamilyCopy, Sharing } from '../../../model/assessment.ts';
import { same } from '../../../model/same.ts';
import { settledCopy, settledSharing } from '../../../model/settled-sharing.ts';
import type { Session } from '../../../session/session.ts';

/** Changes what is settled about copies; nothing where that is so already. */
export function settle(session: Session, change: (now: Sharing) => Sharing): void {
  const now = session.assessment.sharing ?? {};
  const next = settledSharing(change(now));
  if (!same(next, now)) session.change({ do: 'change-details', set: { sharing: next } });
}

/** Changes what is settled about one copy for a family. */
export function settleCopy(session: Session, name: string, change: (now: FamilyCopy) => FamilyCopy): void {
  settle(session, (now) => ({
    ...now,
    copies: { ...now.copies, [name]: settledCopy(change(now.copies?.[name] ?? {})) },
  }));
}
