import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import { overlayProblemWords } from '../../elements/shared/overlay-problem-words.ts';

/** Each problem with its place and what to do about it. */
export const problemList = (problems: readonly Problem[]): TemplateResult =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${problems.map(
      (problem) => html`<li data-code=${problem.code}>${placeWords(problem)} ${overlayProblemWords(problem)}</li>`,
    )}
  </ul>`;

function placeWords({ place: { file, line } }: Problem): TemplateResult | typeof nothing {
  if (file === undefined) return nothing;
  const where = line === undefined ? file : msg(str`${file}, line ${line}`, { id: 'overlay-place' });
  return html`<strong>${where}:</strong>`;
}
