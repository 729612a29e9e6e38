import type { PackFault, Step } from './pack-fault.ts';
import type { Pack, Question } from './pack.ts';

/** Names of sources, roles, purposes, factor sets, sections and questions that nothing goes by. */
export function referenceFaults(pack: Pack): readonly PackFault[] {
  const known = {
    source: new Set(pack.sources.map(({ id }) => id)),
    role: new Set([...pack.roles.map(({ id }) => id), 'system']),
    purpose: new Set(pack.purposes.map(({ id }) => id)),
    question: new Set(pack.questions.map(({ id }) => id)),
    'factor-set': new Set(pack.factors.map(({ set }) => set)),
    section: new Set(pack.sections.map(({ id }) => id)),
    stage: new Set(pack.stages.map(({ id }) => id)),
    'risk-class': new Set(pack.riskClasses.map(({ id }) => id)),
  };
  const unknown = (
    kind: keyof typeof known,
    ids: readonly string[] | undefined,
    at: readonly Step[],
  ): readonly PackFault[] =>
    (ids ?? []).flatMap((id, index) =>
      known[kind].has(id) ? [] : [{ code: `unknown-${kind}`, at: [...at, index], detail: id }],
    );
  // The first load brings no sources; what it names was checked when the whole was compiled.
  const sourcesOf = (ids: readonly string[], at: readonly Step[]): readonly PackFault[] => {
    if (ids.length === 0) return [{ code: 'missing-sources', at }];
    return pack.complete ? unknown('source', ids, at) : [];
  };

  const ofQuestion = (question: Question, index: number): readonly PackFault[] => {
    const at: readonly Step[] = ['questions', index];
    return [
      ...sourcesOf(question.sources, [...at, 'sources']),
      ...unknown('role', question.answeredBy, [...at, 'answeredBy']),
      ...unknown('role', question.lists, [...at, 'lists']),
      ...unknown('purpose', question.purposes, [...at, 'purposes']),
      ...unknown('purpose', Object.keys(question.labelByPurpose ?? {}), [...at, 'labelByPurpose']),
      ...unknown('factor-set', question.factorSets, [...at, 'factorSets']),
      ...(question.columns ?? []).flatMap((column, place) => [
        ...unknown('role', column.roles, [...at, 'columns', place, 'roles']),
        ...unknown('question', column.besides === undefined ? [] : [column.besides], [
          ...at,
          'columns',
          place,
          'besides',
        ]),
        ...unknown('question', column.refersTo, [...at, 'columns', place, 'refersTo']),
      ]),
      ...(question.minimums ?? []).flatMap(({ of, sources }, place): readonly PackFault[] => [
        ...sourcesOf(sources, [...at, 'minimums', place, 'sources']),
        ...((question.columns ?? []).some(
          ({ id, choices }) => id === of.column && choices?.some((choice) => choice.id === of.choice),
        )
          ? []
          : [{ code: 'unknown-choice', at: [...at, 'minimums', place, 'of'], detail: `${of.choice} of ${of.column}` }]),
      ]),
    ].map((fault) => ({ ...fault, question: question.id }));
  };

  return [
    ...unknown('question', [pack.purposeQuestion], ['purposeQuestion']),
    ...pack.stages.flatMap(({ sections, signedBy }, index) => [
      ...unknown('section', sections, ['stages', index, 'sections']),
      ...unknown('role', signedBy, ['stages', index, 'signedBy']),
    ]),
    ...pack.sections.flatMap((section, index) => [
      ...unknown('stage', [section.stage], ['sections', index, 'stage']),
      ...section.asks.flatMap((asked, place) => [
        ...unknown('question', [asked.question], ['sections', index, 'asks', place]),
        ...unknown('purpose', Object.keys(asked.labelByPurpose ?? {}), [
          'sections',
          index,
          'asks',
          place,
          'labelByPurpose',
        ]),
      ]),
    ]),
    ...unknown('risk-class', pack.lowering?.after, ['lowering', 'after']),
    ...pack.questions.flatMap(ofQuestion),
    ...pack.factors.flatMap(({ sources }, index) => sourcesOf(sources, ['factors', index, 'sources'])),
  ];
}
