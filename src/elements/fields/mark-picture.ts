import { html, nothing, svg, type TemplateResult } from 'lit';
import type { DrawnMark } from '../../model/answer.ts';

/** A mark as it was drawn, beside whose it is; the words near it say that it is one. */
export function markPicture({ width, height, strokes }: DrawnMark): TemplateResult | typeof nothing {
  const lines = strokes.filter((stroke) => stroke.length > 1 && stroke.every(Number.isFinite));
  if (lines.length === 0 || !(width > 0 && height > 0)) return nothing;
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width="220"
    height="80"
    preserveAspectRatio="xMinYMid"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linecap="round"
    aria-hidden="true"
  >
    ${lines.map((stroke) => svg`<polyline points=${stroke.join(' ')} />`)}
  </svg>`;
}
