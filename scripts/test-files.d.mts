export const testFiles: {
  readonly unit: string[];
  readonly browser: string[];
  readonly journeys: string[];
  readonly others: string[];
};
export const apart: string[];
