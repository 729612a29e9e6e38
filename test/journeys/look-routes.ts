import type { Page } from 'playwright-core';
import { layDown } from './draft.ts';
import { halfFilled } from './half-filled.ts';
import type { LookPlan } from './look.ts';
import { routes } from './routes.ts';
import { heading } from './steps.ts';

/** What a page shows late, or only when it is asked to. */
const ready: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'case-setup': openOneRow,
  participation: guidanceHere,
  'child-voice': openOneRow,
  'parent-profile': guidanceHere,
  factors: guidanceHere,
  'return-plan': guidanceHere,
  sign: (page) => page.getByText('[U+1F600]').waitFor(),
};

/** Everything there is to look at. */
export const plan: LookPlan = {
  prepare: (page) => layDown(page, new URL(page.url()).origin, halfFilled),
  routes: Object.entries(routes).map(([name, hash], index) => {
    const until = ready[name];
    return { name: `${String(index + 1).padStart(2, '0')}-${name}`, hash, ...(until ? { ready: until } : {}) };
  }),
  papers: async (page, journey) => {
    await page.goto(`${journey.origin}/${routes.sign}`);
    await page.getByLabel('Your name').fill('Tansy Holloway');
    await page.getByLabel('Your organisation').fill('Thistlebridge Council');
    await page.getByLabel('Your mark, typed').fill('T. Holloway');
    const { bytes } = await journey.save(page, () =>
      page.getByRole('button', { name: 'Sign and save the PDF' }).click(),
    );
    await heading(page, 'Signed and saved');
    return [{ name: '30-signed', bytes }];
  },
};

async function openOneRow(page: Page): Promise<void> {
  await guidanceHere(page);
  await page.locator('details.hw-row > summary').first().click();
}

async function guidanceHere(page: Page): Promise<void> {
  await page.getByText('Why this is asked').first().waitFor({ state: 'attached' });
}
