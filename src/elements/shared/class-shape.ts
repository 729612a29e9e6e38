import { css, html, svg, type TemplateResult } from 'lit';
import type { Pack, RiskClass } from '../../model/pack.ts';
import { words } from './pack-words.ts';

/** From the lowest class to the highest: what of the disc is filled. */
const filled = [
  '',
  'M10 2a8 8 0 0 1 0 16z',
  'M10 10V2a8 8 0 1 1-8 8z',
  'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z',
] as const;

/** A ring, filled further for each class; in ink, and only ever beside the word. */
function classShape(pack: Pack, { order }: RiskClass): TemplateResult {
  const last = pack.riskClasses.length;
  const path = order >= last ? filled[3] : (filled[order - 1] ?? filled[2]);
  return html`<svg class="hw-class__shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    ${svg`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" /><path d=${path} fill="currentColor" />`}
  </svg>`;
}

/** A class by its word, with its shape. */
export const classWord = (pack: Pack, riskClass: RiskClass): TemplateResult =>
  html`<span class="hw-class">${classShape(pack, riskClass)}<strong>${words(pack, riskClass.label)}</strong></span>`;

/** For every root that shows a class. */
export const classStyles = css`
  .hw-class {
    display: inline-flex;
    align-items: center;
    gap: var(--hw-space-1);
  }
  .hw-class__shape {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
  }
`;
