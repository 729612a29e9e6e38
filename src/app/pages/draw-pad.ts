import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import type SignaturePad from 'signature_pad';
import type { DrawnMark } from '../../model/answer.ts';
import { adoptStyles } from './own-styles.ts';
import { Page } from './page.ts';

/** A box to draw a mark in, with a pointer or a finger. Who cannot draw types the mark instead. */
export class DrawPad extends Page {
  #pad: SignaturePad | null = null;

  /** The strokes drawn so far; null where there are none. */
  get mark(): DrawnMark | null {
    const canvas = this.querySelector('canvas');
    const groups = this.#pad?.toData() ?? [];
    if (!canvas || groups.length === 0) return null;
    const strokes = groups.map(({ points }) =>
      points.flatMap(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]),
    );
    return { kind: 'drawn', width: canvas.offsetWidth, height: canvas.offsetHeight, strokes };
  }

  clear(): void {
    this.#pad?.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, drawStyles);
  }

  protected override firstUpdated(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { default: Pad } = await import('signature_pad');
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    canvas.width = canvas.offsetWidth;
    canvas.height = canvas.offsetHeight;
    this.#pad = new Pad(canvas, { penColor: '#0b0c0c' });
  }

  protected override render(): TemplateResult {
    return html`<canvas
        class="hw-draw"
        tabindex="0"
        role="img"
        aria-label=${msg('Box to draw your mark in. You can type it instead.', { id: 'draw-box' })}
      ></canvas>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.#pad?.clear()}>
        ${msg('Clear', { id: 'draw-clear' })}
      </button>`;
  }
}

const drawStyles = css`
  .hw-draw {
    display: block;
    inline-size: 100%;
    max-inline-size: calc(30 * var(--homeward-rem));
    block-size: calc(9 * var(--homeward-rem));
    margin-block: var(--hw-space-2);
    border: 2px solid var(--hw-control-line);
    background: #ffffff;
    touch-action: none;
  }
  .hw-draw:focus {
    outline: 3px solid var(--hw-focus);
    box-shadow: inset 0 0 0 2px var(--hw-focus-ink);
  }
`;
