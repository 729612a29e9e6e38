import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import type { Pack, RouteId } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import type { LockableVault, VaultState } from '../../session/ports.ts';
import { whyNoReal } from '../lock/why.ts';

/** What has to be said before an assessment can begin, by the names of its controls. */
export type Asked = 'kind' | 'reference' | 'purpose' | 'role';

/** What could not be kept, and what to do. */
export const notKept = ({ code }: Problem): TemplateResult =>
  html`<div class="govuk-error-summary" role="alert" tabindex="-1">
    <h2 class="govuk-error-summary__title">
      ${msg('The assessment could not be kept on this computer', { id: 'new-failed' })}
    </h2>
    <p class="govuk-body">
      ${msg('What you typed is still here. If something at the top of the page says why, do that first. Else try once more; if it happens again, tell your IT support this code:', { id: 'new-failed-now' })}
      ${code}
    </p>
  </div>`;

/** What is missing, each with the way there. */
export function problemsIn(
  missing: readonly Asked[],
  goTo: (event: Event, id: Asked) => void,
): TemplateResult | typeof nothing {
  if (missing.length === 0) return nothing;
  return html`<div class="govuk-error-summary" role="alert" tabindex="-1">
    <h2 class="govuk-error-summary__title">${msg('There is a problem', { id: 'there-is-a-problem' })}</h2>
    <ul class="govuk-list govuk-error-summary__list">
      ${missing.map(
        (id) =>
          html`<li>
            <a
              href="#${id}"
              @click=${(event: Event) => {
                goTo(event, id);
              }}
              >${needed(id)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Real or training; where nothing real can be kept, why not. */
export function kindField(real: LockableVault | null, missing: readonly Asked[]): TemplateResult {
  if (!real)
    return html`<div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>${msg('Only a training assessment can be started here.', { id: 'new-training-only' })}</strong>
      </p>
      ${whyNoReal()}
    </div>`;
  return radios({
    legend: msg('Is it about a real family?', { id: 'new-kind' }),
    error: errorOf('kind', missing),
    options: [
      option('kind', 'real', msg('A real family', { id: 'new-kind-real' }), realHint(real.state)),
      option(
        'kind',
        'training',
        msg('Training', { id: 'training' }),
        msg('A fictional family, to try it or to learn. Not encrypted: enter nothing about anybody real.', {
          id: 'new-kind-training-hint',
        }),
      ),
    ],
  });
}

export function referenceField(missing: readonly Asked[]): TemplateResult {
  const wrong = missing.includes('reference');
  return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
    <label class="govuk-label govuk-label--m" for="new:reference">${msg('Reference', { id: 'reference' })}</label>
    <div class="govuk-hint" id="new:reference:hint">
      ${msg('A case number or other reference. It is shown in lists and on every page, so do not use a name.', { id: 'new-reference-hint' })}
    </div>
    ${errorOf('reference', missing)}
    <input
      class="govuk-input govuk-input--width-20 ${wrong ? 'govuk-input--error' : ''}"
      id="new:reference"
      name="reference"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="new:reference:hint${wrong ? ' new:reference:error' : ''}"
    />
  </div>`;
}

export const purposeField = (pack: Pack, missing: readonly Asked[]): TemplateResult =>
  radios({
    legend: msg('What is the assessment for?', { id: 'new-purpose' }),
    hint: msg('You can change this later and lose nothing.', { id: 'new-purpose-hint' }),
    error: errorOf('purpose', missing),
    options: pack.purposes.map(({ id, label, description }) =>
      option('purpose', id, words(pack, label), words(pack, description)),
    ),
  });

export const routeField = (first: RouteId = 'full'): TemplateResult =>
  radios({
    legend: msg('How many questions?', { id: 'new-route' }),
    options: [
      option(
        'route',
        'full',
        msg('All questions', { id: 'route-full' }),
        msg('The required questions and those that deepen the picture.', { id: 'route-full-hint' }),
        first === 'full',
      ),
      option(
        'route',
        'core',
        msg('The shorter route', { id: 'route-core' }),
        msg('Only the core questions. Every required question is among them.', { id: 'route-core-hint' }),
        first === 'core',
      ),
    ],
  });

type Words = ReturnType<typeof words>;

function radios({
  legend,
  hint,
  error = nothing,
  options,
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: TemplateResult | typeof nothing;
  readonly options: readonly TemplateResult[];
}): TemplateResult {
  return html`<div class="govuk-form-group ${error === nothing ? '' : 'govuk-form-group--error'}">
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${legend}</legend>
      ${hint === undefined ? nothing : html`<div class="govuk-hint">${hint}</div>`} ${error}
      <div class="govuk-radios govuk-radios--small">${options}</div>
    </fieldset>
  </div>`;
}

const option = (name: string, value: string, label: Words, hint: Words, chosen = false): TemplateResult =>
  html`<div class="govuk-radios__item">
    <input
      class="govuk-radios__input"
      type="radio"
      name=${name}
      id="new:${name}:${value}"
      value=${value}
      ?checked=${chosen}
      aria-describedby="new:${name}:${value}:hint"
    />
    <label class="govuk-label govuk-radios__label" for="new:${name}:${value}">${label}</label>
    <div class="govuk-hint govuk-radios__hint" id="new:${name}:${value}:hint">${hint}</div>
  </div>`;

const errorOf = (id: Asked, missing: readonly Asked[]): TemplateResult | typeof nothing =>
  missing.includes(id) ? html`<p class="govuk-error-message" id="new:${id}:error">${needed(id)}</p>` : nothing;

function needed(id: Asked): string {
  switch (id) {
    case 'kind':
      return msg('Select whether it is about a real family', { id: 'new-need-kind' });
    case 'reference':
      return msg('Enter a reference', { id: 'new-need-reference' });
    case 'purpose':
      return msg('Select what the assessment is for', { id: 'new-need-purpose' });
    case 'role':
      return msg('Select who each adult is', { id: 'new-need-role' });
  }
}

/** How a real assessment would be kept. */
function realHint(state: VaultState): string {
  switch (state) {
    case 'none':
      return msg('It is encrypted on this computer. The next page sets the passphrase for that.', {
        id: 'new-kind-real-first',
      });
    case 'memory':
      return msg('It is kept on this page only, and is gone when the page closes.', { id: 'new-kind-real-memory' });
    default:
      return msg('It is encrypted on this computer with your passphrase.', { id: 'new-kind-real-hint' });
  }
}
