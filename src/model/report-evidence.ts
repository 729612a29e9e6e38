import type { Rating } from './answer.ts';
import type { Assessment, Evidence, PlaceKey, Support } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { evidenceFor } from './evidence-for.ts';
import { shownEvidence, takenFrom, type ShownEvidence } from './evidence.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { dateWords, phrase } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import { nameOf } from './report-answers.ts';
import type { ReportBlock, Run, Runs } from './report.ts';
import { takesSupport } from './takes-support.ts';

/** What is printed beneath an answer: each judgement in it, with what supports it. */
export interface Supported {
  readonly support: Support;
  readonly items: readonly ShownEvidence[];
}

/**
 * The judgements of an answer that evidence supports, with the evidence a report prints (R11): not what is empty yet,
 * nor what was taken from an answer that does not apply.
 */
export function supportedIn(
  pack: Pack,
  assessment: Assessment,
  { key, question, answer }: Pick<Instance, 'key' | 'question' | 'answer'>,
  applies: ReadonlySet<PlaceKey>,
): readonly Supported[] {
  if (!assessment.evidence || answer?.is !== 'given' || !takesSupport(question)) return [];
  const supports: readonly Support[] =
    question.kind === 'factor-rating'
      ? (answer.value as readonly Rating[]).map(({ factor }) => ({ at: key, factor }))
      : [{ at: key }];
  return supports.flatMap((support) => {
    const items = evidenceFor(assessment, support)
      .filter((evidence) => evidence.takenFrom === undefined || applies.has(takenFrom(evidence.takenFrom).key))
      .map((evidence) => shownEvidence(pack, assessment, evidence))
      .filter(({ evidence, hidden }) => !hidden && evidence.words.trim() !== '');
    return items.length > 0 ? [{ support, items }] : [];
  });
}

/** What supports an answer, as a report prints it beneath it. */
export function supportBlocks(
  pack: Pack,
  assessment: Assessment,
  instance: Pick<Instance, 'key' | 'question' | 'answer'>,
  applies: ReadonlySet<PlaceKey>,
): readonly ReportBlock[] {
  const supported = supportedIn(pack, assessment, instance, applies);
  if (supported.length === 0) return [];
  return supported.flatMap(({ support: { factor }, items }): readonly ReportBlock[] => [
    { kind: 'paragraph', tone: 'quiet', runs: whatIsSupported(pack, factor) },
    ...items.flatMap((item): readonly ReportBlock[] => {
      const cited = citation(pack, assessment, item.evidence);
      return [
        { kind: 'paragraph', tone: 'quote', runs: saidBy(pack, item) },
        ...(cited.length === 0 ? [] : [{ kind: 'paragraph', tone: 'cited', runs: cited } as const]),
      ];
    }),
  ]);
}

function whatIsSupported(pack: Pack, factor: string | undefined): Runs {
  const title: Run = { text: phrase(pack, 'supports'), strong: true };
  if (factor === undefined) return [title];
  return [title, { text: ': ' }, { text: packIndex(pack).factors.get(factor)?.label ?? factor, strong: true }];
}

/** What it is, its day and where it comes from, each a sentence of its own. */
function citation(pack: Pack, assessment: Assessment, evidence: Evidence): Runs {
  const parts = [...kindsOf(pack, evidence), dayOf(pack, evidence), sourceOf(pack, assessment, evidence)];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index): Runs => (index === 0 ? part : [{ text: '. ' }, ...part]));
}

function saidBy(pack: Pack, { evidence, gone }: ShownEvidence): Runs {
  const words: Run = { text: evidence.words.trim(), own: true };
  return gone ? [words, { text: ` ${phrase(pack, 'evidence-gone')}` }] : [words];
}

/** What a piece of evidence is and how sure: both in words, or the one there is. */
export const whatItIs = (pack: Pack, evidence: Evidence): string =>
  kindsOf(pack, evidence)
    .flat()
    .map(({ text }) => text)
    .join('. ');

const kindsOf = (pack: Pack, { kind, mark }: Evidence): readonly Runs[] => [
  ...(mark ? [[{ text: phrase(pack, `evidence-mark-${mark}`) }]] : []),
  ...(kind && kind !== mark ? [[{ text: phrase(pack, `evidence-kind-${kind}`) }]] : []),
];

/** The day of a piece of evidence in words; what could not be read is said so. */
export function dayOf(pack: Pack, { on }: Evidence): Runs {
  if (on === undefined) return [];
  if (typeof on === 'string') return [{ text: dateWords(pack, on) }];
  return [{ text: `${phrase(pack, 'unread')}: ` }, { text: on.unread, own: true }];
}

/** Who said it, and where it is written. */
export function sourceOf(pack: Pack, assessment: Assessment, { person, from }: Evidence): Runs {
  const name = person === undefined ? null : nameOf(pack, assessment, person);
  const text = [name, from?.trim()].filter(Boolean).join('. ');
  return text === '' ? [] : [{ text, own: true }];
}

/** The evidence a report prints, as its attachment holds it (R5): only what is printed, for what is printed. */
export function publishedEvidence(
  pack: Pack,
  assessment: Assessment,
  printed: readonly Instance[],
  applies: ReadonlySet<PlaceKey>,
): readonly Evidence[] {
  const shown = new Map<string, { readonly item: ShownEvidence; readonly supports: Support[] }>();
  for (const instance of printed)
    for (const { support, items } of supportedIn(pack, assessment, instance, applies))
      for (const item of items) {
        const known = shown.get(item.evidence.id);
        if (known) known.supports.push(support);
        else shown.set(item.evidence.id, { item, supports: [support] });
      }
  const keys = new Set(printed.map(({ key }) => key));
  return (assessment.evidence ?? []).flatMap(({ id }) => {
    const found = shown.get(id);
    return found ? [{ ...published(found.item, keys), supports: found.supports }] : [];
  });
}

/** A row that is not printed does not leave: then the words stand for themselves. */
function published({ evidence, gone }: ShownEvidence, printed: ReadonlySet<PlaceKey>): Evidence {
  const { takenFrom: from, ...own } = evidence;
  if (from === undefined) return evidence;
  const { key } = takenFrom(from);
  return printed.has(key) || (gone && parsePlaceKey(key)?.subject === null) ? evidence : own;
}
