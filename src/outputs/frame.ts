import type { CopyKind, Outputs } from '../content/outputs.ts';
import type { PlainDate } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { dateWords, phrase } from '../model/phrases.ts';
import type { Report, ReportBlock, Runs } from '../model/report.ts';
import { plain, say } from './words.ts';

export interface Framed {
  readonly output: Report['output'];
  readonly on: PlainDate;
  readonly title: Runs;
  readonly subtitle: Runs;
  readonly body: readonly ReportBlock[];
}

/** A report around `body`: nobody signs it, and every page says what it is. */
export function framed(
  pack: Pack,
  { kind }: Pick<Assessment, 'kind'>,
  { output, on, title, subtitle, body }: Framed,
): Report {
  return {
    lang: pack.locale,
    kind,
    output,
    stages: [],
    on,
    title,
    subtitle,
    body: [...trainingNotice(pack, kind), ...body],
    signing: null,
    running: {
      continued: phrase(pack, 'continued'),
      head: title.map(({ text }) => text).join(''),
      foot: phrase(pack, 'made-with', { pack: pack.title, version: String(pack.version) }),
      page: phrase(pack, 'page'),
      mark: kind === 'training' ? phrase(pack, 'training') : '',
    },
  };
}

const trainingNotice = (pack: Pack, kind: Assessment['kind']): readonly ReportBlock[] =>
  kind === 'training'
    ? [
        {
          kind: 'panel',
          tone: 'warning',
          title: plain(phrase(pack, 'training')),
          body: [plain(phrase(pack, 'training-notice'))],
        },
      ]
    : [];

/**
 * At the end of every copy: that it is reduced, when and from what it was made, and whose wording it is. To a child the
 * first is said as plainly as the rest of the copy, and apart from what is for grown-ups.
 */
export function closing(
  pack: Pack,
  outputs: Outputs,
  kind: CopyKind,
  { on, signedOn }: { readonly on: PlainDate; readonly signedOn: PlainDate | null },
): readonly ReportBlock[] {
  const made = say(outputs, 'all/made', {
    date: dateWords(pack, on),
    pack: pack.title,
    version: String(pack.version),
  });
  const signed =
    signedOn === null
      ? say(outputs, 'all/unsigned')
      : say(outputs, 'all/last-signed', { date: dateWords(pack, signedOn) });
  const forWhom = kind === 'child' ? 'child/for-adults' : 'all/reduced';
  return [
    ...(kind === 'child' ? [{ kind: 'paragraph', runs: plain(say(outputs, 'child/reduced')) } as const] : []),
    {
      kind: 'paragraph',
      tone: 'quiet',
      runs: plain([say(outputs, forWhom), made, signed, phrase(pack, 'own-wording')].join(' ')),
    },
  ];
}

export const heading = (level: 2 | 3, runs: Runs): ReportBlock => ({ kind: 'heading', level, runs });

/** What every page and part of a training report says, whoever made the report and whatever they left out. */
export const markOf = ({ kind, running }: Pick<Report, 'kind' | 'running'>): string =>
  kind === 'training' ? running.mark || 'TRAINING' : '';
