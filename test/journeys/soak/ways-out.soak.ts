import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { Journey } from '../harness.ts';
import { note } from './store/evidence.ts';

/** What no policy of a page closes: said in docs/security.md. */
const open = ['WebRTC', 'a pop-up', 'navigation'];

/** Runs in the page: each way to `there`, one after the other, and last of all going there. */
const tryAll = async ({
  there,
  stun,
}: {
  readonly there: string;
  readonly stun: number;
}): Promise<readonly string[]> => {
  const to = (name: string): string => `${there}/${encodeURIComponent(name)}`;
  const put = (tag: string, has: Readonly<Record<string, string>>): void => {
    const element = document.createElement(tag);
    document.body.append(element);
    for (const [name, value] of Object.entries(has)) element.setAttribute(name, value);
  };
  const ways: Readonly<Record<string, (url: string) => unknown>> = {
    fetch: (url) => fetch(url),
    'fetch without an answer': (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    XMLHttpRequest: (url) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('x');
    },
    'a beacon': (url) => navigator.sendBeacon(url, 'x'),
    WebSocket: (url) => new WebSocket(url.replace('http', 'ws')),
    EventSource: (url) => new EventSource(url),
    'a picture': (url) => (new Image().src = url),
    'a picture of a set': (url) => {
      put('img', { srcset: `${url} 1x` });
    },
    'a picture in SVG': (url) => {
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      picture.setAttribute('href', url);
      document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(picture);
    },
    'a picture of a style': (url) => (document.body.style.backgroundImage = `url("${url}")`),
    'a typeface': (url) => new FontFace('there', `url("${url}")`).load(),
    'a style sheet': (url) => {
      put('link', { rel: 'stylesheet', href: url });
    },
    'a script': (url) => {
      put('script', { src: url });
    },
    'a module': (url) => import(/* @vite-ignore */ url),
    'a worker': (url) => new Worker(url),
    'a shared worker': (url) => new SharedWorker(url),
    'a service worker': (url) => navigator.serviceWorker.register(url),
    'a video': (url) => {
      put('video', { src: url, preload: 'auto' });
    },
    'a sound': (url) => {
      put('audio', { src: url, preload: 'auto' });
    },
    'a frame': (url) => {
      put('iframe', { src: url });
    },
    'an object': (url) => {
      put('object', { data: url });
    },
    'an embedded thing': (url) => {
      put('embed', { src: url });
    },
    'a manifest': (url) => {
      put('link', { rel: 'manifest', href: url });
    },
    'something fetched ahead': (url) => {
      put('link', { rel: 'prefetch', href: url });
    },
    'something loaded ahead': (url) => {
      put('link', { rel: 'preload', as: 'fetch', href: url });
    },
    'a module loaded ahead': (url) => {
      put('link', { rel: 'modulepreload', href: url });
    },
    'a form': (url) => {
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post', target: '_blank' });
      document.body.append(form);
      form.submit();
    },
    'the ping of a link': (url) => {
      const link = document.createElement('a');
      Object.assign(link, { href: '#/help', ping: url });
      document.body.append(link);
      link.click();
    },
    WebRTC: async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${String(stun)}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    },
    'a pop-up': (url) => window.open(url),
  };
  for (const [name, way] of Object.entries(ways)) {
    try {
      // Nobody waits for what the policy leaves hanging.
      void Promise.resolve(way(to(name))).catch(() => null);
    } catch {
      // Refused at once.
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  await new Promise((done) => setTimeout(done, 3000));
  setTimeout(() => (location.href = to('navigation')), 0);
  return [...Object.keys(ways), 'navigation'];
};

test('a script that ran in the page all the same could send nothing away but by what docs/security.md names', async () => {
  const reached = new Set<string>();
  const server = createServer((request, response) => {
    reached.add(decodeURIComponent(request.url ?? '').slice(1));
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' }).end('x');
  });
  server.on('upgrade', (request, socket) => {
    reached.add(decodeURIComponent(request.url ?? '').slice(1));
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  const udp = createSocket('udp4');
  udp.on('message', () => reached.add('WebRTC'));
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(udp, 'listening')]);
  const port = (server.address() as AddressInfo).port;

  const journey = await Journey.begin();
  const page = await journey.open('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const elsewhere = { there: `http://127.0.0.1:${String(port)}`, stun: udp.address().port };
  const tried = await page.evaluate(tryAll, elsewhere);
  await expect.poll(() => reached.has('navigation')).toBe(true);
  const out = [...reached].filter((way) => tried.includes(way));

  // The same in a page without a policy, or none of it would show anything.
  await page.goto(`${elsewhere.there}/`);
  reached.clear();
  await page.evaluate(tryAll, elsewhere);
  await expect.poll(() => reached.has('navigation')).toBe(true);
  const without = tried.filter((way) => reached.has(way));
  // What it was told of is what is tried here.
  journey.faults.splice(0);
  await journey.end().catch(() => null);
  server.close();
  udp.close();

  expect(out.filter((way) => !open.includes(way))).toEqual([]);
  expect(without.length, without.join()).toBeGreaterThan(20);
  const closed = tried.length - open.length;
  expect(readFileSync('docs/security.md', 'utf8')).toContain(`closed for ${closed} of ${tried.length} ways`);
  note('ways-out', {
    done: `${tried.length} ways to send something away, tried by a script in the page of the site, in Chromium`,
    seen: `${closed} closed; ${out.join(', ')} got through, as docs/security.md says (${without.length} did in a page without a policy)`,
  });
});
