/** Somebody goes to a stage, or back to all of them (`''`). Prevented, the element stays where it is. */
export class StageEvent extends Event {
  static readonly type = 'homeward-stage';
  readonly stage: string;

  constructor(stage: string) {
    super(StageEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.stage = stage;
  }
}

declare global {
  interface HTMLElementEventMap {
    'homeward-stage': StageEvent;
  }
}
