import { expect, test } from 'vitest';
import { dialled } from './dialled.ts';

test.each([
  ['01632 960 123', '01632960123'],
  ['(01632) 960-123', '01632960123'],
  ['+44 (0)1632 960 123', '+441632960123'],
  ['+44 1632 960 120', '+441632960120'],
])('%s is dialled as %s', (written, digits) => {
  expect(dialled(written)).toBe(digits);
});
