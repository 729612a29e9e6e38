import type { Outputs } from '../content/outputs.ts';
import { HomewardError } from '../model/problem.ts';
import type { Run, Runs } from '../model/report.ts';

type Words = Pick<Outputs, 'words'>;

/** Fixed words of a copy, with what goes into them. Throws `missing-phrase`: the build has them all. */
export function say({ words }: Words, id: string, fill: Readonly<Record<string, string>> = {}): string {
  const text = words[id];
  if (text === undefined) throw new HomewardError('missing-phrase', `The pack has no words "${id}" for copies.`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
}

/** The same as runs, so that what a person wrote inside keeps its own direction. */
export const sayRuns = (outputs: Words, id: string, fill: Readonly<Record<string, Run>>): Runs =>
  say(outputs, id)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => fill[piece.slice(1, -1)] ?? { text: piece });

export const plain = (text: string): Runs => [{ text }];
