import type { PackFault, Step } from './pack-fault.ts';
import type { Choice, Pack } from './pack.ts';
import { phraseIds } from './phrases.ts';

/** Everything a person would read that has no words. */
export function wordFaults(pack: Pack): readonly PackFault[] {
  const faults: PackFault[] = [];
  const need = (text: string, at: readonly Step[], question?: string): void => {
    if (text.trim() === '')
      faults.push({
        code: 'missing-words',
        at,
        ...(question === undefined ? {} : { question }),
        detail: String(at.at(-1)),
      });
  };
  need(pack.title, ['title']);
  need(pack.notice, ['notice']);
  for (const id of phraseIds) need(pack.phrases[id] ?? '', ['phrases', id]);
  pack.stages.forEach((stage, index) => {
    for (const part of ['name', 'plain', 'summary'] as const) need(stage[part], ['stages', index, part]);
    stage.hardStops.forEach((words, place) => need(words, ['stages', index, 'hardStops', place]));
  });
  pack.sections.forEach(({ title }, index) => need(title, ['sections', index, 'title']));
  pack.purposes.forEach(({ label }, index) => need(label, ['purposes', index, 'label']));
  pack.roles.forEach(({ label, plural }, index) => {
    need(label, ['roles', index, 'label']);
    need(plural, ['roles', index, 'plural']);
  });
  pack.factors.forEach(({ label }, index) => need(label, ['factors', index, 'label']));
  pack.riskClasses.forEach((riskClass, index) => {
    for (const part of ['label', 'definition', 'implies'] as const) need(riskClass[part], ['riskClasses', index, part]);
  });
  pack.questions.forEach((question, index) => {
    const at: readonly Step[] = ['questions', index];
    const labels = (choices: readonly Choice[] | undefined, where: readonly Step[]): void =>
      choices?.forEach(({ label }, place) => need(label, [...where, place, 'label'], question.id));
    need(question.label, [...at, 'label'], question.id);
    labels(question.choices, [...at, 'choices']);
    question.anchors?.forEach((words, place) => need(words, [...at, 'anchors', place], question.id));
    question.items?.forEach(({ label }, place) => need(label, [...at, 'items', place, 'label'], question.id));
    question.columns?.forEach((column, place) => {
      need(column.label, [...at, 'columns', place, 'label'], question.id);
      labels(column.choices, [...at, 'columns', place, 'choices']);
    });
    if (!pack.complete) return;
    const guidance = pack.guidance[question.id];
    for (const part of ['why', 'goodEvidence', 'whatToDo'] as const) {
      if ((guidance?.[part] ?? []).length === 0) {
        faults.push({
          code: 'missing-words',
          at: ['guidance', question.id, part],
          question: question.id,
          detail: part,
        });
      }
    }
  });
  return faults;
}
