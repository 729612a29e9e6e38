import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { enclose, isAgeFile, neededFor, open } from './age-file.ts';
import { ageAsked } from './age-program.suite.ts';
import { triedVectors } from './age-vectors.suite.ts';
import { fiveWords } from './five-words.ts';
import { identityFile, isRecipient, newIdentity, readIdentityFile } from './identity.ts';

// A passphrase is made slow to guess, so each one that is tried costs half a second.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'homeward-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

const passphrase = 'tree lamp river nine hollow';
const text = 'Said by a child: “I want to go home, but not on Thursdays.” – Siân';
const bytes = new TextEncoder().encode(text);
const own = await newIdentity();

async function got<T>(made: Promise<{ ok: true; value: T } | { ok: false; problems: unknown }>): Promise<T> {
  const result = await made;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const codeOf = async (made: ReturnType<typeof open>): Promise<string | undefined> => {
  const result = await made;
  return result.ok ? undefined : result.problems[0].code;
};
/** Opens as any other, and a test need not wait for it. */
const quick = { passphrase, workFactor: 10 };
const forPassphrase = await got(enclose(bytes, quick));
const forRecipient = await got(enclose(bytes, { recipients: [own.recipient] }));

const at = (name: string, content?: Uint8Array | string): string => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
};

describe('X1 an age file', () => {
  test('opens with what it was made for, and with nothing else', async () => {
    expect(new TextDecoder().decode(await got(open(forPassphrase, { passphrase })))).toBe(text);
    expect(new TextDecoder().decode(await got(open(forRecipient, { identity: own.identity })))).toBe(text);
    const other = await newIdentity();
    expect(await codeOf(open(forPassphrase, { passphrase: 'tree lamp river nine hollows' }))).toBe('wrong-passphrase');
    expect(await codeOf(open(forRecipient, { identity: other.identity }))).toBe('wrong-key');
    expect(await codeOf(open(forRecipient, { identity: 'AGE-SECRET-KEY-1NONE' }))).toBe('not-an-identity');
  });

  test('opens for each of several colleagues', async () => {
    const other = await newIdentity();
    const both = await got(enclose(bytes, { recipients: [other.recipient, ` ${own.recipient}\n`] }));
    expect(await got(open(both, { identity: own.identity }))).toEqual(bytes);
    expect(await got(open(both, { identity: other.identity }))).toEqual(bytes);
  });

  test('says what it needs before it is opened', async () => {
    const whole = await got(enclose(bytes, { passphrase }));
    expect(new TextDecoder().decode(whole)).toMatch(/^age-encryption.org\/v1\n-> scrypt \S+ 17\n/);
    expect([isAgeFile(forPassphrase), isAgeFile(bytes), isAgeFile(new Uint8Array())]).toEqual([true, false, false]);
    expect(await got(neededFor(forPassphrase))).toBe('passphrase');
    expect(await got(neededFor(forRecipient))).toBe('identity');
    expect((await neededFor(bytes)).ok).toBe(false);
  });

  test('a passphrase may be typed with spaces nobody sees; an empty one and no recipient are refused', async () => {
    expect(await got(open(forPassphrase, { passphrase: `  ${passphrase.replace(' ', '  ')} ` }))).toEqual(bytes);
    expect(await enclose(bytes, { passphrase: ' ' })).toMatchObject({ problems: [{ code: 'no-passphrase' }] });
    expect(await enclose(bytes, { recipients: [] })).toMatchObject({ problems: [{ code: 'no-recipient' }] });
    expect(await enclose(bytes, { recipients: ['age1nobody'] })).toMatchObject({
      problems: [{ code: 'not-a-recipient' }],
    });
    expect([await isRecipient(own.recipient), await isRecipient(own.identity), await isRecipient('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('that would take more memory than a small computer has is not begun', async () => {
    const greedy = new TextDecoder('latin1').decode(forPassphrase).replace(/^(-> scrypt \S+) \d+$/m, '$1 19');
    const started = Date.now();
    expect(
      await codeOf(
        open(
          Uint8Array.from(greedy, (sign) => sign.charCodeAt(0)),
          { passphrase },
        ),
      ),
    ).toBe('too-much-work');
    expect(Date.now() - started).toBeLessThan(100);
  });

  test('of which any byte was changed, or the end is missing, does not open', async () => {
    const undetected: number[] = [];
    for (let index = 0; index < forRecipient.length; index += 1) {
      const changed = forRecipient.slice();
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      if ((await open(changed, { identity: own.identity })).ok) undetected.push(index);
    }
    for (let length = 0; length < forRecipient.length; length += 7)
      if ((await open(forRecipient.slice(0, length), { identity: own.identity })).ok) undetected.push(-length);
    expect(undetected).toEqual([]);
  });
});

describe('X2 the shared test vectors of age', () => {
  test('143 of 143 come out as they say', async () => {
    const { tried, wrong } = await triedVectors();
    expect(tried).toBe(143);
    expect(wrong).toEqual([]);
  });
});

describe('X3 age’s own programs', () => {
  test('open what was made here, with passphrase and with key', () => {
    const key = at('key.txt', `${own.identity}\n`);
    execFileSync('age', ['-d', '-i', key, '-o', at('r.txt'), at('r.age', forRecipient)]);
    expect(readFileSync(at('r.txt'), 'utf8')).toBe(text);
    ageAsked(passphrase, 1, 'age', '-d', '-o', at('p.txt'), at('p.age', forPassphrase));
    expect(readFileSync(at('p.txt'), 'utf8')).toBe(text);
  });

  test('make what is opened here, as bytes and as text', async () => {
    const plain = at('plain.txt', bytes);
    execFileSync('age', ['-r', own.recipient, '-o', at('from-r.age'), plain]);
    execFileSync('age', ['-a', '-r', own.recipient, '-o', at('from-a.age'), plain]);
    ageAsked(passphrase, 2, 'age', '-p', '-o', at('from-p.age'), plain);
    expect(await got(open(new Uint8Array(readFileSync(at('from-r.age'))), { identity: own.identity }))).toEqual(bytes);
    expect(await got(open(new Uint8Array(readFileSync(at('from-a.age'))), { identity: own.identity }))).toEqual(bytes);
    expect(await got(open(new Uint8Array(readFileSync(at('from-p.age'))), { passphrase }))).toEqual(bytes);
  });

  test('take a kept key as it is', async () => {
    const kept = await got(identityFile(own, quick));
    ageAsked(passphrase, 1, 'age', '-d', '-i', at('kept.age', kept), '-o', at('k.txt'), at('r.age', forRecipient));
    expect(readFileSync(at('k.txt'), 'utf8')).toBe(text);
    expect(await got(readIdentityFile(kept, passphrase))).toEqual(own);
  });
});

describe('X4 a key of one’s own', () => {
  test('is read from nothing but a file of its own with its passphrase', async () => {
    const codes = [
      await readIdentityFile(bytes, passphrase),
      await readIdentityFile(forPassphrase, passphrase),
      await readIdentityFile(forRecipient, passphrase),
    ].map((result) => (result.ok ? 'ok' : result.problems[0].code));
    expect(codes).toEqual(['not-an-identity', 'not-an-identity', 'wrong-passphrase']);
  });

  test('and five words are words of the list, other ones each time', async () => {
    const phrases = await Promise.all(Array.from({ length: 50 }, fiveWords));
    expect(new Set(phrases).size).toBe(50);
    expect(phrases.every((phrase) => phrase.split(' ').length === 5)).toBe(true);
    expect(phrases.flatMap((phrase) => phrase.split(' ')).every((word) => wordlist.includes(word))).toBe(true);
  });
});
