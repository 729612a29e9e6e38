import { describe, expect, test } from 'vitest';
import type { Place } from './assessment.ts';
import { copiedAnswer } from './copied.ts';

const of = (subject: string, round = 0): Place => ({ question: 'q', subject, round });

describe('A9 an answer taken for somebody else', () => {
  test('says where it came from', () => {
    expect(copiedAnswer({ is: 'given', value: 'Yes', note: 'seen' }, of('juniper'), of('moss'))).toEqual({
      is: 'given',
      value: 'Yes',
      note: 'seen',
      copiedFrom: 'q~juniper',
    });
  });

  test('a rating of the one becomes a rating of the other, without what it guards against', () => {
    const rating = {
      factor: 'warm',
      of: 'wren',
      status: 'evidenced',
      guards: [{ risk: 'neglect', of: 'wren', child: 'moss' }],
    };
    expect(copiedAnswer({ is: 'given', value: [rating] }, of('wren', 1), of('rook', 1))).toEqual({
      is: 'given',
      value: [{ factor: 'warm', of: 'rook', status: 'evidenced' }],
      copiedFrom: 'q@1~wren',
    });
  });

  test('a rating of the same person in a later round goes on guarding against what it did', () => {
    const rating = {
      factor: 'warm',
      of: 'wren',
      status: 'evidenced',
      guards: [{ risk: 'neglect', of: 'wren', child: 'moss' }],
    };
    expect(copiedAnswer({ is: 'given', value: [rating] }, of('wren', 1), of('wren', 2))).toEqual({
      is: 'given',
      value: [rating],
      copiedFrom: 'q@1~wren',
    });
  });

  test('rows are taken as they are', () => {
    const rows = [{ id: 'r1', cells: { place: 'school' } }];
    expect(copiedAnswer({ is: 'given', value: rows }, of('a'), of('b'))).toEqual({
      is: 'given',
      value: rows,
      copiedFrom: 'q~a',
    });
  });
});
