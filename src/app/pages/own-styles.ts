import type { CSSResult } from 'lit';

/**
 * Gives the styles of a page fetched later to the root it is shown in, or to the element’s own, once: the first load does
 * without them.
 */
export function adoptStyles(element: Element, { styleSheet }: CSSResult): void {
  const root = element.shadowRoot ?? element.getRootNode();
  if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
