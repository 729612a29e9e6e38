/** The texts that stand at the same place in both values. */
export function sameStrings(one: unknown, other: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (a: unknown, b: unknown): void => {
    if (typeof a === 'string') {
      if (a === b) found.add(a);
    } else if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
      const places = new Map(Object.entries(b));
      for (const [place, inside] of Object.entries(a)) walk(inside, places.get(place));
    }
  };
  walk(one, other);
  return found;
}
