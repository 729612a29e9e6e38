import type { Overlay } from '../../content/overlay/schema.ts';

/** The council's colours on everything below `element`, in place of any worn before. Each was judged against white before. */
export function wear({ style }: HTMLElement, { look: { brand, link } = {} }: Overlay): void {
  for (const [name, colour] of [
    ['--govuk-brand-colour', brand],
    ['--govuk-link-colour', link],
  ] as const) {
    if (colour === undefined) style.removeProperty(name);
    else style.setProperty(name, colour);
  }
}
