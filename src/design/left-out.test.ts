import { readdirSync, readFileSync } from 'node:fs';
import postcss from 'postcss';
import { describe, expect, test } from 'vitest';
import { leftOut, withoutLeftOut } from './left-out.ts';

const converted = async (css: string): Promise<string> =>
  (await postcss([withoutLeftOut()]).process(css, { from: undefined })).css;

describe('of a sheet', () => {
  test.each([
    ['a rule for a class nobody has is left out', '.govuk-tag--pink{top:0}b{top:0}', 'b{top:0}'],
    ['what it says to others stays', '.govuk-tag--pink,.govuk-tag{top:0}', '.govuk-tag{top:0}'],
    ['the same within another', '.govuk-tag .govuk-tag--pink:hover{top:0}b{top:0}', 'b{top:0}'],
    ['escaped names are read', '.govuk-\\!-font-size-80{top:0}b{top:0}', 'b{top:0}'],
    ['not having the class is no asking', 'b:not(.govuk-tag--pink){top:0}', 'b:not(.govuk-tag--pink){top:0}'],
  ])('%s', async (_sentence, before, after) => {
    expect(await converted(before)).toBe(after);
  });
});

test('no source names a class that the sheet leaves out', () => {
  const named = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|html)$/.test(path) && !/left-out|\.test\.ts$/.test(path))
    .flatMap((path) =>
      (readFileSync(`src/${path}`, 'utf8').match(/govuk-[\w!-]+/g) ?? []).map((name) => `${path}: ${name}`),
    );
  const missing = named.filter((each) => leftOut.some((start) => each.split(': ')[1]?.startsWith(start)));
  expect(named.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
