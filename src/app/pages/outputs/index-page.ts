import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { words } from '../../../elements/shared/pack-words.ts';
import type { Session } from '../../../session/session.ts';
import { hashOf } from '../../routes.ts';

/** What can be made from an assessment: for whom each is, and what it leaves out. */
export function indexPage(session: Session): TemplateResult {
  const { id } = session.assessment;
  const entry = (kind: string, title: string, what: string, less: string): TemplateResult =>
    html`<li>
      <h3 class="govuk-heading-m">
        <a class="govuk-link" href=${hashOf({ page: 'output', id, kind })}>${title}</a>
      </h3>
      <p class="govuk-body">${what}</p>
      <p class="govuk-body hw-quiet">${less}</p>
    </li>`;
  return html`<h1 class="govuk-heading-xl">${msg('Copies and forms to hand out', { id: 'outputs-title' })}</h1>
    <p class="govuk-body-l hw-measure">
      ${msg('Each is made from the answers as they are now. A reduced copy is built only from what may be in it, so nothing that is left out is hidden inside the file.', { id: 'outputs-lead' })}
    </p>
    <h2 class="govuk-heading-l">${msg('Reduced copies', { id: 'outputs-reduced' })}</h2>
    <p class="govuk-body hw-measure">
      ${msg('Before you make one, say what has to be kept out: an address, what somebody told in confidence, what a third person said.', { id: 'outputs-keep-first' })}
      <a class="govuk-link" href=${hashOf({ page: 'output', id, kind: 'keep' })}
        >${msg('What to keep out of copies', { id: 'keep-title' })}</a
      >
    </p>
    <ul class="hw-outputs">
      ${entry(
        'partners',
        msg('Summary for partners', { id: 'out-partners' }),
        msg(
          'One or two pages for other services: decision, class with reasons, the plan, who does what by when, and the next review.',
          { id: 'out-partners-what' },
        ),
        msg(
          'Leaves out everything else, and every answer that is marked. Long reasons are cut short, and […] shows where.',
          { id: 'out-partners-less' },
        ),
      )}
      ${entry(
        'parents',
        msg('Version for a parent', { id: 'out-parents' }),
        msg(
          'One parent, in plain words: what was decided, what needs to change, the help they will get, and who to call. You can change the words first.',
          { id: 'out-parents-what' },
        ),
        msg('Leaves out what is about any other adult, what other people told us, and children it is not about.', {
          id: 'out-parents-less',
        }),
      )}
      ${entry(
        'child',
        msg('Version for a child', { id: 'out-child' }),
        msg(
          'One child, by the name they use: what happens next, what they can do, and who to call. You can change the words first.',
          { id: 'out-child-what' },
        ),
        msg('Leaves out reasons, risk classes by name, and what is about anybody else.', { id: 'out-child-less' }),
      )}
    </ul>
    <h2 class="govuk-heading-l">${msg('Forms and text', { id: 'outputs-forms' })}</h2>
    <ul class="hw-outputs">
      ${entry(
        'blank',
        msg('Blank paper form', { id: 'out-blank' }),
        msg('The questions of a stage with lines and boxes: for meetings, and for when the computer is down.', {
          id: 'out-blank-what',
        }),
        msg('Holds no answer and no name.', { id: 'out-blank-less' }),
      )}
      ${entry(
        'paste',
        msg('Text to paste, and Word', { id: 'out-paste' }),
        msg(
          'The whole assessment section by section for your case system, in pieces that fit its boxes, or as a Word document.',
          { id: 'out-paste-what' },
        ),
        msg('Leaves out nothing: for your own records only.', { id: 'out-paste-less' }),
      )}
      ${entry(
        'data',
        msg('Files for other programs', { id: 'out-data' }),
        msg('The answers as a table, as data, or as a health record (CSV, JSON, FHIR R4).', { id: 'out-data-what' }),
        msg('For others it holds what the summary for partners holds; for your own records everything.', {
          id: 'out-data-less',
        }),
      )}
    </ul>
    <h2 class="govuk-heading-l">${msg('The whole assessment', { id: 'outputs-whole' })}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${session.pack.stages.map(
        ({ id: stage, plain }) =>
          html`<li>
            <a class="govuk-link" href=${hashOf({ page: 'check', id, stage })}
              >${msg('Check and sign the PDF', { id: 'out-sign' })}: ${words(session.pack, plain)}</a
            >
          </li>`,
      )}
      <li>
        <a class="govuk-link" href=${hashOf({ page: 'output', id, kind: 'copy' })}
          >${msg('Save a copy of the draft in a file', { id: 'out-draft' })}</a
        >
      </li>
    </ul>`;
}
