import type { Answer, PersonId } from '../model/answer.ts';
import type { Assessment } from '../model/assessment.ts';
import { isPlainDate } from '../model/dates.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Pack, Question } from '../model/pack.ts';
import { phrase } from '../model/phrases.ts';
import { nameOf } from '../model/report-answers.ts';
import { parsePlaceKey, placeKey } from '../model/place.ts';
import type { QuestionnaireResponse, ResponseAnswer, ResponseItem } from './fhir-types.ts';
import { extensions, personSystem, questionnaireUrl, responseSystem, uuidOf } from './names.ts';
import { layoutOf, type Part } from './parts.ts';
import {
  askedOf,
  besideLink,
  choiceCoding,
  partLink,
  scopeOf,
  sectionLink,
  stateCoding,
  subjectType,
  rowLink,
  type Beside,
  type Scope,
} from './questionnaire.ts';
import { entriesOf, type Said } from './said.ts';
import { clean } from './text.ts';

/** Whom and which round one response is about. */
interface Told {
  readonly scope: Scope;
  readonly subject: PersonId | null;
  readonly round: number;
}

/** What was answered, one response for each person (or the family) and round that has an answer. */
export function responses(pack: Pack, assessment: Assessment, on: string): readonly QuestionnaireResponse[] {
  const told = new Map<string, Told>();
  for (const key of Object.keys(assessment.answers)) {
    const place = parsePlaceKey(key);
    const question = place && packIndex(pack).questions.get(place.question);
    if (!question || !layoutOf(pack, question)) continue;
    const { subject, round } = place;
    told.set(JSON.stringify([subject, round]), { scope: scopeOf(question), subject, round });
  }
  return [...told.values()].map((each) => response(pack, assessment, on, each)).filter(({ item }) => item.length > 0);
}

function response(pack: Pack, assessment: Assessment, on: string, told: Told): QuestionnaireResponse {
  const { scope, subject, round } = told;
  const type = subjectType(scope);
  const name = subject === null ? null : nameOf(pack, assessment, subject);
  return {
    resourceType: 'QuestionnaireResponse',
    id: uuidOf('response', assessment.id, subject ?? '', String(round)),
    language: pack.locale,
    extension: [{ url: extensions.round, valueInteger: round }],
    identifier: { system: responseSystem, value: `${assessment.id}/${subject ?? 'family'}/${String(round)}` },
    questionnaire: `${questionnaireUrl(pack.id, scope)}|${String(pack.version)}`,
    status: 'in-progress',
    ...(subject === null || type === null
      ? {}
      : {
          subject: {
            type,
            identifier: { system: personSystem, value: `${assessment.id}/${subject}` },
            display: clean(name ?? subject),
          },
        }),
    authored: on,
    item: askedOf(pack, scope)
      .map(({ section, questions }) => ({
        linkId: sectionLink(section),
        text: clean(section.title),
        item: questions.flatMap((question) => {
          const answer = assessment.answers[placeKey({ question: question.id, subject, round })];
          return answer ? answerItems(pack, assessment, question, answer) : [];
        }),
      }))
      .filter(({ item }) => item.length > 0),
  };
}

function answerItems(pack: Pack, assessment: Assessment, question: Question, answer: Answer): readonly ResponseItem[] {
  const isRows = layoutOf(pack, question)?.isRows === true;
  const pieces = entriesOf(pack, assessment, question, answer).map(({ row, said, unread }) => {
    const whole = said.map((each) => ({ ...each, values: each.values.filter((value) => !isInPart(each.part, value)) }));
    const otherwise = [
      ...unread.map(({ part, text }) => `${part.label}: ${phrase(pack, 'unread')}: ${text}`),
      ...said.flatMap(({ part, values }) =>
        values.filter((value) => isInPart(part, value)).map(({ text }) => `${part.label}: ${text}`),
      ),
    ];
    return {
      row,
      item: [
        ...whole
          .filter(({ values }) => values.length > 0)
          .map(({ part, values }) => ({
            linkId: partLink(question, part),
            text: clean(part.label),
            answer: values.map((value) => valueOf(pack, question, part, value)),
          })),
        ...(otherwise.length === 0
          ? []
          : [
              {
                linkId: rowLink(question),
                text: clean(phrase(pack, 'note')),
                answer: otherwise.map((text) => ({ valueString: clean(text) })),
              },
            ]),
      ],
    };
  });
  const value: readonly ResponseItem[] = isRows
    ? pieces.map(({ row, item }) => ({
        ...(row === '' ? {} : { id: `${question.id}.${row}` }),
        linkId: question.id,
        text: clean(question.label),
        item,
      }))
    : pieces.flatMap(({ item }) => item);
  return [...value, ...besideItems(pack, assessment, question, answer)];
}

/** Whether a date names a month or a year alone: programs show such a one with a day that nobody said. */
const isInPart = ({ kind }: Part, { text }: Said): boolean => kind === 'date' && !isPlainDate(text);

function besideItems(pack: Pack, assessment: Assessment, question: Question, answer: Answer): readonly ResponseItem[] {
  const item = (beside: Beside, value: ResponseAnswer): ResponseItem => ({
    linkId: besideLink(question, beside),
    text: clean(question.label),
    answer: [value],
  });
  const words = (beside: Beside, text: string | undefined): readonly ResponseItem[] =>
    text?.trim() ? [item(beside, { valueString: clean(text) })] : [];
  const { is } = answer;
  const owner = is === 'not-known' ? answer.owner : undefined;
  return [
    ...(is === 'given' ? [] : [item('state', { valueCoding: stateCoding(pack, is) })]),
    ...(is === 'unread' ? words('typed', answer.text) : []),
    ...(is === 'not-known' || is === 'declined' || is === 'not-applicable' ? words('reason', answer.reason) : []),
    ...words('owner', owner === undefined ? undefined : (nameOf(pack, assessment, owner) ?? owner)),
    ...(is === 'not-known' && answer.by !== undefined ? [item('by', { valueDate: answer.by })] : []),
    ...words('note', answer.note),
  ];
}

function valueOf(pack: Pack, question: Question, part: Part, { text, code, number }: Said): ResponseAnswer {
  switch (part.kind) {
    case 'choice':
      return { valueCoding: choiceCoding(pack, question, part, code ?? text) };
    case 'decimal':
      return { valueDecimal: number ?? Number(text) };
    case 'boolean':
      return { valueBoolean: code === 'yes' };
    case 'date':
      return { valueDate: text };
    default:
      return { valueString: clean(text) };
  }
}
