import { afterEach, describe, expect, test, vi } from 'vitest';
import { chosenBefore, firstLanguage, rememberChoice } from './first-language.ts';

describe('the language to begin in', () => {
  test.each([
    ['cy', 'en', 'cy'],
    ['en', 'cy', 'en'],
    ['pseudo', 'en', 'pseudo'],
    [null, 'cy', 'cy'],
    [null, 'cy-GB', 'cy'],
    [null, 'CY', 'cy'],
    [null, 'cyr', 'en'],
    [null, 'en-GB', 'en'],
    [null, 'de', 'en'],
    [null, null, 'en'],
    ['klingon', 'cy', 'cy'],
    ['', null, 'en'],
  ] as const)('chosen before: %s, around: %s; begins in %s', (chosen, around, language) => {
    expect(firstLanguage(chosen, around)).toBe(language);
  });
});

describe('a choice', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is remembered under one key that holds nothing else', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    expect(chosenBefore()).toBeNull();
    rememberChoice('cy');
    expect([...kept]).toEqual([['homeward-language', 'cy']]);
    expect(chosenBefore()).toBe('cy');
  });

  test('is not remembered where the browser refuses all storage, and nothing breaks', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    rememberChoice('cy');
    expect(chosenBefore()).toBeNull();
  });
});
