import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import { calledBy } from '../../elements/fields/context.ts';
import { capacityLabel } from '../../elements/fields/suggestion-words.ts';
import type { Person } from '../../model/assessment.ts';
import { personById } from '../../model/people.ts';
import { phrase, type PhraseId } from '../../model/phrases.ts';
import { Reading } from '../../model/reading.ts';
import { changeOf } from '../../model/suggest-capacity.ts';
import {
  adultsInRound,
  factorsFor,
  isPresent,
  isRisk,
  type FactorOf,
  type Outlook,
} from '../../model/suggest-ratings.ts';
import type { Session } from '../../session/session.ts';

/** The worries of one child at a round, each with what guards against it, and how far change has come. */
export function roundPicture(
  { pack, assessment }: Pick<Session, 'pack' | 'assessment'>,
  child: Person,
  round: number,
): TemplateResult {
  const outlook: Outlook = { pack, assessment, reading: new Reading(pack, assessment), child, round };
  const factors = factorsFor(outlook);
  const worries = factors.filter((each) => isRisk(each.factor) && isPresent(each));
  const strengths = factors.filter(({ factor, rating }) => !isRisk(factor) && rating?.status === 'evidenced');
  const guards = ({ factor, of }: FactorOf): readonly FactorOf[] =>
    strengths.filter(({ rating }) =>
      (rating?.guards ?? []).some((guard) => guard.risk === factor.id && guard.of === of && guard.child === child.id),
    );
  const name = (of: string | null): TemplateResult =>
    of === null
      ? html`${words(pack, phrase(pack, 'family'))}`
      : html`<bdi>${calledBy(personById(assessment, of), msg('No name yet', { id: 'no-name-yet' }))}</bdi>`;
  const plain = (title: string, of: readonly FactorOf[]): TemplateResult | typeof nothing =>
    of.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">${title}</h3>
          <ul class="govuk-list hw-worries">
            ${of.map(({ factor, of: whose }) => html`<li>${name(whose)}: ${words(pack, factor.label)}</li>`)}
          </ul>`;
  const rated = factors.some(({ rating }) => rating !== null);
  return html`
    <h3 class="govuk-heading-s">${msg('Worries that are there now', { id: 'round-worries' })}</h3>
    ${
      worries.length === 0
        ? html`<p class="govuk-body">
            ${rated ? msg('No worry is rated active or reducing.', { id: 'round-none-active' }) : msg('Nothing is rated yet.', { id: 'round-none-rated' })}
          </p>`
        : html`<ul class="govuk-list hw-worries">
            ${worries.map((worry) => {
              const against = guards(worry);
              return html`<li>
                ${name(worry.of)}: <strong>${words(pack, worry.factor.label)}</strong>,
                ${words(pack, phrase(pack, `status-${worry.rating?.status ?? ''}` as PhraseId))}${
                  worry.rating?.trend
                    ? html`; ${words(pack, phrase(pack, 'trend'))}:
                      ${words(pack, phrase(pack, `trend-${worry.rating.trend}` as PhraseId))}`
                    : nothing
                }
                <span class="hw-worries__guards"
                  >${
                    against.length === 0
                      ? msg('Nothing evidenced guards against it.', { id: 'round-unguarded' })
                      : html`${msg('What guards against it', { id: 'round-guarded' })}:
                        ${against.map(({ factor, of }, index) => html`${index > 0 ? ', ' : ''}${words(pack, factor.label)} (${name(of)})`)}`
                  }</span
                >
              </li>`;
            })}
          </ul>`
    }
    ${
      worries.length > 0
        ? nothing
        : html`${plain(
            msg('Worries of the past', { id: 'round-past' }),
            factors.filter(({ factor, rating }) => isRisk(factor) && rating?.status === 'past'),
          )}
          ${plain(msg('Strengths that are evidenced', { id: 'round-strengths' }), strengths)}`
    }
    <h3 class="govuk-heading-s">${msg('How far change has come', { id: 'round-change' })}</h3>
    <ul class="govuk-list">
      ${adultsInRound(outlook).map((person) => {
        const { lowest } = changeOf(outlook, person.id);
        return html`<li>
          ${name(person.id)}:
          ${lowest ? words(pack, capacityLabel(pack, lowest.capacity)) : msg('not rated yet', { id: 'round-not-rated' })}
        </li>`;
      })}
    </ul>
  `;
}
