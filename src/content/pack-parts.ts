import type {
  ArticleEntry,
  Guidance,
  GlossaryEntry,
  Pack,
  Question,
  QuestionId,
  Source,
  StageId,
} from '../model/pack.ts';
import { roundKey } from './round-key.ts';

/** What comes with the first load: structure and labels, no guidance, sources or glossary. */
export function packCore(pack: Pack): Pack {
  return { ...pack, complete: false, guidance: {}, sources: [], glossary: [], articles: [] };
}

export interface Evidence {
  readonly sources: readonly Source[];
  readonly glossary: readonly GlossaryEntry[];
  readonly articles: readonly ArticleEntry[];
}

/** The evidence a pack rests on, what its terms mean, and what there is to read further. */
export function packEvidence({ sources, glossary, articles }: Pack): Evidence {
  return { sources, glossary, articles };
}

/**
 * The guidance that one stage shows. A round with words of its own goes by `<question>@<round>`; `guidanceFor` looks
 * there first.
 */
export function stageGuidance(pack: Pack, stage: StageId): Readonly<Record<QuestionId, Guidance>> {
  const keys = pack.sections
    .filter((section) => section.stage === stage)
    .flatMap(({ asks }) => asks.flatMap(({ question, round }) => [question, roundKey(question, round)]));
  return Object.fromEntries(
    [...new Set(keys)].flatMap((key) => {
      const guidance = pack.guidance[key];
      return guidance === undefined ? [] : [[key, guidance] as const];
    }),
  );
}

/** The help beside a question in a round, if it has been loaded. */
export function guidanceFor(
  guidance: Readonly<Record<QuestionId, Guidance>>,
  question: Question['id'],
  round: number,
): Guidance | undefined {
  return guidance[roundKey(question, round)] ?? guidance[question];
}
