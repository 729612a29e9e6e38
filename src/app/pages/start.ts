import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DraftSummary } from '../../session/ports.ts';
import { hashOf } from '../routes.ts';

/** Where to begin: the work under way first, then how and where it is kept. */
export function startPage(drafts: readonly DraftSummary[], isLocked: boolean, inMemory: boolean): TemplateResult {
  const latest = drafts[0];
  return html`
    <h1 class="govuk-heading-xl">${msg('Deciding together whether a child can go home', { id: 'start-title' })}</h1>
    <p class="govuk-body-l hw-measure">
      ${msg('The return home questions in five stages, with guidance beside each one. What you write leaves this computer only in files you save.', { id: 'start-lead' })}
    </p>
    <ul class="hw-doors">
      ${
        isLocked
          ? html`<li>
              <h2 class="govuk-heading-m">
                <a class="govuk-link" href=${hashOf({ page: 'assessments' })}
                  >${msg('Unlock your assessments', { id: 'start-unlock' })}</a
                >
              </h2>
              <p class="govuk-body">
                ${msg('They are on this computer, encrypted, and wait for your passphrase.', { id: 'start-unlock-why' })}
              </p>
            </li>`
          : nothing
      }
      <li>
        <h2 class="govuk-heading-m">
          ${
            latest
              ? html`<a class="govuk-link" href=${hashOf({ page: 'tasks', id: latest.id })}
                  >${msg('Continue your assessment', { id: 'start-continue' })}</a
                >`
              : html`<a class="govuk-link" href=${hashOf({ page: 'new' })}
                  >${msg('Start an assessment', { id: 'start-new' })}</a
                >`
          }
        </h2>
        <p class="govuk-body">
          ${
            latest
              ? html`${msg('Reference', { id: 'reference' })}
                  <bdi>${latest.reference}</bdi
                  >${latest.children.length > 0 ? html`, <bdi>${latest.children.join(', ')}</bdi>` : nothing}`
              : msg('Say what it is for and who it is about.', { id: 'start-new-why' })
          }
        </p>
      </li>
      <li>
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href=${hashOf({ page: 'assessments' })}
            >${msg('All assessments', { id: 'start-all' })}</a
          >
        </h2>
        <p class="govuk-body">
          ${msg('Every assessment begun or opened here, and a way to begin another.', { id: 'start-all-why' })}
        </p>
      </li>
      <li>
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href="#/framework">${msg('Learn the framework', { id: 'start-framework' })}</a>
        </h2>
        <p class="govuk-body">
          ${msg('Five stages from care to home: who does what, what is decided, and what the law says.', { id: 'start-framework-why' })}
        </p>
      </li>
      <li>
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href=${hashOf({ page: 'training' })}
            >${msg('Try it with a fictional family', { id: 'training-title' })}</a
          >
        </h2>
        <p class="govuk-body">
          ${msg('Two invented cases with model answers, to learn with alone or in a group.', { id: 'start-training-why' })}
        </p>
      </li>
      <li>
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href="#/verify">${msg('Check a signed PDF', { id: 'vf-title' })}</a>
        </h2>
        <p class="govuk-body">
          ${msg('Whether it was changed, and who signed. Add your signature, or go on from it.', { id: 'start-verify-why' })}
        </p>
      </li>
      <li>
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href=${hashOf({ page: 'help' })}>${msg('How it works', { id: 'start-help' })}</a>
        </h2>
        <p class="govuk-body">
          ${msg('What Homeward does and does not do, the keys to use, and what a signature proves.', { id: 'start-help-why' })}
        </p>
      </li>
    </ul>
    ${inMemory ? nothing : whereKept()}
  `;
}

/** Where the work is kept, in three sentences. Where it is not, the banner above says so. */
function whereKept(): TemplateResult {
  return html`<div class="govuk-inset-text hw-measure">
    <h2 class="govuk-heading-s">${msg('Where your work is kept', { id: 'kept-title' })}</h2>
    <p class="govuk-body">
      ${msg('Drafts are kept in this browser, on this computer, and nowhere else. Nothing is sent anywhere: there is no server behind this page. Assessments of real families are encrypted with your passphrase; training drafts are not. Clearing the browser’s data deletes them all, so save the PDF when a stage is done.', { id: 'kept-words' })}
    </p>
  </div>`;
}
