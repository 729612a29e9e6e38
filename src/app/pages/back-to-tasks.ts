import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { hashOf } from '../routes.ts';

/** The way from a page about the assessment `id` back to its task list. */
export const backToTasks = (id: string): TemplateResult =>
  html`<a class="govuk-back-link" href=${hashOf({ page: 'tasks', id })}>${msg('All stages', { id: 'all-stages' })}</a>`;
