import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Pack } from '../../model/pack.ts';
import { phrase } from '../../model/phrases.ts';
import type { Light } from '../../model/lights.ts';
import { words } from './pack-words.ts';

/** What a light means in the words of the pack: `Green: met and seen by someone else`. */
export const lightWords = (pack: Pack, light: Light): string => phrase(pack, `light-${light}`);

/** Its name alone: what stands before the colon. */
export const lightName = (pack: Pack, light: Light): string => lightWords(pack, light).split(':')[0] ?? '';

/** The shape of a light in a box of 24 by 24: each has one of its own, so that no colour is needed to tell them apart. */
export function lightShape(light: Light): SVGTemplateResult {
  switch (light) {
    case 'not-started':
      return svg`<circle class="hw-light" cx="12" cy="12" r="9"></circle>`;
    case 'red':
      return svg`<path class="hw-light hw-light--red" d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"></path>
        <path class="hw-light__glyph" d="M8 8l8 8M16 8l-8 8"></path>`;
    case 'amber':
      return svg`<path class="hw-light hw-light--amber" d="M12 2l11 20H1z"></path>
        <path class="hw-light__glyph" d="M12 9v6M12 18v1.5"></path>`;
    case 'green':
      return svg`<circle class="hw-light hw-light--green" cx="12" cy="12" r="10"></circle>
        <path class="hw-light__glyph" d="M7 12.5l3.5 3.5L17 8.5"></path>`;
  }
}

/** The shape beside a word that says the same. */
export const lightIcon = (light: Light): TemplateResult =>
  html`<svg class="hw-light-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${lightShape(light)}</svg>`;

/** Shape and words. */
export const lightSaid = (pack: Pack, light: Light): TemplateResult =>
  html`<span class="hw-light-said">${lightIcon(light)}<span>${words(pack, lightWords(pack, light))}</span></span>`;

export const lightStyles = css`
  .hw-light {
    fill: var(--hw-paper);
    stroke: var(--hw-ink);
    stroke-width: 1.5;
  }
  .hw-light--red {
    fill: var(--hw-light-red);
  }
  .hw-light--amber {
    fill: var(--hw-light-amber);
  }
  .hw-light--green {
    fill: var(--hw-light-green);
  }
  .hw-light__glyph {
    fill: none;
    stroke: #ffffff;
    stroke-width: 2.5;
    stroke-linecap: round;
  }
  .hw-light-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-inline-end: 0.4em;
    vertical-align: text-bottom;
  }
  .hw-light-said {
    display: inline-flex;
    align-items: flex-start;
  }
  @media (forced-colors: active) {
    .hw-light {
      fill: Canvas;
      stroke: CanvasText;
    }
    .hw-light__glyph {
      stroke: CanvasText;
    }
  }
`;
