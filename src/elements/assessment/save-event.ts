import type { SaverState } from '../../session/saver.ts';

/** Whether what was typed is kept has changed. */
export class SaveEvent extends Event {
  static readonly type = 'homeward-save';
  /** `saved`, `unsaved`, `saving`, `failed`, or `conflict` where another tab wrote. */
  readonly state: SaverState;
  /** False where nothing outlives the page. */
  readonly isKept: boolean;

  constructor(state: SaverState, isKept: boolean) {
    super(SaveEvent.type, { bubbles: true, composed: true });
    this.state = state;
    this.isKept = isKept;
  }
}

declare global {
  interface HTMLElementEventMap {
    'homeward-save': SaveEvent;
  }
}
