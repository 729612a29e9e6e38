import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { FieldContext } from '../fields/context.ts';
import { undoRemoval } from './row-focus.ts';

/** Says under a question that a row of it was taken out, with the way back. */
export const removedLine = ({ acts }: FieldContext): TemplateResult =>
  html`<p class="hw-removed" role="status">
    ${msg('Removed.', { id: 'removed' })}
    <button
      type="button"
      class="hw-link-button"
      @click=${() => {
        undoRemoval(acts);
      }}
    >
      ${msg('Undo', { id: 'undo' })}
    </button>
  </p>`;
