import type { PartDate } from './answer.ts';
import { HomewardError } from './problem.ts';
import type { Pack } from './pack.ts';
import type { PaperPhraseId } from './paper-phrases.ts';
import type { Run } from './report.ts';

/** Every fixed word a report can hold. A pack without one of them does not compile. */
export const phraseIds = [
  'title',
  'title-stage',
  'reference',
  'purpose',
  'route',
  'route-core',
  'route-full',
  'date-of-report',
  'children',
  'adults',
  'born',
  'expected',
  'version-of-questions',
  'version-before',
  'own-wording',
  'training',
  'training-notice',
  'made-with',
  'page',
  'not-known',
  'declined',
  'not-applicable',
  'unread',
  'no-answer',
  'reason',
  'owner',
  'by-date',
  'note',
  'yes',
  'no',
  'name-not-known',
  'about',
  'about-question',
  'entry',
  'nothing-in-stage',
  'left-out',
  'done',
  'not-done',
  'item',
  'state',
  'area',
  'rating',
  'factor',
  'status',
  'trend',
  'source',
  'date',
  'guards',
  'whose',
  'family',
  'status-active',
  'status-reducing',
  'status-past',
  'status-absent',
  'status-not-known',
  'status-evidenced',
  'status-claimed',
  'trend-rising',
  'trend-steady',
  'trend-falling',
  'trend-not-known',
  'light-not-started',
  'light-red',
  'light-amber',
  'light-green',
  'suggestion-same',
  'suggestion-other',
  'again-harm',
  'again-adult',
  'again-breakdown',
  'look-again',
  'look-again-many',
  'name',
  'role',
  'statement',
  'mark',
  'mark-drawn',
  'supports',
  'evidence',
  'evidence-is',
  'evidence-gone',
  'evidence-kind-event',
  'evidence-kind-observation',
  'evidence-kind-report',
  'evidence-kind-record',
  'evidence-kind-child-words',
  'evidence-kind-others-words',
  'evidence-mark-fact',
  'evidence-mark-observation',
  'evidence-mark-view',
  'evidence-mark-opinion',
  'signing-heading',
  'signing-statement',
  'signature-proves',
  'signed-by',
  'stated-time',
  'organisation',
  'registration',
  'not-signed',
  'signature-of',
  'dates',
  'dates-about',
  'date-last-day',
  'date-before-day',
  'date-from-day',
  'date-agreed',
  'date-done-late',
  'date-missing',
  'date-not-asked',
  'date-counted',
  'date-source',
  'date-check',
  'date-done',
  'date-ticked',
  'date-passed',
  'date-come',
  'month-1',
  'month-2',
  'month-3',
  'month-4',
  'month-5',
  'month-6',
  'month-7',
  'month-8',
  'month-9',
  'month-10',
  'month-11',
  'month-12',
] as const;
export type PhraseId = (typeof phraseIds)[number] | PaperPhraseId;

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
