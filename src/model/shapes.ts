/** The plain shapes that values from outside are checked for. */
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
