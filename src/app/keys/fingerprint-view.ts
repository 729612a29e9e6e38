import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';

/** The words of a fingerprint, fetched with the word list. */
const words = new Map<string, Promise<string>>();

function wordsOf(fingerprint: string): Promise<string> {
  const known = words.get(fingerprint);
  if (known) return known;
  const asked = import('../../signing/index.ts')
    .then(({ fingerprintWords }) => fingerprintWords(fingerprint))
    .then((each) => each.join(' '));
  words.set(fingerprint, asked);
  return asked;
}

/** A fingerprint as words to read out, and whole as digits. */
export function fingerprintView(fingerprint: string): TemplateResult {
  return html`<p class="govuk-body">
    ${msg('Fingerprint in words, to read out:', { id: 'keys-words' })}
    <strong lang="en">${until(wordsOf(fingerprint), '…')}</strong><br />
    ${msg('Whole fingerprint (SHA-256):', { id: 'keys-hex' })}
    <code class="hw-hash">${inGroups(fingerprint)}</code>
  </p>`;
}

/** Sixty-four digits that can be compared by eye. */
export const inGroups = (fingerprint: string): string => (fingerprint.match(/.{1,4}/g) ?? []).join(' ');
