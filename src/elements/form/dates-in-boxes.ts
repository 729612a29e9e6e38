import { splitDate } from '../../model/dates.ts';

/** Puts a whole date, typed or pasted into one box of a date, into its three boxes. False where it is none. */
function spreadDate(box: HTMLInputElement, text: string): boolean {
  if (box.dataset.date === undefined || box.readOnly) return false;
  const parts = splitDate(text);
  const boxes = box.closest('.govuk-date-input')?.querySelectorAll('input');
  const [day, month, year] = boxes ?? [];
  if (!parts || !day || !month || !year) return false;
  day.value = parts.day;
  month.value = parts.month;
  year.value = parts.year;
  year.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return true;
}

/** The same for a date typed whole into one box, once the box is left. */
export function spreadTyped({ target }: Event): void {
  if (target instanceof HTMLInputElement) spreadDate(target, target.value);
}

/** The same for a date that is pasted: nothing else happens then. */
export function spreadPasted(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (event.target instanceof HTMLInputElement && spreadDate(event.target, text)) event.preventDefault();
}
