import { describe, expect, test } from 'vitest';
import { compareOnReturn, flushOnHide } from './page-hide.ts';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  readonly defaultView = new EventTarget();
}

describe('SV7 a page that goes away', () => {
  const follow = (): { readonly page: Page; readonly stop: () => void; flushes(): number } => {
    let count = 0;
    const page = new Page();
    const flush = (): Promise<void> => {
      count += 1;
      return Promise.resolve();
    };
    return { page, stop: flushOnHide({ flush }, page), flushes: () => count };
  };

  test('is flushed when it is hidden, not when it is shown', () => {
    const { page, flushes } = follow();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(flushes()).toBe(0);
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(flushes()).toBe(1);
  });

  test('is flushed when it is frozen and when it is left', () => {
    const { page, flushes } = follow();
    page.dispatchEvent(new Event('freeze'));
    page.defaultView.dispatchEvent(new Event('pagehide'));
    expect(flushes()).toBe(2);
  });

  test('is left alone once that was ended', () => {
    const { page, stop, flushes } = follow();
    stop();
    page.visibilityState = 'hidden';
    for (const type of ['visibilitychange', 'freeze']) page.dispatchEvent(new Event(type));
    page.defaultView.dispatchEvent(new Event('pagehide'));
    expect(flushes()).toBe(0);
  });
});

test('ST43 a page that comes back from being put aside is compared, and one that is shown first is not', () => {
  const page = new Page();
  let compared = 0;
  const compare = (): Promise<void> => {
    compared += 1;
    return Promise.resolve();
  };
  const stop = compareOnReturn({ compare }, page);
  page.defaultView.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(compared).toBe(0);
  page.defaultView.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  page.dispatchEvent(new Event('resume'));
  expect(compared).toBe(2);
  stop();
  page.dispatchEvent(new Event('resume'));
  expect(compared).toBe(2);
});
