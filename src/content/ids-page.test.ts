import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { idsPage } from './ids-page.ts';
import { loadPack } from './packs.ts';

test('docs/ids.md names the ids there are; npm run guidance:schema writes it', async () => {
  const pack = await loadPack('sparf', 'en');
  if (!pack.ok) throw new Error('no pack');
  expect(readFileSync(fileURLToPath(new URL('../../docs/ids.md', import.meta.url)), 'utf8')).toBe(idsPage(pack.value));
});
