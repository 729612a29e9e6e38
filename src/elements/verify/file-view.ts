import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../model/problem.ts';
import { headingOf } from '../shared/heading.ts';
import type { About } from './about.ts';
import { signatureView } from './signature-view.ts';
import { signOf, type Sign } from './sign.ts';
import type { Verdict } from './verdict.ts';
import type { Checked } from './verifier.ts';
import { roleWords, verdictWords } from './words.ts';

const good: readonly Verdict[] = ['sound', 'waiting'];
const bad: readonly Verdict[] = ['doubtful', 'added', 'changed', 'unsigned-changed', 'damaged'];

/** One file: the sentence on it first, then each signature, then what the file says of itself. */
export function fileView(checked: Checked, headingLevel: number): TemplateResult {
  const { name, verdict, verification, words, about } = checked;
  const { sentence, means } = verdictWords(verdict, verification);
  const sign: Sign = good.includes(verdict) ? 'good' : bad.includes(verdict) ? 'bad' : 'open';
  const signatures = verification?.signatures ?? [];
  const missing = verification?.missing ?? [];
  return html`<section class="hw-file" data-verdict=${verdict}>
    ${headingOf(headingLevel, 'govuk-heading-m hw-file__name', null, html`<bdi>${name}</bdi>`)}
    <div class="hw-verdict hw-verdict--${sign}">
      ${signOf(sign)}
      <div>
        <p class="hw-verdict__sentence">${sentence}</p>
        ${means.map((each) => html`<p class="govuk-body">${each}</p>`)}
      </div>
    </div>
    ${signatures.map((each) => signatureView(each, words.get(each.fingerprint) ?? [], headingLevel + 1))}
    ${
      missing.length > 0 && signatures.length > 0
        ? html`<p class="govuk-body">${msg('Empty places for a signature:', { id: 'vf-missing' })}</p>
            <ul class="govuk-list govuk-list--bullet">
              ${missing.map((role) => html`<li>${roleWords(role) ?? html`<bdi>${role}</bdi>`}</li>`)}
            </ul>`
        : nothing
    }
    ${about ? aboutView(about, verification?.documentId ?? '') : nothing}
    ${detailsView([...checked.problems, ...(verification?.problems ?? []), ...signatures.flatMap(({ problems }) => problems)])}
  </section>`;
}

/** Shown only of a file that is intact: before that, it could say anything of itself. */
function aboutView(about: About, documentId: string): TemplateResult {
  return html`<div class="hw-about">
    <p class="govuk-body hw-about__title">${msg('What the file says of itself', { id: 'vf-about' })}</p>
    <dl class="hw-who">
      ${
        about.attached
          ? html`${row(
              msg('Kind', { id: 'open-kind' }),
              about.kind === 'real'
                ? msg('Real', { id: 'kind-real' })
                : msg('Training: everybody in it is made up', { id: 'vf-training' }),
            )}
            ${row(msg('Questions it was made with', { id: 'vf-pack' }), html`<bdi>${about.pack}</bdi> ${about.packVersion}`)}
            ${row(msg('Signed versions before this one', { id: 'vf-earlier' }), String(about.earlier))}`
          : row(
              msg('The assessment as data', { id: 'vf-data' }),
              msg('Not in this file. To go on with the assessment, ask for the draft file.', { id: 'vf-stripped' }),
            )
      }
      ${documentId === '' ? nothing : row(msg('Document', { id: 'vf-document' }), html`<code class="hw-hex">${documentId}</code>`)}
    </dl>
  </div>`;
}

function detailsView(problems: readonly Problem[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('For whoever looks into it closer', { id: 'vf-closer' })}</span>
    </summary>
    <div class="govuk-details__text">
      <ul class="govuk-list" lang="en">
        ${problems.map(({ code, detail }) => html`<li><code>${code}</code>${detail === undefined ? nothing : html`: ${detail}`}</li>`)}
      </ul>
    </div>
  </details>`;
}

function row(name: string, said: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${said}</dd>
  </div>`;
}
