import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, type PackFolder, tinyPack, tinyPackWith } from './fixtures/tiny-pack.ts';
import { compilePack, parsePack } from './parse-pack.ts';

const start = '1-look/start.yaml';
const startWords = '1-look/start.en.md';

const faultsIn = (files: PackFolder): readonly string[] => {
  const read = parsePack(files, 'en');
  return read.ok
    ? []
    : read.problems.map(({ code, place }) => `${place.file ?? ''}:${String(place.line ?? 0)} ${code}`);
};

describe('G1 a pack without fault', () => {
  test('compiles to structure with words', () => {
    const read = parsePack(tinyPack, 'en');

    expect(read).toMatchObject({
      ok: true,
      value: { id: 'tiny', locale: 'en', complete: true, purposeQuestion: 'purpose' },
    });
    if (!read.ok) return;
    expect(read.value.questions.map(({ id }) => id)).toEqual(['purpose', 'mood', 'visits', 'class', 'lowered']);
    expect(read.value.questions[2]).toEqual({
      id: 'visits',
      kind: 'table',
      label: 'When did you visit?',
      required: false,
      core: false,
      repeats: [],
      purposes: ['home'],
      showWhen: { question: 'mood', in: ['ill', 'not-known'] },
      answeredBy: ['parent'],
      sources: ['law'],
      columns: [
        { id: 'date', kind: 'date', label: 'Date', hint: 'A year will do', required: true },
        {
          id: 'again',
          kind: 'single-choice',
          label: 'How often',
          required: false,
          choices: [
            { id: 'weekly', label: 'Every week' },
            { id: 'monthly', label: 'Every month' },
          ],
        },
      ],
    });
  });

  test('a question asked again has the words of its round, and the rest of its guidance from the first', () => {
    const read = parsePack(tinyPack, 'en');

    if (!read.ok) throw new Error('does not compile');
    expect(read.value.sections[1]?.asks).toEqual([
      { question: 'class', round: 2, label: 'Which class now?' },
      { question: 'lowered', round: 0 },
    ]);
    expect(read.value.guidance['class@2']).toEqual({
      why: [{ kind: 'paragraph', of: ['Because it matters.'] }],
      goodEvidence: [{ kind: 'paragraph', of: ['Seen and dated.'] }],
      whatToDo: [{ kind: 'paragraph', of: ['Look again.'] }],
    });
  });
});

/** One fault each: file, what is replaced, by what, the code, and a piece that stands on the line of the fault. */
type Fault = readonly [
  name: string,
  file: string,
  from: string,
  to: string,
  code: string,
  at: string,
  more?: 'and what follows',
];

const faults: readonly Fault[] = [
  [
    'YAML that does not parse',
    start,
    'answeredBy: [child]',
    'answeredBy: [child',
    'yaml-syntax',
    'choices: [well, ill]',
    'and what follows',
  ],
  [
    'a key said twice',
    start,
    'kind: single-choice\n    core: true\n    answeredBy: [child]',
    'kind: single-choice\n    core: true\n    core: true\n    answeredBy: [child]',
    'yaml-syntax',
    'core: true\n    answeredBy: [child]',
  ],
  [
    'a key that does not exist',
    start,
    'answeredBy: [child]',
    'answeredBy: [child]\n    colour: red',
    'unknown-key',
    'colour: red',
  ],
  ['a kind that does not exist', start, 'kind: table', 'kind: tabel', 'unknown-kind', 'kind: tabel'],
  [
    'a question without kind',
    start,
    'id: visits\n    kind: table',
    'id: visits',
    'question-without-kind',
    '- id: visits',
  ],
  [
    'a column without kind',
    start,
    '{ id: date, kind: date, required: true }',
    '{ id: date, required: true }',
    'column-without-kind',
    '{ id: date, required',
  ],
  [
    'a rule outside the vocabulary',
    start,
    '{ question: mood, in: [ill, not-known] }',
    '{ question: mood, is: ill }',
    'rule-shape',
    'showWhen',
  ],
  [
    'a question id used twice',
    start,
    'id: visits',
    'id: mood',
    'duplicate-id',
    'id: mood\n    kind: table',
    'and what follows',
  ],
  [
    'a choice id used twice',
    start,
    'choices: [well, ill]',
    'choices: [well, well, ill]',
    'duplicate-id',
    'choices: [well, well',
  ],
  [
    'a column named like a part of an answer',
    start,
    '{ id: date, kind: date',
    '{ id: day, kind: date',
    'reserved-id',
    '{ id: day',
    'and what follows',
  ],
  [
    'a rule about a question that does not exist',
    start,
    '{ question: mood, in',
    '{ question: mod, in',
    'unknown-question',
    'question: mod',
  ],
  [
    'a question asked again that does not exist',
    '2-decide/weigh.yaml',
    'again: class',
    'again: clas',
    'unknown-question',
    'again: clas',
  ],
  [
    'a source that does not exist',
    start,
    'choices: [well, ill]\n    sources: [law]',
    'choices: [well, ill]\n    sources: [lore]',
    'unknown-source',
    'sources: [lore]',
  ],
  [
    'a question without sources',
    start,
    'choices: [well, ill]\n    sources: [law]',
    'choices: [well, ill]\n    sources: []',
    'missing-sources',
    'sources: []',
  ],
  [
    'a purpose that does not exist',
    start,
    'purposes: [home]',
    'purposes: [hom]',
    'unknown-purpose',
    'purposes: [hom]',
    'and what follows',
  ],
  [
    'a role that does not exist',
    start,
    'answeredBy: [child]',
    'answeredBy: [chld]',
    'unknown-role',
    'answeredBy: [chld]',
  ],
  [
    'a list of choices that does not exist',
    start,
    'choices: how-often',
    'choices: how-oft',
    'unknown-list',
    'choices: how-oft',
  ],
  ['a choice without words', startWords, '- `ill`: Ill\n', '', 'missing-words', '### Choices'],
  ['a question without words', startWords, 'When did you visit?\n', '', 'missing-words', '## visits'],
  [
    'a question without guidance',
    startWords,
    '### What to do\n\nAsk.\n\n## mood',
    '## mood',
    'missing-words',
    '## purpose',
  ],
  [
    'words for a choice that does not exist',
    startWords,
    '- `ill`: Ill\n',
    '- `ill`: Ill\n- `odd`: Odd\n',
    'unknown-words',
    '- `odd`',
  ],
  [
    'a part that does not exist',
    startWords,
    '### Choices',
    '### Choises',
    'unknown-part',
    '### Choises',
    'and what follows',
  ],
  [
    'a heading that stands twice',
    startWords,
    '## visits',
    '## mood',
    'duplicate-id',
    '## mood\n\nWhen',
    'and what follows',
  ],
  [
    'a line of a list that is none',
    startWords,
    '- `ill`: Ill',
    '- ill: Ill',
    'words-line',
    '- ill: Ill',
    'and what follows',
  ],
  ['raw HTML', startWords, 'Because it matters.', 'Because <b>it</b> matters.', 'markdown-kind', 'Because <b>'],
  ['an image', startWords, 'Because it matters.', '![it](it.png)', 'markdown-kind', '![it]'],
  ['a table', startWords, 'Because it matters.', '| a |\n| - |\n| b |', 'markdown-kind', '| a |'],
  ['code', startWords, 'Because it matters.', 'Because `it` matters.', 'markdown-kind', 'Because `it`'],
  ['a code block', startWords, 'Because it matters.', '```\nit\n```', 'markdown-kind', '```'],
  ['a link that is not https', startWords, 'Because it matters.', '[it](http://example.org/)', 'link-target', '[it]'],
  [
    'more than words in a label',
    startWords,
    'When did you visit?',
    'When did *you* visit?',
    'markdown-kind',
    'When did *you*',
  ],
  ['a stage without summary', '1-look/stage.en.md', 'Look first.\n', '', 'missing-words', '# Look'],
  [
    'a section without file',
    'pack.yaml',
    'sections: [start]',
    'sections: [start, gone]',
    'missing-file',
    'sections: [start, gone]',
  ],
  ['an id where a section may not stand', 'pack.yaml', 'id: tiny', 'id: Tiny pack', 'yaml-shape', 'id: Tiny pack'],
  [
    'a choice of a rule that does not exist',
    start,
    'in: [ill, not-known]',
    'in: [ill, sick]',
    'rule-unknown-choice',
    'in: [ill, sick]',
  ],
  [
    'two values of one single choice',
    start,
    '{ question: mood, in: [ill, not-known] }',
    '{ all: [{ question: mood, in: [ill] }, { question: mood, in: [well] }] }',
    'rule-contradiction',
    'all: [',
  ],
  [
    'a question its purposes exclude',
    start,
    '{ question: mood, in: [ill, not-known] }',
    '{ question: purpose, in: [review] }',
    'rule-excluded',
    'showWhen',
  ],
  [
    'a stage that opens by a later one',
    'pack.yaml',
    'opens: { question: mood, in: [well] }',
    'opens: { question: lowered, answered: true }',
    'rule-later-stage',
    'opens:',
  ],
  [
    'a class compared below the lowest',
    '2-decide/weigh.yaml',
    'lowerThan: previous-round',
    'lowerThan: 1',
    'rule-below-scale',
    'lowerThan: 1',
  ],
  [
    'a rule that comes back to itself',
    start,
    'choices: [well, ill]',
    'choices: [well, ill]\n    showWhen: { question: visits, answered: true }',
    'rule-cycle',
    'showWhen: { question: visits',
    'and what follows',
  ],
];

describe('G2 a fault is told with file and line', () => {
  test.each(faults.map((fault) => ({ name: fault[0], fault })))(
    '$name',
    ({ fault: [, file, from, to, code, at, more] }) => {
      const broken = tinyPackWith(file, from, to);

      const told = faultsIn(broken);
      expect(told).toContain(`${file}:${String(lineOf(broken, file, at))} ${code}`);
      if (more !== 'and what follows') expect(told.slice(1)).toEqual([]);
    },
  );

  test.each<readonly [string, string, string | null]>([
    ['a question of a later stage', '{ question: lowered, answered: true }', 'rule-later-stage'],
    [
      'a later stage is no fault beside a branch that can hold',
      '{ any: [{ question: lowered, answered: true }, { question: mood, in: [ill] }] }',
      null,
    ],
    [
      'a later stage is no fault inside not',
      '{ all: [{ question: mood, in: [ill] }, { not: { question: lowered, answered: true } }] }',
      null,
    ],
  ])('%s', (_name, rule, code) => {
    const broken = tinyPackWith(start, '{ question: mood, in: [ill, not-known] }', rule);

    expect(faultsIn(broken)).toEqual(
      code === null ? [] : [`${start}:${String(lineOf(broken, start, 'showWhen'))} ${code}`],
    );
  });

  test('a core question may not rest on the full route alone', () => {
    const broken = tinyPackWith(
      '2-decide/weigh.yaml',
      '{ question: class, lowerThan: previous-round }',
      '{ question: visits, answered: true }',
    );

    expect(faultsIn(broken)).toEqual(['2-decide/weigh.yaml:9 rule-excluded']);
  });
});

describe('G3 all faults are told at once', () => {
  test('faults of structure, words and rules in four files', () => {
    let broken = tinyPackWith(start, '{ id: date, kind: date, required: true }', '{ id: date, required: true }');
    broken = tinyPackWith(startWords, '- `ill`: Ill\n', '', broken);
    broken = tinyPackWith('pack.yaml', 'in: [well]', 'in: [wel]', broken);
    broken = tinyPackWith('2-decide/weigh.en.md', 'Look again.', '<i>Look</i> again.', broken);

    expect(faultsIn(broken)).toEqual([
      `${startWords}:${String(lineOf(broken, startWords, '### Choices'))} missing-words`,
      `${start}:${String(lineOf(broken, start, '{ id: date'))} column-without-kind`,
      `2-decide/weigh.en.md:${String(lineOf(broken, '2-decide/weigh.en.md', '<i>'))} markdown-kind`,
      `pack.yaml:${String(lineOf(broken, 'pack.yaml', 'in: [wel]'))} rule-unknown-choice`,
    ]);
  });

  test('one slip is not told again by what refers to it', () => {
    const broken = tinyPackWith(start, 'id: mood\n    kind: single-choice', 'id: mood\n    kind: singel-choice');

    expect(faultsIn(broken)).toEqual([`${start}:${String(lineOf(broken, start, 'singel-choice'))} unknown-kind`]);
  });

  test('faults of sections are told even when pack.yaml cannot be read', () => {
    let broken = tinyPackWith('pack.yaml', 'roles: [child, parent]', 'roles: [child, parent');
    broken = tinyPackWith(start, 'kind: table', 'kind: tabel', broken);

    expect(faultsIn(broken)).toContain(`${start}:${String(lineOf(broken, start, 'tabel'))} unknown-kind`);
    expect(faultsIn(broken).some((fault) => fault.startsWith('pack.yaml:') && fault.endsWith('yaml-syntax'))).toBe(
      true,
    );
  });
});

describe('G13 meanings', () => {
  const scaled = [
    [
      start,
      'kind: single-choice\n    core: true\n    answeredBy: [child]\n    choices: [well, ill]',
      'kind: scale\n    answeredBy: [child]\n    points: 2',
    ],
    [start, 'in: [ill, not-known]', "in: ['0', not-known]"],
    ['pack.yaml', 'opens: { question: mood, in: [well] }', 'opens: { question: mood, answered: true }'],
    [
      startWords,
      '### Choices\n\n- `well`: Well\n- `ill`: Ill',
      '### Scale\n\n0. Low\n   - Meaning: Cries most days.\n1. Bright\n   - Meaning: Plays and laughs.',
    ],
  ].reduce((files, [file = '', from = '', to = '']) => tinyPackWith(file, from, to, files), tinyPack);

  test('points of a scale have them beside their words, on screen in any language', () => {
    const welsh = {
      ...scaled,
      '1-look/start.cy.md': '# D\n\n## mood\n\nSut?\n\n### Scale\n\n0. Isel\n   - Meaning: Yn crio.\n',
    };

    for (const [files, locale, anchors, anchorMeanings] of [
      [scaled, 'en', ['Low', 'Bright'], ['Cries most days.', 'Plays and laughs.']],
      [welsh, 'cy', ['Isel', 'Bright'], ['Yn crio.', 'Plays and laughs.']],
    ] as const) {
      const read = parsePack(files, locale);
      expect(read.ok && read.value.questions[1]).toMatchObject({ id: 'mood', anchors, anchorMeanings });
    }
  });

  test('choices of a question, of a column and of a shared list have them', () => {
    let files = tinyPackWith(startWords, '- `ill`: Ill', '- `ill`: Ill\n  - Meaning: In bed.');
    files = tinyPackWith(
      'pack.en.md',
      '- `weekly`: Every week',
      '- `weekly`: Every week\n  - Meaning: Or nearly.',
      files,
    );
    files = tinyPackWith(start, 'choices: how-often }', 'choices: [daily, rarely] }', files);
    files = tinyPackWith(
      startWords,
      '- `again`: How often',
      '- `again`: How often\n  - `daily`: Daily\n    - Meaning: Every day.\n  - `rarely`: Rarely',
      files,
    );
    const read = parsePack(files, 'en');

    expect(read.ok && read.value.questions[1]?.choices).toEqual([
      { id: 'well', label: 'Well' },
      { id: 'ill', label: 'Ill', definition: 'In bed.' },
    ]);
    expect(read.ok && read.value.questions[2]?.columns?.[1]?.choices).toEqual([
      { id: 'daily', label: 'Daily', definition: 'Every day.' },
      { id: 'rarely', label: 'Rarely' },
    ]);
    const shared = parsePack(
      tinyPackWith('pack.en.md', '- `weekly`: Every week', '- `weekly`: Every week\n  - Meaning: Or nearly.'),
      'en',
    );
    expect(shared.ok && shared.value.questions[2]?.columns?.[1]?.choices?.[0]).toEqual({
      id: 'weekly',
      label: 'Every week',
      definition: 'Or nearly.',
    });
  });

  test.each([
    [
      'a point without one where another has it',
      '1. Bright\n   - Meaning: Plays and laughs.',
      '1. Bright',
      'missing-words',
      '1. Bright',
    ],
    ['another name than Meaning', '- Meaning: Plays', '- Sense: Plays', 'unknown-part', '- Sense: Plays'],
    [
      'something else below a point',
      '   - Meaning: Plays and laughs.',
      '   > Plays and laughs.',
      'words-line',
      '1. Bright',
    ],
    [
      'a meaning of a point that is not there',
      'laughs.',
      'laughs.\n2. Wild\n   - Meaning: Runs.',
      'unknown-words',
      '2. Wild',
    ],
  ])('%s is told with its line', (_name, from, to, code, at) => {
    const broken = tinyPackWith(startWords, from, to, scaled);

    expect(faultsIn(broken)).toContain(`${startWords}:${String(lineOf(broken, startWords, at))} ${code}`);
  });

  test('are words and no structure', () => {
    const plain = tinyPackWith(
      startWords,
      '   - Meaning: Plays and laughs.\n',
      '',
      tinyPackWith(startWords, '   - Meaning: Cries most days.\n', '', scaled),
    );
    const [with_, without] = [parsePack(scaled, 'en'), parsePack(plain, 'en')];
    if (!with_.ok || !without.ok) throw new Error('does not compile');

    expect(without.value.questions[1]).not.toHaveProperty('anchorMeanings');
    expect(with_.value.structureHash).toBe(without.value.structureHash);
    expect(with_.value.wordsHash).not.toBe(without.value.wordsHash);
  });
});

describe('G2 whatever the files are', () => {
  test('no files at all are a problem', () => {
    expect(faultsIn({})).toContain('pack.yaml:0 missing-file');
  });

  test('pieces left out at random are told or do no harm, and never throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(tinyPack)), fc.nat(), fc.nat(60), (file, from, length) => {
        const text = tinyPack[file] ?? '';
        const at = from % text.length;
        const read = parsePack({ ...tinyPack, [file]: text.slice(0, at) + text.slice(at + length) }, 'en');
        return read.ok || read.problems.every(({ code, place }) => code !== '' && place.file !== undefined);
      }),
      { numRuns: 80 },
    );
  });
});

describe('G4 a locale falls back to English, word by word', () => {
  const welsh: PackFolder = {
    ...tinyPack,
    '1-look/start.cy.md': '# Dechrau\n\n## mood\n\nSut mae’r plentyn?\n\n### Choices\n\n- `well`: Iach\n',
  };

  test('what is translated is Welsh, the rest English, and told', () => {
    const read = compilePack(welsh, 'cy');

    if (!read.ok) throw new Error('does not compile');
    const { pack, fallback } = read.value;
    expect(pack.locale).toBe('cy');
    expect(pack.questions[1]).toMatchObject({
      label: 'Sut mae’r plentyn?',
      choices: [
        { id: 'well', label: 'Iach' },
        { id: 'ill', label: 'Ill' },
      ],
    });
    expect(fallback).toContain('questions/mood/choices/ill/label');
    expect(fallback).not.toContain('questions/mood/label');
    expect(fallback).not.toContain('sections/start/title');
  });

  test('English words do not depend on the Welsh', () => {
    const alone = compilePack(tinyPack, 'en');
    const beside = compilePack(welsh, 'en');

    expect(beside).toEqual(alone);
    expect(alone).toMatchObject({ ok: true, value: { fallback: [] } });
  });

  test('Welsh words for what does not exist are a fault', () => {
    const read = parsePack({ ...welsh, '1-look/start.cy.md': '# Dechrau\n\n## mod\n\nSut?\n' }, 'cy');

    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-words', place: { file: '1-look/start.cy.md', line: 3 } }],
    });
  });
});

describe('G5 hashes', () => {
  const hashes = (files: PackFolder, locale: 'en' | 'cy' = 'en'): readonly [string, string] => {
    const read = parsePack(files, locale);
    if (!read.ok) throw new Error('does not compile');
    return [read.value.structureHash, read.value.wordsHash];
  };
  const [structure, words] = hashes(tinyPack);

  test('are lower-case hex SHA-256', () => {
    expect(structure).toMatch(/^[0-9a-f]{64}$/);
    expect(words).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a changed word changes the words alone', () => {
    const [newStructure, newWords] = hashes(tinyPackWith(startWords, 'How is the child?', 'How is she?'));

    expect(newStructure).toBe(structure);
    expect(newWords).not.toBe(words);
  });

  test('a changed rule changes the structure', () => {
    expect(hashes(tinyPackWith(start, 'in: [ill, not-known]', 'in: [ill]'))[0]).not.toBe(structure);
  });

  test('another locale has the same structure', () => {
    expect(hashes(tinyPack, 'cy')[0]).toBe(structure);
  });

  test('the order in which keys are written does not matter', () => {
    const turned = tinyPackWith(
      start,
      'kind: table\n    answeredBy: [parent]',
      'answeredBy: [parent]\n    kind: table',
    );

    expect(hashes(turned)).toEqual([structure, words]);
  });
});
