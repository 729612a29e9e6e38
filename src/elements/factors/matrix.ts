import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Assessment, Person, PlaceKey } from '../../model/assessment.ts';
import type { Guard } from '../../model/factor-pairs.ts';
import {
  rowsOfGroup,
  type FactorCell,
  type FactorGroup,
  type FactorPicture,
  type FactorRow,
} from '../../model/factor-picture.ts';
import type { Pack } from '../../model/pack.ts';
import { distinctInitials } from '../../model/initials.ts';
import { words } from '../shared/pack-words.ts';
import { factorDetail } from './detail.ts';
import { foldedRow } from './grid-keys.ts';
import {
  factorLabel,
  groupTitle,
  inBrief,
  movementWords,
  nameOf,
  names,
  statusText,
  statusWords,
  supportWords,
  trendWords,
  unguardedWords,
  whose,
} from './words.ts';

/** What narrows the table down. */
export const filterIds = ['active', 'changed', 'unsupported'] as const;
export type FilterId = (typeof filterIds)[number];

/** What the table is shown with in one pass. */
export interface FactorView {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly picture: FactorPicture;
  readonly filters: ReadonlySet<FilterId>;
  /** Groups of which only the worries that are there now are shown, by name; their rows stay in the page. */
  readonly folded: ReadonlySet<string>;
  /** Whether groups can be folded at all. */
  readonly folds: boolean;
  /** The cell whose detail is open, and the one that has, or would get, the keyboard. */
  readonly open: string | null;
  readonly current: string | null;
  readonly readonly: boolean;
  readonly headingLevel: number;
  /** The address where a rating is changed, in a page that has one. */
  readonly linkTo: ((key: PlaceKey) => string | null) | null;
}

/** The name of a cell within one picture. */
export const cellKey = (factor: string, of: string | null): string => `${factor}~${of ?? ''}`;
export const keyOf = ({ factor, of }: FactorCell): string => cellKey(factor.id, of);

/** Whether a cell is shown by every filter that is on. */
export const passes = (filters: ReadonlySet<FilterId>, cell: FactorCell): boolean =>
  (!filters.has('active') || cell.activeNow) &&
  (!filters.has('changed') || (cell.since?.changed ?? false)) &&
  (!filters.has('unsupported') || cell.unsupported);

/** The rows of a group that are shown: one whose detail is open stays. */
export const rowsShown = ({ filters, open }: Pick<FactorView, 'filters' | 'open'>, group: FactorGroup) =>
  rowsOfGroup(group).filter(({ cells }) => cells.some((cell) => passes(filters, cell) || keyOf(cell) === open));

/** With more people than this beside each other every factor is a card, also where there is room: names would break. */
const mostColumns = 5;

/** In a group of more people than this first names stand over the columns, and each worry is named once when folded. */
const mostByPerson = 3;

/** One table of all factors: groups of people over each other, each with columns of its own. */
export function matrix(view: FactorView): TemplateResult {
  const { picture } = view;
  const width = picture.groups.map(({ people }) => people.length).reduce(commonWidth, 1);
  const isWide = picture.groups.every(({ people }) => people.length <= mostColumns);
  return html`<table
    class="hw-matrix ${isWide ? 'hw-matrix--wide' : ''}"
    role="grid"
    aria-labelledby="caption"
    aria-describedby="keys"
  >
    <caption class="govuk-visually-hidden" id="caption">
      ${msg(str`Worries and strengths in round ${picture.round}, person by person`, { id: 'factors-caption' })}
    </caption>
    <colgroup>
      <col class="hw-matrix__factors" />
      <col span=${width} />
    </colgroup>
    ${picture.groups.map((group) => groupRows(view, group, width))}
  </table>`;
}

/** Said with the name of somebody who was rated in this round and does not count any more. */
const leftSince = ({ left }: Pick<FactorPicture, 'left'>, person: Person | null): TemplateResult | typeof nothing =>
  person && left.has(person.id)
    ? html` <span class="hw-matrix__left">(${msg('not counted any more', { id: 'factors-left' })})</span>`
    : nothing;

/** The name over a column; where there are many, the first name is shown and the whole name read out. */
function headName({ assessment }: FactorView, { people }: FactorGroup, person: Person | null): TemplateResult {
  const whole = nameOf(person);
  const brief = person && people.length > mostByPerson ? inBrief(assessment, person.id) : whole;
  return brief === whole
    ? html`<bdi>${whole}</bdi>`
    : html`<bdi aria-hidden="true">${brief}</bdi><bdi class="govuk-visually-hidden">${whole}</bdi>`;
}

function groupRows(view: FactorView, group: FactorGroup, width: number): TemplateResult | typeof nothing {
  const { picture } = view;
  const rows = rowsShown(view, group);
  if (rows.length === 0) return nothing;
  const span = width / group.people.length;
  const isFolded = view.folded.has(group.id);
  const letters = distinctInitials(picture.people.filter((person) => person !== null));
  return html`<tbody>
    <tr role="row" class="hw-matrix__head">
      <th role="columnheader" scope="col" class="hw-matrix__group" id="group:${group.id}">
        ${
          view.folds
            ? html`<button
                type="button"
                class="hw-matrix__fold hw-shows-focus"
                data-group=${group.id}
                aria-expanded=${isFolded ? 'false' : 'true'}
              >
                <span class="hw-matrix__sign" aria-hidden="true"></span>${groupTitle(group.id)}
              </button>`
            : groupTitle(group.id)
        }
      </th>
      ${group.people.map(
        (person) =>
          html`<th role="columnheader" scope="col" colspan=${span} id="column:${group.id}:${person?.id ?? ''}">
            ${person ? html`<span class="hw-ring hw-ring--small" aria-hidden="true">${letters.get(person.id)}</span>` : nothing}${headName(view, group, person)}${leftSince(picture, person)}
          </th>`,
      )}
    </tr>
    ${isFolded ? inShort(view, group, width) : nothing}
    ${repeat(
      rows,
      ({ factor }) => factor.id,
      (row) => rowWithDetail(view, group, row, span, width),
    )}
  </tbody>`;
}

/** The worries that are there now, with whom they are about: what a group comes to while it is folded. */
function inShort(view: FactorView, group: FactorGroup, width: number): TemplateResult {
  return html`<tr role="row" class="hw-matrix__brief">
    <td role="gridcell" colspan=${width + 1}>
      <ul class="govuk-list">
        ${group.people.length > mostByPerson ? byWorry(view, group) : byPerson(view, group)}
      </ul>
    </td>
  </tr>`;
}

const worriesNow = (group: FactorGroup): readonly FactorRow[] =>
  rowsOfGroup(group)
    .filter(({ isRisk }) => isRisk)
    .map((row) => ({ ...row, cells: row.cells.filter(({ present }) => present) }))
    .filter(({ cells }) => cells.length > 0);

const noneNow = (): string => msg('no worry is rated active or reducing', { id: 'factors-none-now' });
const noneRated = (): string => msg('nothing is rated yet', { id: 'factors-none-rated' });

const isRated = (group: FactorGroup, person: Person | null): boolean =>
  rowsOfGroup(group).some(({ cells }) =>
    cells.some(({ of, rating }) => of === (person?.id ?? null) && rating !== null),
  );

/** A line for each person, with their worries. */
function byPerson({ pack, picture }: FactorView, group: FactorGroup): readonly TemplateResult[] {
  const cells = worriesNow(group).flatMap((row) => row.cells);
  return group.people.map((person) => {
    const worries = cells.filter(({ of }) => of === (person?.id ?? null));
    return html`<li>
      <strong><bdi>${nameOf(person)}</bdi></strong
      >${leftSince(picture, person)}:
      ${
        worries.length === 0
          ? isRated(group, person)
            ? noneNow()
            : noneRated()
          : worries.map(
              ({ factor, rating }, at) =>
                html`${at > 0 ? '; ' : nothing}${words(pack, factor.label)}${rating ? html` (${words(pack, statusText(pack, rating))})` : nothing}`,
            )
      }
    </li>`;
  });
}

/** A line for each worry, with those it is about; then those of whom none is there, or nothing is said. */
function byWorry({ pack, assessment }: FactorView, group: FactorGroup): readonly TemplateResult[] {
  const rows = worriesNow(group);
  const worried = new Set(rows.flatMap(({ cells }) => cells.map(({ of }) => of)));
  const others = group.people.filter((person) => !worried.has(person?.id ?? null));
  const rest = (some: readonly (Person | null)[], said: string): readonly TemplateResult[] =>
    some.length === 0
      ? []
      : [
          html`<li>
            ${names(
              assessment,
              some.flatMap((person) => person?.id ?? []),
            )}:
            ${said}
          </li>`,
        ];
  return [
    ...rows.map(({ factor, cells }) => {
      const statuses = [...new Set(cells.flatMap(({ rating }) => rating?.status ?? []))];
      return html`<li>
        <strong>${words(pack, factor.label)}</strong>:
        ${statuses.map((status, at) => {
          const alike = cells.filter(({ rating }) => rating?.status === status);
          const [first] = alike;
          return html`${at > 0 ? '; ' : nothing}${names(
            assessment,
            alike.flatMap(({ of }) => of ?? []),
          )}${first?.rating ? html` (${words(pack, statusText(pack, first.rating))})` : nothing}`;
        })}
      </li>`;
    }),
    ...rest(
      others.filter((person) => isRated(group, person)),
      noneNow(),
    ),
    ...rest(
      others.filter((person) => !isRated(group, person)),
      noneRated(),
    ),
  ];
}

function rowWithDetail(
  view: FactorView,
  group: FactorGroup,
  row: FactorRow,
  span: number,
  width: number,
): TemplateResult {
  const { factor, isRisk, cells } = row;
  const isPaired = !isRisk && !group.others.includes(row);
  const open = cells.find((cell) => keyOf(cell) === view.open);
  return html`<tr
      role="row"
      class="hw-matrix__row hw-matrix__row--${isRisk ? 'risk' : isPaired ? 'paired' : 'strength'} ${view.folded.has(group.id) ? foldedRow : ''}"
      data-factor=${factor.id}
    >
      <th role="rowheader" scope="row" id="row:${factor.id}">
        <span class="hw-matrix__kind">${kindWords(factor.serious, isRisk)}</span>
        ${words(view.pack, factor.label)}
      </th>
      ${cells.map((cell) => cellView(view, group, cell, span))}
    </tr>
    ${
      open
        ? html`<tr role="row" class="hw-matrix__detail">
            <td role="gridcell" colspan=${width + 1}>${factorDetail(view, open)}</td>
          </tr>`
        : nothing
    }`;
}

function kindWords(serious: boolean, isRisk: boolean): string {
  if (!isRisk) return msg('Strength', { id: 'factor-strength' });
  return serious ? msg('Worry, serious', { id: 'factor-worry-serious' }) : msg('Worry', { id: 'factor-worry' });
}

function cellView(view: FactorView, group: FactorGroup, cell: FactorCell, span: number): TemplateResult {
  const key = keyOf(cell);
  const isOpen = key === view.open;
  const person = group.people.find((each) => (each?.id ?? null) === cell.of);
  return html`<td
    role="gridcell"
    colspan=${span}
    headers="row:${cell.factor.id} column:${group.id}:${cell.of ?? ''}"
    class="hw-matrix__cell"
  >
    <button
      type="button"
      class="hw-matrix__open hw-shows-focus"
      data-cell=${key}
      aria-expanded=${isOpen ? 'true' : 'false'}
      tabindex=${key === view.current ? '0' : '-1'}
    >
      <span class="hw-matrix__who"><bdi>${nameOf(person)}</bdi>${leftSince(view.picture, person ?? null)}</span>
      ${cellWords(view, cell)}<span class="govuk-visually-hidden">: ${words(view.pack, cell.factor.label)}</span>
    </button>
    ${guardLinks(view, cell)}
  </td>`;
}

function cellWords({ pack, assessment }: FactorView, cell: FactorCell): TemplateResult {
  const { rating, support, since } = cell;
  if (!rating) return html`<span class="hw-quiet">${msg('Not rated yet', { id: 'factor-not-rated' })}</span>`;
  const trend = trendWords(pack, rating);
  const isKnown = rating.status !== 'not-known';
  return html`<span class="hw-matrix__status">${statusWords(pack, rating)}</span
    >${trend === nothing ? nothing : html` <span class="hw-matrix__trend">${trend}</span>`}${
      isKnown ? html` <span class="hw-matrix__support">${supportWords(support)}</span>` : nothing
    }${since?.changed ? html` <span class="hw-matrix__since">${movementWords(pack, since)}</span>` : nothing}
    ${unguardedWords(assessment, cell)}`;
}

/** What a strength guards against, each leading to that worry. One tab stop is enough for a table: Tab passes them by. */
function guardLinks(view: FactorView, { guards, of }: FactorCell): TemplateResult | typeof nothing {
  if (guards.length === 0) return nothing;
  return html`<div class="hw-matrix__guards">
    <span>${msg('Guards against', { id: 'guards-against' })}</span>
    <ul>
      ${guards.map((guard) => html`<li>${guardLink(view, guard, of, '-1')}</li>`)}
    </ul>
  </div>`;
}

/** The name of the other end of a tie of somebody's factor, which leads to its cell. */
export function guardLink(
  { pack, assessment, picture }: FactorView,
  { factor, of, children }: Guard,
  from: string | null,
  tabindex: '0' | '-1',
): TemplateResult {
  return html`<button type="button" class="hw-link-button" data-go=${cellKey(factor, of)} tabindex=${tabindex}>
    ${words(pack, factorLabel(pack, factor))}
    (<bdi>${of === null ? whose(assessment, of) : inBrief(assessment, of)}</bdi>)${forWhom()}
  </button>`;

  /** Unsaid where it can only be one child: the one whose risk or strength it is. */
  function forWhom(): TemplateResult | string {
    const shown = picture.people.filter((person) => person?.role === 'child');
    const isClear = children.length === 1 && (children[0] === of || children[0] === from);
    if (isClear || shown.length < 2) return '';
    return children.length === shown.length
      ? html`, ${msg('for every child', { id: 'guards-for-all' })}`
      : html`, ${msg('for', { id: 'guards-for' })} ${names(assessment, children)}`;
  }
}

/** The smallest number of columns that both can be told in. */
const commonWidth = (one: number, other: number): number => (one * other) / greatestDivisor(one, other);
const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);
