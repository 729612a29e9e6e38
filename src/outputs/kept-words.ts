/** Words as they are compared: whatever the case, the marks on letters and the blanks between. */
const plainly = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Whether any text in `value` holds one of `words`, as a whole or inside a longer word. */
export function holdsAny(value: unknown, words: readonly string[]): boolean {
  const sought = words.map(plainly).filter((word) => word !== '');
  if (sought.length === 0) return false;
  const holds = (each: unknown): boolean => {
    if (typeof each === 'string') return sought.some((word) => plainly(each).includes(word));
    return typeof each === 'object' && each !== null && Object.values(each).some(holds);
  };
  return holds(value);
}
