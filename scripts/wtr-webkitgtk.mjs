import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A @web/test-runner launcher for WebKitGTK over plain WebDriver. It has no headless mode, so it brings a display. */
export function webkitGtkLauncher({ driver, browser, xvfb }) {
  const children = [];
  const active = new Map();
  let base;
  let session;
  let started;

  async function call(method, path, body) {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.message ?? response.status}`);
    return value;
  }

  async function display() {
    if (process.env.DISPLAY) return process.env.DISPLAY;
    const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    const [number] = await once(screen.stdio[3], 'data');
    return `:${String(number).trim()}`;
  }

  async function start() {
    const DISPLAY = await display();
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY } }));
    for (let attempt = 0; ; attempt++) {
      try {
        await fetch(`${base}/status`);
        break;
      } catch (error) {
        if (attempt > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    const options = { binary: browser, args: ['--automation'] };
    const made = await call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    session = made.sessionId;
  }

  function end() {
    for (const child of children.reverse()) child.kill();
  }
  // Without this an interrupted run leaves the display, the driver and the browser running.
  process.once('exit', end);

  return {
    name: 'WebKitGTK',
    type: 'webkitgtk',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      started ??= start();
      await started;
      active.set(id, url);
      await call('POST', `/session/${session}/url`, { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      active.delete(id);
      await call('POST', `/session/${session}/url`, { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK has no debugging here: use Chromium');
    },
    async stop() {
      try {
        if (session) await call('DELETE', `/session/${session}`);
      } finally {
        end();
      }
    },
  };
}
