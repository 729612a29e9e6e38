import type { Answer } from '../../model/answer.ts';
import type { DateParts } from '../../model/dates.ts';
import { formName, type FormName } from '../../model/place.ts';

/** What a native control says, and what the controls beside it say (the other boxes of a date). */
export interface Control {
  readonly value: string;
  readonly checked: boolean;
  beside(name: string): string;
}

/** The note of an answer, to carry on to the next. */
export const noteOf = (was: Answer | null): { readonly note?: string } => (was?.note ? { note: was.note } : {});

/** What is left when the value is taken back: the note, if there was one. */
export const onlyNote = (was: Answer | null): Answer | null =>
  was?.note ? { is: 'unread', text: '', note: was.note } : null;

/** The three boxes of the date that `name` is a part of. */
export const boxes = (name: FormName, control: Control): DateParts => ({
  day: control.beside(formName({ ...name, part: 'day' })),
  month: control.beside(formName({ ...name, part: 'month' })),
  year: control.beside(formName({ ...name, part: 'year' })),
});

/** `before` with one id ticked or not, in the order of `all`; ids that are not among them keep their place at the end. */
export function toggled(before: readonly string[], id: string, on: boolean, all: readonly string[]): readonly string[] {
  const ticked = new Set(before);
  if (on) ticked.add(id);
  else ticked.delete(id);
  return [...all.filter((each) => ticked.has(each)), ...[...ticked].filter((each) => !all.includes(each))];
}
