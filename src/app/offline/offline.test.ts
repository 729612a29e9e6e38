import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const hour = 3_600_000;
let page: EventTarget;
let asked: number;

beforeEach(async () => {
  vi.useFakeTimers();
  page = new EventTarget();
  asked = 0;
  const registration = { waiting: null, update: () => Promise.resolve((asked += 1)) };
  vi.stubGlobal('document', { querySelector: () => ({}) });
  vi.stubGlobal('navigator', { serviceWorker: { register: () => Promise.resolve(registration) } });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.resetModules();
  await import('./offline.ts');
  await vi.advanceTimersByTimeAsync(2000);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('whoever goes from page to page asks for a new version once an hour, and not on each', async () => {
  const goOn = (): boolean => page.dispatchEvent(new Event('hashchange'));
  goOn();
  expect(asked).toBe(0); // registering has just asked
  await vi.advanceTimersByTimeAsync(hour);
  goOn();
  goOn();
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(hour);
  goOn();
  expect(asked).toBe(2);
});
