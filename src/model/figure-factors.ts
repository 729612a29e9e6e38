import type { Rating } from './answer.ts';
import type { Assessment, Person } from './assessment.ts';
import { factorPicture, rowsOfGroup, type FactorGroup, type FactorRow } from './factor-picture.ts';
import type { Pack } from './pack.ts';
import type { PaperPhraseId } from './paper-phrases.ts';
import { phrase, type PhraseId } from './phrases.ts';
import { parsePlaceKey } from './place.ts';
import type { Figure, Sign } from './report.ts';
import { factorQuestions } from './suggest-ratings.ts';

/** So many people stand side by side on upright paper, and so many rows are one picture. */
const mostPeople = 5;
const mostRows = 20;

/** The ratings of each round printed here, one picture for each kind of people, above the first of their questions. */
export function factorFigures(pack: Pack, assessment: Assessment, anchors: readonly string[]): readonly Figure[] {
  const asked = new Set<string>(Object.values(factorQuestions));
  const firsts = new Map<number, string>();
  for (const anchor of anchors) {
    const place = parsePlaceKey(anchor);
    if (place && asked.has(place.question) && !firsts.has(place.round)) firsts.set(place.round, anchor);
  }
  return [...firsts].flatMap(([round, anchor]) =>
    inOrder(factorPicture(pack, assessment, { round, present: true }).groups).flatMap((group) =>
      columnsOf(group).flatMap((part) => figuresOf(pack, anchor, round, part)),
    ),
  );
}

/** The adults, of whom most is said, last: the others then often share a page. */
const inOrder = (groups: readonly FactorGroup[]): readonly FactorGroup[] =>
  groups.toSorted((a, b) => Number(a.id === 'adult') - Number(b.id === 'adult'));

/** The group in parts of a few people each. */
function columnsOf(group: FactorGroup): readonly Part[] {
  const rows = rowsOfGroup(group);
  return Array.from({ length: Math.ceil(group.people.length / mostPeople) }, (_, index) => {
    const [from, to] = [index * mostPeople, (index + 1) * mostPeople];
    return {
      people: group.people.slice(from, to),
      rows: rows
        .map((row) => ({ ...row, cells: row.cells.slice(from, to) }))
        .filter(({ cells }) => cells.some(({ rating }) => rating !== null)),
    };
  });
}

interface Part {
  readonly people: readonly (Person | null)[];
  readonly rows: readonly FactorRow[];
}

function figuresOf(pack: Pack, anchor: string, round: number, { people, rows }: Part): readonly Figure[] {
  const names = people.map((person) =>
    person ? person.name.trim() || phrase(pack, 'name-not-known') : phrase(pack, 'family'),
  );
  const kinds = [rows.filter(({ isRisk }) => isRisk), rows.filter(({ isRisk }) => !isRisk)].filter(
    ({ length }) => length > 0,
  );
  const pictures = rows.length > mostRows ? kinds.map((each) => [each]) : kinds.length > 0 ? [kinds] : [];
  return pictures.map((groups): Figure => ({
    anchor,
    side: 'above',
    title: [{ text: phrase(pack, 'figure-factors', { n: String(round), names: names.join(', ') }) }],
    alt: phrase(pack, 'figure-factors-alt', { told: told(pack, names, groups.flat()) }),
    picture: {
      is: 'grid',
      columns: names,
      groups: groups.map((each) => ({
        title: phrase(pack, `set-${each[0]?.factor.set ?? ''}` as PaperPhraseId),
        rows: each.map(({ factor, cells }) => ({
          name: factor.label,
          cells: cells.map(({ rating }) => (rating ? [{ sign: signOf(rating), words: statusOf(pack, rating) }] : [])),
        })),
      })),
    },
  }));
}

const statusOf = (pack: Pack, { status }: Rating): string => phrase(pack, `status-${status}` as PhraseId);

const signs: ReadonlySet<string> = new Set<Sign>(['active', 'reducing', 'past', 'absent', 'evidenced', 'claimed']);
const isSign = (status: string): status is Sign => signs.has(status);
const signOf = ({ status }: Rating): Sign => (isSign(status) ? status : 'not-known');

/** Row by row: the factor, and how it is rated for whom. */
function told(pack: Pack, names: readonly string[], rows: readonly FactorRow[]): string {
  return rows
    .map(({ factor, cells }) => {
      const ratings = cells.flatMap(({ rating }, index) =>
        rating ? [`${names[index] ?? ''}, ${statusOf(pack, rating)}`] : [],
      );
      return `${factor.label}: ${ratings.join('; ')}.`;
    })
    .join(' ');
}
