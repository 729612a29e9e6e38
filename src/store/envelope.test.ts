import { describe, expect, test } from 'vitest';
import { plainSeal, recordId } from './envelope.ts';

const bytes = new Uint8Array([1, 2, 3]);

describe('ST14 an envelope', () => {
  test('opens under its own name', () => {
    const record = recordId('journal', 'draft-1', 7);
    expect(plainSeal.open(record, plainSeal.enclose(record, bytes))).toEqual({ ok: true, value: bytes });
  });

  test.each([
    ['another revision', recordId('journal', 'draft-1', 8)],
    ['another draft', recordId('journal', 'draft-2', 7)],
    ['another kind of piece', recordId('snapshot', 'draft-1', 7)],
  ])('does not open under the name of %s', (_whose, other) => {
    const envelope = plainSeal.enclose(recordId('journal', 'draft-1', 7), bytes);
    expect(plainSeal.open(other, envelope)).toMatchObject({ ok: false, problems: [{ code: 'damaged' }] });
  });

  test('has a name that no other key spells', () => {
    expect(recordId('blob', 'a","b', 'c')).not.toBe(recordId('blob', 'a', 'b","c'));
  });

  test.each([null, 'text', {}, { version: 1 }, { version: 1, seal: 'other', record: 'r', bytes }])(
    'is told from %j, which is none',
    (thing) => {
      expect(plainSeal.open('r', thing)).toMatchObject({ ok: false, problems: [{ code: 'damaged' }] });
    },
  );
});
