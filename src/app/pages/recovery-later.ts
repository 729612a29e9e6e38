import { msg } from '@lit/localize';
import { momentInWords } from '../../i18n/dates.ts';
import type { Edit, PlaceKey } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { personById } from '../../model/people.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { blockText } from '../../model/report-text.ts';
import type { ReportBlock } from '../../model/report.ts';
import { type PiecedTogether, placeOf, typedIn } from '../../session/piece-together.ts';

/** One thing that can be read beyond the damage: an answer as it stood last, or words that fit nowhere. */
export interface LaterWords {
  /** The question, or null where it is not about one. */
  readonly label: string | null;
  readonly person: string | null;
  readonly blocks: readonly ReportBlock[];
  /** What somebody typed, where no answer can be made of it. */
  readonly typed: readonly string[];
  /** When, of what fits nowhere. */
  readonly when: string | null;
}

/** Everything readable beyond the damage: answers once each, then what fits nowhere, word by word. */
export function laterWords(pack: Pack, { withLater, later, loose }: PiecedTogether): readonly LaterWords[] {
  return [
    ...(withLater === null
      ? []
      : later.map((key): LaterWords => {
          const { label, person, question } = named(pack, withLater, key);
          const answer = withLater.answers[key] ?? null;
          const blocks = question ? answerBlocks(pack, withLater, { question, answer }) : [];
          return { label, person, blocks, typed: [], when: null };
        })),
    ...lastOfEach(loose).map((edit): LaterWords => {
      const key = placeOf(edit.change);
      const { label, person } = key === null ? { label: null, person: null } : named(pack, withLater, key);
      return { label, person, blocks: [], typed: typedIn(edit.change), when: momentInWords(new Date(edit.at)) };
    }),
  ].filter(({ blocks, typed }) => blocks.length + typed.length > 0);
}

function named(
  pack: Pack,
  assessment: PiecedTogether['withLater'],
  key: PlaceKey,
): Pick<LaterWords, 'label' | 'person'> & { readonly question: Pack['questions'][number] | undefined } {
  const place = parsePlaceKey(key);
  const question = place ? packIndex(pack).questions.get(place.question) : undefined;
  const subject = place?.subject ?? null;
  const person = assessment && subject !== null ? personById(assessment, subject)?.name : undefined;
  return { label: question?.label ?? null, person: person === undefined || person === '' ? null : person, question };
}

/** Of answers typed bit by bit only what each came to. */
function lastOfEach(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => {
    const where = whereOf(edit);
    return where === null || edits.findLastIndex((each) => whereOf(each) === where) === index;
  });
}

function whereOf({ change }: Edit): string | null {
  if (change.do === 'answer') return placeOf(change);
  return change.do === 'set-cell' ? `${placeOf(change) ?? ''}.${change.row}.${change.column}` : null;
}

export interface ReportParts {
  readonly title: string;
  readonly said: readonly string[];
  readonly later: readonly LaterWords[];
  readonly forIt: string;
}

/** What the page says, as plain text to be kept or sent on. */
export function recoveryReport({ title, said, later, forIt }: ReportParts): string {
  const lines = later.flatMap(({ label, person, blocks, typed, when }) => [
    '',
    [label ?? msg('Words without a question', { id: 'recovery-loose' }), person, when]
      .filter((part) => part !== null)
      .join(' – '),
    ...[...blocks.flatMap(blockText), ...typed].map((text) => `    ${text}`),
  ]);
  return [
    title,
    '',
    ...said.flatMap((sentence) => [sentence, '']),
    ...(later.length > 0 ? [msg('What can be read of later changes', { id: 'recovery-later' }), ...lines, ''] : []),
    msg('Details for IT', { id: 'details-it' }),
    forIt,
    '',
  ].join('\r\n');
}
