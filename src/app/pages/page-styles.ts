import type { CSSResult } from 'lit';

/** Adds styles to the root a page is shown in, once. The policy refuses a style element; a sheet of our own it lets through. */
export function bringStyles(page: Element, { styleSheet }: CSSResult): void {
  const root = page.getRootNode();
  if (!styleSheet || !(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
