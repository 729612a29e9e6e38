import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file that one engine hands on to the next; kept, so that a later run of other engines goes on with it. */
export const handedOn = '.cache/handed-on.pdf';

/**
 * Lets browser tests work on one file in turn: `take-file` waits until nobody holds it and gives it (base64, or null
 * before the first), `give-file` puts it back for the next.
 */
export function handOn(anew) {
  if (anew) rmSync(handedOn, { force: true });
  let free = Promise.resolve();
  let release = () => undefined;
  return {
    name: 'homeward-hand-on',
    async executeCommand({ command, payload }) {
      if (command === 'take-file') {
        const before = free;
        let mine;
        free = new Promise((resolve) => (mine = resolve));
        await before;
        release = mine;
        return { bytes: existsSync(handedOn) ? readFileSync(handedOn, 'base64') : null };
      }
      if (command === 'give-file') {
        mkdirSync(dirname(handedOn), { recursive: true });
        writeFileSync(handedOn, payload, 'base64');
        release();
        return { done: true };
      }
      return undefined;
    },
  };
}
