import { brotliCompressSync } from 'node:zlib';
import postcss from 'postcss';
import { beforeAll, describe, expect, test } from 'vitest';
import { forShadowRoots } from './for-shadow-roots.ts';
import { compileSheet } from './vite-plugin-sheet.ts';

async function converted(css: string): Promise<string> {
  const { css: text } = await postcss([forShadowRoots()]).process(css, { from: undefined });
  return text;
}

describe('a rule written for whole pages', () => {
  test.each([
    ['rem follows the reader, not the page', 'a{font-size:1.5rem}', 'a{font-size:calc(1.5*var(--homeward-rem))}'],
    ['also inside a function', 'a{top:max(1px,-.5rem)}', 'a{top:max(1px,calc(-.5*var(--homeward-rem)))}'],
    ['a width asks the container', '@media (min-width: 40em){a{top:0}}', '@container (min-width: 40em){a{top:0}}'],
    ['print stays print', '@media print{a{top:0}}', '@media print{a{top:0}}'],
    ['a margin has a start and an end', 'a{margin-left:1px}', 'a{margin-inline-start:1px}'],
    ['a border too', 'a{border-right-color:red}', 'a{border-inline-end-color:red}'],
    ['and a place', 'a{left:0}', 'a{inset-inline-start:0}'],
    ['uneven sides are taken apart', 'a{margin:1px 2px 3px 4px}', 'a{margin-block:1px 3px;margin-inline:4px 2px}'],
    ['even sides are left alone', 'a{padding:1px 2px 3px}', 'a{padding:1px 2px 3px}'],
    ['old Chrome still floats', 'a{float:left}', 'a{float:left;float:inline-start}'],
    ['defaults of the page are left to the page', ':root{--x:1px}a{top:0}', 'a{top:0}'],
    [
      'all but the first are told without asking every neighbour',
      'a>*+*{top:0}',
      'a>:where(:not(:first-child)){top:0}',
    ],
    ['rules for Internet Explorer go', '@media screen\\0 {a{top:0}}b{top:0}', 'b{top:0}'],
    ['nothing empty remains', '@media print{a{font-family:serif}}b{top:0}', 'b{top:0}'],
  ])('%s', async (_sentence, before, after) => {
    expect(await converted(before)).toBe(after);
  });

  test('that can match nothing in a shadow root stops the build', async () => {
    await expect(converted('body{margin:0}')).rejects.toThrow('body matches nothing inside a shadow root');
  });
});

describe('the whole sheet', () => {
  let css = '';
  beforeAll(async () => {
    css = await compileSheet();
  });

  test('has no unit, width or side that belongs to the page', () => {
    const root = postcss.parse(css);
    const strays: string[] = [];
    root.walkDecls(({ prop, value, parent }) => {
      const physical =
        /^(margin|padding|border)-(left|right)|^(left|right)$/.test(prop) || /^(left|right)$/.test(value);
      if (/\d(rem|vw)\b/.test(value) || (physical && prop !== 'float')) strays.push(`${String(parent)} ${prop}`);
    });
    root.walkAtRules('media', ({ params }) => {
      if (/^\((min|max)-width/.test(params)) strays.push(`@media ${params}`);
    });
    expect(strays).toEqual([]);
  });

  test('asks no element whatever for the one beside it: a question that comes in would style its whole section anew', () => {
    const selectors: string[] = [];
    postcss.parse(css).walkRules((rule) => void selectors.push(...rule.selectors));
    expect(selectors.filter((selector) => /[+~] ?(\*|:)/.test(selector))).toEqual([]);
  });

  test('stays under 9 KB as it travels', () => {
    expect(brotliCompressSync(css).length).toBeLessThan(9 * 1024);
  });

  test('brings no font of its own and no GOV.UK crown', () => {
    expect(css).toContain('.govuk-error-summary');
    expect(css).not.toMatch(/@font-face|GDS Transport|crown|url\(/);
  });
});
