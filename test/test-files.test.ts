import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apart, testFiles } from '../scripts/test-files.mjs';
import { filesBelow } from './imports.ts';

/** `**` and `*` are all our globs use. */
function pattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*)/).map((part) => {
    if (part === '**/') return '(?:[^/]+/)*';
    return part === '*' ? '[^/]*' : part.replace(/[.]/g, '\\.');
  });
  return new RegExp(`^${parts.join('')}$`);
}

const runners = Object.values(testFiles).map((globs) => globs.map(pattern));
const files = ['src', 'test', 'scripts'].flatMap((folder) => filesBelow(folder).map((file) => `${folder}/${file}`));

/** A file that looks like tests, by its name or by what it calls. Suites are called by test files. */
function looksLikeTests(file: string): boolean {
  if (!/\.[mc]?[jt]s$/.test(file) || file.endsWith('.suite.ts')) return false;
  if (/[.-](test|tests|spec|journey)\.[mc]?[jt]s$/.test(file)) return true;
  return /^(describe|test|it|suite)(\.\w+)*\(/m.test(readFileSync(file, 'utf8'));
}

describe('every test file', () => {
  test('is run by exactly one runner', () => {
    const tests = files.filter(looksLikeTests);
    const strays = tests.filter(
      (file) => runners.filter((globs) => globs.some((each) => each.test(file))).length !== 1,
    );
    expect(tests).toContain('test/test-files.test.ts');
    expect(strays).toEqual([]);
  });
});

describe('unit tests that share their modules', () => {
  const fits = (file: string, globs: readonly string[]): boolean => globs.some((glob) => pattern(glob).test(file));
  const together = files.filter((file) => fits(file, testFiles.unit) && !fits(file, apart));
  const exchanging =
    /\bvi\.(mock|doMock|stub\w+|spyOn|useFakeTimers|setSystemTime)\(|fake-indexeddb\/auto|globalThis\.\w+ = /;

  test('exchange nothing of the world, which the next file would find exchanged', () => {
    expect(together).toContain('src/model/dates.test.ts');
    expect(exchanging.test(readFileSync('src/store/vault.test.ts', 'utf8'))).toBe(true);
    expect(together.filter((file) => exchanging.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
