import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layDown, restingDraft } from './draft.ts';
import { quillfeather } from './guidance.ts';
import { Journey } from './harness.ts';
import { atSection, begin, heading, openSection, saved, showAll, twoAndTwo } from './steps.ts';

const rightToLeft = 'مريم';
let journey: Journey;
afterEach(() => journey.end());

describe('what nobody expects to be typed', () => {
  let page: Page;
  beforeEach(async () => {
    journey = await Journey.begin();
    page = await journey.open();
  });

  test('an impossible date is kept as typed, marked, and a gap', async () => {
    const id = await begin(page, journey.origin, twoAndTwo);
    await openSection(page, journey.origin, id, 'case-setup');
    const row = page.locator('[data-key="children"] details.hw-row').first();
    await row.locator('summary').first().click();
    const boxes = row.locator('[name$=".born.day"], [name$=".born.month"], [name$=".born.year"]');
    for (const [index, text] of ['31', '2', '2024'].entries()) await boxes.nth(index).pressSequentially(text);
    await page.keyboard.press('Tab');
    await row.getByText('kept as you typed it').waitFor();
    await saved(page);

    await page.reload();
    await atSection(page, 'case-setup');
    await row.locator('summary').first().click();
    expect(await boxes.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      '31',
      '2',
      '2024',
    ]);
    await row.getByText('kept as you typed it').waitFor();

    await page.goto(`${journey.origin}/#/assessments/${id}/check/stage-1-assess`);
    await heading(page, 'Check answers');
    const gap = page.locator('.hw-gaps li').filter({ hasText: 'Which children does this assessment cover?' });
    expect(await gap.textContent()).toContain('something typed could not be read');
    await showAll(page);
    await page.locator('.hw-report').getByText('31/2/2024').first().waitFor();
  });

  test('a name written from right to left keeps its direction to itself, wherever it stands', async () => {
    const id = await begin(page, journey.origin, { ...twoAndTwo, children: [rightToLeft, 'Moss Quillfeather'] });
    const places = [
      '',
      'assessments',
      ...['', '/case-setup', '/child-voice', '/check/stage-1-assess', '/sign/stage-1-assess'].map(
        (each) => `assessments/${id}${each}`,
      ),
    ];
    const loose: string[] = [];
    for (const place of places) {
      await page.goto(`${journey.origin}/#/${place}`);
      // The page before names the assessment as well.
      if (place === 'assessments') await heading(page, 'Assessments on this computer');
      await page
        .getByText(place === '' || place === 'assessments' ? twoAndTwo.reference : rightToLeft.slice(0, 1))
        .first()
        .waitFor();
      const found = await page.evaluate(lookForLoose);
      expect(found.told, `said on #/${place.replace(id, '…')}`).toBeGreaterThan(0);
      loose.push(...found.loose);
    }
    expect(loose, 'said outside <bdi>').toEqual([]);
  });

  test('two hundred thousand characters are kept, saved, and leave the box usable', { timeout: 120_000 }, async () => {
    const text = 'What she said, again and again, in her own words. '.repeat(4_000);
    const id = await begin(page, journey.origin, twoAndTwo);
    await openSection(page, journey.origin, id, 'case-setup');
    const box = page.locator('[name="why-now"]');
    await box.focus();
    await page.keyboard.insertText(text);
    await saved(page, 10_000);
    await page.reload();
    await atSection(page, 'case-setup');
    expect((await box.inputValue()) === text).toBe(true);

    await box.press('Control+End');
    const worked = await mainThread(page);
    await page.keyboard.type('and so on, to the end', { delay: 20 });
    const each = (await worked()) / 'and so on, to the end'.length;
    console.log(`A key after 200,000 characters: ${each.toFixed(1)} ms of the main thread`);
    await saved(page, 10_000);
    const answer = (await restingDraft(page, id)).answers['why-now'];
    expect(answer?.is === 'given' && answer.value === `${text}and so on, to the end`).toBe(true);
  });

  test('a draft made with other questions says so, and stays as it is', async () => {
    const draft = { ...quillfeather(), id: 'older-draft' };
    const other = { ...draft, pack: { ...draft.pack, id: 'another', structureHash: '0'.repeat(64) } };
    await layDown(page, journey.origin, other);
    await page.goto(`${journey.origin}/#/assessments/older-draft`);
    await heading(page, 'This draft was made with other questions than those here.');
    await page.getByText('Nothing has been changed or deleted.').waitFor();
    expect(await restingDraft(page, 'older-draft')).toEqual(JSON.parse(JSON.stringify(other)));
  });

  test('an address of a draft that is not here says so', async () => {
    await page.goto(`${journey.origin}/#/assessments/nobody-knows`);
    await heading(page, 'There is no draft with this address on this computer.');
  });
});

describe('twelve children on a telephone', () => {
  const children = [
    'Ash',
    'Bryony',
    'Clover',
    'Dill',
    'Elder',
    'Fern',
    'Gorse',
    'Hazel',
    'Ivy',
    'Juniper',
    'Larch',
    'Moss',
  ].map((name) => `${name} Quillfeather-Larkspur`);

  test('fold up, open one by one, and never push the page sideways', async () => {
    journey = await Journey.begin({ width: 360, height: 740 });
    const page = await journey.open();
    const id = await begin(page, journey.origin, { ...twoAndTwo, children });
    for (const section of ['case-setup', 'participation', 'child-voice']) {
      await openSection(page, journey.origin, id, section);
      await expectNoSidewaysScroll(page);
    }
    const people = page.locator('details.hw-person');
    expect(await people.count()).toBe(12);
    expect(await people.evaluateAll((all) => all.filter((each) => (each as HTMLDetailsElement).open).length)).toBe(0);
    const links = page.getByRole('navigation', { name: 'People in this section' }).getByRole('link');
    expect(await links.allInnerTexts()).toHaveLength(12);

    await links.filter({ hasText: 'Moss' }).click();
    const moss = people.filter({ hasText: 'Moss' });
    expect(await moss.getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Tab');
    expect(
      await moss.evaluate((element) => element.contains((element.getRootNode() as ShadowRoot).activeElement)),
    ).toBe(true);
    await moss.getByRole('button', { name: 'Add an entry' }).click();
    await moss.locator('[name$=".alone"]').waitFor();
    await expectNoSidewaysScroll(page);
    for (const person of await people.all())
      await person.evaluate((element) => ((element as HTMLDetailsElement).open = true));
    await expectNoSidewaysScroll(page);

    for (const route of ['', '/check/stage-1-assess', '/sign/stage-1-assess']) {
      await page.goto(`${journey.origin}/#/assessments/${id}${route}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoSidewaysScroll(page);
    }
  });
});

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `pixels too wide on ${new URL(page.url()).hash.replace(/\/[a-z0-9]{16}/, '/…')}`).toBeLessThanOrEqual(0);
}

/** Tells how many milliseconds the page's main thread has worked since. */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const worked = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const before = await worked();
  return async () => (await worked()) - before;
}

/** Arabic letters on the page, and those of them that no `<bdi>` holds. Lists to choose from can hold no element, initials in a ring stand alone. */
function lookForLoose(): { readonly loose: readonly string[]; readonly told: number } {
  const loose: string[] = [];
  let told = 0;
  const look = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node instanceof Element) look(node.shadowRoot ?? node);
      else if (/\p{Script=Arabic}/u.test(node.textContent ?? '')) {
        told += 1;
        if (!node.parentElement?.closest('bdi, option, [aria-hidden]'))
          loose.push(`${location.hash}: ${node.parentElement?.textContent.replace(/\s+/g, ' ').trim() ?? ''}`);
      }
    }
  };
  look(document.body);
  return { loose, told };
}
