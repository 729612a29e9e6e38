import type { Found, Measured } from './bench.ts';
import type { EvaluateCost } from './evaluate-cost.ts';
import type { Cost, Reading } from './measure.ts';
import { contestants, floors, type Contestant, type Floor } from './pages.ts';
import type { MeasuredSection } from './sections.ts';

const measures = ['load', 'key', 'toggle', 'restore'] as const;
type Measure = (typeof measures)[number];

/** The most that the form may cost, as a multiple of a floor's main-thread CPU in the same run. */
const budgets: Readonly<Record<Measure, number>> = { load: 1.3, key: 1.2, toggle: 1.5, restore: 1.2 };
/** The size from which the form is judged by each floor. README.md says why the plain one does not judge the smallest. */
const judgedFrom: Readonly<Record<Floor, Readonly<Record<Measure, number>>>> = {
  floor: { load: 500, key: 120, toggle: 120, restore: 500 },
  dressed: { load: 0, key: 0, toggle: 0, restore: 0 },
};
const isJudged = ({ workload }: Measured, measure: Measure, by: Floor): boolean =>
  workload.size >= judgedFrom[by][measure];

const names: Readonly<Record<Floor, string>> = { floor: 'plain floor', dressed: 'dressed floor' };

/** One thing that must hold: said in a line, with whether it does. */
export interface Check {
  readonly says: string;
  readonly holds: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

const middle = (readings: readonly Reading[], of: (reading: Reading) => number): number => median(readings.map(of));
const costOf = ({ readings }: Measured, which: Contestant, measure: Measure, part: keyof Cost = 'cpu'): number =>
  middle(readings[which], (reading) => reading[measure][part]);
const ratio = (measured: Measured, measure: Measure, to: Floor): number =>
  costOf(measured, 'form', measure) / costOf(measured, to, measure);

/** What a section of the large case may cost: times the floor, and MiB of heap above it. */
const sectionBudgets = { load: 1.3, key: 1.2, heap: 12 } as const;
type SectionFloor = keyof MeasuredSection['controls'];

const sectionRatio = ({ readings }: MeasuredSection, measure: 'load' | 'key', to: SectionFloor): number =>
  median(readings.form.map((reading) => reading[measure].cpu)) /
  median(readings[to].map((reading) => reading[measure].cpu));

const heapAbove = ({ readings }: MeasuredSection, floor: SectionFloor): number =>
  median(readings.form.map(({ heap }) => heap)) - median(readings[floor].map(({ heap }) => heap));

/** The budgets of the large case's sections, against the static page that offers all their controls. */
export function sectionChecks(sections: readonly MeasuredSection[]): readonly Check[] {
  return sections.flatMap((measured): readonly Check[] => [
    ...(['load', 'key'] as const).map((measure): Check => {
      const found = sectionRatio(measured, measure, 'whole');
      return {
        says: `${measured.section} of the large case, ${measure}: ${found.toFixed(2)}× the floor, of at most ${sectionBudgets[measure].toFixed(1)}×`,
        holds: found <= sectionBudgets[measure],
      };
    }),
    {
      says: `${measured.section} of the large case, heap: ${heapAbove(measured, 'whole').toFixed(1)} MiB above the floor, of at most ${String(sectionBudgets.heap)}`,
      holds: heapAbove(measured, 'whole') <= sectionBudgets.heap,
    },
  ]);
}

/** What was found of the sections, as lines of a report. */
export function sectionReport(sections: readonly MeasuredSection[]): readonly string[] {
  return sections.flatMap((measured) =>
    (['whole', 'bare'] as const).map(
      (floor) =>
        `${measured.section} of the large case, to the ${floor} floor (${String(measured.controls[floor])} controls): load ${sectionRatio(measured, 'load', floor).toFixed(2)}×, key ${sectionRatio(measured, 'key', floor).toFixed(2)}×, heap ${heapAbove(measured, floor).toFixed(1)} MiB above${floor === 'bare' ? ' (not judged)' : ''}`,
    ),
  );
}

/** That an evaluation takes no longer than it may, where that is judged. */
export const evaluationChecks = (costs: readonly EvaluateCost[]): readonly Check[] =>
  costs.flatMap(({ of, milliseconds, most }) =>
    most === undefined
      ? []
      : [
          {
            says: `evaluate, ${of}: ${milliseconds.toFixed(2)} ms of CPU in Node, of at most ${String(most)} ms`,
            holds: milliseconds <= most,
          },
        ],
  );

/** Every budget that is judged, and that all pages have the very same controls, without which no ratio would mean anything. */
export function checks({ sizes }: Found): readonly Check[] {
  return sizes.flatMap((measured) => [
    ...floors.flatMap((floor) => sameControls(measured, floor)),
    ...floors.flatMap((floor) => budgetsKept(measured, floor)),
  ]);
}

function sameControls(measured: Measured, floor: Floor): readonly Check[] {
  return (['empty', 'answered'] as const).map((when): Check => {
    const difference = firstDifference(measured[when][floor].controls, measured[when].form.controls);
    return {
      says: `N = ${String(measured.workload.size)}, ${when}: the ${names[floor]} has the form’s controls${difference === null ? '' : `, but ${difference}`}`,
      holds: difference === null,
    };
  });
}

function budgetsKept(measured: Measured, floor: Floor): readonly Check[] {
  const judged = measures.filter((measure) => isJudged(measured, measure, floor));
  return judged.map((measure): Check => {
    const found = ratio(measured, measure, floor);
    return {
      says: `N = ${String(measured.workload.size)}, ${measure}: ${found.toFixed(2)}× the ${names[floor]}, of at most ${budgets[measure].toFixed(1)}×`,
      holds: found <= budgets[measure],
    };
  });
}

/** The ratios to one floor at one size in a line, with what is over the limit said as such whether it is judged or not. */
function ratios(measured: Measured, floor: Floor): string {
  const found = measures.map((measure) => {
    const times = ratio(measured, measure, floor);
    const remarks = [
      times > budgets[measure] ? `not within the limit of ${budgets[measure].toFixed(1)}×` : '',
      isJudged(measured, measure, floor) ? '' : 'not judged',
    ].filter((remark) => remark !== '');
    return `${measure} ${times.toFixed(2)}×${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`;
  });
  return `N = ${String(measured.workload.size)}, to the ${names[floor]}: ${found.join('; ')}`;
}

function firstDifference(floor: readonly string[], form: readonly string[]): string | null {
  const at = Array.from({ length: Math.max(floor.length, form.length) }, (_, index) => index).find(
    (index) => floor[index] !== form[index],
  );
  return at === undefined
    ? null
    : `control ${String(at + 1)} is “${floor[at] ?? 'missing'}” there and “${form[at] ?? 'missing'}” in the form`;
}

/** All that was found, as the lines of a report. */
export function report(found: Found, evaluations: readonly EvaluateCost[]): readonly string[] {
  const lines = [
    `${found.browser}; medians of ${String(found.sizes[0]?.readings.form.length ?? 0)} repetitions; milliseconds are main-thread CPU`,
    '',
  ];
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, index) => (index < 3 ? cell.padEnd([6, 9, 7][index] ?? 8) : cell.padStart(9))).join(' ');
  lines.push(row('N', 'measure', 'of', 'cpu', 'style', 'layout', 'ready'));
  for (const measured of found.sizes)
    for (const measure of measures)
      for (const which of contestants) {
        const part = (name: keyof Cost): string => costOf(measured, which, measure, name).toFixed(2);
        const ready =
          measure === 'load' || measure === 'restore' ? costOf(measured, which, measure, 'wall').toFixed(0) : '';
        lines.push(
          row(String(measured.workload.size), measure, which, part('cpu'), part('style'), part('layout'), ready),
        );
      }
  lines.push('', '(“ready” is milliseconds by the clock until painted; nothing is judged by it)', '');
  lines.push(...found.sizes.flatMap((measured) => floors.map((floor) => ratios(measured, floor))), '');
  for (const { workload, empty, answered, readings } of found.sizes)
    for (const which of contestants) {
      const counts = [empty, answered].map(
        (of) =>
          `${String(of[which].elements)} elements, ${String(of[which].nodes)} nodes, ${String(of[which].controls.length)} controls`,
      );
      const heap = middle(readings[which], (reading) => reading.heap);
      const grown = middle(readings[which], (reading) => reading.heapAfter) - heap;
      lines.push(
        `N = ${String(workload.size)}, ${which}: ${counts.join('; answered ')}; JS heap ${heap.toFixed(1)} MiB, ${grown.toFixed(2)} more after the work`,
      );
    }
  lines.push('', `code of the form: ${(found.code / 1024).toFixed(1)} KiB (brotli)`);
  lines.push(...growth(found.sizes));
  for (const { of, instances, milliseconds } of evaluations)
    lines.push(`evaluate, ${of}: ${milliseconds.toFixed(2)} ms in Node for ${String(instances)} instances`);
  return lines;
}

/** How cost grows with the number of questions: 0 not at all, 1 in step. */
function growth(sizes: readonly Measured[]): readonly string[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || first === last) return [];
  const exponent = (which: Contestant, measure: Measure): string =>
    (
      Math.log(costOf(last, which, measure) / costOf(first, which, measure)) /
      Math.log(last.workload.size / first.workload.size)
    ).toFixed(2);
  return contestants.map(
    (which) =>
      `growth of ${which}, N = ${String(first.workload.size)} to ${String(last.workload.size)}: ${measures.map((measure) => `${measure} ${exponent(which, measure)}`).join(', ')}`,
  );
}
