import { expect, test } from 'vitest';
import { guidanceFolder, pack } from '../../test/journeys/guidance.ts';
import { readReleased } from './vite-plugin-released.ts';
import { unpacked } from './unpacked.ts';
import { guidance } from './vite-plugin.ts';

test('what is packed into the one file is the version that was frozen', async () => {
  const [first] = readReleased(guidanceFolder, pack.id);
  if (!first) throw new Error('nothing is frozen');
  const { load } = guidance(undefined, true);
  if (typeof load !== 'function') throw new Error('the plugin loads nothing');
  const made = (id: string): string =>
    (load as (id: string) => string).call({ addWatchFile: () => undefined }, `\0virtual:${id}`);
  const text = /^export default (".*");$/.exec(
    made(`version/${pack.id}/${String(first.version)}/cy/earlier-questions`),
  )?.[1];
  expect((await unpacked({ default: JSON.parse(text ?? '""') as string })).default).toEqual(first.packs.cy);
  expect((text ?? '').length * 2).toBeLessThan(JSON.stringify(first.packs.cy).length);
  expect(made('released')).toContain(`earlier-questions").then(unpacked)`);
});
