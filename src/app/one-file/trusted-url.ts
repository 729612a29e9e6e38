import type { TrustedScriptURL, TrustedTypePolicyFactory } from 'trusted-types/lib';
import workerUrl from '../files/worker.ts?worker&url';

// In the one file there is a single script besides the page's own: the text of the worker, made into an address.
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory };
const policy = trustedTypes?.createPolicy('homeward-url', { createScriptURL: own });

function own(url: string): string {
  if (url !== workerUrl) throw new TypeError('This address is none of our own files.');
  return url;
}

/** A page from a disk may run a text of its own as a worker, but no module. */
export const workerType: WorkerType = 'classic';

/** No service worker comes with one file. */
export const serviceWorkerUrl = '';

export const trustedUrl = (url: string): string | TrustedScriptURL => policy?.createScriptURL(url) ?? own(url);
