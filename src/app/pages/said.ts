import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { blockWithLanguages, words } from '../../elements/shared/pack-words.ts';
import { blocksView } from '../../elements/shared/report-view.ts';
import type { Answer } from '../../model/answer.ts';
import { saidNow } from '../../model/apply-asides.ts';
import type { Aside, Evidence, Person } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import { personById } from '../../model/people.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { same } from '../../model/same.ts';
import type { Session } from '../../session/session.ts';

type Said = Aside['said'];

/** What an aside is about, in words. */
export function aboutWords({ pack, assessment, evaluation }: Session, { place, person, details }: Aside): unknown {
  if (person !== undefined) return html`<bdi>${personById(assessment, person)?.name ?? ''}</bdi>`;
  if (details) return msg('The reference or the route', { id: 'two-places-details' });
  const at = parsePlaceKey(place ?? '');
  const question = packIndex(pack).questions.get(at?.question ?? '');
  if (!at || !question) return msg('Evidence', { id: 'two-places-evidence' });
  const asked = evaluation.applies.find(({ key }) => key === place);
  const who = at.subject === null ? undefined : personById(assessment, at.subject)?.name.trim();
  return html`${who ? html`<bdi>${who}</bdi>: ` : nothing}${words(pack, asked?.asked.label ?? question.label)}`;
}

/** What the assessment says now, and what was set aside, each to be read. */
export function bothSaid(session: Session, aside: Aside): { readonly now: unknown; readonly beside: unknown } {
  const now = saidNow(session.assessment, aside);
  if (aside.person !== undefined) return properties(session, now as Person, aside.said as Person);
  if (aside.evidence !== undefined) return properties(session, now as Evidence | null, aside.said as Evidence | null);
  if (aside.details) {
    const { reference, route } = session.assessment;
    return {
      now: html`<p class="govuk-body"><bdi>${aside.details.reference === undefined ? route : reference}</bdi></p>`,
      beside: html`<p class="govuk-body"><bdi>${aside.details.reference ?? aside.details.route}</bdi></p>`,
    };
  }
  return { now: answerSaid(session, aside, now), beside: answerSaid(session, aside, aside.said) };
}

const none = (): TemplateResult => html`<span class="hw-quiet">${msg('No answer', { id: 'earlier-none' })}</span>`;

function answerSaid({ pack, assessment }: Session, { place }: Aside, said: Said): unknown {
  const question = packIndex(pack).questions.get(parsePlaceKey(place ?? '')?.question ?? '');
  if (!said || !question) return none();
  const blocks = answerBlocks(pack, assessment, { question, answer: said as Answer });
  return blocksView(blocks.map((block) => blockWithLanguages(block, pack)));
}

/** Of a person or piece of evidence only what differs; a choice or an id as it is stored, where no column names it. */
function properties(
  { pack, assessment }: Session,
  now: Person | Evidence | null,
  beside: Person | Evidence | null,
): { readonly now: unknown; readonly beside: unknown } {
  const [left, right] = [now ?? {}, beside ?? {}] as readonly [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys({ ...left, ...right }).filter((key) => !same(left[key], right[key]));
  const columns = pack.questions.flatMap((question) => question.columns ?? []);
  const label = (key: string): string | undefined => columns.find(({ property }) => property === key)?.label;
  const value = (key: string, of: unknown): string => {
    const choice = columns.find(({ property }) => property === key)?.choices?.find(({ id }) => id === of)?.label;
    if (choice !== undefined) return choice;
    if (typeof of === 'string') return personById(assessment, of)?.name ?? of;
    if (Array.isArray(of)) return of.map((each) => (typeof each === 'string' ? value(key, each) : '')).join(', ');
    if (typeof of === 'object' && of !== null && 'unread' in of) return String(of.unread);
    return of === true ? msg('Yes', { id: 'two-places-yes' }) : of === false ? msg('No', { id: 'two-places-no' }) : '';
  };
  const list = (of: Record<string, unknown>): TemplateResult =>
    html`<ul class="govuk-list">
      ${keys.map((key) => html`<li>${label(key) ?? nothing} <bdi class="hw-own">${value(key, of[key]) || '–'}</bdi></li>`)}
    </ul>`;
  return { now: now ? list(left) : none(), beside: beside ? list(right) : none() };
}
