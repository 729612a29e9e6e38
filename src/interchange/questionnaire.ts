import type { Answer } from '../model/answer.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack, Question, Section } from '../model/pack.ts';
import { phrase, type PhraseId } from '../model/phrases.ts';
import type { Coding, Questionnaire, QuestionnaireItem } from './fhir-types.ts';
import { choiceSystem, extensions, questionnaireUrl, stateSystem, uuidOf } from './names.ts';
import { layoutOf, type Part } from './parts.ts';
import { clean } from './text.ts';

/** Whom questions are asked about. */
export const scopes = ['family', 'child', 'carer'] as const;
export type Scope = (typeof scopes)[number];

export const scopeOf = ({ repeats }: Question): Scope =>
  repeats.includes('child') ? 'child' : repeats.includes('carer') ? 'carer' : 'family';

const titled: Readonly<Record<Scope, PhraseId>> = { family: 'family', child: 'children', carer: 'adults' };
const about: Readonly<Record<Scope, string | null>> = { family: null, child: 'Patient', carer: 'RelatedPerson' };

/** The kind of resource an answer's subject would be; null of the family. */
export const subjectType = (scope: Scope): string | null => about[scope];

/** Sections with those of their questions that are asked of `scope`, each question once, where it is asked first. */
export function askedOf(
  pack: Pack,
  scope: Scope,
): readonly { readonly section: Section; readonly questions: readonly Question[] }[] {
  const index = packIndex(pack);
  const met = new Set<string>();
  return pack.stages
    .flatMap(({ sections }) => sections)
    .flatMap((id) => index.sections.get(id) ?? [])
    .map((section) => ({
      section,
      questions: section.asks.flatMap(({ question: id }) => {
        const question = index.questions.get(id);
        if (!question || met.has(id) || scopeOf(question) !== scope || !layoutOf(pack, question)) return [];
        met.add(id);
        return [question];
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** The questions that are asked of `scope`, as a form any FHIR R4 program can show. */
export function questionnaire(pack: Pack, scope: Scope): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    id: uuidOf('questionnaire', pack.id, scope, String(pack.version), pack.locale),
    language: pack.locale,
    extension: [{ url: extensions.structure, valueString: pack.structureHash }],
    url: questionnaireUrl(pack.id, scope),
    version: String(pack.version),
    title: clean(`${pack.title}: ${phrase(pack, titled[scope])}`),
    status: 'active',
    ...(about[scope] === null ? {} : { subjectType: [about[scope]] }),
    description: clean(pack.notice),
    item: askedOf(pack, scope).map(({ section, questions }) => ({
      linkId: sectionLink(section),
      text: clean(section.title),
      type: 'group',
      item: questions.flatMap((question) => questionItems(pack, question)),
    })),
  };
}

/** Items beside the one with the value: why there is none, and the note. No id of ours holds a colon. */
export const besides = ['state', 'typed', 'reason', 'owner', 'by', 'note'] as const;
export type Beside = (typeof besides)[number];
export const besideLink = (question: Question, beside: Beside): string => `${question.id}:${beside}`;
/** What a row says that its pieces cannot hold: what was not understood, and dates of a month or year alone. */
export const rowLink = (question: Question): string => `${question.id}:row`;
export const sectionLink = ({ id }: Section): string => `${id}:section`;
export const partLink = (question: Question, { id }: Part): string =>
  id === '' ? question.id : `${question.id}.${id}`;

const states = ['not-known', 'declined', 'not-applicable', 'unread'] as const satisfies readonly Answer['is'][];

export const stateCoding = (pack: Pack, state: (typeof states)[number]): Coding => ({
  system: stateSystem,
  code: state,
  display: clean(phrase(pack, state)),
});

export const choiceCoding = (pack: Pack, question: Question, part: Part, code: string): Coding => ({
  system: choiceSystem(pack.id, question.id, part.id),
  code,
  display: clean(part.choices.find((choice) => choice.code === code)?.label ?? code),
});

const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

function questionItems(pack: Pack, question: Question): readonly QuestionnaireItem[] {
  const layout = layoutOf(pack, question);
  if (!layout) return [];
  const parts = layout.parts.map((part) => partItem(pack, question, part));
  const value: readonly QuestionnaireItem[] = layout.isRows
    ? [
        {
          linkId: question.id,
          text: clean(question.label),
          type: 'group',
          repeats: true,
          item: [
            ...parts,
            { linkId: rowLink(question), text: clean(phrase(pack, 'note')), type: 'string', repeats: true },
          ],
        },
      ]
    : parts;
  const label = (id: PhraseId): string => clean(`${question.label} – ${phrase(pack, id)}`);
  const when = (
    ...which: readonly (typeof states)[number][]
  ): Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'> => ({
    enableWhen: which.map((state) => ({
      question: besideLink(question, 'state'),
      operator: '=',
      answerCoding: stateCoding(pack, state),
    })),
    ...(which.length > 1 ? { enableBehavior: 'any' } : {}),
  });
  return [
    ...value,
    {
      linkId: besideLink(question, 'state'),
      text: label('state'),
      type: 'choice',
      answerOption: states.map((state) => ({ valueCoding: stateCoding(pack, state) })),
    },
    { linkId: besideLink(question, 'typed'), text: label('unread'), type: 'string', ...when('unread') },
    {
      linkId: besideLink(question, 'reason'),
      text: label('reason'),
      type: 'text',
      ...when('not-known', 'declined', 'not-applicable'),
    },
    { linkId: besideLink(question, 'owner'), text: label('owner'), type: 'string', ...when('not-known') },
    { linkId: besideLink(question, 'by'), text: label('by-date'), type: 'date', ...when('not-known') },
    { linkId: besideLink(question, 'note'), text: label('note'), type: 'text' },
  ];
}

function partItem(pack: Pack, question: Question, part: Part): QuestionnaireItem {
  return {
    linkId: partLink(question, part),
    text: clean(part.label),
    type: part.kind,
    ...(part.many ? { repeats: true } : {}),
    ...(part.kind === 'choice'
      ? {
          answerOption: part.choices.map(({ code, ordinal }) => ({
            valueCoding: {
              ...(ordinal === undefined ? {} : { extension: [{ url: ordinalValue, valueDecimal: ordinal }] }),
              ...choiceCoding(pack, question, part, code),
            },
          })),
        }
      : {}),
  };
}
