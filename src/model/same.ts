/** Whether two values of plain JSON say the same. A property that is undefined counts as absent. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => same(each, other[index]))
    );
  const [left, right] = [one, other] as readonly Record<string, unknown>[];
  return [...Object.keys(one), ...Object.keys(other)].every((key) => same(left?.[key], right?.[key]));
}
