import type { PackFault, Step } from './pack-fault.ts';
import { columnKinds, personProperties, type QuestionKind, questionKinds } from './pack-kinds.ts';
import { type Column, type Pack, type Question, tableKinds } from './pack.ts';

const withChoices: readonly QuestionKind[] = ['single-choice', 'multi-choice'];
const withAnchors: readonly QuestionKind[] = ['scale', 'rating-matrix'];
const withItems: readonly QuestionKind[] = ['checklist', 'rating-matrix'];

/** What a question's kind needs and does not have, or has and cannot use. */
export function shapeFaults(pack: Pack): readonly PackFault[] {
  const purposeAt = pack.questions.findIndex(({ id }) => id === pack.purposeQuestion);
  const purposeKind = pack.questions[purposeAt]?.kind;
  return [
    ...(purposeKind === undefined || purposeKind === 'single-choice'
      ? []
      : [
          {
            code: 'purpose-question-kind',
            at: ['purposeQuestion'],
            question: pack.purposeQuestion,
            detail: purposeKind,
          },
        ]),
    ...pack.questions.flatMap((question, index) =>
      questionFaults(question, ['questions', index]).map((fault) => ({ ...fault, question: question.id })),
    ),
  ];
}

function questionFaults(question: Question, at: readonly Step[]): readonly PackFault[] {
  const { kind } = question;
  const faults: PackFault[] = [];
  if (!(questionKinds as readonly string[]).includes(kind)) {
    return [{ code: 'unknown-kind', at: [...at, 'kind'], detail: kind }];
  }
  const parts: readonly [keyof Question, readonly QuestionKind[], readonly unknown[] | undefined][] = [
    ['choices', withChoices, question.choices],
    ['anchors', withAnchors, question.anchors],
    ['items', withItems, question.items],
    ['columns', tableKinds, question.columns],
    ['factorSets', ['factor-rating'], question.factorSets],
    ['lists', ['person-table'], question.lists],
  ];
  for (const [part, kinds, list] of parts) {
    if (kinds.includes(kind) && (list ?? []).length === 0)
      faults.push({ code: `missing-${words(part)}`, at, detail: kind });
    if (!kinds.includes(kind) && list !== undefined)
      faults.push({ code: `unused-${words(part)}`, at: [...at, part], detail: kind });
  }
  if (question.repeats.includes('child') && question.repeats.includes('carer')) {
    faults.push({ code: 'repeats-twice', at: [...at, 'repeats'] });
  }
  if (question.minWords !== undefined && kind !== 'long-text' && kind !== 'text') {
    faults.push({ code: 'unused-min-words', at: [...at, 'minWords'], detail: kind });
  }
  faults.push(...evidenceFaults(question, [...at, 'evidence']));
  (question.columns ?? []).forEach((column, index) => faults.push(...columnFaults(column, [...at, 'columns', index])));
  return faults;
}

/** What a question gives as evidence: of a table the columns it names, of a text itself; nothing else has words to give. */
function evidenceFaults({ kind, columns = [], evidence }: Question, at: readonly Step[]): readonly PackFault[] {
  if (!evidence) return [];
  const { words, on, from, person } = evidence;
  const named = [words, on, from, person].filter((id) => id !== undefined);
  const isTable = tableKinds.includes(kind);
  if (isTable && words === undefined) return [{ code: 'missing-words-column', at }];
  if (!isTable && ((kind !== 'text' && kind !== 'long-text') || named.length > 0))
    return [{ code: 'unused-evidence', at, detail: kind }];
  return named
    .filter((id) => !columns.some((column) => column.id === id))
    .map((id) => ({ code: 'unknown-column', at, detail: id }));
}

function columnFaults(column: Column, at: readonly Step[]): readonly PackFault[] {
  const { kind } = column;
  // A pack from outside may lack what its type promises.
  if (!columnKinds.includes(kind)) {
    const none = typeof kind !== 'string';
    return [
      none
        ? { code: 'column-without-kind', at, detail: column.id }
        : { code: 'unknown-kind', at: [...at, 'kind'], detail: kind },
    ];
  }
  const faults: PackFault[] = [];
  const chooses = kind === 'single-choice' || kind === 'multi-choice';
  if (chooses && (column.choices ?? []).length === 0) faults.push({ code: 'missing-choices', at, detail: column.id });
  if (!chooses && column.choices !== undefined)
    faults.push({ code: 'unused-choices', at: [...at, 'choices'], detail: column.id });
  if (kind === 'question-ref' && (column.refersTo ?? []).length === 0)
    faults.push({ code: 'missing-refers-to', at, detail: column.id });
  if (kind !== 'question-ref' && column.refersTo !== undefined)
    faults.push({ code: 'unused-refers-to', at: [...at, 'refersTo'], detail: column.id });
  if (kind !== 'person' && column.roles !== undefined)
    faults.push({ code: 'unused-roles', at: [...at, 'roles'], detail: column.id });
  if (column.besides !== undefined && (column.roles ?? []).length === 0)
    faults.push({ code: 'unused-besides', at: [...at, 'besides'], detail: column.id });
  if (column.many === true && kind !== 'person' && kind !== 'question-ref')
    faults.push({ code: 'unused-many', at: [...at, 'many'], detail: column.id });
  if (column.property !== undefined && !(personProperties as readonly string[]).includes(column.property)) {
    faults.push({ code: 'unknown-property', at: [...at, 'property'], detail: column.property });
  }
  return faults;
}

function words(part: string): string {
  return part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
