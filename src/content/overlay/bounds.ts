import type { Step } from '../../model/pack-fault.ts';
import { refusedKeys } from '../strict-json.ts';

const deepest = 16;

/** Whether brackets or steps to the right in a YAML or JSON text nest deeper than any overlay does. */
export function tooDeep(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') open += 1;
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
    if (open > 4 * deepest) return true;
  }
  return text.split('\n').some((line) => /^ {200}|^\s*(?:- ){40}|^\s*(?:\? ){40}/.test(line));
}

/** The way to the first key that reaches into the language, or to what nests too deep or in a circle; null for none. */
export function refusedKey(value: unknown, at: readonly Step[] = []): readonly Step[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (at.length > deepest) return at;
  if (
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) !== Object.prototype &&
    Object.getPrototypeOf(value) !== null
  )
    return at;
  for (const [key, each] of Object.entries(value)) {
    const way = [...at, Array.isArray(value) ? Number(key) : key];
    if (refusedKeys.has(key)) return way;
    const found = refusedKey(each, way);
    if (found) return found;
  }
  return null;
}
