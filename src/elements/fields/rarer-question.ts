import type { TemplateResult } from 'lit';
import type { Field } from './context.ts';
import { factorsField } from './factors.ts';
import { checklistField, matrixField } from './fixed-rows.ts';
import type { RarerKind } from './rarer.ts';
import { riskClassField } from './risk-class.ts';
import { signatureField } from './signature.ts';
import { suggestionField } from './suggestion.ts';
import { tableField } from './table.ts';

/** The template of each rarer question kind. */
export function rarerField(field: Field): TemplateResult {
  switch (field.instance.question.kind as RarerKind) {
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
