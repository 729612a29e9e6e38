import type { PersonId } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { isBlank } from './fits.ts';
import { countedBefore } from './look-again.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { parsePlaceKey } from './place.ts';

/** When a round was first signed: with the stage that asks for its class, once a class had been said; null where it was not. */
function signedAt(pack: Pack, { answers, history, versions }: Assessment, round: number): number | null {
  const asks = packIndex(pack).askedIn.get('risk-class') ?? [];
  const stage = (asks.find(({ asked }) => asked.round === round) ?? asks.at(-1))?.section.stage;
  const said = Object.keys(answers).flatMap((key) => {
    const place = parsePlaceKey(key);
    if (place?.question !== 'risk-class' || place.round !== round) return [];
    const first = history.find((entry) => entry.place === key);
    return [first ? Date.parse(first.from) : -Infinity];
  });
  const times = versions
    .filter(({ stages }) => stage !== undefined && stages.includes(stage))
    .map(({ statedTime }) => Date.parse(statedTime))
    .filter((time) => said.some((each) => each <= time));
  return times.length > 0 ? Math.min(...times) : null;
}

/**
 * Whether an adult came to count only after a round was signed (V15), as the history tells it. Whoever something was said
 * about in that round was there.
 */
export function cameLater(pack: Pack, assessment: Assessment, person: PersonId, round: number): boolean {
  if (round < 1 || assessment.versions.length === 0) return false;
  const theirs = assessment.history.filter((entry) => entry.person === person);
  if (theirs.length === 0) return false;
  const signed = signedAt(pack, assessment, round);
  if (signed === null) return false;
  const next = theirs.find(({ from }) => Date.parse(from) > signed);
  if (!next || countedBefore(next)) return false;
  return !Object.entries(assessment.answers).some(([key, answer]) => {
    const place = parsePlaceKey(key);
    return place?.round === round && place.subject === person && !isBlank(answer);
  });
}
