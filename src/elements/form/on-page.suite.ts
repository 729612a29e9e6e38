import { assessmentOf, packWith, type MoreOfPack, type QuestionInput } from '../../../test/fixtures/small-pack.ts';
import type { Answer, Value } from '../../model/answer.ts';
import type { Assessment, Person } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { haveRarer } from '../fields/rarer.ts';
import { reveal } from './focus.ts';
import { HomewardForm } from './form.ts';
import * as parts from './rarer-parts.ts';

// As the app has it: what is shown does not hang on how soon a file comes.
haveRarer(parts);

if (!customElements.get('homeward-form')) customElements.define('homeward-form', HomewardForm);

interface Start {
  readonly pack?: Pack;
  readonly more?: MoreOfPack;
  readonly answers?: Readonly<Record<string, Answer | Value>>;
  readonly people?: readonly Person[];
  readonly readonly?: boolean;
}

/** Puts `text` in place of a part of a box, with the caret after it, and says so as the browser does. */
function put(box: HTMLInputElement | HTMLTextAreaElement, text: string, from: number, to: number): void {
  box.setRangeText(text, from, to, 'end');
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** An element in words: its tag, name and text, and the row it stands in. Elements themselves make no readable report. */
export function where(element: Element | null): string {
  const name = element?.getAttribute('name') ?? element?.id ?? '';
  const row = element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
  const text = element instanceof HTMLSelectElement ? '' : (element?.textContent.replace(/\s+/g, ' ').trim() ?? '');
  return [element?.localName ?? 'nothing', name, text, row && `in ${row}`].filter(Boolean).join(' ');
}

/** A form on the page of a test, with what somebody does in it. */
export class FormOnPage {
  readonly form = new HomewardForm();
  readonly session: Session;

  constructor(questions: readonly QuestionInput[], { pack, more, answers, people, readonly = false }: Start = {}) {
    const asked = pack ?? packWith(questions, more);
    this.session = new Session({ pack: asked, assessment: assessmentOf(asked, answers, people), world: deviceWorld });
    this.form.session = this.session;
    this.form.view = 'all';
    this.form.readonly = readonly;
    document.body.append(this.form);
  }

  get assessment(): Assessment {
    return this.session.assessment;
  }

  /** Where the keyboard is, as `where` says it. */
  get focus(): string {
    return where(this.form.shadowRoot?.activeElement ?? null);
  }

  /** Waits until the form shows what happened, and the keyboard is where it goes after that. */
  async shown(): Promise<void> {
    await this.form.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await this.form.updateComplete;
  }

  find<E extends HTMLElement>(selector: string, type: new () => E): E {
    const found = this.form.renderRoot.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  has(selector: string): boolean {
    return this.form.renderRoot.querySelector(selector) !== null;
  }

  /** The text box called `name`. */
  box(name: string): HTMLInputElement | HTMLTextAreaElement {
    const found = this.form.renderRoot.querySelector(`[name="${CSS.escape(name)}"]`);
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
    throw new Error(`no box is called ${name}`);
  }

  /** The radio button or check box of `name` for `value`. */
  choice(name: string, value: string): HTMLInputElement {
    return this.find(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`, HTMLInputElement);
  }

  menu(name: string): HTMLSelectElement {
    return this.find(`select[name="${CSS.escape(name)}"]`, HTMLSelectElement);
  }

  /** The first button within `selector` whose words begin with `words`. */
  button(words: string, selector = 'form'): HTMLElement {
    const within = this.find(selector, HTMLElement);
    const found = [...within.querySelectorAll<HTMLElement>('button, summary')].find((each) =>
      each.textContent.replace(/\s+/g, ' ').trim().startsWith(words),
    );
    if (!found) throw new Error(`no button says ${words}`);
    return found;
  }

  /** Opens a row as its line does, and waits until what is folded in it is there. */
  async open(row: string): Promise<void> {
    const details = this.find(`[data-row="${CSS.escape(row)}"]`, HTMLDetailsElement);
    const toggled = new Promise((resolve) => {
      details.addEventListener('toggle', resolve, { once: true });
    });
    details.open = true;
    await toggled;
    await this.shown();
  }

  async press(words: string, selector?: string): Promise<void> {
    this.button(words, selector).click();
    await this.shown();
  }

  /** Types at the caret, letter by letter, and waits after each as the form does before the next key. */
  async type(name: string, text: string): Promise<void> {
    const box = this.#into(name);
    for (const letter of text) {
      put(box, letter, box.selectionStart ?? 0, box.selectionEnd ?? 0);
      await this.form.updateComplete;
    }
    await this.shown();
  }

  /** Puts the whole text into a box in one go. */
  async fill(name: string, text: string): Promise<void> {
    const box = this.#into(name);
    put(box, text, 0, box.value.length);
    await this.shown();
  }

  /** Leaves one box for another, as Tab does: the browser says only then that the first was changed. */
  async leave(from: string, to: string): Promise<void> {
    this.box(from).dispatchEvent(new Event('change', { bubbles: true }));
    this.box(to).focus();
    await this.shown();
  }

  #into(name: string): HTMLInputElement | HTMLTextAreaElement {
    const box = this.box(name);
    reveal(box);
    box.focus();
    return box;
  }

  /** Chooses `value` in the menu called `name`. */
  async choose(name: string, value: string): Promise<void> {
    const menu = this.menu(name);
    menu.value = value;
    menu.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    menu.dispatchEvent(new Event('change', { bubbles: true }));
    await this.shown();
  }

  remove(): void {
    this.form.remove();
  }
}
