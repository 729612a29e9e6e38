import type { TemplateResult } from 'lit';
import { multiChoiceField, scaleField, singleChoiceField, yesNoField } from './choice.ts';
import type { Field } from './context.ts';
import { factorsField } from './factors.ts';
import { checklistField, matrixField } from './fixed-rows.ts';
import { riskClassField } from './risk-class.ts';
import { signatureField } from './signature.ts';
import { suggestionField } from './suggestion.ts';
import { tableField } from './table.ts';
import { dateField, longTextField, textField } from './text.ts';

/** The template of each question kind. */
export function questionField(field: Field): TemplateResult {
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
    case 'person-table':
    case 'chronology-table':
    case 'table':
    case 'goals-table':
    case 'schedule-table':
    case 'traffic-light':
      return tableField(field);
    case 'checklist':
      return checklistField(field);
    case 'rating-matrix':
      return matrixField(field);
    case 'signature':
      return signatureField(field);
    case 'factor-rating':
      return factorsField(field);
    case 'risk-class':
      return riskClassField(field);
    case 'risk-suggestion':
      return suggestionField(field);
  }
}
