import type { Answer } from './answer.ts';
import type { Assessment, Place } from './assessment.ts';
import { evaluate, type Instance } from './evaluate.ts';
import { rowsOf } from './fits.ts';
import { keysThatApply, printedInstances, refuseUnmade } from './make-report.ts';
import { tableKinds, type Pack } from './pack.ts';
import { shownRows } from './people.ts';
import { placeKey } from './place.ts';
import { publishedPeople } from './published-people.ts';
import { Reading } from './reading.ts';
import { publishedEvidence } from './report-evidence.ts';
import { suggestionOf } from './suggested-then.ts';
import type { Published, ReportChoice } from './report.ts';

/** What the attachment of a PDF holds (R5): what the report prints, nothing hidden, no history. Throws as `report` does. */
export function published(pack: Pack, assessment: Assessment, choice: ReportChoice): Published {
  refuseUnmade(pack, choice);
  const evaluation = evaluate(pack, assessment, choice.on);
  const printed = printedInstances(pack, evaluation, choice);
  const evidence = publishedEvidence(pack, assessment, printed, keysThatApply(evaluation));
  const stages = pack.stages.filter(
    ({ id }) => choice.stages?.includes(id) ?? printed.some(({ stage }) => stage === id),
  );
  return {
    format: 'homeward-published/1',
    pack: {
      id: pack.id,
      version: pack.version,
      structureHash: pack.structureHash,
      wordsHash: pack.wordsHash,
      locale: pack.locale,
    },
    output: choice.output,
    stages: stages.map(({ id }) => id),
    on: choice.on,
    assessment: {
      id: assessment.id,
      kind: assessment.kind,
      route: assessment.route,
      reference: assessment.reference,
      startedAt: assessment.startedAt,
      people: publishedPeople(new Reading(pack, assessment), printed, stages, evidence),
      answers: publishedAnswers(pack, assessment, printed),
      // Why a round was opened is not printed, so it does not leave.
      rounds: assessment.rounds
        .filter(({ round }) => printed.some(({ place }) => place.round === round))
        .map((opened) => ({ ...opened, reason: '' })),
      versions: assessment.versions,
      ...(evidence.length > 0 ? { evidence } : {}),
    },
  };
}

function publishedAnswers(
  pack: Pack,
  assessment: Assessment,
  printed: readonly Instance[],
): Readonly<Record<string, Answer>> {
  const purpose: Place = { question: pack.purposeQuestion, subject: null, round: 0 };
  const said = assessment.answers[placeKey(purpose)];
  // Every report says the purpose at its beginning, whatever its stages.
  return Object.fromEntries([
    ...(said ? [[placeKey(purpose), asPrinted(pack, said)] as const] : []),
    ...printed.flatMap(({ key, answer, question }) => {
      if (!answer) return [];
      const { is } = answer;
      const isTable = is === 'given' && tableKinds.includes(question.kind);
      const shown = isTable ? { ...answer, value: shownRows(assessment, rowsOf(answer)) } : answer;
      return [[key, asPrinted(pack, shown)] as const];
    }),
  ]);
}

/** An answer without what no report says: where it was copied from, and a suggestion where the council wants none. */
function asPrinted(pack: Pack, answer: Answer): Answer {
  const kept = { ...answer };
  delete kept.copiedFrom;
  if (kept.is === 'given' && !suggestionOf(pack)) delete kept.suggested;
  return kept;
}
