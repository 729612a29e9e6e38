import { multiChoiceField, scaleField, singleChoiceField, yesNoField } from './choice.ts';
import type { Field } from './context.ts';
import { notHere, rarer } from './rarer.ts';
import { dateField, longTextField, textField } from './text.ts';

/** The template of each question kind; those of rarer kinds are fetched before a form shows one (see `rarer.ts`). */
export function questionField(field: Field): unknown {
  switch (field.instance.question.kind) {
    case 'text':
    case 'number':
      return textField(field);
    case 'long-text':
      return longTextField(field);
    case 'date':
      return dateField(field);
    case 'single-choice':
      return singleChoiceField(field);
    case 'multi-choice':
      return multiChoiceField(field);
    case 'yes-no-unknown':
      return yesNoField(field);
    case 'scale':
      return scaleField(field);
    default:
      return rarer()?.rarerField(field) ?? notHere(field);
  }
}
