import { serviceWorkerUrl, trustedUrl } from '../trusted-url.ts';
import type { UpdateNotice } from './update-notice.ts';

/** How long the first page has the computer to itself. Milliseconds. */
const patience = 1500;

/** How often at most it is asked whether there is a new version, besides each time the site is opened. Milliseconds. */
const seldom = 3_600_000;

/** Keeps the site on this computer, so that it opens without a network. Where a browser refuses, it works as it did. */
function begin(): void {
  navigator.serviceWorker
    .register(trustedUrl(serviceWorkerUrl) as string, { updateViaCache: 'none' })
    // What blocks workers may answer with nothing instead of refusing.
    .then((registration?: ServiceWorkerRegistration) => {
      if (registration) follow(registration);
    })
    .catch(() => undefined);
}

function follow(registration: ServiceWorkerRegistration): void {
  let notice: UpdateNotice | null = null;
  const tell = async (): Promise<void> => {
    const { waiting } = registration;
    // Without a worker before it this is the first version, and there is nothing to choose.
    if (!waiting || !navigator.serviceWorker.controller || notice) return;
    const module = await import('./update-notice.ts').catch(() => null);
    if (!module) return; // the next page asks again
    notice ??= new module.UpdateNotice(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting?.postMessage('take-over');
    });
    if (!notice.isConnected) document.body.prepend(notice);
  };
  let asked = Date.now(); // registering asks
  // Said when somebody comes to another page: nothing moves under the hands of a person who types.
  addEventListener('hashchange', () => {
    void tell();
    if (Date.now() - asked < seldom) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
  void tell();
}

/** Our own page names the web app it is. In a page of somebody else's the app is a guest, and keeps nothing of the page. */
const isOurPage = document.querySelector('link[rel="manifest"][href$="homeward.webmanifest"]') !== null;

if (isOurPage && 'serviceWorker' in navigator) setTimeout(begin, patience);
