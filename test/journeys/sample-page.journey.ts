import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkOverlayFiles } from '../../src/content/overlay/check-overlay.ts';
import { pageLines } from '../../src/content/overlay/page-lines.ts';
import { readOverlayFiles } from '../../src/content/overlay/read-files.ts';
import type { Overlay } from '../../src/content/overlay/schema.ts';
import { pack } from './guidance.ts';
import { Journey } from './harness.ts';

const sample = (file: string): string =>
  readFileSync(`docs/embedding/plain/${file}`, 'utf8').replaceAll('./homeward/', '/elements/');
/** With a second form, as a page has it for questions in two sections. */
const page = (overlay: Overlay): string =>
  sample('index.html')
    .replace(/<!--.*-->/, () => pageLines(overlay))
    .replace('</main>', '<homeward-form section="return-plan"></homeward-form></main>');

/** The file that docs/ten-minutes.md gives to be copied. */
const [, yaml = ''] = /```yaml\n([^]*?)```/.exec(readFileSync('docs/ten-minutes.md', 'utf8')) ?? [];
const checked = checkOverlayFiles(pack, readOverlayFiles({ 'overlay.yaml': yaml }));

test('the sample page shows the question and colours of the file in the papers, and says on itself what is wrong with another', async () => {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const journey = await Journey.begin();
  for (const file of ['page.css', 'start.js']) journey.host(`/theirs/${file}`, sample(file));
  journey.host('/theirs/index.html', page(checked.value));
  journey.host('/theirs/faulty.html', page({ ...checked.value, without: ['why-now'] }));

  const theirs = await journey.open('/theirs/index.html');
  const asked = theirs.getByRole('group', { name: 'Has the child’s school been told who to ring?' });
  await asked.waitFor();
  await theirs.getByRole('button', { name: 'Finding out' }).first().waitFor();
  await theirs.getByRole('group', { name: 'What early signs would worry us' }).waitFor();
  const links = await theirs
    .locator('homeward-framework, homeward-form')
    .evaluateAll((elements) =>
      elements.map((each) =>
        getComputedStyle(each.shadowRoot?.querySelector('.hw-page') ?? each).getPropertyValue('--hw-link'),
      ),
    );
  expect(links).toEqual(['#4b2a63', '#4b2a63', '#4b2a63']);
  // The ring round a radio stands over the edge of what is laid out apart.
  const room = await asked.evaluate((group) => {
    const section = group.closest('.hw-section');
    return section ? group.getBoundingClientRect().left - section.getBoundingClientRect().left : 0;
  });
  expect(room).toBeGreaterThanOrEqual(8);

  const told: string[] = [];
  const faulty = await journey.context.newPage();
  faulty.on('console', (message) => told.push(message.text()));
  await faulty.goto(`${journey.origin}/theirs/faulty.html`);
  const note = faulty.getByRole('alert');
  await note.waitFor();
  await faulty.getByRole('group', { name: 'Does the child want to live at home' }).first().waitFor();
  expect(await note.allInnerTexts()).toEqual([expect.stringContaining('why-now is a core or required question')]);
  expect(told.filter((each) => each.includes('why-now'))).toHaveLength(1);
  // The one line that whoever looks after the page is told on the console.
  expect(journey.faults.splice(0)).toEqual([expect.stringContaining('why-now')]);
  await journey.end();
});
