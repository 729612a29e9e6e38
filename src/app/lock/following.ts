import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host, after `then`, when what it follows says `change`. */
export class Following implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #then: () => void;
  #followed: EventTarget | null = null;

  constructor(host: ReactiveControllerHost, then: () => void = () => undefined) {
    this.#host = host;
    this.#then = then;
    host.addController(this);
  }

  /** Follows `target` from now on, and the former one no more. */
  follow(target: EventTarget | null): void {
    if (target === this.#followed) return;
    this.hostDisconnected();
    this.#followed = target;
    this.hostConnected();
  }

  hostConnected(): void {
    this.#host.requestUpdate(); // what was missed while it was away
    this.#followed?.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#followed?.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => {
    this.#then();
    this.#host.requestUpdate();
  };
}
