import { msg, str } from '@lit/localize';
import type { Pack } from '../../model/pack.ts';
import type { Session } from '../../session/session.ts';

/** Names a set of questions inside a sentence. */
export const versionWords = ({ version, overlay }: Pack): string =>
  overlay
    ? msg(str`version ${version} with your council’s own questions`, { id: 'questions-version-overlay' })
    : msg(str`version ${version}`, { id: 'questions-version' });

/** Which questions an assessment is on, and which there are besides. `isHere`: whether those it was begun with are. */
export function lead({ pack, assessment }: Session, newest: Pack, isHere: boolean): string {
  if (!isHere)
    return msg(
      str`This assessment was begun with a council’s own questions on version ${assessment.pack.version}, whose words are no longer here. It is shown with ${versionWords(pack)}; whatever was answered to questions that are not among these is kept.`,
      { id: 'questions-lead-lost' },
    );
  return msg(
    str`This assessment is on ${versionWords(pack)} of the questions, and stays on it until you move it. The newest is ${versionWords(newest)}.`,
    { id: 'questions-lead' },
  );
}
