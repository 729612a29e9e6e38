import { splitDate } from '../../model/dates.ts';

/** Puts a whole date, typed or pasted into one box of a date, into its three boxes. False where it is none. */
export function spreadDate(box: HTMLInputElement, text: string): boolean {
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
