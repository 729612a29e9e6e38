import type {
  Asked,
  Factor,
  Pack,
  Question,
  QuestionId,
  RiskClass,
  Section,
  SectionId,
  Stage,
  StageId,
} from './pack.ts';

/** Quick ways into a pack. */
export interface PackIndex {
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly sections: ReadonlyMap<SectionId, Section>;
  readonly stages: ReadonlyMap<StageId, Stage>;
  readonly factors: ReadonlyMap<string, Factor>;
  readonly riskClasses: ReadonlyMap<string, RiskClass>;
  /** Where a question is asked: its sections, in order, with the round each asks for. */
  readonly askedIn: ReadonlyMap<QuestionId, readonly { readonly section: Section; readonly asked: Asked }[]>;
}

const indexes = new WeakMap<Pack, PackIndex>();
const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [each.id, each]));

/** The index of `pack`, made once: packs never change. */
export function packIndex(pack: Pack): PackIndex {
  const known = indexes.get(pack);
  if (known) return known;
  const askedIn = new Map<QuestionId, { section: Section; asked: Asked }[]>();
  for (const section of pack.sections)
    for (const asked of section.asks) {
      const list = askedIn.get(asked.question);
      if (list) list.push({ section, asked });
      else askedIn.set(asked.question, [{ section, asked }]);
    }
  const made: PackIndex = {
    questions: byId(pack.questions),
    sections: byId(pack.sections),
    stages: byId(pack.stages),
    factors: byId(pack.factors),
    riskClasses: byId(pack.riskClasses),
    askedIn,
  };
  indexes.set(pack, made);
  return made;
}
