import { expect, test } from 'vitest';
import { pack } from './guidance.ts';
import { payloads } from './injection.ts';
import { textProblem } from '../../src/content/overlay/text.ts';
import { Journey } from './harness.ts';

const seed = Number(process.env.HOMEWARD_SEED ?? Date.now() % 1_000_000);

/** A council's page: the questions as its overlay and its own words make them, in a form. */
const script = `
import { applyOverlay, loadPack } from '/elements/content.js';
import '/elements/define/homeward-form.js';

window.ran = [];
window.hit = (what) => window.ran.push(what);
window.shown = async (overlay, texts, sections) => {
  let next = 0;
  const words = new Set(['label', 'plural', 'hint', 'title', 'intro', 'plain', 'name', 'heading', 'text', 'definition']);
  const worded = (thing, key) =>
    typeof thing === 'string' ? (words.has(key) ? texts[next++ % texts.length] : thing)
    : Array.isArray(thing) ? thing.map((each) => worded(each, key))
    : thing && typeof thing === 'object' ? Object.fromEntries(Object.entries(thing).map(([name, each]) => [name, worded(each, name)]))
    : thing;
  const loaded = await loadPack('sparf', 'en');
  // Markdown with HTML in it, or with an address that runs, is refused; what is not refused must be shown as text.
  const refused = await applyOverlay(loaded.value, overlay);
  const places = new Set((refused.problems ?? []).map(({ place }) => place.question));
  const guidance = Object.fromEntries(Object.entries(overlay.guidance).filter(([question]) => !places.has(question)));
  const applied = await applyOverlay(loaded.value, { ...overlay, guidance });
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems.slice(0, 3)));
  const read = [];
  for (const pack of [applied.value, worded(applied.value, '')])
    for (const section of sections) {
      const form = document.createElement('homeward-form');
      Object.assign(form, { pack, section, people: [{ id: 'moss', role: 'child', name: 'Moss' }] });
      document.body.append(form);
      await form.updateComplete;
      for (const help of form.shadowRoot.querySelectorAll('details')) help.open = true;
      await form.updateComplete;
      read.push(form.shadowRoot.textContent);
      form.remove();
    }
  return { read: read.join(' '), used: next, refused: places.size };
};
document.title = 'ready';
`;

declare global {
  interface Window {
    ran: readonly unknown[];
    shown(
      overlay: unknown,
      texts: readonly string[],
      sections: readonly string[],
    ): Promise<{ readonly read: string; readonly used: number; readonly refused: number }>;
  }
}

test(`500 texts that would run somewhere stay texts in an overlay and in a pack (seed ${seed})`, async () => {
  const texts = payloads(seed, 500);
  let used = 0;
  const next = (): string => (texts[used++ % texts.length] ?? '').trim().slice(0, 300);
  // A name that could be HTML, or that turns what follows, is refused whole.
  const names = texts
    .map((text) => text.trim().slice(0, 300).trim())
    .filter((text) => text !== '' && textProblem(text) === null);
  let called = 0;
  const name = (): string => names[called++ % names.length] ?? '';
  const each = <T>(ids: readonly string[], make: () => T): Record<string, T> =>
    Object.fromEntries(ids.map((id) => [id, make()]));
  const named = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);
  const overlay = {
    format: 'homeward-overlay/1',
    id: 'a-council',
    version: 1,
    title: name(),
    owner: name(),
    reviewBy: '2027-01-01',
    pack: { id: pack.id, version: pack.version },
    names: {
      stages: each(named(pack.stages), () => ({ name: name(), plain: name() })),
      riskClasses: each(named(pack.riskClasses), name),
      roles: each(named(pack.roles), () => ({ label: name(), plural: name() })),
    },
    guidance: each(named(pack.questions), () => `Ask. ${next()}`),
  };
  const journey = await Journey.begin();
  journey.host('/host.js', script);
  journey.host(
    '/host.html',
    '<!doctype html><html lang="en"><title></title><script type="module" src="/host.js"></script>',
  );
  const page = await journey.open('/host.html');
  page.on('dialog', (dialog) => journey.faults.push(`dialog: ${dialog.message()}`));
  await page.waitForFunction(() => document.title === 'ready');
  const sections = ['case-setup', 'child-voice', 'parent-profile'];
  const shown = await page.evaluate((given) => window.shown(...given), [overlay, texts, sections] as const);
  expect(used + shown.used).toBeGreaterThan(500);
  expect(shown.refused).toBeGreaterThan(0);
  expect(shown.refused).toBeLessThan(pack.questions.length);
  // What was not refused is there, as what it is.
  expect(shown.read).toContain('<script>');
  expect(await page.evaluate(() => window.ran)).toEqual([]);
  await journey.end();
});
