import type { Outputs } from '../../../content/outputs.ts';
import { childrenInScope } from '../../../model/people.ts';
import type { Outcome } from '../../../model/problem.ts';
import { makeCopy, type MadeCopy } from '../../../outputs/copy.ts';
import type { Session } from '../../../session/session.ts';
import { deviceWorld } from '../../../session/world.ts';

/** The summary for partners as it would be made now: about every child in scope. */
export function partnersCopy({ pack, assessment }: Session, outputs: Outputs): Outcome<MadeCopy> {
  const children = childrenInScope(assessment).map(({ id }) => id);
  return makeCopy(pack, outputs, assessment, {
    to: { kind: 'partners', person: null, children },
    on: deviceWorld.today(),
  });
}
