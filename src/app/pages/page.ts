import { LitElement } from 'lit';

/** A page that has a state of its own. It renders into the app's root, so that the app's styles and labels reach it. */
export abstract class Page extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}

/** Somebody wants to go to another route. */
export class GoEvent extends Event {
  static readonly type = 'homeward-go';
  readonly hash: string;

  constructor(hash: string) {
    super(GoEvent.type, { bubbles: true, composed: true });
    this.hash = hash;
  }
}
