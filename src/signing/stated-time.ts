/** A time as a signature dictionary states it: `D:20261121140500Z`, in UTC, to the second. */
export function writeTime(time: Date): string {
  return `D:${time.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}

/** The time in `text`, or null where it is not written as `writeTime` writes it. */
export function readTime(text: string): Date | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) || writeTime(time) !== text ? null : time;
}

/** `time` in figures alone, which every language reads: `2026-11-21 14:05 UTC`. */
export function timeInFigures(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Whether `time` can be stated: a real one, in a year of four digits. */
export function statable(time: Date): boolean {
  const year = Number.isNaN(time.getTime()) ? 0 : time.getUTCFullYear();
  return year >= 1900 && year <= 9999;
}
