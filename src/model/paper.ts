import type { Assessment } from './assessment.ts';
import { chronologyFigures } from './figure-chronology.ts';
import { factorFigures } from './figure-factors.ts';
import { goalFigures } from './figure-goals.ts';
import type { Pack } from './pack.ts';
import { childrenInScope, initials } from './people.ts';
import { phrase, phraseRuns } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import type { Report, ReportBlock, Run, Runs, Signatory } from './report.ts';
import { wordsOf } from './report-text.ts';

/** How a document names whom it is about on its cover and at the head of its pages. */
export type NamedBy = 'reference' | 'initials';

/**
 * `report` with what paper has besides (R13): a cover that names nobody of the family, the heading of the contents,
 * pictures, and decisions in panels. No answer is added or left out.
 */
export function onPaper(
  report: Report,
  pack: Pack,
  assessment: Assessment,
  { namedBy = 'reference' }: { readonly namedBy?: NamedBy } = {},
): Report {
  const letters = childrenInScope(assessment).map(({ name }) => initials(name));
  const named: Run = namedBy === 'initials' ? { text: letters.join(', ') } : { text: assessment.reference, own: true };
  const { front, body } = parted(report, pack);
  const anchors = body.flatMap((block) => (block.kind === 'heading' && block.anchor ? [block.anchor] : []));
  const title = phraseRuns(pack, 'title', { reference: named });
  return {
    ...report,
    title,
    body: withDecisions(pack, withoutCovered(pack, body)),
    running: {
      ...report.running,
      head: `${wordsOf(title)} · ${wordsOf(report.subtitle)}`,
      foot: `${report.running.foot} · ${phrase(pack, 'document')}\n${pack.phrases['own-wording-short'] ?? phrase(pack, 'own-wording')}`,
    },
    paper: {
      cover: [
        { kind: 'facts', rows: coverFacts(pack, report, namedBy, named) },
        ...front.filter(({ kind }) => kind === 'panel'),
        {
          kind: 'panel',
          tone: 'plain',
          title: [{ text: phrase(pack, 'document-about-title') }],
          body: [
            [{ text: phrase(pack, 'document-about') }],
            [{ text: phrase(pack, 'nothing-decides') }],
            ...front.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : [])),
          ],
        },
      ],
      contents: [{ text: phrase(pack, 'contents') }],
      figures: [
        ...chronologyFigures(pack, assessment, anchors),
        ...factorFigures(pack, assessment, anchors),
        ...goalFigures(pack, assessment, report.on, anchors),
      ],
      ...(pack.overlay?.logo ? { logo: { ...pack.overlay.logo, alt: pack.overlay.title } } : {}),
    },
  };
}

/** Facts that the cover tells are not told again on the page after it. */
function withoutCovered(pack: Pack, body: readonly ReportBlock[]): readonly ReportBlock[] {
  const first = body.findIndex(({ kind }) => kind === 'facts');
  const told = new Set((['reference', 'purpose', 'date-of-report'] as const).map((id) => phrase(pack, id)));
  return body.map((block, index) =>
    index === first && block.kind === 'facts'
      ? { ...block, rows: block.rows.filter(({ name }) => !told.has(wordsOf(name))) }
      : block,
  );
}

/** The notices at the beginning of a report, which go to the cover, and the rest. */
function parted(
  { body }: Report,
  pack: Pack,
): { readonly front: readonly ReportBlock[]; readonly body: readonly ReportBlock[] } {
  const notice = phrase(pack, 'own-wording');
  const first = body.findIndex(({ kind }) => kind === 'heading');
  const isNotice = (block: ReportBlock, index: number): boolean =>
    index < first && (block.kind === 'panel' || (block.kind === 'paragraph' && wordsOf(block.runs) === notice));
  return { front: body.filter(isNotice), body: body.filter((block, index) => !isNotice(block, index)) };
}

function coverFacts(
  pack: Pack,
  { body, signing }: Report,
  namedBy: NamedBy,
  named: Run,
): readonly { readonly name: Runs; readonly value: Runs }[] {
  const fact = (id: 'date-of-report' | 'purpose'): readonly { readonly name: Runs; readonly value: Runs }[] => {
    const name = phrase(pack, id);
    return body
      .flatMap((block) => (block.kind === 'facts' ? block.rows : []))
      .filter((row) => wordsOf(row.name) === name)
      .slice(0, 1);
  };
  const signers = signing?.signatories ?? [];
  return [
    { name: [{ text: phrase(pack, namedBy) }], value: [named] },
    ...fact('purpose'),
    ...fact('date-of-report'),
    ...(signers.length === 0
      ? []
      : [{ name: [{ text: phrase(pack, 'signing-heading') }], value: signersRuns(pack, signers) }]),
  ];
}

const ofTheFamily = new Set(['parent', 'child', 'current-carer']);

/** Each role on a line of its own; with a name where it is that of a professional, since a cover lies open. */
function signersRuns(pack: Pack, signers: readonly Signatory[]): Runs {
  return signers.flatMap(({ role, name }, index): Runs => {
    const label = pack.roles.find(({ id }) => id === role)?.label ?? role;
    const before = index === 0 ? [] : [{ text: '\n' }];
    return name === undefined || ofTheFamily.has(role)
      ? [...before, { text: label }]
      : [...before, { text: `${label}: ` }, { text: name, own: true }];
  });
}

/** What was decided, as a panel; so a reader who turns the pages finds it as a class is found. */
function withDecisions(pack: Pack, body: readonly ReportBlock[]): readonly ReportBlock[] {
  const decisions = new Set(pack.timetable.steps.filter((id) => id.startsWith('decision-')));
  const decides = (block: ReportBlock | undefined): boolean =>
    block?.kind === 'heading' &&
    block.anchor !== undefined &&
    decisions.has(parsePlaceKey(block.anchor)?.question ?? '');
  return body.map((block, index) =>
    block.kind === 'paragraph' && block.tone === 'answer' && decides(body[index - 1])
      ? { kind: 'panel', tone: 'plain', title: block.runs, body: [] }
      : block,
  );
}
