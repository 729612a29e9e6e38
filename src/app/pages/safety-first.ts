import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import { labelOf } from '../../model/label.ts';
import { hashOf } from '../routes.ts';
import { gapPlace, gapWords } from '../gap-words.ts';
import { SessionPage } from './page.ts';

/** What bears on whether a child is safe tonight, in the order in which it is found out. */
const askedFirst: readonly string[] = [
  'household-and-carers',
  'perpetrator-access',
  'child-contacts',
  'legal-status',
  'harm-after-return',
];

/**
 * Of a child who went home without a plan: what comes before everything else. The purpose has no questions of its own;
 * those about safety stand in several sections, and are led to from here.
 */
export class SafetyFirst extends SessionPage {
  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const purpose = session?.assessment.answers[session.pack.purposeQuestion];
    if (!session || purpose?.is !== 'given' || purpose.value !== 'unplanned-return') return nothing;
    const { pack, assessment, evaluation } = session;
    const note = pack.timetable.notes.find(({ id }) => id === 'unplanned-safe-now');
    const asked = askedFirst.flatMap((id) =>
      evaluation.applies.filter(({ question, place }) => question.id === id && place.round <= 1),
    );
    return html`<section class="hw-panel hw-panel--warning" aria-labelledby="safety-first">
      <h2 class="govuk-heading-m" id="safety-first">
        ${msg('First: is each child safe now?', { id: 'safety-first' })}
      </h2>
      ${note ? html`<p class="govuk-body">${words(pack, note.words)}</p>` : nothing}
      <ul class="govuk-list">
        ${asked.map(
          (instance) =>
            html`<li>
              <a
                class="govuk-link"
                href=${hashOf({ page: 'section', id: assessment.id, section: instance.section })}
                data-focus=${gapPlace(instance)}
                >${instance.person ? html`<bdi>${instance.person.name.trim() || msg('No name yet', { id: 'no-name-yet' })}</bdi>: ` : nothing}${words(pack, labelOf(pack, assessment, instance))}</a
              >
              <span class="hw-quiet">${instance.gaps.slice(0, 1).map(gapWords)}</span>
            </li>`,
        )}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href=${hashOf({ page: 'guidance', topic: 'legal-routes' })}
          >${msg('The first day of an unplanned return, step by step', { id: 'safety-first-article' })}</a
        >
      </p>
    </section>`;
  }
}
