import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords } from '../../i18n/dates.ts';
import type { VerifiedSignature } from '../../model/verification.ts';
import { headingOf } from '../shared/heading.ts';
import { signOf } from './sign.ts';
import { since } from './verdict.ts';
import { doubtWords, roleWords, sinceWords, trustWords } from './words.ts';

/** One signature: whose it says it is, and the three answers, each on its own. */
export function signatureView(
  signature: VerifiedSignature,
  words: readonly string[],
  headingLevel: number,
): TemplateResult {
  const { name, trusted, problems } = signature;
  const kept = since(signature);
  const doubts = problems.flatMap(({ code }) => doubtWords(code) ?? []);
  const heading =
    name === '' ? msg('A signature whose name cannot be read', { id: 'vf-no-name' }) : html`<bdi>${name}</bdi>`;
  return html`<section class="hw-signature">
    ${headingOf(headingLevel, 'govuk-heading-s', null, heading)}
    <dl class="govuk-summary-list hw-answers">
      ${answer(msg('Unchanged since this signature?', { id: 'vf-ask-unchanged' }), html`${signOf(kept === 'unchanged' ? 'good' : 'bad')}<span>${sinceWords(kept)}</span>`)}
      ${answer(msg('Which name, and which key?', { id: 'vf-ask-who' }), who(signature, words))}
      ${answer(msg('Is the key on your council’s list?', { id: 'vf-ask-trust' }), html`${signOf(trusted === true ? 'good' : trusted === false ? 'bad' : 'open')}<span>${trustWords(trusted)}</span>`)}
    </dl>
    ${doubts.map((doubt) => html`<p class="govuk-body hw-doubt">${signOf('bad')}<span>${doubt}</span></p>`)}
  </section>`;
}

function answer(question: string, said: TemplateResult): TemplateResult {
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${question}</dt>
    <dd class="govuk-summary-list__value hw-answer">${said}</dd>
  </div>`;
}

function who(
  { name, role, organisation, statedTime, fingerprint }: VerifiedSignature,
  words: readonly string[],
): TemplateResult {
  return html`<dl class="hw-who">
    ${fact(
      msg('Name, as the key states it', { id: 'vf-name' }),
      name === '' ? msg('Cannot be read', { id: 'vf-unreadable' }) : html`<bdi>${name}</bdi>`,
    )}
    ${organisation === '' ? nothing : fact(msg('Organisation', { id: 'vf-organisation' }), html`<bdi>${organisation}</bdi>`)}
    ${role === '' ? nothing : fact(msg('Signed as', { id: 'vf-role' }), roleWords(role) ?? html`<bdi>${role}</bdi>`)}
    ${
      statedTime === null
        ? nothing
        : fact(
            msg('Time stated by this device, the signer’s own', { id: 'vf-time' }),
            html`<time datetime=${statedTime.toISOString()}>${momentInWords(statedTime)}</time>`,
          )
    }
    ${
      fingerprint === ''
        ? nothing
        : html`${fact(msg('Fingerprint of the key, in words', { id: 'vf-words' }), html`<span class="hw-words" lang="en">${words.join(' ')}</span>`)}
          ${fact(msg('The same in figures and letters', { id: 'vf-hex' }), html`<code class="hw-hex">${(fingerprint.match(/.{1,4}/g) ?? []).join(' ')}</code>`)}`
    }
  </dl>`;
}

function fact(name: string, said: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${said}</dd>
  </div>`;
}
