import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  classSign,
  dateShown,
  movementWords,
  nameOf,
  names,
  sourceText,
  statusWords,
  trendWords,
  whose,
} from '../../elements/factors/words.ts';
import { words } from '../../elements/shared/pack-words.ts';
import type { Rating } from '../../model/answer.ts';
import type { FactorCell } from '../../model/factor-picture.ts';
import type { Factor, Pack } from '../../model/pack.ts';
import {
  isTold,
  type ChildInRound,
  type ChildrenPicture,
  type FactorInRounds,
  type NamedInRound,
  type RoundsPicture,
} from '../../model/rounds-picture.ts';
import { isRisk } from '../../model/suggest-ratings.ts';
import type { Session } from '../../session/session.ts';
import type { Part } from './folds.ts';

/** From this many columns on a table is told as cards on any screen. */
const manyColumns = 5;

interface Row {
  readonly head: unknown;
  readonly cells: readonly unknown[];
}

/** A table of a few columns; each cell names its column where the heads are out of sight. Its title stands above it. */
function sideBySide(caption: unknown, corner: string, heads: readonly unknown[], rows: readonly Row[]): TemplateResult {
  return html`<table class="hw-side-by-side ${heads.length >= manyColumns ? 'hw-side-by-side--many' : ''}">
    <caption class="govuk-visually-hidden">
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${corner}</th>
        ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ head, cells }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${head}</th>
            ${cells.map((cell, index) => html`<td role="cell"><span class="hw-side-by-side__which">${heads[index]}</span>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const roundName = (round: number): string => msg(str`Round ${round}`, { id: 'rounds-round-n' });
const quiet = (text: string): TemplateResult => html`<span class="hw-quiet">${text}</span>`;

/** The class of each round with its reason and names; folded, the class alone. */
export function roundsTable(session: Session, { child, rounds }: RoundsPicture): Part {
  const title = html`<bdi>${nameOf(child)}</bdi>: ${msg('class, reason and names', { id: 'rounds-caption-class' })}`;
  const heads = rounds.map(({ round }) => roundName(round));
  return {
    id: 'classes',
    title,
    summary: classesInBrief(session, heads, rounds),
    body: sideBySide(title, msg('What was decided', { id: 'rounds-corner-class' }), heads, classRows(session, rounds)),
  };
}

const classesInBrief = ({ pack }: Session, heads: readonly unknown[], of: readonly ChildInRound[]): TemplateResult =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${of.map(
      ({ riskClass }, at) =>
        html`<li>
          ${heads[at]}:
          ${
            riskClass
              ? html`${classSign(riskClass.order)}<strong>${words(pack, riskClass.label)}</strong>`
              : quiet(msg('No class chosen in this round', { id: 'rounds-no-class' }))
          }
        </li>`,
    )}
  </ul>`;

function classRows({ pack }: Session, entries: readonly ChildInRound[]): readonly Row[] {
  const text = (said: string, none: string): unknown =>
    said === '' ? quiet(none) : html`<bdi class="hw-own">${said}</bdi>`;
  const none = msg('Not given', { id: 'factors-not-given' });
  const namedRow = (head: string, by: NamedInRound['by']): Row => ({
    head,
    cells: entries.map(({ named }) => {
      const here = named.filter((each) => each.by === by);
      return here.length === 0 ? quiet(none) : namedList(here);
    }),
  });
  const rows: readonly Row[] = [
    {
      head: msg('Class chosen', { id: 'rounds-class' }),
      cells: entries.map(({ riskClass }) =>
        riskClass
          ? html`<span class="hw-side-by-side__class"
                >${classSign(riskClass.order)}${words(pack, riskClass.label)}</span
              >
              <details class="govuk-details">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text"
                    >${msg('What this class means', { id: 'rounds-class-means' })}</span
                  >
                </summary>
                <div class="govuk-details__text">${words(pack, riskClass.definition)}</div>
              </details>`
          : quiet(msg('No class chosen in this round', { id: 'rounds-no-class' })),
      ),
    },
    { head: msg('Reason', { id: 'rounds-reason' }), cells: entries.map(({ reason }) => text(reason, none)) },
    namedRow(msg('Who discussed the class, and when', { id: 'rounds-discussed' }), 'discussed'),
    // To sign a stage is not to choose a class: a parent may have signed without agreeing to it.
    namedRow(msg('Who signed the stage', { id: 'rounds-signed' }), 'signed'),
  ];
  /** Rows only some rounds have: their title, what is said, and what stands where nothing is. */
  const extra: readonly [string, (entry: ChildInRound) => TemplateResult | null, string?][] = [
    [
      msg('Suggested when the class was chosen', { id: 'rounds-suggested' }),
      ({ suggested }) =>
        suggested &&
        (suggested.riskClass
          ? html`${words(pack, suggested.riskClass.label)}`
          : html`${msg('No class was suggested', { id: 'rounds-suggested-none' })}`),
    ],
    [
      msg('Why it differs from the suggestion', { id: 'rounds-difference' }),
      ({ difference }) => (difference === '' ? null : html`<bdi class="hw-own">${difference}</bdi>`),
    ],
    [
      msg('Why this round was opened', { id: 'rounds-opened' }),
      ({ opened }) => opened && html`<bdi class="hw-own">${opened.reason}</bdi>, ${dateShown(opened.on)}`,
      msg('Planned', { id: 'rounds-planned' }),
    ],
  ];
  return [
    ...rows,
    ...extra
      .map(([head, said, otherwise = none]) => ({ head, otherwise, cells: entries.map(said) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .map(({ head, otherwise, cells }) => ({ head, cells: cells.map((cell) => cell ?? quiet(otherwise)) })),
  ];
}

function namedList(named: readonly NamedInRound[]): TemplateResult {
  return html`<ul>
    ${named.map(
      ({ name, date }) =>
        html`<li>
          <bdi>${name.trim() === '' ? msg('No name yet', { id: 'no-name-yet' }) : name}</bdi>${
            date === null ? nothing : html`, ${dateShown(date)}`
          }
        </li>`,
    )}
  </ul>`;
}

/** Every factor of one child, round by round: how it stood, what became of it and why. */
export function factorsTable(session: Session, { child, rounds, factors }: RoundsPicture, all: boolean): Part {
  const shown = factors.filter(({ told }) => all || told);
  const title = html`<bdi>${nameOf(child)}</bdi>:
    ${msg('how each worry and strength moved', { id: 'rounds-caption-factors' })}`;
  const body = sideBySide(
    title,
    msg('Worry or strength', { id: 'rounds-corner-factors' }),
    rounds.map(({ round }) => roundName(round)),
    shown.flatMap((factor) => {
      const [first] = factor.cells;
      return first
        ? [
            {
              head: factorHead(session, first),
              cells: factor.cells.map((_cell, index) => inRound(session.pack, factor, index)),
            },
          ]
        : [];
    }),
  );
  return { id: 'factors', title, body };
}

function factorHead({ pack, assessment }: Session, { factor, of }: FactorCell): TemplateResult {
  return html`${words(pack, factor.label)}<span class="hw-side-by-side__of"
      >${kindWords(factor)}, <bdi>${whose(assessment, of)}</bdi></span
    >`;
}

const kindWords = (factor: Factor): string =>
  isRisk(factor) ? msg('Worry', { id: 'factor-worry' }) : msg('Strength', { id: 'factor-strength' });

function inRound(pack: Pack, { cells, movements }: FactorInRounds, index: number): unknown {
  const rating = cells[index]?.rating ?? null;
  const before = index === 0 ? null : (cells[index - 1]?.rating ?? null);
  const movement = movements[index];
  if (cells[index]?.away) return quiet(msg('Not counted in this round', { id: 'rounds-away' }));
  if (!rating) return quiet(msg('Not rated yet', { id: 'factor-not-rated' }));
  const isNew = JSON.stringify(rating) !== JSON.stringify(before);
  return html`<p>${statusWords(pack, rating)} ${trendWords(pack, rating)}</p>
    ${movement ? html`<p class=${movement.changed ? '' : 'hw-quiet'}>${movementWords(pack, movement)}</p>` : nothing}
    ${isNew ? why(pack, rating) : nothing}`;
}

/** What a rating rests on, in the words it was given with. */
function why(pack: Pack, { note, source, date }: Rating): TemplateResult {
  return html`${note ? html`<p><bdi class="hw-own">${note}</bdi></p>` : nothing}${
    source || date
      ? html`<p class="hw-quiet">
          ${source ? html`<bdi>${sourceText(pack, source)}</bdi>` : nothing}${source && date ? ', ' : nothing}${dateShown(date)}
        </p>`
      : nothing
  }`;
}

/** The children of a family in one round. */
export function childrenTable(session: Session, picture: ChildrenPicture, all: boolean): Part {
  const { children, unguarded, factors, round } = picture;
  const title = html`${roundName(round)}: ${msg('the children beside each other', { id: 'rounds-caption-children' })}`;
  const heads = children.map(({ child }) => html`<bdi>${nameOf(child)}</bdi>`);
  const body = sideBySide(
    title,
    msg('What was decided, and what is rated of each', { id: 'rounds-corner-children' }),
    heads,
    [
      ...classRows(session, children),
      {
        head: msg('Worries that no evidenced strength guards against', { id: 'rounds-unguarded' }),
        cells: unguarded.map((cells, index) => unguardedList(session, cells, children[index]?.child.id ?? '')),
      },
      ...factors
        .filter(({ cells }) => all || isTold(cells))
        .map(({ factor, cells }) => ({
          head: html`${words(session.pack, factor.label)}<span class="hw-side-by-side__of">${kindWords(factor)}</span>`,
          cells: cells.map(({ rating }) =>
            rating
              ? html`<p>${statusWords(session.pack, rating)} ${trendWords(session.pack, rating)}</p>
                  ${why(session.pack, rating)}`
              : quiet(msg('Not rated yet', { id: 'factor-not-rated' })),
          ),
        })),
    ],
  );
  return { id: 'children', title, summary: classesInBrief(session, heads, children), body };
}

/** Each worry once, with those whose it is; at a child's own the name goes without saying. */
function unguardedList({ pack, assessment }: Session, cells: readonly FactorCell[], child: string): unknown {
  if (cells.length === 0) return quiet(msg('None', { id: 'rounds-none' }));
  const factors = [...new Set(cells.map(({ factor }) => factor))];
  return html`<ul>
    ${factors.map((factor) => {
      const people = cells.flatMap(({ factor: { id }, of }) =>
        id === factor.id && of !== null && of !== child ? [of] : [],
      );
      return html`<li>
        ${words(pack, factor.label)}${people.length === 0 ? nothing : html` (${names(assessment, people)})`}
      </li>`;
    })}
  </ul>`;
}
