import type { Overlay } from './schema.ts';

/** The contacts whose number nobody answers: 01632 960 is kept free for drama, and stands in what an overlay begins with. */
export const inventedNumbers = ({ contacts = [] }: Overlay): readonly string[] =>
  contacts.filter(({ phone }) => /^(?:0|\+44)1632960/.test((phone ?? '').replace(/[ ()]/g, ''))).map(({ id }) => id);
