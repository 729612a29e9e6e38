import type { HomewardForm } from '../../elements/form/form.ts';
import { parseFormName, placeKey } from '../../model/place.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Where somebody was on a page: names of controls and numbers, never what was typed. */
export interface PlaceOnPage {
  readonly hash: string;
  readonly selector: string;
  /** The question and row it stands in, to open what is folded over it; empty for a control of no question. */
  readonly question: string;
  readonly caret: readonly [number, number] | null;
  readonly scrolled: number;
}

export const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** The place of `control`, or of the page alone where there is none that can be found again. */
export function placeOf(control: Control | null): PlaceOnPage {
  const page = { hash: location.hash, selector: '', question: '', caret: null, scrolled: window.scrollY };
  if (!control) return page;
  const { name, id } = control;
  const isChoice = control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);
  const selector = name === '' ? `[id="${CSS.escape(id)}"]` : `[name="${CSS.escape(name)}"]`;
  const place = name === '' ? null : parseFormName(name);
  return {
    ...page,
    selector: isChoice ? `${selector}[value="${CSS.escape(control.value)}"]` : selector,
    question: place ? [placeKey(place), ...(place.row === undefined ? [] : [place.row])].join('.') : '',
    caret: caretOf(control),
  };
}

function caretOf(control: Control): PlaceOnPage['caret'] {
  if (control instanceof HTMLSelectElement) return null;
  const { selectionStart, selectionEnd } = control; // null for kinds of input that have no caret
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

/** Goes to `place` in `root`; false where it is not there (any more). */
export async function goTo(root: ParentNode, place: PlaceOnPage): Promise<boolean> {
  if (place.hash !== location.hash || place.selector === '') return false;
  const form = root.querySelector<HomewardForm>('homeward-form');
  if (form && place.question !== '') await form.focusQuestion(place.question);
  const find = (): Control | null =>
    form?.renderRoot.querySelector<Control>(place.selector) ?? root.querySelector<Control>(place.selector);
  let control = find();
  // What is folded in a row is filled only once the row has opened.
  for (let frames = 0; !control && frames < 20; frames += 1) {
    await new Promise(requestAnimationFrame);
    control = find();
  }
  if (!control) return false;
  window.scrollTo({ top: place.scrolled, behavior: 'instant' });
  control.focus({ preventScroll: true });
  if (place.caret && !(control instanceof HTMLSelectElement)) control.setSelectionRange(...place.caret);
  const { top, bottom } = control.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  return true;
}
