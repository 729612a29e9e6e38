/** The colours of a goal, from the least to the most done. */
export const lights = ['not-started', 'red', 'amber', 'green'] as const;
export type Light = (typeof lights)[number];
