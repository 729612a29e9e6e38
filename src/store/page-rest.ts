/** The parts of a page that say when it is put aside whole, to come back as it was. */
export interface RestingPage {
  addEventListener(type: string, listener: (event: Event) => void, options: { readonly capture: true }): void;
}

/**
 * Closes the database of `vault` when its page is frozen or put aside, after its writers wrote: a page that only sleeps
 * would keep a newer version of the program in another tab waiting. What it is asked next opens it again.
 */
export function restWithPage(vault: { rest(): void }, page: RestingPage): void {
  // Capturing, so that pages which end the event's way do not keep us from it.
  page.addEventListener('freeze', () => vault.rest(), { capture: true });
  page.addEventListener(
    'pagehide',
    (event) => {
      if ('persisted' in event && event.persisted === true) vault.rest();
    },
    { capture: true },
  );
}
