import type { Saver } from './saver.ts';

/** The parts of a document that say when its page goes away. */
export type HidingPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> & {
  readonly defaultView: Pick<Window, 'addEventListener' | 'removeEventListener'> | null;
};

/**
 * Saves everything when the page is hidden, frozen or left; what it returns ends that.
 *
 * Hiding is the last event a browser promises on a phone; the others catch a page that was never shown or is closed
 * in view. Never `unload`: it is not promised anywhere and keeps pages from being restored.
 */
export function flushOnHide(saver: Pick<Saver, 'flush'>, page: HidingPage): () => void {
  const flush = (): void => void saver.flush();
  const flushIfHidden = (): void => {
    if (page.visibilityState === 'hidden') flush();
  };
  page.addEventListener('visibilitychange', flushIfHidden);
  page.addEventListener('freeze', flush);
  page.defaultView?.addEventListener('pagehide', flush);
  return () => {
    page.removeEventListener('visibilitychange', flushIfHidden);
    page.removeEventListener('freeze', flush);
    page.defaultView?.removeEventListener('pagehide', flush);
  };
}

/**
 * Looks, when the page comes back from being put aside, whether its draft was changed elsewhere meanwhile; what it
 * returns ends that.
 */
export function compareOnReturn(saver: Pick<Saver, 'compare'>, page: HidingPage): () => void {
  const compare = (): void => void saver.compare();
  const compareIfKept = (event: Event): void => {
    if ('persisted' in event && event.persisted === true) compare();
  };
  page.addEventListener('resume', compare);
  page.defaultView?.addEventListener('pageshow', compareIfKept);
  return () => {
    page.removeEventListener('resume', compare);
    page.defaultView?.removeEventListener('pageshow', compareIfKept);
  };
}
