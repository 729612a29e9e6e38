import type { TrainingCase } from '../content/training-case.ts';
import type { Assessment, Person, PersonInput } from '../model/assessment.ts';
import { rowsOf } from '../model/fits.ts';
import { newAssessment } from '../model/new-assessment.ts';
import type { Pack } from '../model/pack.ts';
import { deviceWorld } from '../session/world.ts';

/** A draft of a training case: with its model answers, or with its people only and every question open. */
export function draftOfCase(pack: Pack, { id, assessment }: TrainingCase, filled: boolean): Assessment {
  const now = deviceWorld.now();
  if (filled)
    return { ...assessment, id: deviceWorld.newId(), case: id, kind: 'training', startedAt: now, changedAt: now };
  const purpose = assessment.answers[pack.purposeQuestion];
  const begun = newAssessment(
    pack,
    {
      kind: 'training',
      purpose:
        purpose?.is === 'given' && typeof purpose.value === 'string' ? purpose.value : (pack.purposes[0]?.id ?? ''),
      route: assessment.route,
      reference: assessment.reference,
      people: assessment.people.map(withoutWhatIsAsked),
    },
    deviceWorld,
  );
  return { ...begun, case: id, answers: withoutStrays(begun.answers, assessment.answers) };
}

/** The rows a draft begins with, but for those of people whom the case does not have in that table: nobody could fill them. */
function withoutStrays(begun: Assessment['answers'], model: Assessment['answers']): Assessment['answers'] {
  return Object.fromEntries(
    Object.entries(begun).flatMap(([key, answer]) => {
      const rows = rowsOf(answer);
      if (rows.length === 0 || answer.is !== 'given' || model[key]?.is !== 'given') return [[key, answer] as const];
      const known = new Set(rowsOf(model[key]).map(({ person }) => person));
      const kept = rows.filter(({ person }) => known.has(person));
      return kept.length === 0 ? [] : [[key, { ...answer, value: kept }] as const];
    }),
  );
}

/** Who somebody is, without what the tables of the first sections ask about them. */
function withoutWhatIsAsked({
  relationship: _relationship,
  relatedTo: _relatedTo,
  livesWith: _livesWith,
  livingArrangement: _livingArrangement,
  parentalResponsibility: _parentalResponsibility,
  ...person
}: Person): PersonInput {
  return person;
}
