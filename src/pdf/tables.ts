import type { ReportBlock, Runs } from '../model/report.ts';
import { cardStrips } from './cards.ts';
import { ground, line, styles, teal, textWidth, type TextStyle } from './look.ts';
import { widthsOf } from './lines.ts';
import { gutter, rowStrips, type SetCell } from './rows.ts';
import { asArtifact, lineStrips, setAgain, setText, together, type Desk, type SetText, type Strip } from './strips.ts';
import type { StructureElement } from './structure.ts';
import { drawnRuns, isBlank } from './text.ts';
import { roomInColumn, roomInRow } from './writing.ts';

type Table = Extract<ReportBlock, { kind: 'table' }>;
type Facts = Extract<ReportBlock, { kind: 'facts' }>;

/** With more columns than this, on an upright page, a column holds two words. */
const mostColumns = 5;

/** Names and their values as a table of two columns, where each row has its head. */
export function factsStrips(
  desk: Desk,
  { rows }: Facts,
  { name: nameStyle, fact: factStyle }: { readonly name: TextStyle; readonly fact: TextStyle } = {
    name: styles.factName,
    fact: styles.fact,
  },
): readonly Strip[] {
  if (rows.length === 0) return [];
  const body = desk.tree.add(desk.tree.add(desk.tree.root, 'Table'), 'TBody');
  const nameWidth = textWidth * 0.34;
  const strips = rows.map(({ name, value }) => {
    const row = desk.tree.add(body, 'TR');
    const head = setText(desk, name, nameStyle, nameWidth - gutter, desk.tree.add(row, 'TH', { scope: 'Row' }));
    const words = setText(desk, value, factStyle, textWidth - nameWidth, desk.tree.add(row, 'TD'));
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
  return whole(withSpace(strips.flat(), 10));
}

/** A few facts, such as who signed when, stay together. */
function whole(strips: readonly Strip[]): readonly Strip[] {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  return height < 160 ? together(strips, false) : strips;
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
  const columns = columnsOf(desk, table);
  for (const strip of columns ? columnStrips(desk, table, owner, columns) : cardStrips(desk, table, owner)) {
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
      const least = Math.min(width, textWidth / head.length);
      return { least, easy: least, natural: [textWidth * 0.24] };
    }
    return {
      least: Math.min(most, Math.max(24, ...words.map(({ least }) => least))) + 2 * gutter,
      easy:
        Math.max(...words.map(({ natural }) => natural).filter((natural) => natural <= easyWidth), 0) + 2 * gutter + 1,
      natural: words.map(({ natural }) => natural + 2 * gutter + 1),
    };
  });
  return shared(columns, textWidth);
}

interface Column {
  /** The width of its longest word. */
  readonly least: number;
  /** The width of the widest of its cells that are short enough to stand on one line. */
  readonly easy: number;
  /** The width of each of its cells on one line. */
  readonly natural: readonly number[];
}

/** A name, a date or a head up to this width stands on one line where there is room. */
const easyWidth = 92;
/** So much is given to a column at a time. */
const step = 6;
/** Rows beyond these say nothing new about which width is best. */
const rowsLookedAt = 60;

/**
 * `width` shared among columns so that the table becomes low: each gets its least, then whichever column saves most
 * lines for what it is given gets the next. Null when the least is too much.
 */
function shared(columns: readonly Column[], width: number): number[] | null {
  const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0);
  const easy = columns.map(({ least, easy: wide }) => Math.max(least, wide));
  const widths = sum(easy) <= width * 0.85 ? easy : columns.map(({ least }) => least);
  let spare = width - sum(widths);
  if (spare < 0) return null;
  const looked = columns.map(({ natural }) => natural.slice(0, rowsLookedAt));
  const lines = (column: number, row: number, of: number): number => Math.ceil((looked[column]?.[row] ?? 0) / of);
  const rowCount = Math.max(...looked.map(({ length }) => length));
  for (; spare >= step; spare -= step) {
    // How many lines narrower steps save is uneven: the room that words lack tells of it before a line is saved.
    const gains = widths.map((each, column) => {
      let gain = 0;
      for (let row = 0; row < rowCount; row += 1) {
        const own = (looked[column]?.[row] ?? 0) / each;
        const highest = Math.max(...widths.map((other, index) => lines(index, row, other)));
        if (own > 1 && Math.ceil(own) === highest) gain += own - (looked[column]?.[row] ?? 0) / (each + step);
      }
      return gain;
    });
    const best = Math.max(...gains);
    if (best <= 0) break;
    const to = gains.indexOf(best);
    widths[to] = (widths[to] ?? 0) + step;
  }
  // What nobody needs is shared by all.
  return widths.map((each) => each + spare / widths.length);
}

/** A table as it is laid out: its columns, and one that hangs beneath the last of them. */
interface Columns {
  readonly widths: readonly number[];
  /** The index of the column that hangs. */
  readonly hung: number | null;
}

/**
 * The widths of the columns of a table, or null where they do not fit.
 *
 * Of many columns the last hangs beneath the one before when half of its cells are empty, as it would make all others
 * narrow for a few words.
 */
function columnsOf(desk: Desk, table: Table): Columns | null {
  const last = table.head.length - 1;
  const empty = table.rows.filter((row) => isBlank(row[last]?.runs ?? [])).length;
  if (!table.room && last >= 4 && last < mostColumns && 2 * empty >= table.rows.length && table.rows.length > 0) {
    const head = table.head.slice(0, last);
    const widths = columnWidths(desk, { ...table, head });
    if (widths) return { widths, hung: last };
  }
  const widths = columnWidths(desk, table);
  return widths && { widths, hung: null };
}

/** A row of up to so many points stays with the one beside it at the edge of a table. */
const lowRow = 70;

function* columnStrips(
  desk: Desk,
  { head, rows, rowHeads, room }: Table,
  owner: StructureElement,
  { widths, hung }: Columns,
): Generator<Strip> {
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0) + gutter);
  const silent = { ...desk, onUndrawn: () => undefined };
  const row = (cells: readonly Runs[], parent: StructureElement, headed: 'Column' | 'Row' | null): SetCell[] => {
    const element = desk.tree.add(parent, 'TR');
    const set = (column: number, at: number): SetText => {
      const isHead = headed === 'Column' || (headed === 'Row' && column === 0);
      const cell = desk.tree.add(element, isHead ? 'TH' : 'TD', isHead ? { scope: headed } : {});
      const style: TextStyle =
        headed === 'Column' ? styles.cellHead : isHead ? { ...styles.cell, bold: true } : styles.cell;
      return setText(desk, cells[column] ?? [], style, (widths[at] ?? 0) - 2 * gutter, cell);
    };
    const placed = starts.map((x, column): SetCell => ({ x, set: set(column, column) }));
    const last = placed.length - 1;
    if (hung === null) return placed;
    const width = (widths[last] ?? 0) - 2 * gutter;
    const named = headed !== 'Column' && !isBlank(cells[hung] ?? []);
    const name = named ? [setText(silent, head[hung] ?? [], styles.hungName, width, null)] : [];
    const below = [...name, set(hung, last)];
    return placed.map((cell, column) => (column === last ? { ...cell, below } : cell));
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
  for (const [at, cells] of rows.entries()) {
    const words = cells.map(({ runs }) => runs);
    const strips = rowStrips(desk, row(words, body, rowHeads ? 'Row' : null), 4.5, room ? roomInRow : 5, {
      rule: line,
    });
    // A row that is parted says again which it is.
    const headed =
      rowHeads && strips.length > 1 && strips.some(({ keep }, index) => !keep && index < strips.length - 1);
    const again = headed ? nameAgain(desk, words[0] ?? []) : [gap];
    const height = strips.reduce((sum, strip) => sum + strip.height, 0);
    // Neither the first nor the last row stands alone under a head.
    const kept = height < lowRow && rows.length > 1 && (at === 0 || at === rows.length - 2);
    yield* strips.map((strip, index) => ({
      ...strip,
      keep: strip.keep || (kept && index === strips.length - 1),
      repeat: index === 0 ? repeat : [...repeat, ...again],
    }));
  }
}

/** The name of a row above what is continued of it. */
function nameAgain(desk: Desk, name: Runs): readonly Strip[] {
  const set = setAgain(desk, name, { ...styles.cell, bold: true }, textWidth - 2 * gutter);
  return rowStrips(desk, [{ set, x: gutter }], 4.5, 3, {}).map(asArtifact);
}
