import type { PartDate } from './answer.ts';
import { HomewardError } from './problem.ts';
import type { Pack } from './pack.ts';
import type { PhraseId } from './phrase-ids.ts';
import type { Run } from './report.ts';

export type { PhraseId } from './phrase-ids.ts';

/** A phrase with its `{name}` marks filled in. Throws `missing-phrase`: a checked pack has them all. */
export function phrase(pack: Pack, id: PhraseId, fill: Readonly<Record<string, string>> = {}): string {
  const words = pack.phrases[id];
  if (words === undefined) throw new HomewardError('missing-phrase', `The pack has no phrase "${id}".`);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole);
}

/** A phrase as runs, so that what a person wrote inside it keeps its own direction. */
export function phraseRuns(pack: Pack, id: PhraseId, fill: Readonly<Record<string, Run>>): readonly Run[] {
  return phrase(pack, id)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => fill[piece.slice(1, -1)] ?? { text: piece });
}

/** A date in words: `3 December 2024`, `December 2024` or `2024`. */
export function dateWords(pack: Pack, date: PartDate): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const words = pack.phrases[`month-${String(Number(month))}`] ?? month;
  return day === undefined ? `${words} ${year}` : `${String(Number(day))} ${words} ${year}`;
}
