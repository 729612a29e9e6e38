import { describe, expect, test } from 'vitest';
import { latin } from './bytes.ts';
import { SyntaxReader, type PdfValue } from './syntax.ts';
import { Unreadable } from './unreadable.ts';
import { decimal, same, textOf, write, writeText } from './values.ts';

function read(text: string): PdfValue {
  return new SyntaxReader(latin(text), 0).value();
}

describe('SIG17 reading PDF syntax', () => {
  test.each([
    [
      '<< /Type /Sig /M (D:2026) /R [12 0 R 3 -4.5 .5 true null] >>',
      '<< /Type /Sig /M <443a32303236> /R [12 0 R 3 -4.5 0.5 true null] >>',
    ],
    ['(a\\(b\\)(c)\\\\ \\101\\n\\\nz)', '<612862292863295c20410a7a>'],
    ['/application#2Fjson', '/application#2fjson'],
    ['[1 2 3 0 R]', '[1 2 3 0 R]'],
    ['<FEff0174>', '<feff0174>'],
  ])('takes %s', (text, written) => {
    expect(write(read(text))).toBe(written);
  });

  test('gives back what it wrote', () => {
    const value = read('<< /A [<< /B (x) >> /C#20D 0.25] /E 7 0 R >>');
    expect(same(read(write(value)), value)).toBe(true);
    expect(textOf(read(writeText('Siân Ŵyn 🙂')))).toBe('Siân Ŵyn 🙂');
  });

  test.each([
    ['a key that comes twice', '<< /A 1 /A 2 >>'],
    ['a key without value', '<< /A >>'],
    ['a comment', '[1 % two\n2]'],
    ['a generation', '5 1 R'],
    ['an odd digit', '<123>'],
    ['a space between digits', '<12 34>'],
    ['a string without end', '(abc'],
    ['a dictionary without end', '<< /A 1'],
    ['an array without end', '[1 2'],
    ['a number with an exponent', '1e5'],
    ['a word', 'obj'],
    ['nothing', ''],
    ['depth', '['.repeat(100)],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(Unreadable);
  });

  test('does not take values for the same that differ', () => {
    const values = [
      '1',
      '2',
      '(1)',
      '/1',
      '1 0 R',
      '[1]',
      '<< /A 1 >>',
      '<< /A 1 /B 1 >>',
      '<< /B 1 >>',
      'true',
      'false',
      'null',
      '[]',
      '[1 1]',
    ];
    for (const one of values)
      for (const other of values) expect(same(read(one), read(other)), `${one} ${other}`).toBe(one === other);
  });
});

describe('SIG12 numbers in a drawing', () => {
  test('are never written with an exponent', () => {
    expect([0, -0, 1e-9, -1e-9, 0.1 + 0.2, 1e15, -2.5].map(decimal)).toEqual([
      '0',
      '0',
      '0',
      '0',
      '0.3',
      '1000000000000000',
      '-2.5',
    ]);
  });
});
