import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonId } from '../../model/answer.ts';
import type { Assessment, PlaceKey } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import type { Caution, Missing } from '../../model/suggest-inputs.ts';
import type { RateAgain } from '../../model/suggest-since.ts';
import { suggestRiskClass, type Reason, type Suggestion } from '../../model/suggest.ts';
import { classWord } from '../shared/class-shape.ts';
import { words } from '../shared/pack-words.ts';
import { answerLink, placeOfPerson } from './answer-link.ts';
import type { Field, FieldContext } from './context.ts';
import { capacityLabel, changeWords, missingWords, whose } from './suggestion-words.ts';

/** The class the ratings point to, with everything it rests on; worked out when it is shown. */
export function suggestionPanel({ context, instance: { place } }: Field): TemplateResult | typeof nothing {
  if (place.subject === null) return nothing;
  const { pack, assessment, on } = context;
  const suggestion = suggestRiskClass(pack, assessment, { child: place.subject, round: place.round, on });
  const { riskClass, reasons, missing, wouldChange, cautions } = suggestion;
  const first = cautions.filter(({ id }) => id === 'C2');
  const again = reasons.find(({ kind }) => kind === 'again');
  const lower = wouldChange.some((each) => isLower(pack, each.riskClass, riskClass));
  return html`
    ${again || isRatedAnew(pack, assessment, place.round) ? nothing : warning(msg('Nothing has been rated for this round yet: this rests on earlier rounds. Rate the worries and strengths first.', { id: 'suggestion-not-anew' }))}
    ${first.map((caution) => warning(cautionWords(context, caution, place.subject)))} ${className(context, riskClass)}
    <p class="govuk-body">
      ${msg('A suggestion for discussion, worked out from your ratings. It may be wrong. You decide.', { id: 'suggestion-for-discussion' })}
    </p>
    ${reasons.map((reason) => (reason.kind === 'rule' ? html`<p class="govuk-body">${words(pack, pack.suggestion.rules[reason.rule] ?? '')}</p>` : nothing))}
    ${again?.kind === 'again' ? rateAgain(context, again) : nothing}
    ${riskClass === null ? nothing : floors(context, suggestion)}
    ${listOf(
      msg('The answers it used', { id: 'suggestion-used' }),
      reasons.flatMap((reason) =>
        again || reason.kind === 'rule' || reason.kind === 'floor' || reason.kind === 'again'
          ? []
          : [used(context, reason)],
      ),
    )}
    ${listOf(msg('What is missing', { id: 'suggestion-missing' }), missingLines(context, again?.kind === 'again' ? missing.filter((each) => each.kind !== 'rating' || !again.at.includes(each.at)) : missing))}
    ${listOf(
      msg('What evidence would point to another class', { id: 'suggestion-moves' }),
      wouldChange.map(
        ({ change, riskClass: to }) => html`${changeWords(pack, change)}. ${className(context, to, true)}`,
      ),
    )}
    ${
      lower || riskClass === null || isLowest(pack, riskClass)
        ? nothing
        : html`<p class="govuk-body">
            ${msg('No single change would point to a lower class.', { id: 'suggestion-none-lower' })}
          </p>`
    }
    ${
      wouldChange.length === 0
        ? nothing
        : html`<p class="govuk-hint">
            ${msg('Change a rating only when something new has been seen.', { id: 'suggestion-only-new' })}
          </p>`
    }
    <p class="govuk-hint">
      ${msg('Adults who only visit are not counted until they are assessed as carers. If one worries you, rate the family’s risk from relatives and friends, and say who could reach the child.', { id: 'suggestion-visitors' })}
    </p>
    ${listOf(
      msg('Bear in mind', { id: 'suggestion-cautions' }),
      cautions.filter((each) => !first.includes(each)).map((each) => cautionWords(context, each, place.subject)),
    )}
  `;
}

const warning = (said: unknown): TemplateResult => html`<p class="govuk-inset-text"><strong>${said}</strong></p>`;

function cautionWords(context: FieldContext, { id, about }: Caution, child: PersonId | null): TemplateResult {
  const names = about.filter((of) => of !== child);
  return html`${names.map((of) => whose(context, of))}${words(context.pack, context.pack.suggestion.cautions[id] ?? '')}`;
}

/** What happened, and what has to be rated again before anything is suggested. */
const rateAgain = (context: FieldContext, { event, at }: RateAgain): TemplateResult =>
  html`<p class="govuk-body">${words(context.pack, phrase(context.pack, `again-${event}` as PhraseId))}</p>
    ${listOf(
      msg('Rate again first', { id: 'suggestion-again' }),
      at.map((key) => html`${whose(context, parsePlaceKey(key)?.subject ?? null)}${questionLink(context, key)}`),
    )}`;

/** Whether any factor was rated in this very round. */
const isRatedAnew = ({ questions }: Pack, { answers }: Assessment, round: number): boolean =>
  Object.keys(answers).some((key) => {
    const place = parsePlaceKey(key);
    return (
      place?.round === round && questions.some(({ id, kind }) => id === place.question && kind === 'factor-rating')
    );
  });

const orderOf = (pack: Pack, id: string | null): number =>
  (id === null ? undefined : packIndex(pack).riskClasses.get(id)?.order) ?? Infinity;
const isLower = (pack: Pack, one: string | null, other: string | null): boolean =>
  one !== null && orderOf(pack, one) < orderOf(pack, other);
const isLowest = (pack: Pack, id: string): boolean => pack.riskClasses.every(({ order }) => order >= orderOf(pack, id));

function className({ pack }: FieldContext, id: string | null, inLine = false): TemplateResult {
  const riskClass = id === null ? undefined : packIndex(pack).riskClasses.get(id);
  const none = msg('No class is suggested.', { id: 'suggestion-none' });
  const named = riskClass ? classWord(pack, riskClass) : inLine ? none : html`<strong>${none}</strong>`;
  if (inLine) return html`${named}`;
  return html`<p class="govuk-body-l hw-suggestion__class">${named}</p>
    ${
      riskClass
        ? html`<p class="govuk-hint">
            ${msg('In general this class means:', { id: 'suggestion-meaning' })} ${words(pack, riskClass.definition)}
            ${msg('Not every part need fit here: the reasons below say why it came up.', { id: 'suggestion-need-not-fit' })}
          </p>`
        : nothing
    }`;
}

function floors(context: FieldContext, { reasons }: Suggestion): TemplateResult | typeof nothing {
  const { pack } = context;
  const serious = reasons.flatMap((reason) =>
    reason.kind === 'risk' && reason.serious && reason.status === 'active' ? [factorLink(context, reason)] : [],
  );
  return listOf(
    msg('What keeps it from being lower', { id: 'suggestion-floors' }),
    reasons.flatMap((reason) => {
      if (reason.kind !== 'floor') return [];
      const links =
        reason.floor === 'F2'
          ? serious
          : reason.at.map(
              (key) => html`${whose(context, parsePlaceKey(key)?.subject ?? null)}${questionLink(context, key)}`,
            );
      return [
        html`${words(pack, pack.suggestion.floors[reason.floor] ?? '')}
          <ul class="govuk-list">
            ${links.map((link) => html`<li>${link}</li>`)}
          </ul>`,
      ];
    }),
  );
}

function used(context: FieldContext, reason: Exclude<Reason, { kind: 'rule' | 'floor' | 'again' }>): TemplateResult {
  const { pack } = context;
  switch (reason.kind) {
    case 'risk':
      return html`${factorLink(context, reason)}, ${words(pack, phrase(pack, `status-${reason.status}` as PhraseId))}`;
    case 'strength':
      return html`${factorLink(context, reason)}, ${words(pack, phrase(pack, 'status-evidenced'))}`;
    case 'capacity':
      return html`${whose(context, reason.of)}${answerLink(context, reason.at, msg('how far change has come', { id: 'suggestion-capacity' }), reason.row)},
      ${words(pack, capacityLabel(pack, reason.capacity))}`;
  }
}

/** Whose factor it is, and the way to its row among the ratings. */
const factorLink = (
  context: FieldContext,
  { of, at, factor }: Extract<Reason, { kind: 'risk' | 'strength' }>,
): TemplateResult =>
  html`${whose(context, of)}${answerLink(context, at, words(context.pack, factorLabel(context, factor)), factor)}`;

const factorLabel = ({ pack }: FieldContext, id: string): string => packIndex(pack).factors.get(id)?.label ?? id;

/** What is missing, one line for each place: the risks of one list stand together. */
function missingLines(context: FieldContext, missing: readonly Missing[]): readonly TemplateResult[] {
  const { pack, assessment } = context;
  const placeOf = (each: Missing): PlaceKey | undefined => {
    if ('at' in each) return each.at;
    const person = personById(assessment, each.of);
    return person && placeOfPerson(pack, person, each.kind === 'born' ? 'born' : 'inHousehold');
  };
  const groups = new Map<string, Missing[]>();
  for (const each of missing) {
    const name = `${each.kind} ${each.of ?? ''} ${placeOf(each) ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const factors = group.flatMap((each) => (each.kind === 'rating' ? [factorLabel(context, each.factor)] : []));
    return [
      html`${whose(context, first.of)}${answerLink(context, placeOf(first), missingWords(first))}${
        factors.length === 0
          ? nothing
          : html`: ${factors.map((label, index) => html`${index > 0 ? ', ' : ''}${words(pack, label)}`)}`
      }`,
    ];
  });
}

/** The question at a place as a link, by its own words. */
function questionLink(context: FieldContext, key: PlaceKey): TemplateResult {
  const question = packIndex(context.pack).questions.get(key.replace(/[@~].*$/, ''));
  return answerLink(context, key, words(context.pack, question?.label ?? ''));
}

function listOf(title: string, lines: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<p class="hw-help__title">${title}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}
