import type { Overlay } from '../../content/overlay/schema.ts';

const worn = new WeakMap<ShadowRoot, CSSStyleSheet>();

/**
 * The council's colours on what `element` shows and on elements in it, in place of any worn before. A colour that the page set
 * itself wins: what stands there already is asked for on the host, and only passed on below.
 */
export function wearLook(element: EventTarget, look: Overlay['look'] = {}): void {
  const root = element instanceof Element ? element.shadowRoot : null;
  if (!root) return;
  const before = worn.get(root);
  const others = root.adoptedStyleSheets.filter((each) => each !== before);
  const [host, page] = [new Array<string>(), new Array<string>()];
  for (const name of ['brand', 'link'] as const) {
    const colour = look[name];
    if (colour === undefined) continue;
    host.push(`--hw-local-${name}: var(--govuk-${name}-colour, ${colour})`);
    page.push(`--govuk-${name}-colour: var(--hw-local-${name})`);
  }
  if (host.length === 0) {
    if (before) root.adoptedStyleSheets = others;
    worn.delete(root);
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { ${host.join(';')} } .hw-page { ${page.join(';')} }`);
  worn.set(root, sheet);
  root.adoptedStyleSheets = [...others, sheet];
}
