import { serviceWorkerUrl, trustedUrl } from '../trusted-url.ts';
import type { UpdateNotice } from './update-notice.ts';

/** How long the first page has the computer to itself. Milliseconds. */
const patience = 1500;

/** Keeps the site on this computer, so that it opens without a network. Where a browser refuses, it works as it did. */
function begin(): void {
  navigator.serviceWorker
    .register(trustedUrl(serviceWorkerUrl) as string, { updateViaCache: 'none' })
    .then(follow)
    .catch(() => undefined);
}

function follow(registration: ServiceWorkerRegistration): void {
  let notice: UpdateNotice | null = null;
  const tell = async (): Promise<void> => {
    const { waiting } = registration;
    // Without a worker before it this is the first version, and there is nothing to choose.
    if (!waiting || !navigator.serviceWorker.controller || notice) return;
    const { UpdateNotice: Notice } = await import('./update-notice.ts');
    notice ??= new Notice(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting?.postMessage('take-over');
    });
    if (!notice.isConnected) document.body.prepend(notice);
  };
  // Said when somebody comes to another page: nothing moves under the hands of a person who types.
  addEventListener('hashchange', () => {
    void tell();
    registration.update().catch(() => undefined);
  });
  void tell();
}

/** Our own page names the web app it is. In a page of somebody else's the app is a guest, and keeps nothing of the page. */
const isOurPage = document.querySelector('link[rel="manifest"][href$="homeward.webmanifest"]') !== null;

if (isOurPage && 'serviceWorker' in navigator) setTimeout(begin, patience);
