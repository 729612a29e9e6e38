import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnySession } from '../../session/any-session.ts';

/** Updates its host when the assessment, the words of its pack, or whether it may be changed, change. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #session: AnySession | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Follows `session` from now on, and the former one no more. */
  follow(session: AnySession | null): void {
    if (session === this.#session) return;
    this.hostDisconnected();
    this.#session = session;
    this.hostConnected();
  }

  hostConnected(): void {
    this.#session?.addEventListener('change', this.#update);
    this.#session?.addEventListener('words', this.#update);
    this.#session?.addEventListener('readonly', this.#update);
    // A page that was away and comes back has missed what changed meanwhile.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#session?.removeEventListener('change', this.#update);
    this.#session?.removeEventListener('words', this.#update);
    this.#session?.removeEventListener('readonly', this.#update);
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
