import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dateInWords } from '../../i18n/dates.ts';
import type { Rating } from '../../model/answer.ts';
import type { Assessment, Person } from '../../model/assessment.ts';
import type { Movement } from '../../model/factor-movement.ts';
import type { FactorCell, FactorGroupId } from '../../model/factor-picture.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { personById, presentPeople, shortName } from '../../model/people.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { calledBy } from '../fields/context.ts';
import { words } from '../shared/pack-words.ts';

/** A sign beside a word, for the eye that looks down a column. It never stands alone. */
export const sign = (of: string): TemplateResult => html`<span class="hw-sign" aria-hidden="true">${of}</span>`;

const statusSigns: Readonly<Record<string, string>> = {
  active: '●',
  evidenced: '●',
  reducing: '◐',
  claimed: '◐',
  past: '○',
  absent: '–',
};
const trendSigns: Readonly<Record<string, string>> = { rising: '↑', steady: '↔', falling: '↓' };
const movementSigns: Readonly<Record<Movement['kind'], string>> = {
  more: '↑',
  less: '↓',
  other: '⇄',
  same: '=',
  carried: '',
  first: '+',
  gone: '–',
  never: '',
};

/** A ring, a half, three quarters, a full disc: beside the word for a class, never instead of it. */
export const classSign = (order: number): TemplateResult => sign(['○', '◐', '◕', '●'][order - 1] ?? '');

export const statusText = (pack: Pack, { status }: Rating): string => phrase(pack, `status-${status}` as PhraseId);
const trendText = (pack: Pack, trend: string): string => phrase(pack, `trend-${trend}` as PhraseId);

export const statusWords = (pack: Pack, rating: Rating): TemplateResult =>
  html`${sign(statusSigns[rating.status] ?? '?')}<strong>${words(pack, statusText(pack, rating))}</strong>`;

/** Which way it goes; "not known yet" stays unsaid, as the status says enough. */
export function trendWords(pack: Pack, { trend }: Rating): TemplateResult | typeof nothing {
  if (trend === undefined || trend === 'not-known') return nothing;
  return html`${sign(trendSigns[trend] ?? '')}${words(pack, trendText(pack, trend))}`;
}

/** How many things stand behind a rating. */
export function supportWords(count: number): string {
  if (count === 0) return msg('Nothing supports this yet', { id: 'factor-support-none' });
  return count === 1
    ? msg('1 supporting item', { id: 'factor-support-one' })
    : msg(str`${count} supporting items`, { id: 'factor-support-many' });
}

/** What became of a factor since the round before, with an arrow. */
export function movementWords(pack: Pack, movement: Movement): TemplateResult | typeof nothing {
  const { kind, was } = movement;
  if (kind === 'never') return nothing;
  return html`${sign(movementSigns[kind])}${movementText(movement, was ? inShort(pack, was) : '')}`;
}

function movementText({ kind, changed, was: before, is }: Movement, was: string): string {
  switch (kind) {
    case 'more':
      return msg(str`More than before. It was: ${was}.`, { id: 'movement-more' });
    case 'less':
      return msg(str`Less than before. It was: ${was}.`, { id: 'movement-less' });
    case 'first':
      return msg('Rated for the first time.', { id: 'movement-first' });
    case 'gone':
      return msg(str`Not rated any more. It was: ${was}.`, { id: 'movement-gone' });
    case 'carried':
      return msg('Not rated again in this round.', { id: 'movement-carried' });
    case 'same':
      if (!changed) return msg('As before.', { id: 'movement-same' });
      return before?.trend === is?.trend
        ? msg('The status is as before. What it guards against has changed.', { id: 'movement-guards' })
        : msg(str`The status is as before. It was: ${was}.`, { id: 'movement-trend' });
    default:
      return msg(str`Changed. It was: ${was}.`, { id: 'movement-other' });
  }
}

const inShort = (pack: Pack, rating: Rating): string =>
  [statusText(pack, rating), rating.trend ? trendText(pack, rating.trend) : ''].filter(Boolean).join(', ');

/** Where a rating comes from: a source in somebody's words, or the question whose answer is meant. */
export const sourceText = (pack: Pack, source: string): string | TemplateResult =>
  words(pack, packIndex(pack).questions.get(source)?.label ?? source);

export function nameOf(person: Person | null | undefined): string {
  if (person === null) return msg('The family', { id: 'factors-the-family' });
  return calledBy(person, msg('No name yet', { id: 'no-name-yet' }));
}

export const whose = (assessment: Assessment, of: string | null): string =>
  nameOf(of === null ? null : personById(assessment, of));

export const factorLabel = (pack: Pack, id: string): string => packIndex(pack).factors.get(id)?.label ?? id;

export function groupTitle(id: FactorGroupId): string {
  switch (id) {
    case 'child':
      return msg('The children', { id: 'factors-of-children' });
    case 'adult':
      return msg('The adults', { id: 'factors-of-adults' });
    case 'family':
      return msg('Family, network and home', { id: 'factors-of-family' });
  }
}

/** The first word of somebody's name, where nobody else here has it too. */
export function inBrief(assessment: Assessment, id: string): string {
  const short = shortName(whose(assessment, id));
  const alike = presentPeople(assessment).filter(({ name }) => shortName(name) === short);
  return alike.length > 1 ? whose(assessment, id) : short;
}

/** Names of people in a row, each with its own direction. */
export const names = (assessment: Assessment, ids: readonly string[]): readonly TemplateResult[] =>
  ids.map((id, index) => html`${index === 0 ? '' : ', '}<bdi>${inBrief(assessment, id)}</bdi>`);

/** Said at a risk for whose children no evidenced strength stands; at a child's own it goes without the name. */
export function unguardedWords(
  assessment: Assessment,
  { unguardedFor, of }: FactorCell,
): TemplateResult | typeof nothing {
  if (unguardedFor.length === 0) return nothing;
  return html`<span class="hw-unguarded"
    >${sign('△')}${
      unguardedFor.length === 1 && unguardedFor[0] === of
        ? msg('No evidenced strength guards against it', { id: 'unguarded' })
        : html`${msg('No evidenced strength guards against it for', { id: 'unguarded-for' })}
          ${names(assessment, unguardedFor)}`
    }</span
  >`;
}

export const dateShown = (date: string | undefined): TemplateResult | typeof nothing =>
  date === undefined ? nothing : html`<time datetime=${date}>${dateInWords(date)}</time>`;
