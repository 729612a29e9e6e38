/** Whether a write that begins now is committed by hand, as soon as its requests are issued. */
export type CommitsNow = () => boolean;

/** The parts of a page that decide it. */
export interface CommittingPage {
  readonly navigator: Pick<Navigator, 'userAgent'>;
  addEventListener(type: string, listener: (event: Event) => void, options: { readonly capture: true }): void;
}

/**
 * When a write may be committed by hand on this page.
 *
 * Only such a write outlives a page that closes at that moment. But engines differ in what they make of it, and no
 * feature tells them apart (probed in Chromium 156, Firefox 153 and WebKitGTK 2.50; the contract suite shows it):
 * - Chromium is sound, so always there.
 * - Firefox then completes a transaction in which a request failed, unless it was the last. So only while the page
 *   goes away, and the request that compares and sets comes last.
 * - WebKit, when the page closes, then commits the requests it had got to and drops the others. So never there.
 */
export function commitsNow(page: CommittingPage): CommitsNow {
  const { userAgent } = page.navigator;
  if (/Chrom(e|ium)\//.test(userAgent)) return () => true;
  if (!/Gecko\/\d/.test(userAgent)) return () => false; // WebKit says "like Gecko" and no number
  let leaving = false;
  page.addEventListener('pagehide', () => (leaving = true), { capture: true });
  page.addEventListener('pageshow', () => (leaving = false), { capture: true });
  return () => leaving;
}
