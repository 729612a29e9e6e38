import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { enclose, open } from '../../../src/exchange/age-file.ts';
import { ageAsked } from '../../../src/exchange/age-program.suite.ts';
import { triedVectors } from '../../../src/exchange/age-vectors.suite.ts';
import { bytesOf, handOver } from '../../../src/exchange/hand-over.ts';
import { newIdentity } from '../../../src/exchange/identity.ts';
import { halfFilled } from '../half-filled.ts';
import { note } from './store/evidence.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeward-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const passphrase = 'tree lamp river nine hollow';
const own = await newIdentity();
const making = { madeBy: 'soak', madeAt: '2026-05-04T10:00:00.000Z', from: 'Team Tarn' };
/** Few answers, so that every byte can be tried. */
const draft = {
  ...halfFilled,
  answers: Object.fromEntries(Object.entries(halfFilled.answers).slice(0, 12)),
  history: [],
};
const bytes = bytesOf(handOver(draft.kind, [{ assessment: draft, revision: 1 }], making));

async function enclosed(content: Uint8Array, lock: Parameters<typeof enclose>[1]): Promise<Uint8Array<ArrayBuffer>> {
  const made = await enclose(content, lock);
  if (!made.ok) throw new Error(made.problems[0].code);
  return made.value;
}

describe('a draft in a file', () => {
  test('X1 of which a byte was changed, a part exchanged or the end cut off does not open', async () => {
    // Longer than the three pieces of 64 KiB in which age closes a file, so that whole pieces can change places.
    const long = new Uint8Array(Math.max(bytes.length, 200_000)).map((_, index) => bytes[index % bytes.length] ?? 0);
    const [file, longFile] = [
      await enclosed(bytes, { recipients: [own.recipient] }),
      await enclosed(long, { recipients: [own.recipient] }),
    ];
    const unnoticed: string[] = [];
    const tried = async (what: string, spoilt: Uint8Array<ArrayBuffer>): Promise<void> => {
      if ((await open(spoilt, { identity: own.identity })).ok) unnoticed.push(what);
    };
    expect((await open(file, { identity: own.identity })).ok).toBe(true);
    for (let place = 0; place < file.length; place += 1) {
      const spoilt = file.slice();
      spoilt[place] = (spoilt[place] ?? 0) ^ (1 << (place % 8));
      await tried(`byte ${place}`, spoilt);
    }
    for (let length = 0; length < file.length; length += 1) await tried(`cut to ${length}`, file.slice(0, length));
    let exchanges = 0;
    const size = 64;
    for (let place = 0; place + 2 * size <= file.length; place += size) {
      const spoilt = file.slice();
      spoilt.copyWithin(place, place + size, place + 2 * size);
      spoilt.set(file.subarray(place, place + size), place + size);
      await tried(`exchange at ${place}`, spoilt);
      exchanges += 1;
    }
    const piece = 64 * 1024 + 16;
    const body = longFile.length - Math.ceil(long.length / (64 * 1024)) * 16 - long.length;
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const) {
      const spoilt = longFile.slice();
      const at = (index: number): number => body + index * piece;
      spoilt.set(longFile.subarray(at(other), at(other) + piece), at(one));
      spoilt.set(longFile.subarray(at(one), at(one) + piece), at(other));
      await tried(`pieces ${one} and ${other}`, spoilt);
      exchanges += 1;
    }
    note('tampered-files', {
      done: `an export file of ${file.length} bytes: every byte changed, cut at every length, ${exchanges} exchanges`,
      seen: unnoticed.length === 0 ? 'none opens' : `opened: ${unnoticed.slice(0, 5).join(', ')}`,
    });
    expect(unnoticed).toEqual([]);
  }, 3_600_000);

  test('X2 the shared test vectors of age', async () => {
    const { tried, wrong } = await triedVectors();
    note('age-vectors', {
      done: `${tried} shared test vectors of age (cctv-age)`,
      seen: wrong.length === 0 ? `${tried} of ${tried} as they say` : `otherwise: ${wrong.join(', ')}`,
    });
    expect(tried).toBe(143);
    expect(wrong).toEqual([]);
  }, 600_000);

  test('X3 goes to and from the age of Debian, by passphrase and by key', async () => {
    const at = (name: string, content?: Uint8Array | string): string => {
      const path = join(folder, name);
      if (content !== undefined) writeFileSync(path, content);
      return path;
    };
    const key = at('key.txt', `${own.identity}\n`);
    const plain = at('plain.json', bytes);
    const ways: Readonly<Record<string, boolean>> = {
      'key, made here': await (async () => {
        const file = at('r.age', await enclosed(bytes, { recipients: [own.recipient] }));
        execFileSync('age', ['-d', '-i', key, '-o', at('r.json'), file]);
        return readFileSync(at('r.json')).equals(bytes);
      })(),
      'passphrase, made here': await (async () => {
        const file = at('p.age', await enclosed(bytes, { passphrase }));
        ageAsked(passphrase, 1, 'age', '-d', '-o', at('p.json'), file);
        return readFileSync(at('p.json')).equals(bytes);
      })(),
      'key, made by age': await (async () => {
        execFileSync('age', ['-r', own.recipient, '-o', at('from-r.age'), plain]);
        const opened = await open(new Uint8Array(readFileSync(at('from-r.age'))), { identity: own.identity });
        return opened.ok && Buffer.from(opened.value).equals(bytes);
      })(),
      'passphrase, made by age': await (async () => {
        ageAsked(passphrase, 2, 'age', '-p', '-o', at('from-p.age'), plain);
        const opened = await open(new Uint8Array(readFileSync(at('from-p.age'))), { passphrase });
        return opened.ok && Buffer.from(opened.value).equals(bytes);
      })(),
    };
    const version = execFileSync('age', ['--version'], { encoding: 'utf8' }).trim();
    const failed = Object.entries(ways).filter(([, same]) => !same);
    note('age-program', {
      done: `a draft in a file to and from age ${version} of Debian: ${Object.keys(ways).join('; ')}`,
      seen: failed.length === 0 ? 'the same bytes each way' : `not: ${failed.map(([way]) => way).join('; ')}`,
    });
    expect(failed).toEqual([]);
  }, 600_000);
});
