import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { SessionController } from '../../elements/shared/session-controller.ts';
import { hearLanguage } from '../../i18n/hear.ts';
import type { Session } from '../../session/session.ts';

/** A page that has a state of its own. It renders into the app's root, so that the app's styles and labels reach it. */
export abstract class Page extends LitElement {
  constructor() {
    super();
    hearLanguage(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }
}

/** A page, or part of one, that shows an assessment and follows its changes. */
export abstract class SessionPage extends Page {
  @property({ attribute: false }) session: Session | null = null;
  readonly #following = new SessionController(this);

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#following.follow(this.session);
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

/** What kept a page from being shown is gone: go there again. */
export class AgainEvent extends Event {
  static readonly type = 'homeward-again';

  constructor() {
    super(AgainEvent.type, { bubbles: true, composed: true });
  }
}
