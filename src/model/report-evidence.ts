import type { Rating } from './answer.ts';
import type { Assessment, Evidence, PlaceKey, Support } from './assessment.ts';
import type { Instance } from './evaluate.ts';
import { evidenceFor, takesSupport } from './evidence-for.ts';
import { shownEvidence, takenFrom, type ShownEvidence } from './evidence.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { dateWords, phrase } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import { nameOf } from './report-answers.ts';
import type { ReportBlock, Run, Runs } from './report.ts';

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
  const rated = instance.question.kind === 'factor-rating';
  const rows = supported.flatMap(({ support: { factor }, items }) =>
    items.map((item): readonly Runs[] => [
      ...(rated ? [[{ text: packIndex(pack).factors.get(factor ?? '')?.label ?? factor ?? '' }]] : []),
      saidBy(pack, item),
      [{ text: whatItIs(pack, item.evidence) }],
      dayOf(pack, item.evidence),
      sourceOf(pack, assessment, item.evidence),
    ]),
  );
  const head = [...(rated ? (['factor'] as const) : []), 'evidence', 'evidence-is', 'date', 'source'] as const;
  return [
    {
      kind: 'table',
      caption: [{ text: phrase(pack, 'supports') }],
      head: head.map((id) => [{ text: phrase(pack, id) }]),
      rows: rows.map((row) => row.map((runs) => ({ runs }))),
      rowHeads: true,
    },
  ];
}

function saidBy(pack: Pack, { evidence, gone }: ShownEvidence): Runs {
  const words: Run = { text: evidence.words.trim(), own: true };
  return gone ? [words, { text: ` ${phrase(pack, 'evidence-gone')}` }] : [words];
}

/** What a piece of evidence is and how sure: both in words, or the one there is. */
export function whatItIs(pack: Pack, { kind, mark }: Evidence): string {
  return [mark && phrase(pack, `evidence-mark-${mark}`), kind && kind !== mark && phrase(pack, `evidence-kind-${kind}`)]
    .filter(Boolean)
    .join('. ');
}

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
