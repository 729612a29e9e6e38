/** Where a key leads in a table whose rows may have cells of different widths. Only cells that can have the keyboard count. */

interface Stop {
  readonly cell: HTMLElement;
  /** The part of the row's width that the cell begins at and ends before. */
  readonly from: number;
  readonly to: number;
}

/** The cell that `key` leads to from `cell`; null where the key means nothing here or there is no further cell. */
export function cellAfter(
  table: HTMLTableElement,
  cell: HTMLElement,
  {
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): HTMLElement | null {
  if (metaKey || altKey || shiftKey || (ctrlKey && key !== 'Home' && key !== 'End')) return null;
  const rows = [...table.rows]
    .filter(({ hidden }) => !hidden)
    .map(stopsOf)
    .filter((stops) => stops.length > 0);
  const at = rows.findIndex((stops) => stops.some((stop) => stop.cell === cell));
  const row = rows[at];
  if (!row) return null;
  const place = row.findIndex((stop) => stop.cell === cell);
  const towardsStart = getComputedStyle(table).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return row[place + (key === towardsStart ? -1 : 1)]?.cell ?? null;
    case 'ArrowUp':
      return under(row[place], rows[at - 1]);
    case 'ArrowDown':
      return under(row[place], rows[at + 1]);
    case 'Home':
      return (ctrlKey ? rows[0] : row)?.[0]?.cell ?? null;
    case 'End':
      return (ctrlKey ? rows.at(-1) : row)?.at(-1)?.cell ?? null;
    default:
      return null;
  }
}

function stopsOf({ cells }: HTMLTableRowElement): readonly Stop[] {
  let from = 0;
  return [...cells].flatMap((cell) => {
    const inside = cell.querySelector<HTMLElement>('[data-cell]');
    if (!inside) return [];
    const stop = { cell: inside, from, to: from + cell.colSpan };
    from = stop.to;
    return [stop];
  });
}

/** The cell of another row that stands over or under the beginning of this one. */
const under = (stop: Stop | undefined, row: readonly Stop[] | undefined): HTMLElement | null =>
  row?.find(({ from, to }) => stop !== undefined && stop.from >= from && stop.from < to)?.cell ?? null;
