import { layDown } from './draft.ts';
import { quillfeather } from './guidance.ts';
import { Journey } from './harness.ts';

/** What the user guide shows, by the name of its picture. */
const shown = { tasks: '', section: '/child-voice', outputs: '/output/index' } as const;

/** Takes the pictures of docs/user-guide.md from the built app, with a fictional case. */
export async function guidePictures(): Promise<void> {
  const journey = await Journey.begin({ width: 1000, height: 640 });
  const page = await journey.open();
  const draft = quillfeather();
  await layDown(page, journey.origin, draft);
  for (const [name, path] of Object.entries(shown)) {
    await page.goto(`${journey.origin}/#/assessments/${draft.id}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Guidance and what is fetched with it.
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `docs/guide/${name}.png`, animations: 'disabled' });
  }
  await journey.end();
}
