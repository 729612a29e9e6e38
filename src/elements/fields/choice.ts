import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice, Pack, Question } from '../../model/pack.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { asOne } from '../shared/as-one.ts';
import { words } from '../shared/pack-words.ts';
import { idFor, nameOf, type Field } from './context.ts';
import { grouped } from './frame.ts';
import { evidenceNote } from './note.ts';

interface Offered {
  readonly pack: Pack;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly many?: boolean;
  readonly disabled?: boolean;
  /** A picture before the words of a choice, which say the same. */
  readonly icon?: (id: string) => TemplateResult;
}

/** Radio buttons, or with `many` check boxes, one for each choice; each says its definition where it has one. */
export function choiceButtons({
  pack,
  name,
  choices,
  chosen,
  many = false,
  disabled = false,
  icon,
}: Offered): TemplateResult {
  const boxes = choices.map(({ id, label, definition }) => {
    const said = words(pack, label);
    return (many ? checkBox : radioButton)({
      box: idFor(`${name}.${id}`),
      name,
      id,
      on: chosen.includes(id),
      disabled,
      said: icon ? html`${icon(id)}${said}` : said,
      meaning: definition === undefined ? null : words(pack, definition),
    });
  });
  return asOne(many ? checkBoxes : radioButtons, boxes);
}

const radioButtons = html`<div class="govuk-radios govuk-radios--small">${0}</div>`;
const checkBoxes = html`<div class="govuk-checkboxes govuk-checkboxes--small">${0}</div>`;

interface Box {
  readonly box: string;
  readonly name: string;
  readonly id: string;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly said: unknown;
  readonly meaning: unknown;
}

// Each written out, for a third of what a form is made of is choices: an expression in a class is work at every one.
const radioButton = ({ box, name, id, on, disabled, said, meaning }: Box): TemplateResult =>
  html`<div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      type="radio"
      id=${box}
      name=${name}
      value=${id}
      ?disabled=${disabled}
      aria-describedby=${meaning === null ? nothing : meansId(box)}
      .checked=${live(on)}
    /><label class="govuk-label govuk-radios__label" for=${box}>${said}</label
    >${meaning === null ? nothing : html`<div class="govuk-hint govuk-radios__hint" id=${meansId(box)}>${meaning}</div>`}
  </div>`;

const checkBox = ({ box, name, id, on, disabled, said, meaning }: Box): TemplateResult =>
  html`<div class="govuk-checkboxes__item">
    <input
      class="govuk-checkboxes__input"
      type="checkbox"
      id=${box}
      name=${name}
      value=${id}
      ?disabled=${disabled}
      aria-describedby=${meaning === null ? nothing : meansId(box)}
      .checked=${live(on)}
    /><label class="govuk-label govuk-checkboxes__label" for=${box}>${said}</label
    >${meaning === null ? nothing : html`<div class="govuk-hint govuk-checkboxes__hint" id=${meansId(box)}>${meaning}</div>`}
  </div>`;

const meansId = (box: string): string => `${box}.means`;

/** What is chosen now, with the state `not-known` among the choices where the kind offers it. */
export function chosenIn({ instance: { answer } }: Field): readonly string[] {
  if (answer?.is === 'not-known') return ['not-known'];
  if (answer?.is !== 'given') return [];
  const { value } = answer;
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return value.filter((each): each is string => typeof each === 'string');
}

export const singleChoiceField = (field: Field): TemplateResult => choices(field, false);

export const multiChoiceField = (field: Field): TemplateResult => choices(field, true);

function choices(field: Field, many: boolean): TemplateResult {
  const { context, instance } = field;
  return grouped(
    field,
    choiceButtons({
      pack: context.pack,
      name: nameOf(instance),
      choices: instance.question.choices ?? [],
      chosen: chosenIn(field),
      many,
      disabled: context.readonly,
    }),
  );
}

/** Yes, no or not known yet, with the evidence that yes and no need. */
export function yesNoField(field: Field): TemplateResult {
  const { context, instance } = field;
  const choices = (['yes', 'no', 'not-known'] as const).map((id) => ({ id, label: phrase(context.pack, id) }));
  return grouped(
    field,
    html`${choiceButtons({ pack: context.pack, name: nameOf(instance), choices, chosen: chosenIn(field), disabled: context.readonly })}${evidenceNote(field)}`,
  );
}

/** The points of a scale as choices, each with what it means. */
export function scalePoints({ anchors = [], anchorMeanings }: Question): readonly Choice[] {
  return anchors.map((label, index) => {
    const definition = anchorMeanings?.[index];
    return { id: String(index), label, ...(definition === undefined ? {} : { definition }) };
  });
}

/** Choices whose words are phrases of the pack, each with what it means where the pack says so. */
export function phraseChoices(pack: Pack, ids: readonly string[], prefix = ''): readonly Choice[] {
  return ids.map((id) => {
    const definition = pack.phrases[`${prefix}${id}-means`];
    return {
      id,
      label: phrase(pack, `${prefix}${id}` as PhraseId),
      ...(definition === undefined ? {} : { definition }),
    };
  });
}

/** A scale with every point in words; no number is shown. */
export function scaleField(field: Field): TemplateResult {
  const { context, instance } = field;
  const points = scalePoints(instance.question);
  const choices = [...points, { id: 'not-known', label: phrase(context.pack, 'not-known') }];
  return grouped(
    field,
    html`${choiceButtons({ pack: context.pack, name: nameOf(instance), choices, chosen: chosenIn(field), disabled: context.readonly })}${evidenceNote(field)}`,
  );
}
