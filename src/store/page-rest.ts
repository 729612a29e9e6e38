/** The parts of a page that say when it is put aside whole, to come back as it was. */
export interface RestingPage {
  readonly document?: { readonly visibilityState?: string };
  addEventListener(type: string, listener: (event: Event) => void, options: { readonly capture: true }): void;
}

/** What a page that goes away asks of a vault. */
export interface Resting {
  hurry(): void;
  rest(): void;
}

/**
 * Closes the database of `vault` when its page is frozen or put aside, after its writers wrote: a page that only sleeps
 * would keep a newer version of the program in another tab waiting. What it is asked next opens it again. Where a page may
 * go away, what waits there for a copy is ended first: whoever writes as it goes, writes behind that.
 */
export function restWithPage(vault: Resting, page: RestingPage): void {
  // Capturing, so that pages which end the event's way do not keep us from it, and before any writer hears of it.
  for (const type of ['visibilitychange', 'pagehide', 'freeze'])
    page.addEventListener(
      type,
      () => {
        if (type !== 'visibilitychange' || page.document?.visibilityState === 'hidden') vault.hurry();
      },
      { capture: true },
    );
  page.addEventListener('freeze', () => vault.rest(), { capture: true });
  page.addEventListener(
    'pagehide',
    (event) => {
      if ('persisted' in event && event.persisted === true) vault.rest();
    },
    { capture: true },
  );
}
