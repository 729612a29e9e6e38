import type { PackFault, Step } from './pack-fault.ts';
import type { Pack } from './pack.ts';

const idShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Words that routes use where a section or an assessment may stand. */
const routeWords = new Set(['new', 'edit', 'check', 'sign', 'round', 'output', 'history']);

/** Words that a control's name uses for the parts of an answer. */
const nameParts = new Set(['day', 'month', 'year', 'note', 'state', 'reason']);

/** Ids that are used twice, cannot be written in a name or an address, or mean something else there. */
export function idFaults(pack: Pack): readonly PackFault[] {
  const present = new Set(pack.questions.map(({ id }) => id));
  return [
    ...once(pack.stages, ['stages']),
    ...once(pack.sections, ['sections']),
    ...once(pack.questions, ['questions']),
    ...once(pack.purposes, ['purposes']),
    ...once(pack.roles, ['roles']),
    ...once(pack.riskClasses, ['riskClasses']),
    ...once(pack.factors, ['factors']),
    ...once(pack.sources, ['sources']),
    ...once(pack.glossary, ['glossary']),
    ...pack.sections.flatMap(({ id }, index) => (routeWords.has(id) ? [reserved(id, ['sections', index])] : [])),
    ...pack.questions.flatMap((question, index) => {
      const at: readonly Step[] = ['questions', index];
      const faults = [
        ...once(question.choices ?? [], [...at, 'choices']),
        ...once(question.items ?? [], [...at, 'items']),
        ...once(question.columns ?? [], [...at, 'columns']),
        ...(question.columns ?? []).flatMap(({ id, choices }, column) => [
          ...once(choices ?? [], [...at, 'columns', column, 'choices']),
          ...(nameParts.has(id) ? [reserved(id, [...at, 'columns', column])] : []),
        ]),
        ...(question.formerly ?? []).flatMap((id, old): readonly PackFault[] =>
          present.has(id) ? [{ code: 'duplicate-id', at: [...at, 'formerly', old], detail: id }] : [],
        ),
      ];
      return faults.map((fault) => ({ ...fault, question: question.id }));
    }),
  ];
}

function once(list: readonly { readonly id: string }[], at: readonly Step[]): readonly PackFault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index): readonly PackFault[] => {
    const here = [...at, index];
    const faults: PackFault[] = [];
    if (seen.has(id)) faults.push({ code: 'duplicate-id', at: here, detail: id });
    if (!idShape.test(id)) faults.push({ code: 'id-shape', at: here, detail: id });
    seen.add(id);
    return faults;
  });
}

function reserved(id: string, at: readonly Step[]): PackFault {
  return { code: 'reserved-id', at, detail: id };
}
