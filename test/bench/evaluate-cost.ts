import type { Assessment } from '../../src/model/assessment.ts';
import { evaluate } from '../../src/model/evaluate.ts';
import type { Pack } from '../../src/model/pack.ts';
import { placeKey } from '../../src/model/place.ts';
import { extent, largeCase, realPack } from './large-case.ts';
import { workload } from './workload.ts';

/** Milliseconds one evaluation takes in Node, the median of many. */
export interface EvaluateCost {
  readonly of: string;
  readonly instances: number;
  readonly milliseconds: number;
  /** The most it may take, where that is judged. */
  readonly most?: number;
}

/** What `evaluate` costs for `size` made-up questions and for the largest case with the real ones. */
export function evaluateCosts(size: number): readonly EvaluateCost[] {
  const { pack, all } = workload(size);
  const made = {
    ...assessmentOf(pack),
    answers: Object.fromEntries(all.map((each) => [placeKey(each), each.answer])),
  };
  const real = realPack();
  const large = largeCase(real);
  const { children, adults, rounds, events, ratings } = extent(real, large);
  return [
    cost(`${String(size)} questions`, pack, made),
    cost(
      `${String(children)} children, ${String(adults)} adults, ${String(rounds)} rounds, ${String(events)} events, ${String(ratings)} ratings`,
      real,
      large,
      5,
    ),
  ];
}

function assessmentOf(pack: Pack): Assessment {
  return {
    format: 1,
    id: 'bench',
    kind: 'training',
    pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash },
    route: 'full',
    reference: '',
    startedAt: '2026-01-01T09:00:00.000Z',
    changedAt: '2026-01-01T09:00:00.000Z',
    people: [],
    answers: {},
    rounds: [],
    versions: [],
    history: [],
  };
}

function cost(of: string, pack: Pack, assessment: Assessment, most?: number): EvaluateCost {
  const run = (): number => {
    const began = process.cpuUsage();
    for (let count = 0; count < 20; count += 1) evaluate(pack, assessment, '2026-01-01');
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000 / 20;
  };
  const runs = Array.from({ length: 15 }, run).sort((a, b) => a - b);
  return {
    of,
    instances: evaluate(pack, assessment, '2026-01-01').applies.length,
    milliseconds: runs[7] ?? NaN,
    ...(most === undefined ? {} : { most }),
  };
}
