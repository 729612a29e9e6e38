import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment, Person, PlaceKey, RoundEvent } from '../../model/assessment.ts';
import { isBlank } from '../../model/fits.ts';
import type { Pack } from '../../model/pack.ts';
import { childrenInScope } from '../../model/people.ts';
import { parsePlaceKey, placeKey } from '../../model/place.ts';
import { factorQuestions } from '../../model/suggest-ratings.ts';
import { suggestionOf } from '../../model/suggested-then.ts';
import type { Session } from '../../session/session.ts';
import { hashOf } from '../routes.ts';
import { classIn, roundsOf, type Round } from './rounds.ts';

/** What a new event would have to be rated after: the factors, and how far change has come. */
const ratingQuestions: readonly string[] = [...Object.values(factorQuestions), 'change-evidence', 'perpetrator-access'];

/** That something has happened since the class was given, and the round for it: one opened for it, or one to open. */
export function classifyAgain(
  { pack, assessment, evaluation }: Session,
  child: Person,
  { round: here }: Round,
): TemplateResult | typeof nothing {
  const rounds = roundsOf(pack, assessment);
  const given = rounds.filter(({ round }) => classIn(pack, assessment, child.id, round));
  const latest = given.at(-1);
  if (!latest) return nothing;
  const key = placeKey({ question: 'risk-class', subject: child.id, round: latest.round });
  const lastSaid = (of: PlaceKey): number => assessment.history.findLastIndex(({ place }) => place === of);
  const harmKey = placeKey({ question: 'harm-after-return', subject: child.id, round: 0 });
  const harm = assessment.answers[harmKey];
  const harmed = harm?.is === 'given' && harm.value === 'yes' && lastSaid(harmKey) > lastSaid(key);
  if (!harmed && !evaluation.lookAgain.has(key)) return nothing;
  // A round that everybody has still reads the ratings from before; only one opened for what happened asks for them anew.
  const opened = new Set(assessment.rounds.flatMap(({ round, event }) => (isEvent(event) ? [round] : [])));
  const free = rounds.find(({ round }) => round > latest.round && opened.has(round));
  return html`<div class="govuk-inset-text" data-classify-again>
    ${
      harmed
        ? msg('Harm since the return was recorded after this child was last given a class. Classify again now.', {
            id: 'again-harm',
          })
        : msg(
            'Since this child was last given a class, an adult has moved into the home or is now assessed as a carer. Look at the class again, or classify anew.',
            { id: 'again-adult' },
          )
    }
    ${
      free?.round === here
        ? nothing
        : free
          ? html`<a
              class="govuk-link"
              href=${hashOf({ page: 'round', id: assessment.id, round: free.round, person: child.id })}
              >${msg(str`Round ${free.round} has no class yet: use it now.`, { id: 'again-free' })}</a
            >`
          : canBeUsed(pack, assessment, here)
            ? suggestionOf(pack)
              ? msg(
                  'Say below that this round is used for it: then nothing is suggested until the worries it touches are rated again.',
                  { id: 'again-use' },
                )
              : msg('Say below that this round is used for it, and rate the worries it touches again.', {
                  id: 'again-use-rate',
                })
            : msg(
                'Open another classification round for it, below: such a round asks for the ratings anew. A planned round still reads those given before.',
                { id: 'again-open' },
              )
    }
  </div>`;
}

const isEvent = (event: RoundEvent | undefined): boolean => event !== undefined && event !== 'other';

/** Whether a planned round after the first can still be used for something that happened: no child has a class in it, and nothing is rated in it. */
function canBeUsed(pack: Pack, assessment: Assessment, round: number): boolean {
  return isFree(pack, assessment, round) && !isRatedIn(assessment, round);
}

const isFree = (pack: Pack, assessment: Assessment, round: number): boolean =>
  round > 1 &&
  !assessment.rounds.some((each) => each.round === round) &&
  !childrenInScope(assessment).some(({ id }) => classIn(pack, assessment, id, round));

const isRatedIn = ({ answers }: Assessment, round: number): boolean =>
  Object.entries(answers).some(([key, answer]) => {
    const place = parsePlaceKey(key);
    return place?.round === round && ratingQuestions.includes(place.question) && !isBlank(answer);
  });

/**
 * Before a class is said in a planned round after the first: what it reads, and what to do where something happened. A
 * round that has ratings may have them from before, so for that another round is opened.
 */
export function plannedRound(session: Session, child: Person, { round }: Round): TemplateResult | typeof nothing {
  const { pack, assessment } = session;
  if (!isFree(pack, assessment, round)) return nothing;
  if (canBeUsed(pack, assessment, round))
    return html`<p class="govuk-body hw-measure">
        ${msg('This is a planned round: until something is rated anew, it reads the ratings given before.', { id: 'round-planned-free' })}
      </p>
      <homeward-open-round .session=${session} child=${child.id} planned=${round}></homeward-open-round>`;
  return html`<p class="govuk-body hw-measure">
    ${msg('This is a planned round: until something is rated anew, it reads the ratings given before. After new harm, with a new adult in the home, or when the return breaks down, open another classification round below instead.', { id: 'round-planned' })}
  </p>`;
}
