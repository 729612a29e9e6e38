const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * The name of every file that leaves: `homeward-draft-2026-11-22-1404-39c8e9ab-r5.age`. What it is, the day and the time by
 * the clock of this computer, then what tells it from others. Never a reference or a name: folders are seen by many.
 */
export function fileName(what: string, at: Date, ending: string, ...more: readonly string[]): string {
  const day = `${String(at.getFullYear())}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${['homeward', what, day, `${pad(at.getHours())}${pad(at.getMinutes())}`, ...more].join('-')}.${ending}`;
}
