import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityFaults, Journey } from './harness.ts';

describe('the built page', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  test('shows itself under its own policy, and asks nobody for anything', async () => {
    const page = await journey.open();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(journey.faults).toEqual([]);
  });

  test('still shows itself when the browser was killed and started again', async () => {
    await journey.open();
    await journey.crash();
    const page = await journey.open();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
});

describe('the watch over every journey', () => {
  test.each([
    [
      'a broken policy',
      'const p = document.createElement("p"); p.innerHTML = "<b>x</b>";',
      /require-trusted-types-for/,
    ],
    ['a request to elsewhere', 'new Image().src = "http://127.0.0.2:9/";', /127\.0\.0\.2/],
    ['an error nobody caught', 'setTimeout(() => { throw new Error("planted"); });', /planted/],
  ])('sees %s', async (_what, script, expected) => {
    const journey = await Journey.begin();
    journey.host('/host.js', script);
    journey.host('/host.html', '<!doctype html><title>Host</title><script type="module" src="/host.js"></script>');
    await journey.open('/host.html');
    await expect.poll(() => journey.faults.join('\n')).toMatch(expected);
    await expect(journey.end()).rejects.toThrow('This must never happen');
  });
});
