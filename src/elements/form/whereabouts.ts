import type { LitElement } from 'lit';
import { goToHelp } from './focus.ts';
import { typingName } from './form-tag.ts';
import { Opened } from './opened.ts';

/** A form that can go to one of its questions, by its place name or that of a row in it. */
interface Form extends LitElement {
  focusQuestion(name: string): Promise<void>;
}

/** Where somebody is in a form, what they opened there, and the ways from there to another place in it. */
export class Whereabouts {
  /** The question the keyboard is in or was in last. */
  current: string | null = null;
  /** The control typed in; empty where nobody types. */
  typingIn = '';
  readonly opened = new Opened();
  readonly #form: Form;

  constructor(form: Form) {
    this.#form = form;
  }

  /** Listens for the whole form at its root; a button brings its own keys. */
  listen(root: HTMLElement | DocumentFragment): void {
    root.addEventListener('click', this.#click);
    // This event does not rise; on its way down it can be met.
    root.addEventListener('toggle', this.#toggle, true);
    root.addEventListener('keydown', this.#comeBack);
    root.addEventListener('focusin', this.#focusIn);
    root.addEventListener('focusout', this.#focusOut);
  }

  /** Opens and closes `More` at a question and the meaning of a term, and goes to what a link here names. */
  readonly #click = (event: Event): void => {
    const { renderRoot: root } = this.#form;
    const from = event.target instanceof Element ? event.target : null;
    const to = from?.closest<HTMLElement>('[data-focus]')?.dataset.focus;
    const [place = ''] = (to ?? '').split('.');
    if (to !== undefined && root.querySelector(`[data-key="${CSS.escape(place)}"]`)) {
      event.preventDefault();
      event.stopPropagation();
      void this.#form.focusQuestion(to);
      return;
    }
    const help = from?.closest<HTMLElement>('[data-help]');
    if (help) goToHelp(root, help);
    const button = from?.closest<HTMLElement>('[data-more], [data-term]');
    const key = button?.dataset.more ?? button?.dataset.term;
    if (key === undefined) return;
    this.opened.toggle(key);
    this.#form.requestUpdate();
  };

  /** Fills what is folded in a row, and help under a label, once it is opened. */
  readonly #toggle = (event: Event): void => {
    if (this.opened.rowOpened(event) || this.opened.helpOpened(event)) this.#form.requestUpdate();
  };

  /** Escape in the help goes back to the question it is about, and in `More` back to its button. */
  readonly #comeBack = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || this.current === null) return;
    const { target } = event;
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-more]');
    const key = button?.dataset.more ?? this.current;
    if (target.closest('.hw-guidance')) void this.#form.focusQuestion(this.current);
    else if (this.opened.has(key) && (button ?? target.closest('.hw-instead'))) {
      this.opened.toggle(key);
      this.#form.renderRoot.querySelector<HTMLElement>(`[data-more="${CSS.escape(key)}"]`)?.focus();
      this.#form.requestUpdate();
    }
  };

  readonly #focusIn = ({ target }: Event): void => {
    const key = target instanceof HTMLElement ? target.closest<HTMLElement>('.hw-question')?.dataset.key : undefined;
    if (key === undefined || key === this.current) return;
    this.current = key;
    this.#form.requestUpdate();
  };

  readonly #focusOut = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    const next = to instanceof HTMLInputElement ? typingName(to.name) : '';
    if (this.typingIn === '' || this.typingIn === next) return;
    this.typingIn = '';
    this.#form.requestUpdate();
  };
}
