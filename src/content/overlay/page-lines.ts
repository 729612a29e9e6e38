import type { Overlay } from './schema.ts';

/** What a page carries so that Homeward wears `overlay`: JSON, which no browser runs, and which ends at no tag that a text in it might name. */
export const pageLines = (overlay: Overlay): string =>
  `<script type="application/json" id="homeward-overlay">\n${JSON.stringify(overlay).replace(/</g, '\\u003c')}\n</script>`;
