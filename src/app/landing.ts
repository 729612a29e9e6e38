import type { LitElement } from 'lit';
import type { HomewardForm } from '../elements/form/form.ts';
import { focused } from './focused.ts';

/** Takes the keyboard to where somebody asked to go, once the page stands. */
export class Landing {
  readonly #host: LitElement;
  /** The question or stage asked for. Not in the address: a question's name holds a person's id. */
  #next: { readonly key?: string; readonly stage?: string } = {};

  constructor(host: LitElement) {
    this.#host = host;
    // On the host, since links are everywhere; the path of an event reaches into its own root.
    host.addEventListener('click', this.#remember);
  }

  /** Goes to what was asked for, or to the top of a new page. `before` is what had the keyboard when somebody set out. */
  async land(isNew: boolean, before: Element | null): Promise<void> {
    const { key, stage } = this.#next;
    this.#next = {};
    if (key !== undefined) await this.#root.querySelector<HomewardForm>('homeward-form')?.focusQuestion(key);
    else if (stage !== undefined) this.#goToStage(stage);
    else if (isNew) {
      window.scrollTo(0, 0);
      this.goToMainAfter(before);
    }
  }

  /** Goes to the top of the page, but whoever was quicker than the last of it keeps the keyboard where they went. */
  goToMainAfter(before: Element | null): void {
    if (focused() === before || !this.#main?.matches(':focus-within')) this.goToMain({ preventScroll: true });
  }

  goToMain(choice?: FocusOptions): void {
    this.#main?.focus(choice);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  get #main(): HTMLElement | null {
    return this.#root.querySelector('main');
  }

  #goToStage(stage: string): void {
    const heading = this.#root.querySelector<HTMLElement>(`[id="stage:${CSS.escape(stage)}"]`);
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
    heading?.focus({ preventScroll: true });
  }

  /** A link may name the question or stage to go to; on the page already shown it goes there at once. */
  readonly #remember = (event: Event): void => {
    const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
    const { focus: key, stage } = link?.dataset ?? {};
    this.#next = { ...(key === undefined ? {} : { key }), ...(stage === undefined ? {} : { stage }) };
    if (stage !== undefined && link?.hash === location.hash) this.#goToStage(stage);
  };
}
