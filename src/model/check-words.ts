import type { PackFault, Step } from './pack-fault.ts';
import type { Pack } from './pack.ts';
import { paperPhraseIds } from './paper-phrases.ts';
import { phraseIds } from './phrase-ids.ts';

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
  for (const id of [...phraseIds, ...paperPhraseIds]) need(pack.phrases[id] ?? '', ['phrases', id]);
  for (const [index, stage] of pack.stages.entries()) {
    for (const part of ['name', 'plain', 'summary'] as const) need(stage[part], ['stages', index, part]);
    for (const [place, { words }] of stage.hardStops.entries()) need(words, ['stages', index, 'hardStops', place]);
  }
  for (const [index, { title }] of pack.sections.entries()) need(title, ['sections', index, 'title']);
  for (const [index, { label }] of pack.purposes.entries()) need(label, ['purposes', index, 'label']);
  for (const [index, { label, plural }] of pack.roles.entries()) {
    need(label, ['roles', index, 'label']);
    need(plural, ['roles', index, 'plural']);
  }
  for (const [index, { label }] of pack.factors.entries()) need(label, ['factors', index, 'label']);
  for (const [index, riskClass] of pack.riskClasses.entries()) {
    for (const part of ['label', 'definition', 'implies'] as const) need(riskClass[part], ['riskClasses', index, part]);
  }
  for (const [index, question] of pack.questions.entries()) {
    const at: readonly Step[] = ['questions', index];
    const labels = (list: readonly { readonly label: string }[] | undefined, where: readonly Step[]): void => {
      for (const [place, { label }] of (list ?? []).entries()) need(label, [...where, place, 'label'], question.id);
    };
    need(question.label, [...at, 'label'], question.id);
    labels(question.choices, [...at, 'choices']);
    labels(question.items, [...at, 'items']);
    labels(question.columns, [...at, 'columns']);
    for (const [place, minimum] of (question.minimums ?? []).entries())
      for (const part of ['words', 'law'] as const) need(minimum[part], [...at, 'minimums', place, part], question.id);
    for (const [place, words] of (question.anchors ?? []).entries())
      need(words, [...at, 'anchors', place], question.id);
    for (const [place, { choices }] of (question.columns ?? []).entries())
      labels(choices, [...at, 'columns', place, 'choices']);
    if (!pack.complete) continue;
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
  }
  return faults;
}
