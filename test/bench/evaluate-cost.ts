import { fileURLToPath } from 'node:url';
import { compileFolder } from '../../src/content/vite-plugin-folder.ts';
import type { Answer, Value } from '../../src/model/answer.ts';
import type { Assessment, Person } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import type { Pack, Question } from '../../src/model/pack.ts';
import { placeKey } from '../../src/model/place.ts';
import { workload } from './workload.ts';

/** Milliseconds one evaluation takes in Node, the median of many. */
export interface EvaluateCost {
  readonly of: string;
  readonly instances: number;
  readonly milliseconds: number;
}

/** What `evaluate` costs for `size` made-up questions and for the real pack with six children and three adults. */
export function evaluateCosts(size: number): readonly EvaluateCost[] {
  const { pack, all } = workload(size);
  const made = {
    ...assessmentOf(pack, []),
    answers: Object.fromEntries(all.map((each) => [placeKey(each), each.answer])),
  };
  const compiled = compileFolder(fileURLToPath(new URL('../../guidance', import.meta.url)), 'sparf');
  const real = compiled.ok ? compiled.value.packs.en : undefined;
  if (!real) throw new Error('The guidance does not compile: node scripts/guidance-check.mjs says why.');
  return [
    cost(`${String(size)} questions`, pack, made),
    cost('real pack, 6 children, 3 adults', real, answeredThroughout(real, assessmentOf(real, family))),
  ];
}

const family: readonly Person[] = [
  ...Array.from({ length: 6 }, (_, index): Person => ({
    id: `child${String(index)}`,
    role: 'child',
    name: `Child ${String(index)}`,
    inScope: true,
  })),
  ...Array.from({ length: 3 }, (_, index): Person => ({
    id: `adult${String(index)}`,
    role: 'parent',
    name: `Adult ${String(index)}`,
    inHousehold: 'lives-there',
    assessedAsCarer: true,
  })),
];

function assessmentOf(pack: Pack, people: readonly Person[]): Assessment {
  return {
    format: 1,
    id: 'bench',
    kind: 'training',
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: 'full',
    reference: '',
    startedAt: '2026-01-01T09:00:00.000Z',
    changedAt: '2026-01-01T09:00:00.000Z',
    people,
    answers: {},
    rounds: [],
    versions: [],
    history: [],
  };
}

/** Every question that comes to apply answered: the first choice, or a few words. Answers open further questions, so it goes round twice. */
function answeredThroughout(pack: Pack, start: Assessment): Assessment {
  let assessment = start;
  for (let turn = 0; turn < 2; turn += 1) {
    const { applies } = evaluate(pack, assessment, '2026-01-01');
    const answers = applies.flatMap(({ key, question }): readonly (readonly [string, Answer])[] => {
      const value = firstValue(pack, question);
      return value === undefined ? [] : [[key, { is: 'given', value, note: 'Seen at the visit.' }]];
    });
    assessment = { ...assessment, answers: Object.fromEntries(answers) };
  }
  return assessment;
}

function firstValue(pack: Pack, { kind, choices }: Question): Value | undefined {
  switch (kind) {
    case 'text':
    case 'long-text':
      return 'A few words that say what was seen, by whom and when.';
    case 'yes-no-unknown':
      return 'yes';
    case 'risk-class':
      return pack.riskClasses[0]?.id;
    case 'multi-choice':
      return choices?.slice(0, 1).map(({ id }) => id);
    default:
      return choices?.[0]?.id;
  }
}

function cost(of: string, pack: Pack, assessment: Assessment): EvaluateCost {
  const run = (): number => {
    const began = process.cpuUsage();
    for (let count = 0; count < 20; count += 1) evaluate(pack, assessment, '2026-01-01');
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000 / 20;
  };
  const runs = Array.from({ length: 15 }, run).sort((a, b) => a - b);
  return { of, instances: evaluate(pack, assessment, '2026-01-01').applies.length, milliseconds: runs[7] ?? 0 };
}
