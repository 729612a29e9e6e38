import { describe, expect, test } from 'vitest';
import { readArticles } from './articles.ts';
import { lineOf, type PackFolder, tinyPack, tinyPackWith } from './fixtures/tiny-pack.ts';
import { parsePack } from './parse-pack.ts';

const list = 'articles.yaml';
const talk = 'articles/talk.en.md';

/** The tiny pack with two articles, listed against the order of the alphabet. */
const whole: PackFolder = {
  ...tinyPack,
  [list]: `- id: talk
  stages: [look]
  questions: [mood, visits]
  sources: [law]

- id: again
  stages: []
  questions: []
  sources: [law]
`,
  [talk]: '# Talk\n\nFirst.\n\n## Then\n\nAsk.\n',
  'articles/again.en.md': '# Again\n\nOnce more.\n',
};

const faultsIn = (files: PackFolder): readonly string[] => {
  const read = parsePack(files, 'en');
  return read.ok
    ? []
    : read.problems.map(({ code, place }) => `${place.file ?? ''}:${String(place.line ?? 0)} ${code}`);
};

describe('G14 articles', () => {
  test('without fault are read in the order of their list, with what they belong to', () => {
    expect(faultsIn(whole)).toEqual([]);
    expect(readArticles(whole, 'en')).toMatchObject([
      {
        id: 'talk',
        title: 'Talk',
        text: [
          { kind: 'paragraph', of: ['First.'] },
          { kind: 'heading', level: 1, of: ['Then'] },
          { kind: 'paragraph', of: ['Ask.'] },
        ],
        stages: ['look'],
        questions: ['mood', 'visits'],
        sources: ['law'],
      },
      { id: 'again', title: 'Again' },
    ]);
  });

  test('of another language are those that it has', () => {
    const welsh = { ...whole, 'articles/again.cy.md': '# Eto\n\nUnwaith eto.\n' };

    expect(faultsIn(welsh)).toEqual([]);
    expect(readArticles(welsh, 'cy').map(({ id, title }) => [id, title])).toEqual([['again', 'Eto']]);
  });

  test.each([
    ['a stage that does not exist', 'stages: [look]', 'stages: [lok]', 'unknown-stage', 'stages: [lok]'],
    ['a question that does not exist', '[mood, visits]', '[mood, visit]', 'unknown-question', '[mood, visit]'],
    [
      'a source that does not exist',
      'visits]\n  sources: [law]',
      'visits]\n  sources: [lore]',
      'unknown-source',
      'lore',
    ],
    ['no source', 'visits]\n  sources: [law]', 'visits]\n  sources: []', 'missing-sources', 'sources: []'],
    [
      'an article listed twice',
      '- id: again',
      '- id: talk\n  stages: []\n  questions: []\n  sources: [law]\n\n- id: again',
      'duplicate-id',
      '- id: talk\n  stages: []',
    ],
    [
      'an article without words',
      '- id: again',
      '- id: gone\n  stages: []\n  questions: []\n  sources: [law]\n\n- id: again',
      'missing-file',
      '- id: gone',
    ],
    ['a key that does not exist', 'stages: [look]', 'stages: [look]\n  author: me', 'unknown-key', 'author: me'],
    ['a key left out', '  stages: [look]\n', '', 'missing-key', '- id: talk'],
    ['YAML that does not parse', 'stages: [look]', 'stages: [look', 'yaml-syntax', 'questions: [mood'],
  ])('with %s are told with file and line', (_name, from, to, code, at) => {
    const broken = tinyPackWith(list, from, to, whole);

    expect(faultsIn(broken)).toEqual([`${list}:${String(lineOf(broken, list, at))} ${code}`]);
  });

  test.each([
    ['without a title', '# Talk', 'Talk', 'missing-words', 'Talk'],
    ['with HTML', 'Ask.', 'Ask <b>now</b>.', 'markdown-kind', 'Ask <b>'],
  ])('%s are told with file and line', (_name, from, to, code, at) => {
    const broken = tinyPackWith(talk, from, to, whole);

    expect(faultsIn(broken)).toContain(`${talk}:${String(lineOf(broken, talk, at))} ${code}`);
  });

  test('that nobody lists are told, in any language', () => {
    const broken = { ...whole, 'articles/stray.cy.md': '# Crwydr\n\nYma.\n' };

    expect(faultsIn(broken)).toEqual(['articles/stray.cy.md:1 unlisted-file']);
  });

  test('are not told of a question that has a fault of its own', () => {
    const broken = tinyPackWith('1-look/start.yaml', 'kind: table', 'kind: tabel', whole);

    expect(faultsIn(broken).filter((fault) => fault.startsWith(list))).toEqual([]);
  });
});
