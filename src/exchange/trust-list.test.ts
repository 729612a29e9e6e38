import { describe, expect, test } from 'vitest';
import { readTrustList, trustListText } from './trust-list.ts';

const one = 'a1'.repeat(32);
const other = 'b2'.repeat(32);
const keys = [
  { fingerprint: one, name: 'Tansy Holloway' },
  { fingerprint: other, name: 'Wren Ŷstrad' },
];

const told = (text: string): unknown => {
  const read = readTrustList(text);
  return read.ok ? read.value : read.problems.map(({ code, place }) => [code, place.line]);
};

describe('a council’s list of keys', () => {
  test('is read as it was written', () => {
    expect(told(trustListText(keys))).toEqual(keys);
    expect(told('')).toEqual([]);
  });

  test.each([
    ['bare', `${one} Tansy Holloway\n${other}\tWren Ŷstrad`],
    ['with a comma', `${one}, Tansy Holloway\r\n${other};Wren Ŷstrad`],
    [
      'in groups',
      `${(one.match(/.{4}/g) ?? []).join(' ')} Tansy Holloway\n${(other.match(/../g) ?? []).join(':').toUpperCase()} Wren Ŷstrad`,
    ],
    ['with remarks', `# from the register\n\n${one} Tansy Holloway\n  # another\n${other} Wren Ŷstrad\n`],
    ['twice the same', `${one} Tansy Holloway\n${other} Wren Ŷstrad\n${one} Tansy Holloway`],
  ])('is read line by line: %s', (_, text) => {
    expect(told(text)).toEqual(keys);
  });

  test('names every line that is not understood', () => {
    expect(told(`${one} Tansy Holloway\n${one.slice(1)} Short\n\n${other}\nnonsense`)).toEqual([
      ['trust-line', 2],
      ['trust-line', 4],
      ['trust-line', 5],
    ]);
  });

  test('names every entry of a file that is not understood', () => {
    const file = { format: 'homeward-trusted-keys/1', keys: [keys[0], { fingerprint: 'ff' }, { ...keys[1], more: 1 }] };
    expect(told(JSON.stringify(file))).toEqual([
      ['trust-line', 2],
      ['trust-line', 3],
    ]);
  });

  test.each([
    ['not-a-trust-list', '{"format":"homeward-hand-over/1"}'],
    ['not-a-trust-list', '{"format":'],
    ['not-a-trust-list', '[]'],
    ['newer-than-program', '{"format":"homeward-trusted-keys/2","keys":[]}'],
    ['too-large', ' '.repeat(1024 * 1024 + 1)],
    ['trust-twice', `${one} Tansy Holloway\n${one} Somebody Else`],
  ])('%s', (code, text) => {
    expect(told(text)).toEqual([[code, undefined]]);
  });

  test('shows a name the way it reads', () => {
    expect(told(`${one} Tansy\u202Eyawolloh`)).toEqual([{ fingerprint: one, name: 'Tansyyawolloh' }]);
  });
});
