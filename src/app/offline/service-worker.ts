import { cacheName, isOurs, outlived } from './kept-files.ts';

/** A file of the built site; `revision` is null where the name itself changes with the content. */
interface Precached {
  readonly url: string;
  readonly revision: string | null;
}

/** What a service worker is given, as far as it is used here: the types of pages do not know it. */
interface WorkerScope extends EventTarget {
  readonly __WB_MANIFEST: readonly Precached[];
  readonly location: Location;
  skipWaiting(): Promise<void>;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: WorkerScope;

const files = self.__WB_MANIFEST;
const root = new URL('./', self.location.href);
const addressOf = ({ url }: Precached): string => new URL(url, root).href;
const known = new Map(files.map((file) => [addressOf(file), file]));
const ours = cacheName(root.pathname, files);

/** Where a cache says when its version took over last: the name of no file. */
const mark = new URL('ran-last', root).href;

async function lastRun(cache: Cache): Promise<number | null> {
  const said = await cache.match(mark);
  return said ? Number(await said.text()) : null;
}

/**
 * Takes in every file of this version; those that an earlier one has under the same name are not fetched again. A network
 * that leads elsewhere, to its own page for signing in, gives none of them.
 */
async function takeIn(): Promise<void> {
  const cache = await caches.open(ours);
  try {
    for (const [address, { revision }] of known) {
      const had = revision === null ? await caches.match(address) : undefined;
      if (had) await cache.put(address, had);
      else await cache.add(new Request(address, { cache: 'reload', redirect: 'error' }));
    }
  } catch (fault) {
    // Half a version helps nobody; but the same files may be what runs.
    if ((await lastRun(cache)) === null) await caches.delete(ours);
    throw fault;
  }
}

/** The version that ran before is kept as well: a tab that still runs it goes on fetching its own pages. */
async function letGo(): Promise<void> {
  const mine = await caches.open(ours);
  await mine.put(mark, new Response(String(Date.now())));
  const names = (await caches.keys()).filter((name) => isOurs(name, root.pathname));
  const kept = await Promise.all(names.map(async (name) => ({ name, ran: await lastRun(await caches.open(name)) })));
  await Promise.all(outlived(kept, ours).map((name) => caches.delete(name)));
}

async function answer(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(ours);
  return (await cache.match(address)) ?? (await caches.match(address)) ?? fetch(request);
}

self.addEventListener('install', (event) => {
  (event as Lasting).waitUntil(takeIn());
});

self.addEventListener('activate', (event) => {
  (event as Lasting).waitUntil(letGo());
});

self.addEventListener('message', (event) => {
  // Only somebody at a page says so. Without it a new version waits until every tab of the old one is closed.
  if ((event as MessageEvent<unknown>).data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const address = new URL(request.url);
  address.hash = '';
  address.search = '';
  if (address.href === root.href) address.href = new URL('index.html', root).href;
  const isFile = known.has(address.href) || address.href.startsWith(new URL('assets/', root).href);
  if (request.method === 'GET' && isFile) (event as Fetching).respondWith(answer(request, address.href));
});
