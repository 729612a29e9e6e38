/** As much of FHIR R4 as is written here. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface Extension {
  readonly url: string;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueString?: string;
}

export type ItemType = 'group' | 'string' | 'text' | 'date' | 'decimal' | 'boolean' | 'choice';

export interface EnableWhen {
  readonly question: string;
  readonly operator: '=';
  readonly answerCoding: Coding;
}

export interface QuestionnaireItem {
  readonly linkId: string;
  readonly text: string;
  readonly type: ItemType;
  readonly repeats?: true;
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: 'any';
  readonly answerOption?: readonly { readonly valueCoding: Coding & { readonly extension?: readonly Extension[] } }[];
  readonly item?: readonly QuestionnaireItem[];
}

interface Resource {
  readonly id: string;
  readonly meta?: { readonly security: readonly Coding[] };
  readonly language: string;
  readonly extension?: readonly Extension[];
}

export interface Questionnaire extends Resource {
  readonly resourceType: 'Questionnaire';
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly status: 'active';
  readonly subjectType?: readonly string[];
  readonly description: string;
  readonly item: readonly QuestionnaireItem[];
}

export type ResponseAnswer =
  | { readonly valueString: string }
  | { readonly valueDate: string }
  | { readonly valueDecimal: number }
  | { readonly valueBoolean: boolean }
  | { readonly valueCoding: Coding };

export interface ResponseItem {
  /** Of a row: its id in the assessment. */
  readonly id?: string;
  readonly linkId: string;
  readonly text: string;
  readonly answer?: readonly ResponseAnswer[];
  readonly item?: readonly ResponseItem[];
}

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface QuestionnaireResponse extends Resource {
  readonly resourceType: 'QuestionnaireResponse';
  readonly identifier: Identifier;
  readonly questionnaire: string;
  readonly status: 'in-progress';
  readonly subject?: { readonly type: string; readonly identifier: Identifier; readonly display: string };
  readonly authored: string;
  readonly item: readonly ResponseItem[];
}

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly meta?: { readonly security: readonly Coding[] };
  readonly identifier: Identifier;
  readonly type: 'collection';
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Questionnaire | QuestionnaireResponse }[];
}
