import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { PartDate, Unread } from '../../model/answer.ts';
import { dateParts, readDate } from '../../model/dates.ts';
import { formName, type FormName, type NamePart } from '../../model/place.ts';
import { asOne } from '../shared/as-one.ts';
import { idFor } from './context.ts';
import { typed } from './typed.ts';

type BoxNames = Readonly<Record<'day' | 'month' | 'year', NamePart>>;

interface Boxed {
  readonly at: FormName;
  readonly names?: BoxNames;
  readonly date: PartDate | Unread | null;
  /** Whether a month and year, or a year, is a date here. */
  readonly partly?: boolean;
  /** Whether the assessment has no place for what cannot be read: then it stays in the boxes until it can be. */
  readonly unkept?: boolean;
  readonly readonly: boolean;
}

/** Three boxes for a date. What stands in them is left alone while it means the date the assessment holds. */
export function dateBoxes({
  at,
  names = ownBoxes,
  date,
  partly = false,
  unkept = false,
  readonly,
}: Boxed): TemplateResult {
  const parts = dateParts(date);
  const name = (which: keyof BoxNames): string => formName({ ...at, part: names[which] });
  const whole = date === null ? '' : typeof date === 'string' ? date : date.unread;
  /** Whether the three boxes, read together, already say this date: then `03` is not turned into `3`. */
  const same = (box: HTMLInputElement | HTMLTextAreaElement): boolean => {
    const beside = (which: keyof BoxNames): string =>
      box.closest('.govuk-date-input')?.querySelector<HTMLInputElement>(`[name="${CSS.escape(name(which))}"]`)?.value ??
      '';
    const says = readDate({ day: beside('day'), month: beside('month'), year: beside('year') }, partly);
    if (unkept && typeof says === 'object' && says !== null) return true;
    return (says === null ? '' : typeof says === 'string' ? says : says.unread) === whole;
  };
  const box = (which: keyof BoxNames, label: string, width: string): TemplateResult =>
    html`<div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <label class="govuk-label govuk-date-input__label" for=${idFor(name(which))}>${label}</label>
        <input
          class=${width}
          id=${idFor(name(which))}
          name=${name(which)}
          inputmode=${which === 'month' ? 'text' : 'numeric'}
          autocomplete="off"
          data-date
          ?readonly=${readonly}
          ${typed(parts[which], same)}
        />
      </div>
    </div>`;
  return asOne(threeBoxes, [
    box('day', msg('Day', { id: 'day' }), twoLetters),
    box('month', msg('Month', { id: 'month' }), twoLetters),
    box('year', msg('Year', { id: 'year' }), fourLetters),
  ]);
}

const threeBoxes = html`<div class="govuk-date-input">${0}</div>`;
const twoLetters = 'govuk-input govuk-date-input__input govuk-input--width-2';
const fourLetters = 'govuk-input govuk-date-input__input govuk-input--width-4';

/** The boxes of a date that is itself the answer. */
const ownBoxes: BoxNames = { day: 'day', month: 'month', year: 'year' };
