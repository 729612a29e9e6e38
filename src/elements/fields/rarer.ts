import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { QuestionKind } from '../../model/pack.ts';
import type * as Parts from '../form/rarer-parts.ts';
import { idFor, type Field } from './context.ts';
import { questionTitle } from './title.ts';

const ordinary = [
  'text',
  'number',
  'long-text',
  'date',
  'single-choice',
  'multi-choice',
  'yes-no-unknown',
  'scale',
] as const;

/** A kind of question that comes with code of its own: rows, ratings, classes, signatures. */
export type RarerKind = Exclude<QuestionKind, (typeof ordinary)[number]>;

export const isRarer = (kind: QuestionKind): kind is RarerKind => !(ordinary as readonly string[]).includes(kind);

let parts: typeof Parts | null = null;
let coming: Promise<void> | null = null;
let failed = false;

/** What rarer kinds of question are shown and kept with; null until it was fetched. */
export const rarer = (): typeof Parts | null => parts;

/** Takes it from whoever has it already. */
export function haveRarer(come: typeof Parts): void {
  parts = come;
}

/** Fetches it, in one piece for all kinds. Resolves also where it does not come: then the questions say so. */
export function fetchRarer(): Promise<void> {
  if (!coming) failed = false;
  coming ??= import('../form/rarer-parts.ts').then(
    (come) => {
      parts = come;
    },
    () => {
      failed = true;
      coming = null;
    },
  );
  return coming;
}

/** A question whose kind is not here: that it is on its way, or that it could not be fetched and how to try again. */
export function notHere(field: Field): TemplateResult {
  const { key } = field.instance;
  const title = idFor(key, 'title');
  return html`<div class="govuk-form-group" role="group" aria-labelledby=${title}>
    <p class="govuk-label govuk-label--s" id=${title}>${questionTitle(field)}</p>
    <p class="hw-mark" role="status">
      ${
        failed
          ? msg(
              'This question could not be fetched. What was answered here is kept. If trying again does not help, save your work and reload the page.',
              { id: 'rarer-failed' },
            )
          : msg('This question is being fetched.', { id: 'rarer-coming' })
      }
    </p>
    ${failed ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${() => tryAgain(field)}>${msg('Try again', { id: 'rarer-again' })}</button>` : ''}
  </div>`;
}

/** The keyboard goes to the first control of the question, or stays with the button. */
async function tryAgain({ context, instance }: Field): Promise<void> {
  await fetchRarer();
  context.acts.showAnew();
  await context.acts.form.focusQuestion(instance.key);
}
