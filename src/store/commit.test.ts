import { describe, expect, test } from 'vitest';
import { commitsNow } from './commit.ts';

class Page extends EventTarget {
  readonly navigator: { readonly userAgent: string };

  constructor(userAgent: string) {
    super();
    this.navigator = { userAgent };
  }
}

const chromium =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15';
const chromeOnPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1';

describe('ST5 committing by hand', () => {
  test.each([
    ['Chromium', chromium],
    ['Edge', edge],
    ['Chromium without a window', chromium.replace('Chrome/', 'HeadlessChrome/')],
  ])('is done always in %s', (_engine, userAgent) => {
    expect(commitsNow(new Page(userAgent))()).toBe(true);
  });

  test('is done in Firefox only while the page goes away', () => {
    const page = new Page(firefox);
    const now = commitsNow(page);
    expect(now()).toBe(false);
    page.dispatchEvent(new Event('pagehide'));
    expect(now()).toBe(true);
    page.dispatchEvent(new Event('pageshow'));
    expect(now()).toBe(false);
  });

  test.each([
    ['Safari', safari],
    ['Chrome on an iPhone, which is WebKit', chromeOnPhone],
    ['an engine nobody has tried', 'Unheard-of/1.0'],
  ])('is never done in %s', (_engine, userAgent) => {
    const page = new Page(userAgent);
    const now = commitsNow(page);
    page.dispatchEvent(new Event('pagehide'));
    expect(now()).toBe(false);
  });
});
