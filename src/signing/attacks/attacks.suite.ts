import type { Attempt } from './attempt.suite.ts';
import { broughtFonts } from './brought-fonts.suite.ts';
import { changedBytes } from './changed-bytes.suite.ts';
import { base, countersigned, once } from './ground.suite.ts';
import { rangesAndKeys } from './ranges-and-keys.suite.ts';
import { signingAgain } from './signing-again.suite.ts';
import { tables } from './tables.suite.ts';
import { updates } from './updates.suite.ts';

/** One attack: what somebody does to the countersigned file, and the file they get. */
export interface Attack {
  readonly group: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}

const cutOff: readonly Attempt[] = [
  ['cut off', 'the second signature', countersigned.slice(0, once.length)],
  ['cut off', 'both signatures', countersigned.slice(0, base.length)],
  ['cut off', 'the last bytes', countersigned.slice(0, -7)],
  ['cut off', 'half of the file', countersigned.slice(0, countersigned.length >> 1)],
];

/** Every attack on the one file, in the order of the table of what the verifier says of them. */
export const attacks: readonly Attack[] = await Promise.all(
  [...changedBytes, ...updates, ...tables, ...signingAgain, ...broughtFonts, ...rangesAndKeys, ...cutOff].map(
    async ([group, what, bytes]) => ({ group, what, bytes: await bytes }),
  ),
);
