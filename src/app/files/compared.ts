import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { OnOneVersion } from '../questions/merged.ts';
import { differences, type Differences } from './differences.ts';
import { askedView, saidView } from './said.ts';

/** More are counted, not shown: nobody reads them, and the page would stand still. */
export const mostShown = 60;

/** What the draft of the same id here says otherwise, question by question. */
export function compared({ pack, here, there }: OnOneVersion): TemplateResult {
  const { people, answers }: Differences = differences(pack, here, there);
  if (people.length === 0 && answers.length === 0)
    return html`<p class="govuk-body">
      <strong>${msg('You have this draft already, with the same answers and people.', { id: 'diff-same' })}</strong>
    </p>`;
  return html`<p class="govuk-body">
      <strong
        >${msg('You have this draft already, and the file says something different.', { id: 'diff-other' })}</strong
      >
      ${answers.length === 0 ? nothing : answers.length === 1 ? msg('One answer is different.', { id: 'diff-answer' }) : msg(str`${answers.length} answers are different.`, { id: 'diff-answers' })}
      ${people.length === 0 ? nothing : people.length === 1 ? msg('One person is described differently or missing on one side.', { id: 'diff-one-person' }) : msg(str`${people.length} people are described differently or missing on one side.`, { id: 'diff-people' })}
    </p>
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${msg('See what is different', { id: 'diff-see' })}</span>
      </summary>
      <div class="govuk-details__text">
        ${
          people.length === 0
            ? nothing
            : html`<ul class="govuk-list govuk-list--bullet">
                ${people.map(
                  (each) =>
                    html`<li>
                      <bdi
                        >${((each.there ?? each.here)?.name ?? '').trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi
                      >:
                      ${
                        !each.here
                          ? msg('only in the file', { id: 'diff-only-there' })
                          : !each.there
                            ? msg('only here', { id: 'diff-only-here' })
                            : msg('described differently', { id: 'diff-person' })
                      }
                    </li>`,
                )}
              </ul>`
        }
        ${answers.slice(0, mostShown).map(
          ({ key, here: mine, there: theirs }) =>
            html`<h4 class="govuk-heading-s">${askedView(pack, mine ? here : there, key)}</h4>
              <div class="hw-two">
                <div>
                  <p class="govuk-body-s"><strong>${msg('Here', { id: 'diff-here' })}</strong></p>
                  ${saidView(pack, here, key, mine)}
                </div>
                <div>
                  <p class="govuk-body-s"><strong>${msg('In the file', { id: 'diff-there' })}</strong></p>
                  ${saidView(pack, there, key, theirs)}
                </div>
              </div>`,
        )}
        ${answers.length > mostShown ? html`<p class="govuk-body">${msg(str`And ${answers.length - mostShown} more.`, { id: 'diff-more' })}</p>` : nothing}
      </div>
    </details>`;
}
