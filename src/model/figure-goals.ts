import type { PlainDate } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { evaluate } from './evaluate.ts';
import type { Light } from './lights.ts';
import { packIndex } from './pack-index.ts';
import type { Pack } from './pack.ts';
import { dateWords, phrase } from './phrases.ts';
import { goalsOf, type Look } from './progress-goals.ts';
import { parsePlaceKey } from './place.ts';
import type { Figure, SignedWords } from './report.ts';

/** So many days stand side by side on upright paper. */
const mostDays = 4;

const asked = new Set(['goal-progress', 'post-return-progress']);
const voices = [
  ['worker', 'worker-colour'],
  ['parent', 'parent-colour'],
  ['child', 'child-colour'],
] as const;

/** The lights given to each goal, day by day, below the question that asks for them. */
export function goalFigures(
  pack: Pack,
  assessment: Assessment,
  on: PlainDate,
  anchors: readonly string[],
): readonly Figure[] {
  const here = anchors.filter((anchor) => asked.has(parsePlaceKey(anchor)?.question ?? ''));
  if (here.length === 0) return [];
  const goals = goalsOf(evaluate(pack, assessment, on), assessment).filter(({ words }) => words !== '');
  return here.flatMap((anchor) => {
    const looked = goals.map(({ words, looks }) => ({ words, looks: looks.filter(({ at }) => at === anchor) }));
    const days = [
      ...new Set(
        looked.flatMap(({ looks }) => looks.flatMap(({ given }) => (typeof given === 'string' ? [given] : []))),
      ),
    ];
    days.sort();
    const said = lightsSaid(pack, anchor);
    return Array.from({ length: Math.ceil(days.length / mostDays) }, (_, index): Figure => {
      const columns = days.slice(index * mostDays, (index + 1) * mostDays);
      const rows = looked
        .map(({ words, looks }) => ({
          name: words,
          cells: columns.map((day) => looks.filter(({ given }) => given === day).flatMap(said)),
        }))
        .filter(({ cells }) => cells.some(({ length }) => length > 0));
      const told = rows.map(({ name, cells }) => {
        const each = cells.flatMap((cell, column) =>
          cell.length === 0
            ? []
            : [`${dateWords(pack, columns[column] ?? '')}, ${cell.map(({ words }) => words).join(', ')}`],
        );
        return `${name}: ${each.join('; ')}.`;
      });
      return {
        anchor,
        side: 'below',
        title: [{ text: phrase(pack, 'figure-goals') }],
        alt: phrase(pack, 'figure-goals-alt', { told: told.join(' ') }),
        picture: { is: 'grid', columns: columns.map((day) => dateWords(pack, day)), groups: [{ title: '', rows }] },
      };
    });
  });
}

/** The lights of one look, each with whose it is and its name in the words of the pack. */
function lightsSaid(pack: Pack, anchor: string): (look: Look) => readonly SignedWords[] {
  const columns = packIndex(pack).questions.get(parsePlaceKey(anchor)?.question ?? '')?.columns ?? [];
  const name = (light: Light): string => phrase(pack, `light-${light}`).split(':')[0] ?? '';
  return (look) =>
    voices.flatMap(([voice, column]): readonly SignedWords[] => {
      const light = look[voice];
      const label = columns.find(({ id }) => id === column)?.label ?? '';
      return light === null ? [] : [{ sign: light, words: `${label}: ${name(light)}` }];
    });
}
