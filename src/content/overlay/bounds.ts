import type { Step } from '../../model/pack-fault.ts';
import { refusedKeys } from '../strict-json.ts';
import type { OverlayFault } from './fault.ts';

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

/** The first line of a Markdown text that is a list or quote further in than any guidance is; null for none. */
export function tooDeepLine(text: string): number | null {
  const line = text.split('\n').findIndex((each) => /^(?:\s*(?:>|[-*+]|\d{1,9}[.)])){17}|^[ \t]{40}/.test(each));
  return line < 0 ? null : line + 1;
}

/** What may not be: a key that reaches into the language (`refused-key`), or what nests too deep or in a circle (`too-deep`). */
export function refusedKey(value: unknown, at: readonly Step[] = []): OverlayFault | null {
  if (typeof value !== 'object' || value === null) return null;
  if (at.length > deepest) return { code: 'too-deep', at };
  if (
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) !== Object.prototype &&
    Object.getPrototypeOf(value) !== null
  )
    return { code: 'refused-key', at };
  for (const [key, each] of Object.entries(value)) {
    const way = [...at, Array.isArray(value) ? Number(key) : key];
    if (refusedKeys.has(key)) return { code: 'refused-key', at: way };
    const found = refusedKey(each, way);
    if (found) return found;
  }
  return null;
}
