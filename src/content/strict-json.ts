import { type Outcome, outcome, problem } from '../model/problem.ts';

/** What a text from outside may at most be; `text` is the length of one string in it. */
export interface Limits {
  readonly bytes: number;
  readonly depth: number;
  readonly nodes: number;
  readonly text: number;
}

/** Of one assessment. */
export const limits: Limits = { bytes: 5 * 1024 * 1024, depth: 32, nodes: 50_000, text: 500_000 };

/** Of a file that holds many assessments, each of which is then held to its own limits. */
export const limitsOfMany: Limits = { bytes: 16 * 1024 * 1024, depth: 36, nodes: 800_000, text: limits.text };

/** Names that reach into the language. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * `bytes` as JSON from somebody we do not know. Problems: `too-large`, `not-utf8`, `too-deep`, `too-many-parts`,
 * `text-too-long`, `refused-key` for names that reach into the language, `duplicate-key`, `not-json`. Limits are judged
 * before any value is made.
 */
export function readStrictJson(bytes: Uint8Array, within: Limits = limits): Outcome<unknown> {
  if (bytes.byteLength > within.bytes) return problem('too-large', {}, tooMuch(bytes.byteLength, within.bytes));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('not-utf8');
  }
  const fault = scan(text, within);
  if (fault !== null) return fault;
  try {
    return outcome(JSON.parse(text) as unknown, []);
  } catch {
    return problem('not-json');
  }
}

/** A size beside the one allowed, for the detail of `too-large`. */
export const tooMuch = (size: number, most: number): string =>
  `${String(Math.ceil(size / 1024))} KB > ${String(Math.floor(most / 1024))} KB`;

/** The first limit that `text` breaks, at the key read last. What is not JSON at all is left to the parser. */
function scan(text: string, within: Limits): ReturnType<typeof problem> | null {
  const open: (Set<string> | null)[] = [];
  let nodes = 0;
  let at = 0;
  let last = '';
  const fault = (code: string, detail?: string): ReturnType<typeof problem> =>
    problem(code, {}, [last, detail].filter(Boolean).join(': '));
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      const end = stringEnd(text, at);
      if (end < 0) return problem('not-json');
      if (end - at > within.text) return fault('text-too-long', `${String(end - at)} > ${String(within.text)}`);
      const keys = open.at(-1);
      if (keys && nextSign(text, end) === ':') {
        const key = keyOf(text.slice(at, end));
        if (key === null) return problem('not-json');
        last = key.slice(0, 60);
        if (refusedKeys.has(key)) return fault('refused-key');
        if (keys.has(key)) return fault('duplicate-key');
        keys.add(key);
      } else nodes += 1;
      at = end;
    } else {
      if (sign === '{' || sign === '[') {
        open.push(sign === '{' ? new Set() : null);
        nodes += 1;
        if (open.length > within.depth) return fault('too-deep');
      } else if (sign === '}' || sign === ']') open.pop();
      else if (sign !== undefined && /[-\dtfn]/.test(sign)) {
        nodes += 1;
        while (at + 1 < text.length && /[-+.\w]/.test(text[at + 1] ?? '')) at += 1;
      }
      at += 1;
    }
    if (nodes > within.nodes) return fault('too-many-parts', String(within.nodes));
  }
  return null;
}

/** The place after the closing quotation mark of the string that opens at `start`, or -1. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

function nextSign(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at];
}

function keyOf(literal: string): string | null {
  try {
    const key: unknown = JSON.parse(literal);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}
