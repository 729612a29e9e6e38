import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { personById } from '../../model/people.ts';
import type { Light } from '../../model/lights.ts';
import type { GoalPicture, Look } from '../../model/progress-goals.ts';
import { lightSaid } from '../shared/light.ts';
import { dayWords } from './day.ts';

/** Every colour given for a goal as a table; in a narrow place each row is a card that says what its cells are. */
export function looksTable(pack: Pack, assessment: Assessment, { looks, words }: GoalPicture): TemplateResult {
  const child = looks.some((look) => look.child !== null);
  const steps = looks.some(({ nextStep }) => nextStep !== '');
  const labels = {
    given: msg('Colours given on', { id: 'progress-given-on' }),
    parent: msg('Parent’s colour', { id: 'progress-parent-colour' }),
    worker: msg('Worker’s colour', { id: 'progress-worker-colour' }),
    child: msg('Child’s colour', { id: 'progress-child-colour' }),
    differ: msg('Do they agree?', { id: 'progress-agree' }),
    evidence: msg('What it rests on', { id: 'progress-evidence' }),
    next: msg('Next step', { id: 'progress-next-step' }),
  };
  const shown = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (id) => (id !== 'child' || child) && (id !== 'next' || steps),
  );
  const cell = (label: string, said: unknown): TemplateResult =>
    html`<td class="govuk-table__cell" role="cell">
      ${said === nothing ? nothing : html`<span class="hw-told__name" aria-hidden="true">${label}</span>${said}`}
    </td>`;
  // Said anew, because a table laid out as blocks is none to some browsers.
  return html`<table class="govuk-table hw-told" role="table">
    <caption class="govuk-visually-hidden">
      ${msg('Colours given for this goal', { id: 'progress-looks' })}:
      <bdi>${words}</bdi>
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row" role="row">
        ${shown.map((id) => html`<th scope="col" class="govuk-table__header" role="columnheader">${labels[id]}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${looks.map(
        (look) =>
          html`<tr class="govuk-table__row" role="row" data-look="${look.at}.${look.row}">
            <th scope="row" class="govuk-table__header" role="rowheader">${dayWords(look.given)}</th>
            ${cell(labels.parent, parentSaid(pack, assessment, look))} ${cell(labels.worker, said(pack, look.worker))}
            ${child ? cell(labels.child, said(pack, look.child)) : nothing} ${cell(labels.differ, differ(look))}
            ${cell(labels.evidence, evidence(look))} ${steps ? cell(labels.next, own(look.nextStep)) : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const own = (text: string): TemplateResult | typeof nothing => (text === '' ? nothing : html`<bdi>${text}</bdi>`);

const said = (pack: Pack, light: Light | null): TemplateResult =>
  light === null ? html`${msg('None given', { id: 'progress-no-colour' })}` : lightSaid(pack, light);

function parentSaid(pack: Pack, assessment: Assessment, { parent, parentIs }: Look): TemplateResult {
  const name = parentIs === null ? '' : (personById(assessment, parentIs)?.name.trim() ?? '');
  return html`${said(pack, parent)}${name === '' ? nothing : html`<br /><bdi>${name}</bdi>`}`;
}

/** Whether parent and worker agree, in words; where they do not, why. */
function differ({ parent, worker, difference, why }: Look): TemplateResult {
  if (parent === null || worker === null)
    return html`${parent === null ? msg('The parent has not been asked, or gave none.', { id: 'progress-parent-silent' }) : msg('The worker has given none.', { id: 'progress-worker-silent' })}`;
  if (difference === null) return html`${msg('Yes', { id: 'progress-agree-yes' })}`;
  const sees = {
    'parent-further': msg('No. The parent sees the goal as further on.', { id: 'progress-parent-further' }),
    'worker-further': msg('No. The worker sees the goal as further on.', { id: 'progress-worker-further' }),
    otherwise: msg('No. They see it differently.', { id: 'progress-otherwise' }),
  }[difference];
  return html`<span class="hw-differ">${sees}</span>
    ${why === '' ? msg('Nobody has written down why.', { id: 'progress-no-why' }) : own(why)}`;
}

function evidence({ evidence: text, evidenceOn }: Look): TemplateResult | typeof nothing {
  if (text === '' && evidenceOn === null) return nothing;
  return html`${own(text)}${evidenceOn === null ? nothing : html` <span class="hw-quiet">(${dayWords(evidenceOn)})</span>`}`;
}
