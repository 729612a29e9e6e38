import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Drawing, Drawn, OnTheWay } from './path.ts';

/** Across a wide page, down a narrow one, or down a page of paper. */
type Turned = 'wide' | 'tall' | 'paper';

interface Shown {
  /** Says what the picture shows. */
  readonly label: string;
  /** The language of a text where it is not the page's. */
  readonly lang: (text: string) => string | null;
  readonly choose: (stage: string) => void;
}

/**
 * The way as a picture. A pointer may choose a stage in it; the list below says and does the same for everybody, so it
 * is one image to a screen reader and no stop for the keyboard.
 */
export function pictureOf(drawing: Drawing, turned: Turned, { label, lang, choose }: Shown): TemplateResult {
  const { width, height, way, drawn } = drawing;
  return html`<svg
    class="hw-way hw-way--${turned}"
    viewBox="0 0 ${width} ${Math.ceil(height)}"
    role="img"
    aria-label=${label}
  >
    <path class="hw-way__line" d=${way} />
    ${drawn.map((each) => thingOf(each, turned, lang, choose))}
  </svg>`;
}

function thingOf(
  { thing, x, y, words, leader }: Drawn,
  turned: Turned,
  lang: Shown['lang'],
  choose: Shown['choose'],
): SVGTemplateResult {
  const inner = svg`
    ${leader === undefined ? nothing : svg`<line class="hw-way__leader" x1=${x} x2=${x} y1=${y} y2=${leader} />`}
    ${symbol(thing, x, y, turned)}
    ${(['name', 'more'] as const).map((of) => {
      const lines = words.lines.filter((line) => line.of === of);
      return lines.length === 0
        ? nothing
        : svg`<text class="hw-way__${of} hw-way__${of}--${thing.kind}" lang=${lang(thing[of]) ?? nothing}>${lines.map(
            (line, index) =>
              svg`<tspan x=${words.x} y=${line.y}>${line.text}${index < lines.length - 1 ? ' ' : ''}</tspan>`,
          )}</text>`;
    })}`;
  return thing.kind === 'stage'
    ? svg`<g class="hw-way__stop" data-stage=${thing.stage} @click=${() => {
        choose(thing.stage);
      }}>${inner}</g>`
    : svg`<g>${inner}</g>`;
}

/** A gate for a decision, a diamond for a classification, a numbered stop, a house at the end. */
function symbol({ kind, order }: OnTheWay, x: number, y: number, turned: Turned): SVGTemplateResult {
  const at = (path: string): SVGTemplateResult =>
    svg`<path class="hw-way__mark" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d=${path} />`;
  switch (kind) {
    case 'stage':
      return svg`<circle class="hw-way__mark" cx=${x} cy=${y} r="19" />
        <text class="hw-way__number" x=${x} y=${y + 6.5} text-anchor="middle">${order}</text>`;
    case 'decision':
      return at(turned === 'wide' ? 'M-10 15V-15H10V15' : 'M15 -10H-15V10H15');
    case 'classification':
      return at('M0 -12L12 0L0 12L-12 0Z');
    case 'step':
      return at('M-8 -8H8V8H-8Z');
    case 'from':
      return svg`<circle class="hw-way__begin" cx=${x} cy=${y} r="8" />`;
    case 'to':
      return at('M-19 1L0 -16L19 1M13 -4V15H-13V-4');
  }
}

/** The same sign as in the picture, beside a line of the list. */
export function signOf(kind: 'decision' | 'classification' | 'step'): TemplateResult {
  return html`<svg class="hw-sign" viewBox="-19 -19 38 38" aria-hidden="true" focusable="false">
    ${symbol({ kind, stage: '', name: '', more: '' }, 0, 0, 'wide')}
  </svg>`;
}
