import { describe, expect, test } from 'vitest';
import { tight } from './tight-templates.ts';

describe('the texts of a template', () => {
  const one = (text: string): string => tight([text]).join('');

  test('lose the blanks beside what stands in lines of its own', () => {
    expect(
      one('\n  <div>\n    <p class="a">\n      Words\n    </p>\n    <ul>\n      <li>One</li>\n    </ul>\n  </div>\n'),
    ).toBe('<div><p class="a">Words</p><ul><li>One</li></ul></div>');
  });

  test('keep one blank within a line', () => {
    expect(one('<p>\n  Read <a href="#">this</a>\n  <strong>now</strong>\n</p>')).toBe(
      '<p>Read <a href="#">this</a> <strong>now</strong></p>',
    );
    expect(tight(['<div>\n  ', '\n  ', '\n</div>'])).toEqual(['<div>', ' ', '</div>']);
  });

  test('keep a blank that holds words together', () => {
    expect(one('<p>\u00a0a\n</p>')).toBe('<p>\u00a0a</p>');
  });

  test('are as many as before, wherever an expression stands', () => {
    const texts = ['<div\n  class=', '\n  ?hidden=', '\n  ', '\n>\n  ', '\n</div>\n<!-- a\n  b -->'];
    expect(tight(texts)).toEqual(['<div class=', ' ?hidden=', ' ', '>', '</div><!-- a\n  b -->']);
  });

  test('keep what stands in quotes, and what is typed into a box', () => {
    expect(one('<p\n  title="a\n  > b"\n>\n</p>')).toBe('<p title="a\n  > b"></p>');
    expect(one('<textarea>\n  a\n  b\n</textarea>\n<p>\n  c\n</p>')).toBe('<textarea>\n  a\n  b\n</textarea><p>c</p>');
  });

  test('lose the blanks at the ends of a button, and keep those beside it', () => {
    expect(one('<div>\n  a\n  <button>\n    b\n  </button>\n  c\n</div>')).toBe('<div>a <button>b</button> c</div>');
  });
});
