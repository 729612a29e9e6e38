import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readingProblems } from './check-reading.ts';
import { lineOf, type PackFolder, tinyPack, tinyPackWith } from './fixtures/tiny-pack.ts';
import { locales, packIds, readFolder } from './vite-plugin-folder.ts';

const words = '1-look/start.en.md';
const told = (files: PackFolder, locale: 'en' | 'cy' = 'en'): readonly string[] =>
  readingProblems(files, locale).map(
    ({ code, place, detail }) => `${place.file ?? ''}:${String(place.line)} ${code} ${detail ?? ''}`,
  );
const at = (files: PackFolder, piece: string, file = words): string => `${file}:${String(lineOf(files, file, piece))}`;

/** The tiny pack with words of one's own: a hint of the question `mood`, and what to do in the second stage. */
const saying = (hint: string, toDo = 'Look again.'): PackFolder =>
  tinyPackWith(
    '2-decide/weigh.en.md',
    'Look again.',
    toDo,
    tinyPackWith(words, 'How is the child?\n', `How is the child?\n\n### Hint\n\n${hint}\n`),
  );

const hard =
  'Comprehensive multi-agency consideration of deteriorating circumstances necessitates proportionate intervention.';
const long = Array.from({ length: 21 }, (_, index) => `w${String(index)}`).join(' ');

describe('P1 a sentence that stands twice', () => {
  test('is told at the second place, however it is written', () => {
    const files = saying('Ask. Who saw the child this week?', 'Begin here: who saw?\nWho saw **the child** this week?');

    expect(told(files)).toEqual([
      `${at(files, '**the child**', '2-decide/weigh.en.md')} sentence-twice also at ${at(files, 'Ask. Who')}`,
    ]);
  });

  test.each([
    ['of five words', 'Who saw the child today?', 'Who saw the child today?'],
    ['that goes on', 'Who saw the child this week?', 'Who saw the child this week, and where?'],
  ])('passes when it is one %s', (_name, hint, toDo) => {
    expect(told(saying(hint, toDo))).toEqual([]);
  });

  test('passes where it is a standing sentence, a label in a list, or the wording of two purposes', () => {
    const standing = {
      'reading.yaml': 'standingSentences:\n  - { name: "Who saw the child this week?", reason: asked everywhere }\n',
    };
    expect(told({ ...saying('Who saw the child this week?', 'Who saw the child this week?'), ...standing })).toEqual(
      [],
    );

    let lists = tinyPackWith(words, '`ill`: Ill', '`ill`: Not at all well for some time');
    lists = tinyPackWith('pack.en.md', '`monthly`: Every month', '`monthly`: Not at all well for some time', lists);
    expect(told(lists)).toEqual([]);

    const purposes =
      '### Wording by purpose\n\n- `home`: How does the child feel about home?\n- `review`: How does the child feel about home?';
    expect(told(tinyPackWith(words, '### Choices', `${purposes}\n\n### Choices`))).toEqual([]);
  });

  test('is told of articles too, and of each language for itself', () => {
    const article = { 'articles/talk.en.md': '# Talk\n\nFirst.\n\n## Then\n\nWho saw the child this week?\n' };
    const files: PackFolder = { ...saying('Who saw the child this week?'), ...article };
    expect(told(files)).toEqual([`articles/talk.en.md:7 sentence-twice also at ${at(files, 'Who saw')}`]);

    const welsh = {
      ...tinyPack,
      '1-look/start.cy.md': '# D\n\n## mood\n\nSut mae hi a sut mae pawb?\n\n### Hint\n\nSut mae hi a sut mae pawb?\n',
    };
    expect(told(welsh)).toEqual([]);
    expect(told(welsh, 'cy')).toEqual(['1-look/start.cy.md:9 sentence-twice also at 1-look/start.cy.md:5']);
  });
});

describe('P2 a long label', () => {
  test.each([
    ['a question', 'How is the child?', long],
    ['a choice', '- `ill`: Ill', `- \`ill\`: ${long}`],
    ['a column', '- `date`: Date', `- \`date\`: ${long}`],
    ['a title', '# Start', `# ${long}`],
  ])('is told of %s', (_name, from, to) => {
    const files = tinyPackWith(words, from, to);

    expect(told(files)).toEqual([`${at(files, 'w20')} label-long 21 words`]);
  });

  test('of 20 words passes, and a hint may be longer', () => {
    expect(told(tinyPackWith(words, 'How is the child?', long.replace(' w20', '')))).toEqual([]);
    expect(told(saying(`${long}.`))).toEqual([]);
  });
});

describe('P3 hard guidance', () => {
  test('is told on the line of its hardest sentence', () => {
    const files = saying('Ask.', `Look.\n${hard}\nThen ask.`);

    expect(told(files)).toEqual([
      expect.stringMatching(
        `^${at(files, 'Comprehensive', '2-decide/weigh.en.md')} reading-grade [0-9.]+ in asks/weigh/class/whatToDo$`,
      ),
    ]);
  });

  test('is told of hints and meanings taken together, once they are 20 words or more', () => {
    const files = saying(`${hard} ${hard}x`);

    expect(told(files)).toEqual([expect.stringContaining('reading-grade')]);
    expect(told(saying(hard))).toEqual([]);
    const easy = 'Ask who was there. Ask what they saw. Ask when it was. Ask who else knows. Ask what they did next.';
    expect(told(saying(`${easy} Comprehensive.`))).toEqual([]);
  });

  test('is not told of Welsh', () => {
    expect(
      told({ ...tinyPack, '1-look/start.cy.md': `# D\n\n## mood\n\nSut?\n\n### What to do\n\n${hard}\n` }, 'cy'),
    ).toEqual([]);
  });

  test('passes where what is hard is a listed name', () => {
    const files = saying('Ask.', 'Ask the independent reviewing officer.');
    const listed = {
      ...files,
      'reading.yaml': 'easyNames:\n  - { name: independent reviewing officer, reason: its name }\n',
    };

    expect(told(files)).toEqual([expect.stringContaining('reading-grade')]);
    expect(told(listed)).toEqual([]);
  });
});

describe('P4 a term the glossary lacks', () => {
  test('is told once, where it first stands', () => {
    const files = saying('Ask the IRO.', 'Tell the IRO and the MST-FIT team.');

    expect(told(files)).toEqual([
      `${at(files, 'Ask the IRO')} glossary-missing IRO`,
      `${at(files, 'Tell the IRO', '2-decide/weigh.en.md')} glossary-missing MST-FIT`,
    ]);
  });

  test.each([
    ['by itself', '## iro\n\nIRO\n\nChairs reviews.'],
    ['beside what it stands for', '## iro\n\nIndependent reviewing officer (IRO)\n\nChairs reviews.'],
  ])('passes when the glossary has it %s', (_name, entry) => {
    expect(told(tinyPackWith('glossary.en.md', '## mood', `${entry}\n\n## mood`, saying('Ask the IRO.')))).toEqual([]);
  });

  test('may be a term that reading.yaml lists, and a capital it lists passes', () => {
    const reading = {
      'reading.yaml': 'glossaryTerms: [risk class, mood]\nplainCapitals:\n  - { name: GP, reason: known }\n',
    };
    const files = { ...saying('Ask the GP about mood. No two Risk classes.'), ...reading };

    expect(told(files)).toEqual([`${at(files, 'Ask the GP')} glossary-missing risk class`]);
  });
});

describe('P3 reading.yaml', () => {
  test('a list it may not have is told with its line', () => {
    expect(told({ ...tinyPack, 'reading.yaml': 'easyNames: []\nhardNames: []\n' })).toEqual([
      'reading.yaml:2 unknown-key hardNames',
    ]);
  });
});

describe('P5 the words of the shipped packs', () => {
  const guidance = fileURLToPath(new URL('../../guidance', import.meta.url));
  const shipped = packIds(guidance).flatMap((id) => locales.map((locale) => [id, locale] as const));

  test.each(shipped)('%s in %s are plain, articles apart', (id, locale) => {
    const files = Object.entries(readFolder(`${guidance}/${id}`));

    expect(told(Object.fromEntries(files), locale)).toEqual([]);
  });
});
