import { msg } from '@lit/localize';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';

const fetching = new Set<Promise<unknown>>();

/**
 * A template whose code is fetched when it is first shown, and shown at once from then on: for what most people never
 * open. Where the code does not come (offline, or a newer version has taken its place) that is said; the next time it is
 * shown is another try.
 */
export function later<Given extends readonly unknown[]>(
  fetch: () => Promise<(...given: Given) => unknown>,
): (...given: Given) => unknown {
  let template: ((...given: Given) => unknown) | null = null;
  return (...given) => {
    if (template) return template(...given);
    const coming = fetch().then((come) => (template = come)(...given), notCome);
    fetching.add(coming);
    void coming.finally(() => fetching.delete(coming));
    return until(coming);
  };
}

const notCome = (): unknown =>
  html`<p class="govuk-body">
    ${msg('This could not be fetched. Close it and open it again.', { id: 'later-failed' })}
  </p>`;

/** Resolves when all that is on its way has come. */
export const allHere = async (): Promise<void> => {
  await Promise.all(fetching);
};
