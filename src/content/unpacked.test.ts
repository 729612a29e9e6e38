import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpacked } from './unpacked.ts';

test('an earlier version comes out of the one file as it was frozen', async () => {
  const frozen = { pack: { id: 'sparf', version: 1, title: 'Dychwelyd adref: ŵ, ŷ' }, outputs: null };
  const text = deflateSync(JSON.stringify(frozen)).toString('base64');
  expect(await unpacked({ default: text })).toEqual({ default: frozen });
});
