import type { ReportBlock, Runs } from '../model/report.ts';
import { cardStrips } from './cards.ts';
import { ground, line, styles, teal, textWidth, type TextStyle } from './look.ts';
import { widthsOf } from './lines.ts';
import { gutter, rowStrips, type SetCell } from './rows.ts';
import { asArtifact, lineStrips, setText, together, type Desk, type Strip } from './strips.ts';
import type { StructureElement } from './structure.ts';
import { drawnRuns, isBlank } from './text.ts';
import { roomInColumn, roomInRow } from './writing.ts';

type Table = Extract<ReportBlock, { kind: 'table' }>;
type Facts = Extract<ReportBlock, { kind: 'facts' }>;

/** With more columns than this, on an upright page, a column holds two words. */
const mostColumns = 5;

/** Names and their values as a table of two columns, where each row has its head. */
export function factsStrips(desk: Desk, { rows }: Facts): Strip[] {
  if (rows.length === 0) return [];
  const body = desk.tree.add(desk.tree.add(desk.tree.root, 'Table'), 'TBody');
  const nameWidth = textWidth * 0.34;
  const strips = rows.map(({ name, value }) => {
    const row = desk.tree.add(body, 'TR');
    const head = setText(desk, name, styles.factName, nameWidth - gutter, desk.tree.add(row, 'TH', { scope: 'Row' }));
    const words = setText(desk, value, styles.fact, textWidth - nameWidth, desk.tree.add(row, 'TD'));
    return rowStrips(
      desk,
      [
        { set: head, x: 0 },
        { set: words, x: nameWidth },
      ],
      4,
      4.5,
      { rule: line },
    );
  });
  return withSpace(strips.flat(), 10);
}

/**
 * A table in columns, or in cards of names and values when its columns would be too narrow to read.
 *
 * Made row by row, since a chronology may hold hundreds.
 */
export function* tableStrips(desk: Desk, given: Table): Generator<Strip> {
  const table = withEveryColumn(given);
  if (table.head.length === 0) return;
  const owner = desk.tree.add(desk.tree.root, 'Table');
  let space = 12;
  if (!isBlank(table.caption)) {
    const set = setText(desk, table.caption, styles.caption, textWidth, desk.tree.add(owner, 'Caption'));
    yield* together(lineStrips(desk, set, 0, { keep: true }), true);
    space = 5;
  }
  const widths = columnWidths(desk, table);
  for (const strip of widths ? columnStrips(desk, table, owner, widths) : cardStrips(desk, table, owner)) {
    yield space > 0 ? { ...strip, space } : strip;
    space = 0;
  }
}

/** A row may hold more cells than the head names: their words are printed all the same. */
function withEveryColumn(table: Table): Table {
  const count = Math.max(table.head.length, ...table.rows.map((row) => row.length));
  return { ...table, head: Array.from({ length: count }, (_, column) => table.head[column] ?? []) };
}

function withSpace(strips: readonly Strip[], space: number): Strip[] {
  return strips.map((strip, index) => (index === 0 ? { ...strip, space } : strip));
}

/** The widths of columns that fit, or null. */
function columnWidths(desk: Desk, { head, rows, room }: Table): number[] | null {
  if (head.length > mostColumns) return null;
  const silent = (): void => undefined;
  const columns = head.map((name, column) => {
    const words = [
      drawnRuns(name, desk.measures, true, silent),
      ...rows.map((row) => drawnRuns(row[column]?.runs ?? [], desk.measures, column === 0, silent)),
    ].map((runs) => widthsOf(runs, desk.measures, styles.cell.size));
    const most = textWidth * 0.4;
    const empty = room && rows.every((row) => isBlank(row[column]?.runs ?? []));
    if (empty) {
      const width = Math.max(roomInColumn, ...words.map(({ least }) => least + 2 * gutter));
      return { least: Math.min(width, textWidth / head.length), natural: textWidth * 0.24 };
    }
    return {
      least: Math.min(most, Math.max(24, ...words.map(({ least }) => least))) + 2 * gutter,
      natural: Math.min(textWidth * 2, Math.max(24, ...words.map(({ natural }) => natural))) + 2 * gutter + 1,
    };
  });
  return shared(columns, textWidth);
}

/**
 * `width` shared among columns: each gets its least, short ones (a date, a name) all they can use, and long ones
 * the rest by the square root of what they hold. Null when the least is too much.
 */
function shared(
  columns: readonly { readonly least: number; readonly natural: number }[],
  width: number,
): number[] | null {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  let spare = width - sum(columns.map(({ least }) => least));
  if (spare < 0) return null;
  let hungry = [...columns].sort((a, b) => a.natural - a.least - (b.natural - b.least));
  for (
    let next = hungry[0];
    next && hungry.length > 1 && next.natural - next.least <= (spare * 0.7) / hungry.length;
    next = hungry[0]
  ) {
    spare -= next.natural - next.least;
    hungry = hungry.slice(1);
  }
  const hunger = ({ least, natural }: { least: number; natural: number }): number =>
    Math.sqrt(Math.max(1, natural - least));
  const whole = sum(hungry.map(hunger));
  return columns.map((column) =>
    hungry.includes(column) ? column.least + (spare * hunger(column)) / whole : column.natural,
  );
}

function* columnStrips(
  desk: Desk,
  { head, rows, rowHeads, room }: Table,
  owner: StructureElement,
  widths: readonly number[],
): Generator<Strip> {
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0) + gutter);
  const row = (cells: readonly Runs[], parent: StructureElement, headed: 'Column' | 'Row' | null): SetCell[] => {
    const element = desk.tree.add(parent, 'TR');
    return starts.map((x, column) => {
      const isHead = headed === 'Column' || (headed === 'Row' && column === 0);
      const cell = desk.tree.add(element, isHead ? 'TH' : 'TD', isHead ? { scope: headed } : {});
      const style: TextStyle =
        headed === 'Column' ? styles.cellHead : isHead ? { ...styles.cell, bold: true } : styles.cell;
      return { x, set: setText(desk, cells[column] ?? [], style, (widths[column] ?? 0) - 2 * gutter, cell) };
    });
  };
  const headStrips = together(
    rowStrips(desk, row(head, desk.tree.add(owner, 'THead'), 'Column'), 5, 5.5, { rule: teal, fill: ground }),
    true,
  );
  const repeat = headStrips.map(asArtifact);
  const gap: Strip = { height: 4.5, texts: [], shapes: [], space: 0, keep: true };
  yield* together(headStrips, rows.length > 0);
  if (rows.length === 0) return;
  const body = desk.tree.add(owner, 'TBody');
  for (const cells of rows) {
    const words = cells.map(({ runs }) => runs);
    const strips = rowStrips(desk, row(words, body, rowHeads ? 'Row' : null), 4.5, room ? roomInRow : 5, {
      rule: line,
    });
    yield* strips.map((strip, index) => ({ ...strip, repeat: index === 0 ? repeat : [...repeat, gap] }));
  }
}
