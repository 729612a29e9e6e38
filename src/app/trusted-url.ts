import type { TrustedTypePolicyFactory, TrustedScriptURL } from 'trusted-types/lib';

/** Where our own files lie: beside this one. */
const here = import.meta.url;
const ours = new URL('.', here);

/** How our worker is started: from a disk a browser takes no module. */
export const workerType: WorkerType = 'module';

/** The one file of ours that lies above them: a service worker keeps only what lies beside or below it. */
export const serviceWorkerUrl = new URL('../service-worker.js', ours).href;

/** `url` as it is, where it is one of our own files. */
function own(url: string): string {
  if (url === serviceWorkerUrl) return url;
  const asked = new URL(url, ours);
  if (asked.origin !== ours.origin || !asked.pathname.startsWith(ours.pathname))
    throw new TypeError('This address is none of our own files.');
  return asked.href;
}

// The only place that makes this policy: no other script address is trusted on our pages.
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory };
const policy = trustedTypes?.createPolicy('homeward-url', { createScriptURL: own });

/** The address of a script of ours, as a browser wants it that asks where scripts come from. Throws for any other. */
export const trustedUrl = (url: string): string | TrustedScriptURL => policy?.createScriptURL(url) ?? own(url);
