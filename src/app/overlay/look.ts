import type { Overlay } from '../../content/overlay/schema.ts';

/** The council's colours on everything below `element`. Each was judged against white before. */
export function wear(element: HTMLElement, { look: { brand, link } = {} }: Overlay): void {
  if (brand !== undefined) element.style.setProperty('--govuk-brand-colour', brand);
  if (link !== undefined) element.style.setProperty('--govuk-link-colour', link);
}
