import type { Answer, ChecklistEntry, MatrixEntry, PersonId, Rating, SignatureEntry } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { rowsOf } from '../model/fits.ts';
import { cellShown } from '../model/gaps.ts';
import { packIndex } from '../model/pack-index.ts';
import { tableKinds, type Pack, type Question } from '../model/pack.ts';
import { shownRows } from '../model/people.ts';
import { phrase } from '../model/phrases.ts';
import { cellRuns, nameOf } from '../model/report-answers.ts';
import { layoutOf, type Part } from './parts.ts';

/** One value of one piece, in words; with its code where it is a choice, its number where it is one. */
export interface Said {
  readonly text: string;
  readonly code?: string;
  readonly number?: number;
}

/** One row of an answer, or all of an answer that has no rows. */
export interface Entry {
  /** The row's id, which no other row of the answer has. */
  readonly row: string;
  readonly said: readonly { readonly part: Part; readonly values: readonly Said[] }[];
  /** What was typed into a cell but not understood. */
  readonly unread: readonly { readonly part: Part; readonly text: string }[];
}

/** What a given answer says, piece by piece. Pieces that say nothing are left out, and rows that do. */
export function entriesOf(pack: Pack, assessment: Assessment, question: Question, answer: Answer): readonly Entry[] {
  const layout = layoutOf(pack, question);
  if (!layout || answer.is !== 'given') return [];
  const raw = tableKinds.includes(question.kind)
    ? tableRows(pack, assessment, question, answer)
    : layout.isRows
      ? entryRows(pack, assessment, answer)
      : [{ row: '', cells: { '': answer.value as RawCell } }];
  return raw
    .map(({ row, cells }): Entry => {
      const filled = layout.parts.map((part) => ({ part, cell: cells[part.id] }));
      return {
        row,
        said: filled
          .map(({ part, cell }) => ({ part, values: valuesOf(part, cell) }))
          .filter(({ values }) => values.length > 0),
        unread: filled.flatMap(({ part, cell }) => (isUnread(cell) ? [{ part, text: cell.unread }] : [])),
      };
    })
    .filter(({ said, unread }) => said.length + unread.length > 0);
}

type RawCell = string | number | readonly string[] | { readonly unread: string } | null | undefined;
interface RawRow {
  readonly row: string;
  readonly cells: Readonly<Record<string, RawCell>>;
}

const isUnread = (cell: RawCell): cell is { readonly unread: string } =>
  typeof cell === 'object' && cell !== null && 'unread' in cell;

function valuesOf(part: Part, cell: RawCell): readonly Said[] {
  if (cell === undefined || cell === null || isUnread(cell)) return [];
  return [cell].flat().flatMap((each): readonly Said[] => {
    if (typeof each === 'number' && part.kind === 'decimal') return [{ text: String(each), number: each }];
    const text = String(each);
    if (text.trim() === '') return [];
    if (part.kind === 'boolean') return [{ text, code: text }];
    if (part.kind !== 'choice') return [{ text }];
    return [{ text: part.choices.find(({ code }) => code === text)?.label ?? text, code: text }];
  });
}

/** Rows of a table; people and what a cell points at are told in words, each of them alone. */
function tableRows(pack: Pack, assessment: Assessment, question: Question, answer: Answer): readonly RawRow[] {
  return shownRows(assessment, rowsOf(answer)).map((row) => ({
    row: row.id,
    cells: Object.fromEntries(
      (question.columns ?? []).map((column) => {
        const cell = cellShown(column, row, assessment) as RawCell;
        if (column.kind !== 'person' && column.kind !== 'question-ref') return [column.id, cell];
        if (cell === undefined || cell === null || isUnread(cell)) return [column.id, cell];
        const told = [cell].flat().map((each) => {
          // One cell with one thing in it, so that each is told by itself.
          const { property, ...alone } = column;
          const runs = cellRuns(pack, assessment, alone, { id: row.id, cells: { [column.id]: String(each) } });
          return runs.map(({ text }) => text).join('');
        });
        return [column.id, told];
      }),
    ),
  }));
}

type AnEntry = ChecklistEntry | MatrixEntry | Rating | SignatureEntry;

function entryRows(pack: Pack, assessment: Assessment, answer: Extract<Answer, { is: 'given' }>): readonly RawRow[] {
  const name = (id: PersonId): string => nameOf(pack, assessment, id) ?? id;
  return (answer.value as readonly AnEntry[]).map((entry): RawRow => {
    if ('item' in entry) return { row: entry.item, cells: { ...entry } };
    if ('row' in entry)
      return { row: entry.row, cells: { area: entry.row, rating: String(entry.rating), note: entry.note } };
    if ('factor' in entry) {
      const { factor, of, status, trend, note, source, date, guards } = entry;
      const index = packIndex(pack);
      return {
        // Each person a factor was rated for has a row of their own.
        row: of === null ? factor : `${factor}~${of}`,
        cells: {
          ...{ factor, status, trend, note, date },
          whose: of === null ? phrase(pack, 'family') : name(of),
          // A source may name the question whose answer is meant.
          source: source === undefined ? source : (index.questions.get(source)?.label ?? source),
          guards: guards?.map(({ risk, child }) => `${index.factors.get(risk)?.label ?? risk} (${name(child)})`),
        },
      };
    }
    const { person, role, date, statement, mark } = entry;
    return {
      row: '',
      cells: {
        ...{ role, date, statement },
        name: person === null ? entry.name : name(person),
        mark: mark && (mark.kind === 'typed' ? mark.text : phrase(pack, 'mark-drawn')),
      },
    };
  });
}
