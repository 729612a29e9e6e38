import { expect, test } from 'vitest';
import { guidanceFolder, pack } from '../../test/journeys/guidance.ts';
import { readReleased } from './vite-plugin-released.ts';
import { unpacked } from './unpacked.ts';
import { guidance } from './vite-plugin.ts';

/** What the build makes of one of our modules. */
const made = (packed: boolean, id: string): string => {
  const { load } = guidance(undefined, packed);
  if (typeof load !== 'function') throw new Error('the plugin loads nothing');
  return (load as (id: string) => string).call({ addWatchFile: () => undefined }, `\0virtual:${id}`);
};

test('what is packed into the one file is the version that was frozen, and a site keeps it as it is', async () => {
  const [first] = readReleased(guidanceFolder, pack.id);
  if (!first) throw new Error('nothing is frozen');
  const key = `version/${pack.id}/${String(first.version)}/cy/earlier-questions`;
  const text = /^export default (".*");$/.exec(made(true, key))?.[1] ?? '';
  expect((await unpacked({ default: JSON.parse(text) as string })).default).toEqual(first.packs.cy);
  expect(text.length * 2).toBeLessThan(JSON.stringify(first.packs.cy).length);
  expect(made(true, 'released')).toContain(`earlier-questions").then(unpacked)`);
  expect(made(false, 'released')).not.toContain('unpacked');
  expect(made(false, key)).toContain('JSON.parse');
});
