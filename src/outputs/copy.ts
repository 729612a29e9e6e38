import type { Outputs } from '../content/outputs.ts';
import type { PlainDate } from '../model/answer.ts';
import type { Assessment, FamilyCopy } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import { published } from '../model/published.ts';
import { reportText } from '../model/report-text.ts';
import type { Published, Report } from '../model/report.ts';
import { familyDraft, type FamilyDraft } from './family-draft.ts';
import { familyReport } from './family-report.ts';
import { holdsAny } from './kept-words.ts';
import { partnersReport } from './partners.ts';
import { reduced, type Recipient, type Reduced } from './reduce.ts';

/** A reduced copy, and what may be attached to it. */
export interface MadeCopy {
  readonly report: Report;
  /** Of the summary for partners what it prints, and no more; a family's version carries nothing but its words. */
  readonly published: Published | null;
}

/** The name a family's copy goes by among what was settled about copies. */
export const copyName = ({ kind, person }: Recipient): string => `${kind}~${person ?? ''}`;

/** What somebody settled about a family's copy. */
export const settledOf = ({ sharing }: Assessment, to: Recipient): FamilyCopy => sharing?.copies?.[copyName(to)] ?? {};

/** When the assessment was last signed; null where it never was. */
export const signedOn = ({ versions }: Assessment): PlainDate | null =>
  versions.at(-1)?.statedTime.slice(0, 10) ?? null;

/** The assessment reduced to what a copy for `to` may say, and for a family the draft of it. */
export function draftFor(
  pack: Pack,
  outputs: Outputs,
  assessment: Assessment,
  { to, on }: { readonly to: Recipient; readonly on: PlainDate },
): { readonly assessment: Reduced; readonly draft: FamilyDraft | null } {
  const less = reduced(pack, outputs, assessment, to, on);
  const copy = settledOf(assessment, to);
  return {
    assessment: less,
    draft: to.kind === 'partners' ? null : familyDraft(pack, outputs, less, { to, on, copy }),
  };
}

/**
 * The copy for `to`. Fails with `kept-words` where it would say a word, or the words of an answer, that somebody wants
 * kept: what was typed into a draft is looked through too.
 */
export function makeCopy(
  pack: Pack,
  outputs: Outputs,
  assessment: Assessment,
  { to, on }: { readonly to: Recipient; readonly on: PlainDate },
): Outcome<MadeCopy> {
  const less = reduced(pack, outputs, assessment, to, on);
  const time = { on, signedOn: signedOn(assessment) };
  const report =
    to.kind === 'partners'
      ? partnersReport(pack, outputs, less, time)
      : familyReport(pack, outputs, less, { to, copy: settledOf(assessment, to), ...time });
  const kept = [...(assessment.sharing?.words ?? []), ...keptTexts(assessment)];
  // The attachment says more than is printed, and names people.
  if (holdsAny([reportText(report), ...less.people.map(({ name }) => name)], kept)) return problem('kept-words');
  return outcome({ report, published: to.kind === 'partners' ? attachment(pack, less, on) : null }, []);
}

const attachment = (pack: Pack, assessment: Reduced, on: PlainDate): Published => ({
  ...published(pack, assessment, { locale: pack.locale, output: 'full', on }),
  output: 'partners',
});

/** Long enough that it is nowhere by chance. */
const telling = 20;

/** The words of answers that are kept: what somebody copied from one of them into a draft. */
function keptTexts({ answers, sharing }: Assessment): readonly string[] {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? value.split('\n')
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  return Object.keys(sharing?.kept ?? {})
    .flatMap((key) => {
      const [place = '', row] = key.split('.');
      const answer = answers[place];
      if (row === undefined || answer?.is !== 'given' || typeof answer.value !== 'object') return texts(answer);
      return texts(answer.value.find((each) => typeof each === 'object' && 'id' in each && each.id === row));
    })
    .filter((text) => text.trim().length >= telling);
}
