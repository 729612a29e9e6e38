import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { overlayFiles } from '../../scripts/overlay-files.mjs';
import { checkOverlay } from '../../src/content/overlay/check-overlay.ts';
import { readOverlayFiles } from '../../src/content/overlay/read-files.ts';
import { pack } from './guidance.ts';
import { Journey } from './harness.ts';

const folder = 'guidance/overlays/example-council';
const checked = checkOverlay(pack, readOverlayFiles(overlayFiles(folder)).value);

/** Four dots. */
const logo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4nGPg9o/5zwADIA4AG+MDa8feYKwAAAAASUVORK5CYII=';

/** The page of the site as a council keeps it: with its lines above the end of the head. */
const councilPage = (overlay: unknown): string =>
  readFileSync('dist/site/index.html', 'utf8').replace(
    '</head>',
    `<script type="application/json" id="homeward-overlay">${JSON.stringify(overlay).replace(/</g, '\\u003c')}</script></head>`,
  );

/** Makes `text` answer at `path` under the policy that it says itself, as any page of the site. */
const serve = (journey: Journey, path: string, text: string): Promise<unknown> =>
  journey.context.route(journey.origin + path, (route) => route.fulfill({ contentType: 'text/html', body: text }));

test('a council tries its files, sees what would differ, puts the lines into its page and meets its own words there', async () => {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const journey = await Journey.begin();
  const page = await journey.open('/#/overlay');
  const choose = page.getByLabel('Files of the overlay');
  const yaml = readFileSync(`${folder}/overlay.yaml`, 'utf8');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  await choose.setInputFiles([file('overlay.yaml', yaml.replace('[child-pressure]', '[why-now]'))]);
  await page.getByText('overlay.yaml, line 71:').waitFor();
  expect(await page.locator('[data-code="core-question"]').innerText()).toContain('cannot be left out');

  // Emptied, so that the same files can be chosen once they are mended.
  expect(await choose.inputValue()).toBe('');

  await choose.setInputFiles([
    file('overlay.yaml', yaml),
    file('guidance.md', readFileSync(`${folder}/guidance.md`, 'utf8')),
  ]);
  await page.getByRole('heading', { name: 'No faults' }).waitFor();
  const rows = await page.locator('[data-difference]').allInnerTexts();
  expect(rows.join('\n')).toMatch(/severe\s+Severe\s+Very high/);
  expect(await page.locator('[data-notice]').innerText()).toContain('does not ask these questions');
  await page
    .locator('homeward-form[section="example-council-panel"]')
    .getByRole('group', { name: 'On which day does the panel look at the plan?' })
    .waitFor();
  const leftAlone = await page.locator('[data-worn]').evaluate((worn) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'words for an answer');
    return worn.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  });
  expect(leftAlone).toBe(true);
  const lines = await page.getByLabel('Lines for index.html').inputValue();
  expect(JSON.parse(lines.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual(checked.value);

  const look = { ...checked.value.look, logo };
  await serve(journey, '/council.html', councilPage({ ...checked.value, reviewBy: '2020-01-01', look }));
  const theirs = await journey.open('/council.html#/settings');
  const local = theirs.locator('homeward-local');
  await theirs.getByRole('banner').getByRole('img', { name: 'Thistlebridge Council (example)' }).waitFor();
  expect(await local.getByRole('link', { name: '01632 960 456' }).getAttribute('href')).toBe('tel:01632960456');
  expect(await local.locator('[data-overdue]').innerText()).toContain('1 January 2020');
  await theirs.getByText('Thistlebridge Council (example), 1').waitFor();
  expect(await theirs.locator('main').innerText()).toContain('This day has passed.');
  await theirs.goto(`${journey.origin}/council.html#/framework/stage-1-assess`);
  await theirs.getByText('Ask the participation team before you first talk with the child.').waitFor();
  expect(await theirs.locator('h1').innerText()).toContain('Getting to know the family');

  await serve(journey, '/faulty.html', councilPage({ ...checked.value, without: ['why-now'] }));
  const faulty = await journey.open('/faulty.html#/');
  await faulty.locator('homeward-local [data-code="core-question"]').waitFor();
  await journey.end();
});
