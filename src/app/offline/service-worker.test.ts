import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheName } from './kept-files.ts';

const site = 'https://council.example/homeward/';
const files = [
  { url: 'index.html', revision: 'aa' },
  { url: 'assets/index-12345678.js', revision: null },
];
const ours = cacheName('/homeward/', files);

/** Caches as a browser keeps them: by address, in the order they were made. */
let kept: Map<string, Map<string, string>>;
/** What was asked of the network, and what it says. */
let asked: Request[];
let network: (request: Request) => Promise<string>;
let keysAsked: number;

function cacheOf(name: string) {
  const held = kept.get(name) ?? new Map<string, string>();
  kept.set(name, held);
  const put = async (address: string, response: Response): Promise<void> => {
    held.set(address, await response.text());
  };
  return {
    put,
    add: async (request: Request) => {
      asked.push(request);
      held.set(request.url, await network(request));
    },
    match: (address: string) => Promise.resolve(held.has(address) ? new Response(held.get(address)) : undefined),
  };
}

const browserCaches = {
  open: (name: string) => Promise.resolve(cacheOf(name)),
  keys: () => {
    keysAsked += 1;
    return Promise.resolve([...kept.keys()]);
  },
  delete: (name: string) => Promise.resolve(kept.delete(name)),
  match: (address: string) => {
    const held = [...kept.values()].find((each) => each.has(address));
    return Promise.resolve(held && new Response(held.get(address)));
  },
};

let worker: EventTarget;

/** What the worker does when the browser tells it `type`. */
async function told(type: 'install' | 'activate'): Promise<unknown> {
  let work: Promise<unknown> = Promise.resolve();
  worker.dispatchEvent(Object.assign(new Event(type), { waitUntil: (given: Promise<unknown>) => (work = given) }));
  return work;
}

beforeEach(async () => {
  kept = new Map();
  asked = [];
  keysAsked = 0;
  network = ({ url }) => Promise.resolve(`what ${url} says`);
  worker = Object.assign(new EventTarget(), {
    __WB_MANIFEST: files,
    location: new URL('service-worker.js', site),
  });
  vi.stubGlobal('self', worker);
  vi.stubGlobal('caches', browserCaches);
  vi.resetModules();
  await import('./service-worker.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a network that leads every address to its own page gives no file of the site', async () => {
  await told('install');
  expect(asked.map(({ url, redirect, cache }) => [url, redirect, cache])).toEqual([
    [`${site}index.html`, 'error', 'reload'],
    [`${site}assets/index-12345678.js`, 'error', 'reload'],
  ]);
});

test('what could be taken in by half only is let go of', async () => {
  network = ({ url }) => (url.endsWith('.js') ? Promise.reject(new TypeError('no network')) : Promise.resolve('yes'));
  await expect(told('install')).rejects.toThrow('no network');
  expect([...kept.keys()]).toEqual([]);
});

test('the same files that run already stay, also where they could not all be fetched again', async () => {
  await told('install');
  await told('activate');
  network = () => Promise.reject(new TypeError('no network'));
  await expect(told('install')).rejects.toThrow('no network');
  expect(kept.get(ours)?.get(`${site}index.html`)).toBe(`what ${site}index.html says`);
});

test('on taking over it keeps what ran last before it, and what is not its own', async () => {
  const ran = (at: number): Map<string, string> => new Map([[`${site}ran-last`, String(at)]]);
  kept.set('homeward /homeward/ oldest', ran(1));
  kept.set('homeward /homeward/ before', ran(2));
  kept.set('homeward /homeward/ half', new Map());
  kept.set('homeward /elsewhere/ oldest', new Map());
  await told('install');
  await told('activate');
  expect([...kept.keys()]).toEqual(['homeward /homeward/ before', 'homeward /elsewhere/ oldest', ours]);
  expect(Number(kept.get(ours)?.get(`${site}ran-last`))).toBeGreaterThan(2);
  expect(keysAsked).toBe(1);
});
