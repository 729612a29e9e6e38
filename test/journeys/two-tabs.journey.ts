import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restingDraft } from './draft.ts';
import { accessibilityFaults, Journey } from './harness.ts';
import { begin, openSection, saved, twoAndTwo } from './steps.ts';

const box = 'why-now';
const other = 'decision-1-reason';

describe('one assessment in two tabs', () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ whole: true });
  });
  afterEach(() => journey.end());

  const field = (page: Page, name: string): ReturnType<Page['locator']> => page.locator(`textarea[name="${name}"]`);

  test('the second reads and follows, takes over, and nothing typed in the first is lost', async () => {
    const first = await journey.open();
    const id = await begin(first, journey.origin, twoAndTwo);
    await openSection(first, journey.origin, id, 'case-setup');
    const second = await journey.open();
    await openSection(second, journey.origin, id, 'case-setup');
    await second.locator('[data-read-only="other-tab"]').waitFor();
    expect(await field(second, box).isEditable()).toBe(false);
    await field(second, box).press('a');
    await second.getByText('What you type here is not kept.').waitFor();
    expect(await accessibilityFaults(second)).toEqual([]);
    await second.getByRole('button', { name: 'Close' }).click();

    await field(first, box).fill('Said in the first tab');
    await saved(first);
    await second.waitForFunction(shows, [box, 'Said in the first tab'] as const);

    // Typed and not yet saved when the other takes over.
    await field(first, box).fill('Said in the first tab, and typed on');
    await second.getByRole('button', { name: 'Take over here' }).click();
    await first.locator('[data-read-only="taken-over"]').waitFor();
    await first.getByText('What you typed until then is kept.').waitFor();
    await second.locator('[data-read-only]').waitFor({ state: 'detached' });
    await second.waitForFunction(shows, [box, 'Said in the first tab, and typed on'] as const);
    await field(second, box).fill('Said in the second tab');
    await saved(second);
    await first.waitForFunction(shows, [box, 'Said in the second tab'] as const);

    // Closed, it lets the first write again.
    await second.close();
    await first.locator('[data-read-only]').waitFor({ state: 'detached' });
    await field(first, box).fill('In the first again');
    await saved(first);
    expect((await restingDraft(first, id)).answers[box]).toEqual({ is: 'given', value: 'In the first again' });
  });

  test('without locks different questions merge, and one question stands side by side to be chosen', async () => {
    await journey.context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'locks');
      // Nobody hears of anything either: only revisions are left.
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    const first = await journey.open();
    const id = await begin(first, journey.origin, twoAndTwo);
    await openSection(first, journey.origin, id, 'case-setup');
    const second = await journey.open();
    await openSection(second, journey.origin, id, 'case-setup');

    await field(first, box).fill('From the first');
    await saved(first);
    await field(second, other).fill('Only in the second');
    await saved(second);
    expect(await field(second, box).inputValue()).toBe('From the first');
    expect(await second.locator('[data-undecided]').count()).toBe(0);

    await field(first, box).fill('From the first');
    await field(first, box).press('End');
    await first.keyboard.type(', once more');
    await saved(first);
    await field(second, box).fill('From the second');
    await second.locator('[data-undecided="1"]').waitFor();
    await saved(second);
    expect(await field(second, box).inputValue()).toBe('From the second');
    const kept = await restingDraft(second, id);
    expect(kept.asides).toMatchObject([{ place: box, said: { is: 'given', value: 'From the first, once more' } }]);

    // Whoever types far down sees it at the foot of the window.
    const bar = second.locator('[data-undecided-bar]');
    await bar.getByRole('button', { name: 'Close' }).click();
    await bar.waitFor({ state: 'detached' });
    await second.reload();
    await bar.getByRole('link', { name: 'see both and choose' }).click();
    await second.getByRole('heading', { level: 1, name: 'Changed in two places' }).waitFor();
    expect(await bar.count()).toBe(0);
    expect(await accessibilityFaults(second)).toEqual([]);
    await second.getByRole('radio', { name: 'What was set aside' }).focus();
    await second.keyboard.press('Space');
    await second.keyboard.press('Tab');
    await second.keyboard.press('Enter');
    await second.getByText('There is nothing to decide here.').waitFor();
    await saved(second);
    const settled = await restingDraft(second, id);
    expect(settled.answers[box]).toEqual({ is: 'given', value: 'From the first, once more' });
    expect(settled.answers[other]).toEqual({ is: 'given', value: 'Only in the second' });
    expect(settled.history).toContainEqual(
      expect.objectContaining({ place: box, was: { is: 'given', value: 'From the second' } }),
    );
  });
});

/** Whether a control inside the app holds this text. */
function shows([name, text]: readonly [string, string]): boolean {
  const found = (root: Document | ShadowRoot): HTMLTextAreaElement | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.getAttribute('name') === name) return element as HTMLTextAreaElement;
      const inside = element.shadowRoot && found(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  return found(document)?.value === text;
}
