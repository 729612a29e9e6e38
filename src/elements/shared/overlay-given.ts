import { readStrictJson, type Limits } from '../../content/strict-json.ts';
import { type Outcome, outcome, problem } from '../../model/problem.ts';

/** Of an overlay in one piece, its logo in it. */
export const overlayLimits: Limits = { bytes: 1024 * 1024, depth: 16, nodes: 20_000, text: 150_000 };

/**
 * What a page gave as an overlay: a value, JSON as text, or the address of a file of the same site. It is not judged here.
 * Problems: `not-same-origin`, `not-fetched`, those of `readStrictJson`.
 */
export async function readOverlay(given: unknown): Promise<Outcome<unknown>> {
  if (typeof given !== 'string') return outcome(given, []);
  const isJson = given.trimStart().startsWith('{');
  const json = isJson ? outcome(new TextEncoder().encode(given), []) : await fetchOwn(given);
  return json.ok ? readStrictJson(json.value, overlayLimits) : json;
}

/**
 * The file at `address`, where that is one of this site's own without a query. Problems: `not-same-origin`, `not-fetched`,
 * which is also what the page's policy makes of it where that allows no connection.
 */
async function fetchOwn(address: string): Promise<Outcome<Uint8Array>> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.origin !== location.origin || url.search !== '' || !url.pathname.endsWith('.json'))
    return problem('not-same-origin', {}, address.slice(0, 100));
  try {
    const answer = await fetch(url, { credentials: 'same-origin', redirect: 'error' });
    if (!answer.ok) return problem('not-fetched', {}, String(answer.status));
    return outcome(new Uint8Array(await answer.arrayBuffer()), []);
  } catch {
    return problem('not-fetched', {}, url.pathname);
  }
}
