import { cycleFaults } from './check-rule-cycles.ts';
import { type RuleGround, leafFaults, neverHolds } from './check-rule-leaves.ts';
import { contradictions } from './check-rule-contradictions.ts';
import { excludedFaults } from './check-rule-reach.ts';
import type { PackFault, Step } from './pack-fault.ts';
import type { Pack, QuestionId, StageId } from './pack.ts';
import type { Rule } from './rule.ts';

/** Rules that name what is not there, come back to themselves, or can never hold. */
export function ruleFaults(pack: Pack, unsure: ReadonlySet<QuestionId>): readonly PackFault[] {
  const ground = groundOf(pack, unsure);
  const ofQuestions = pack.questions.flatMap(({ id, showWhen, repeats }, index) => {
    if (showWhen === undefined) return [];
    const at: readonly Step[] = ['questions', index, 'showWhen'];
    const stage = ground.stageOf.get(id) ?? Infinity;
    return judge(showWhen, at, ground, { lastStage: stage, subjects: repeats.filter((each) => each !== 'round') }).map(
      (fault) => ({ ...fault, question: id }),
    );
  });
  const ofStages = pack.stages.flatMap((stage, index) =>
    (['opens', 'opensForChild'] as const).flatMap((name) => {
      const rule = stage[name];
      if (rule === undefined) return [];
      // A stage that opens by its own answers could be asked for only once it is open.
      const lastStage = stage.order - 1;
      return judge(rule, ['stages', index, name], ground, {
        lastStage,
        subjects: name === 'opensForChild' ? ['child'] : [],
      });
    }),
  );
  const ofStops = pack.stages.flatMap((stage, index) =>
    stage.hardStops.flatMap(({ when }, place) =>
      judge(when, ['stages', index, 'hardStops', place, 'when'], ground, {
        lastStage: stage.order,
        subjects: ['child'],
      }),
    ),
  );
  const ofDates = (['dates', 'notes'] as const).flatMap((list) =>
    pack.timetable[list].flatMap(({ when }, index) =>
      when === undefined
        ? []
        : judge(when, ['timetable', list, index, 'when'], ground, {
            lastStage: Infinity,
            subjects: ['child'],
          }),
    ),
  );
  const ofMinimums = pack.questions.flatMap(({ id, minimums = [], repeats }, index) =>
    minimums.flatMap(({ when }, place) =>
      judge(when, ['questions', index, 'minimums', place, 'when'], ground, {
        lastStage: ground.stageOf.get(id) ?? Infinity,
        subjects: repeats.filter((each) => each !== 'round'),
      }).map((fault) => ({ ...fault, question: id })),
    ),
  );
  const rest = [...ofQuestions, ...ofMinimums, ...cycleFaults(pack), ...excludedFaults(pack)];
  return [
    ...rest.filter(({ question }) => question === undefined || !unsure.has(question)),
    ...ofStages,
    ...ofStops,
    ...ofDates,
  ];
}

interface Asker {
  /** Order of the last stage whose answers can be there. */
  readonly lastStage: number;
  /** What the asker repeats by: answers about the same person are compared within that person. */
  readonly subjects: readonly string[];
}

function judge(rule: Rule, at: readonly Step[], ground: RuleGround, asker: Asker): readonly PackFault[] {
  return [
    ...leafFaults(rule, at, ground, true),
    ...contradictions(rule, at, ground, asker.subjects),
    ...neverHolds(rule, at, ground, asker.lastStage),
  ];
}

function groundOf(pack: Pack, unsure: ReadonlySet<QuestionId>): RuleGround {
  const orders = new Map<StageId, number>(pack.stages.map(({ id, order }) => [id, order]));
  const stageOf = new Map<QuestionId, number>();
  for (const { stage, asks } of pack.sections) {
    for (const { question } of asks) {
      const order = orders.get(stage) ?? Infinity;
      stageOf.set(question, Math.min(order, stageOf.get(question) ?? Infinity));
    }
  }
  return {
    questions: new Map(pack.questions.map((question) => [question.id, question])),
    riskClasses: pack.riskClasses,
    stageOf,
    unsure,
  };
}
