import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import { calledBy } from '../../elements/fields/context.ts';
import type { PersonId } from '../../model/answer.ts';
import type { Assessment, Person } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Choice, Pack } from '../../model/pack.ts';
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
  const name = nameIn(pack, assessment);
  const guarding = (worry: FactorOf): readonly FactorOf[] =>
    strengths.filter((strength) => isAgainst(strength, worry, child));
  const idle = strengths.filter((strength) => !worries.some((worry) => isAgainst(strength, worry, child)));
  const plain = (title: string, of: readonly FactorOf[]): TemplateResult | typeof nothing =>
    of.length === 0
      ? nothing
      : html`<h3 class="govuk-heading-s">${title}</h3>
          <ul class="govuk-list govuk-list--bullet">
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
        : [...new Set(worries.map(({ of }) => of))].map((of) =>
            worriesOf(
              { pack, assessment },
              worries.filter((worry) => worry.of === of),
              guarding,
            ),
          )
    }
    ${
      worries.length > 0
        ? plain(msg('Evidenced strengths that guard against none of these', { id: 'round-idle' }), idle)
        : html`${plain(
            msg('Worries of the past', { id: 'round-past' }),
            factors.filter(({ factor, rating }) => isRisk(factor) && rating?.status === 'past'),
          )}
          ${plain(msg('Strengths that are evidenced', { id: 'round-strengths' }), strengths)}`
    }
    <h3 class="govuk-heading-s">${msg('How far change has come', { id: 'round-change' })}</h3>
    <ul class="govuk-list">
      ${adultsInRound(outlook).map((person) => {
        const lowest = changeOf(outlook, person.id).lowest;
        const choice = lowest && capacityIn(pack, lowest.capacity);
        return html`<li>
          ${name(person.id)}:
          ${choice ? html`<strong>${words(pack, choice.label)}</strong>. ${choice.definition === undefined ? nothing : words(pack, choice.definition)}` : msg('not rated yet', { id: 'round-not-rated' })}
        </li>`;
      })}
    </ul>
  `;
}

const isAgainst = ({ rating }: FactorOf, { factor, of }: FactorOf, child: Person): boolean =>
  (rating?.guards ?? []).some((guard) => guard.risk === factor.id && guard.of === of && guard.child === child.id);

const nameIn =
  (pack: Pack, assessment: Assessment) =>
  (of: PersonId | null): TemplateResult =>
    of === null
      ? html`${words(pack, phrase(pack, 'family'))}`
      : html`<bdi>${calledBy(personById(assessment, of), msg('No name yet', { id: 'no-name-yet' }))}</bdi>`;

/** The rating of change with its meaning: of one word alone, such as "None", nobody knows what there is none of. */
const capacityIn = (pack: Pack, capacity: string): Choice | undefined =>
  packIndex(pack)
    .questions.get('change-evidence')
    ?.columns?.find(({ id }) => id === 'capacity')
    ?.choices?.find(({ id }) => id === capacity);

/** The worries about one person, or about the family; where nothing guards against any of them, that is said once. */
function worriesOf(
  { pack, assessment }: Pick<Session, 'pack' | 'assessment'>,
  worries: readonly FactorOf[],
  guarding: (worry: FactorOf) => readonly FactorOf[],
): TemplateResult {
  const name = nameIn(pack, assessment);
  const bare = worries.length > 1 && worries.every((worry) => guarding(worry).length === 0);
  return html`<h4 class="govuk-body hw-worries__who"><strong>${name(worries[0]?.of ?? null)}</strong></h4>
    <ul class="govuk-list hw-worries">
      ${worries.map((worry) => {
        const { factor, rating } = worry;
        const against = guarding(worry);
        return html`<li>
          ${words(pack, factor.label)}:
          <strong>${words(pack, phrase(pack, `status-${rating?.status ?? ''}` as PhraseId))}</strong>${
            rating?.trend
              ? html`; ${words(pack, phrase(pack, 'trend'))}:
                ${words(pack, phrase(pack, `trend-${rating.trend}` as PhraseId))}`
              : nothing
          }
          ${
            bare
              ? nothing
              : html`<span class="hw-worries__guards"
                  >${
                    against.length === 0
                      ? msg('Nothing evidenced guards against it.', { id: 'round-unguarded' })
                      : html`${msg('What guards against it', { id: 'round-guarded' })}:
                        ${against.map((each, index) => html`${index > 0 ? ', ' : ''}${words(pack, each.factor.label)} (${name(each.of)})`)}`
                  }</span
                >`
          }
        </li>`;
      })}
    </ul>
    ${bare ? html`<p class="govuk-body hw-worries__guards">${msg('Nothing evidenced guards against any of these.', { id: 'round-unguarded-all' })}</p>` : nothing}`;
}
