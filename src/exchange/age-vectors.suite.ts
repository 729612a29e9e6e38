import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { type Key, open } from './age-file.ts';

/** `key: value` lines, an empty line, the file. */
function parsed(vector: Uint8Array): {
  readonly said: ReadonlyMap<string, string>;
  readonly keys: Key[];
  readonly body: Uint8Array;
} {
  const end = Buffer.from(vector).indexOf('\n\n');
  const lines = new TextDecoder()
    .decode(vector.subarray(0, end))
    .split('\n')
    .map((line) => line.split(': '));
  const keys = lines.flatMap(([key, value = '']): Key[] =>
    key === 'passphrase' ? [{ passphrase: value }] : key === 'identity' ? [{ identity: value }] : [],
  );
  return { said: new Map(lines.map(([key = '', value = '']) => [key, value])), keys, body: vector.subarray(end + 2) };
}

/** Opens every shared test vector of age: how many there are, and which come out in another way than they say. */
export async function triedVectors(): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  const all = Object.entries(vectors);
  for (const [name, vector] of all) {
    const { said, keys, body } = parsed(vector);
    const packed = said.get('compressed') === 'zlib';
    const file = packed ? inflateSync(body) : body;
    let opened: Uint8Array | null = null;
    for (const key of keys) {
      const result = await open(new Uint8Array(file), key);
      if (result.ok) opened = result.value;
    }
    const digest = opened && Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(opened))).toString('hex');
    const fine = said.get('expect') === 'success' ? digest === said.get('payload') : digest === null;
    if (!fine) wrong.push(name);
  }
  return { tried: all.length, wrong };
}
