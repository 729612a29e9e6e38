import { readFileSync } from 'node:fs';

/** The content security policy that `index.html` declares for itself. */
export function pagePolicy() {
  const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
  if (!policy) throw new Error('index.html declares no content security policy');
  return policy;
}

/** The service worker fetches our own files once, to keep them: what the page may not, and all it may do itself. */
const offlinePolicy = "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'";

/**
 * The headers a host should send with the site (docs/embedding.md). The page carries its policy itself; the header adds
 * what a page cannot say for itself: who may put it in a frame.
 */
export function siteHeaders(path) {
  return {
    'Content-Security-Policy': `${path === '/service-worker.js' ? offlinePolicy : pagePolicy()}; frame-ancestors 'self'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // File names under assets change with their content.
    'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
