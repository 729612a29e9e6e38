import { describe, expect, test } from 'vitest';
import { overlayProblemWords } from '../../elements/shared/overlay-problem-words.ts';
import type { Pack } from '../../model/pack.ts';
import { loadPack } from '../packs.ts';
import { readStrictJson } from '../strict-json.ts';
import { onTop } from './on-top.ts';
import { checkOverlayFiles } from './check-overlay.ts';
import { type OverlayFiles, readOverlayFiles } from './read-files.ts';

const read = await loadPack('sparf', 'en');
if (!read.ok) throw new Error('no pack');
const pack: Pack = read.value;

const front = `format: homeward-overlay/1
id: thistle
version: 1
title: Thistlebridge
owner: Head of practice
reviewBy: 2027-09-01
pack: { id: sparf, version: 2 }
`;
const question = (changes = ''): string => `questions:
  - id: thistle-school
    section: child-voice
    kind: text
    label: Which school?
    why: It matters.
    goodEvidence: A name.
    whatToDo: Ask.
${changes}`;

const contact = (changes = ''): string => `contacts:
  - id: door
    name: Front door
    phone: 01632 960 123
${changes}`;

/** What is added to a sound overlay, or all of its files; the code it must be refused with, and the file and line. */
type Faulty = readonly [what: string, given: string | OverlayFiles, code: string, file: string, line: number];
const yaml = 'overlay.yaml';
const also = (files: OverlayFiles): OverlayFiles => ({ [yaml]: front, ...files });

const faulty: readonly Faulty[] = [
  ['no overlay file', { 'guidance.md': '## why-now\n\nMore.' }, 'missing-file', yaml, 0],
  ['two overlay files', also({ 'overlay.json': '{}' }), 'two-files', yaml, 1],
  ['a file nothing uses', also({ 'notes.txt': 'x' }), 'unknown-file', 'notes.txt', 1],
  ['a script beside it', also({ 'overlay.js': 'alert(1)' }), 'unknown-file', 'overlay.js', 1],
  [
    'too many files',
    also(Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`${String(n)}.md`, '']))),
    'too-many-files',
    '',
    0,
  ],
  ['a huge file', { [yaml]: front + '#'.repeat(600_000) }, 'too-large', yaml, 1],
  ['a huge Markdown file', also({ 'guidance.md': 'x'.repeat(600_000) }), 'too-large', 'guidance.md', 1],
  ['a huge logo', also({ 'logo.png': new Uint8Array(200_000) }), 'too-large', 'logo.png', 1],
  ['bytes that are no text', { [yaml]: Uint8Array.of(0xff, 0xfe, 0x41) }, 'not-utf8', yaml, 1],
  ['a broken quotation', 'route: "full\n', 'yaml-quote', yaml, 8],
  ['a key said twice', 'version: 2\n', 'duplicate-key', yaml, 8],
  ['an alias', 'closures: &a [2026-12-29]\nwithout: *a\n', 'yaml-alias', yaml, 9],
  [
    'an alias bomb',
    `contacts: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((name, n) => `${name}: &${name} [*${'abcdefgh'[n] ?? ''}, *${'abcdefgh'[n] ?? ''}]`)
      .join('\n')}\n`,
    'yaml-alias',
    yaml,
    9,
  ],
  ['an alias to itself', 'names: &a { stages: *a }\n', 'yaml-alias', yaml, 8],
  ['brackets without end', `names: ${'['.repeat(100_000)}`, 'too-deep', yaml, 1],
  [
    'steps without end',
    `names:\n${Array.from({ length: 250 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}\n`,
    'too-deep',
    yaml,
    1,
  ],
  ['a key of the language', '__proto__: { format: x }\n', 'refused-key', yaml, 8],
  ['a constructor among names', 'names:\n  stages:\n    constructor: { name: x }\n', 'refused-key', yaml, 10],
  ['a list instead of an overlay', { [yaml]: '- 1\n' }, 'overlay-shape', yaml, 1],
  ['a key nothing knows', 'colour: red\n', 'unknown-key', yaml, 8],
  ['no owner', { [yaml]: front.replace(/owner.*\n/, '') }, 'missing-key', yaml, 1],
  ['a day that does not exist', { [yaml]: front.replace('2027-09-01', '2027-02-30') }, 'overlay-shape', yaml, 6],
  ['a version that is a word', { [yaml]: front.replace('version: 1\n', 'version: one\n') }, 'overlay-shape', yaml, 3],
  ['a format of tomorrow', { [yaml]: front.replace('overlay/1', 'overlay/2') }, 'newer-than-program', yaml, 1],
  ['an id with a slash', { [yaml]: front.replace('id: thistle', 'id: ../up') }, 'overlay-shape', yaml, 2],
  ['an id the core uses', { [yaml]: front.replace('id: thistle', 'id: child') }, 'prefix-taken', yaml, 2],
  [
    'another version of the questions',
    { [yaml]: front.replace('sparf, version: 2', 'sparf, version: 7') },
    'other-pack',
    yaml,
    7,
  ],
  [
    'HTML in the title',
    { [yaml]: front.replace('title: Thistlebridge', 'title: <b>Thistlebridge</b>') },
    'html',
    yaml,
    4,
  ],
  ['a script in a name', 'names:\n  riskClasses:\n    severe: <script>alert(1)</script>\n', 'html', yaml, 10],
  ['words that turn around', 'names:\n  riskClasses:\n    severe: "high\\u202Ewol"\n', 'control-characters', yaml, 10],
  ['a question reworded', 'names:\n  questions: { why-now: Why? }\n', 'unknown-key', yaml, 9],
  ['a choice reworded', 'choices: { why-now: [] }\n', 'unknown-key', yaml, 8],
  ['a rule changed', 'rules: { stop: never }\n', 'unknown-key', yaml, 8],
  ['a stage that is not there', 'names:\n  stages:\n    stage-6: { name: More }\n', 'unknown-stage', yaml, 10],
  ['a class that is not there', 'names:\n  riskClasses: { lowest: Low }\n', 'unknown-risk-class', yaml, 9],
  [
    'a post that is not there',
    'names:\n  roles:\n    king: { label: King, plural: Kings }\n',
    'unknown-role',
    yaml,
    10,
  ],
  ['a panel that is not there', 'names:\n  panels: { moon-panel: Moon }\n', 'unknown-term', yaml, 9],
  ['a core question left out', 'without:\n  - child-pressure\n  - why-now\n', 'core-question', yaml, 10],
  ['a question left out that is not there', 'without: [no-such]\n', 'unknown-question', yaml, 8],
  ['a question left out that others rest on', 'without: [support-network]\n', 'needed-elsewhere', yaml, 8],
  ['a question under an id of the core', question().replace('thistle-school', 'why-now'), 'not-own-prefix', yaml, 9],
  ['a question under another prefix', question().replace('thistle-school', 'other-school'), 'not-own-prefix', yaml, 9],
  ['a question twice', question() + question().replace('questions:\n', ''), 'duplicate-id', yaml, 16],
  ['a question in no section', question().replace('child-voice', 'nowhere'), 'unknown-section', yaml, 10],
  ['a question after one elsewhere', question('    after: decision-3\n'), 'unknown-question', yaml, 16],
  ['a question of a kind with columns', question().replace('kind: text', 'kind: table'), 'overlay-shape', yaml, 11],
  ['a choice without choices', question().replace('kind: text', 'kind: single-choice'), 'missing-choices', yaml, 9],
  ['a question without why', question().replace(/ *why.*\n/, ''), 'missing-key', yaml, 9],
  [
    'a rule that asks for nothing there',
    question('    showWhen: { question: no-such, answered: true }\n'),
    'unknown-question',
    yaml,
    16,
  ],
  [
    'a rule with an id that is none',
    question('    showWhen: { question: "why now", answered: true }\n'),
    'overlay-shape',
    yaml,
    16,
  ],
  ['a rule that is code', question('    showWhen: "1 == 1"\n'), 'overlay-shape', yaml, 16],
  [
    'a rule in a circle',
    question('    showWhen: { question: thistle-school, answered: true }\n'),
    'rule-cycle',
    yaml,
    16,
  ],
  [
    'required, and not on the shorter route',
    question('    required: true\n    core: false\n'),
    'required-not-core',
    yaml,
    17,
  ],
  ['HTML in help', question().replace('It matters.', '"<img src=x onerror=alert(1)>"'), 'html', yaml, 13],
  [
    'a section without a question',
    'sections:\n  - { id: thistle-more, stage: stage-1-assess, title: More }\n',
    'empty-section',
    yaml,
    9,
  ],
  [
    'HTML in guidance',
    also({ 'guidance.md': '## why-now\n\nMore.\n\n<iframe src="x"></iframe>\n' }),
    'html',
    'guidance.md',
    5,
  ],
  [
    'a picture in guidance',
    also({ 'guidance.md': '## why-now\n\n![map](https://example.org/map.png)\n' }),
    'markdown-kind',
    'guidance.md',
    3,
  ],
  [
    'a link that runs',
    also({ 'guidance.md': '## why-now\n\nA\n\n[here](javascript:alert(1))\n' }),
    'link-target',
    'guidance.md',
    5,
  ],
  [
    'a link without encryption',
    also({ 'guidance.md': '## why-now\n\n[here](http://example.org/)\n' }),
    'link-target',
    'guidance.md',
    3,
  ],
  [
    'guidance for nothing',
    also({ 'guidance.md': '# Ours\n\n## why-not\n\nMore.\n' }),
    'unknown-subject',
    'guidance.md',
    3,
  ],
  [
    'guidance for what every object has',
    also({ 'guidance.md': '# Ours\n\n## valueOf\n\nMore.\n\n## toString\n\nMore.\n' }),
    'unknown-subject',
    'guidance.md',
    7,
  ],
  ...['constructor', 'prototype', '__proto__'].map((id): Faulty => [
    `guidance for ${id}`,
    also({ 'guidance.md': `# Ours\n\n## why-now\n\nMore.\n\n## \`${id}\`\n\nMore.\n` }),
    'words-shape',
    'guidance.md',
    7,
  ]),
  ['guidance without a heading', also({ 'guidance.md': 'More.\n' }), 'words-shape', 'guidance.md', 1],
  [
    'guidance twice',
    also({ 'guidance.md': '## why-now\n\nMore.\n\n## why-now\n\nAgain.\n' }),
    'duplicate-id',
    'guidance.md',
    5,
  ],
  [
    'guidance in both files',
    { [yaml]: `${front}guidance: { why-now: More. }\n`, 'guidance.md': '## why-now\n\nMore.\n' },
    'guidance-twice',
    'guidance.md',
    1,
  ],
  ['a contact nobody can reach', 'contacts:\n  - { id: door, name: Front door }\n', 'empty-contact', yaml, 9],
  [
    'a contact with a link that runs',
    'contacts:\n  - { id: door, name: Front door, link: "javascript:alert(1)" }\n',
    'link-target',
    yaml,
    9,
  ],
  [
    'a telephone number with words',
    'contacts:\n  - { id: door, name: Front door, phone: ask the desk }\n',
    'overlay-shape',
    yaml,
    9,
  ],
  ['a pale colour', 'look: { brand: "#ffee00" }\n', 'contrast', yaml, 8],
  ['a colour that is more', 'look: { brand: "red;background:url(https://x)" }\n', 'overlay-shape', yaml, 8],
  [
    'a logo that is a picture with script',
    { [yaml]: `${front}look: { logo: logo.svg }\n`, 'logo.svg': '<svg onload="alert(1)"/>' },
    'logo-kind',
    yaml,
    8,
  ],
  ['a logo from elsewhere', 'look: { logo: "https://example.org/logo.png" }\n', 'missing-file', yaml, 8],
  [
    'a logo of a thousand million dots',
    `look: { logo: "data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x80\0\0\0\x80\0\x08\x06\0')}" }\n`,
    'logo-kind',
    yaml,
    8,
  ],
  ['a logo that is no PNG', 'look: { logo: "data:image/svg+xml;base64,PHN2Zz4=" }\n', 'logo-kind', yaml, 8],
  ['a check of PDFs that nobody answers for', 'pdfUa: { version: 1.2.3, on: 2026-11-20 }\n', 'missing-key', yaml, 8],
  ['a colour without quotation marks', 'look:\n  brand: #4b2a63\n', 'bare-colour', yaml, 9],
  ['a telephone number that is a number', contact().replace('01632 960 123', '01632960123'), 'needs-quotes', yaml, 11],
  ['a contact without its hours', contact('    hours:\n'), 'empty-key', yaml, 12],
  ['a lock that never locks', 'thresholds: { lockMinutes: 600 }\n', 'overlay-shape', yaml, 8],
  ['a secret key for recovery', 'thresholds: { recoveryRecipient: AGE-SECRET-KEY-1 }\n', 'overlay-shape', yaml, 8],
  ['a tag of the language', 'names: !!js/function "x"\n', 'yaml-mark', yaml, 8],
  ['a tag that makes something else of it', 'closures: [!!timestamp 2026-12-29]\n', 'yaml-mark', yaml, 8],
  ['a merge key', '<<: { title: Other }\n', 'unknown-key', yaml, 8],
  ['a second document', '---\nversion: 9\n', 'yaml-no-colon', yaml, 8],
  ['a number for a name', '7: x\n', 'unknown-key', yaml, 8],
  ['nothing for a name', '~: x\n', 'yaml-syntax', yaml, 8],
  ['a list for a name', '? [a, b]\n: c\n', 'yaml-no-colon', yaml, 8],
  ['a name with a sign that cannot be seen', '\ufeffroute: full\n', 'control-characters', yaml, 8],
  [
    'a fault in a file of Windows',
    { [yaml]: `${front}colour: red\n`.replaceAll('\n', '\r\n') },
    'unknown-key',
    yaml,
    8,
  ],
  [
    'a fault in a file of an old Mac',
    { [yaml]: `${front}colour: red\n`.replaceAll('\n', '\r') },
    'unknown-key',
    yaml,
    8,
  ],
  [
    'a file of two bytes a letter',
    { [yaml]: Uint8Array.from(`\xff\xfe${front.replace(/[^]/g, '$&\0')}`, (each) => each.charCodeAt(0)) },
    'not-utf8',
    yaml,
    1,
  ],
  ['a null byte', { [yaml]: front.replace('Thistlebridge', 'Thistle\0bridge') }, 'control-characters', yaml, 4],
  [
    'a letter that only a program reads',
    { [yaml]: front.replace('Thistlebridge', 'Thistle\u{e0041}bridge') },
    'control-characters',
    yaml,
    4,
  ],
  ['a very long line', `names: { riskClasses: { severe: ${'a'.repeat(400_000)} } }\n`, 'text-too-long', yaml, 8],
  [
    'five hundred contacts',
    `contacts: [${'{ id: a, name: A, phone: 01632 960 1 }, '.repeat(500)}]\n`,
    'too-many-parts',
    yaml,
    8,
  ],
  [
    'quotes without end in guidance',
    also({ 'guidance.md': `## why-now\n\n${'>'.repeat(9_000)} a\n` }),
    'too-deep',
    'guidance.md',
    3,
  ],
  [
    'lists without end in guidance',
    also({ 'guidance.md': `## why-now\n\n${'1) '.repeat(9_000)} a\n` }),
    'too-deep',
    'guidance.md',
    3,
  ],
  [
    'lists without end in a question',
    question().replace('It matters.', `"${'> '.repeat(5_000)}a"`),
    'too-deep',
    yaml,
    13,
  ],
  [
    'guidance that turns around',
    also({ 'guidance.md': '## why-now\n\nA\n\nlow \u202ehgih\n' }),
    'control-characters',
    'guidance.md',
    5,
  ],
  [
    'a link that hides where it runs',
    also({ 'guidance.md': '## why-now\n\n[here](<java\tscript&colon;alert(1)>)\n' }),
    'link-target',
    'guidance.md',
    3,
  ],
  [
    'a link that is data',
    also({ 'guidance.md': '## why-now\n\n[here](data:text/html;base64,PGI+)\n' }),
    'link-target',
    'guidance.md',
    3,
  ],
  [
    'a link that shows another place',
    also({ 'guidance.md': '## why-now\n\n[here](https://gov.uk@example.org/)\n' }),
    'link-target',
    'guidance.md',
    3,
  ],
  [
    'a link of a contact that shows another place',
    contact('    link: https://gov.uk@example.org/\n'),
    'link-target',
    yaml,
    12,
  ],
  [
    'a question under an id of the core in capitals',
    question().replace('thistle-school', 'WHY-NOW'),
    'overlay-shape',
    yaml,
    9,
  ],
  [
    'a question under an id that only looks its own',
    question().replace('thistle-school', 'th\u0456stle-school'),
    'overlay-shape',
    yaml,
    9,
  ],
  [
    'a choice that every object has',
    question('    choices: [{ id: constructor, label: A }]\n').replace('kind: text', 'kind: single-choice'),
    'overlay-shape',
    yaml,
    16,
  ],
  ['a question answered by nobody', question('    answeredBy: [king]\n'), 'unknown-role', yaml, 16],
  [
    'a rule without end',
    question(`    showWhen: ${'{ not: '.repeat(14)}{ question: why-now, answered: true }${' }'.repeat(14)}\n`),
    'too-deep',
    yaml,
    16,
  ],
  ['half a month', 'classification: { monthsToLower: 2.5 }\n', 'overlay-shape', yaml, 8],
  ['months before none', 'classification: { monthsToLower: -6 }\n', 'overlay-shape', yaml, 8],
  ['months in quotation marks', 'classification: { monthsToLower: "6" }\n', 'overlay-shape', yaml, 8],
  ['months without end', 'classification: { monthsToLower: .inf }\n', 'overlay-shape', yaml, 8],
  ['a suggestion that is yes', 'classification: { suggestion: yes }\n', 'overlay-shape', yaml, 8],
  ['a closure that is no day', 'closures: [2026-12-29, 2026-02-31]\n', 'overlay-shape', yaml, 8],
  ['a class under the name of another', 'names:\n  riskClasses: { severe: low }\n', 'name-taken', yaml, 9],
  ['two classes that change names', 'names:\n  riskClasses: { severe: Low, low: Severe }\n', 'name-taken', yaml, 9],
  ['two classes with one name', 'names:\n  riskClasses: { severe: Red, high: red }\n', 'name-taken', yaml, 9],
  [
    'a key trusted under two names',
    `thresholds:\n  trustedKeys:\n    - { fingerprint: ${'a'.repeat(64)}, name: A }\n    - { fingerprint: ${'A'.repeat(64)}, name: B }\n`,
    'duplicate-id',
    yaml,
    11,
  ],
  ['an empty file', { [yaml]: '' }, 'overlay-shape', yaml, 1],
  [
    'half a fingerprint',
    'thresholds:\n  trustedKeys:\n    - { fingerprint: abcd, name: Somebody }\n',
    'overlay-shape',
    yaml,
    10,
  ],
];

describe('O4 a faulty overlay is told with what and where, and what to do', () => {
  test('there are more than fifty of them', () => {
    expect(new Set(faulty.map(([, given]) => JSON.stringify(given))).size).toBe(faulty.length);
    expect(faulty.length).toBeGreaterThan(100);
    expect(new Set(faulty.map(([, , code]) => code)).size).toBeGreaterThan(40);
  });

  test.each(faulty)('%s', (_what, given, code, file, line) => {
    const files = typeof given === 'string' ? { [yaml]: front + given } : given;
    const checked = checkOverlayFiles(pack, readOverlayFiles(files));
    const problems = checked.ok ? [] : checked.problems;
    const told = problems.map((each) => [each.code, each.place.file ?? '', each.place.line ?? 0]);

    expect(told).toContainEqual([code, file, line]);
    for (const each of problems) {
      // Whatever is told stands somewhere: in a file that is there, on a line that it has.
      const where = files[each.place.file ?? ''];
      const lines = typeof where === 'string' ? where.split(/\r\n|\r|\n/).length : 1;
      if (!['missing-file', 'too-many-files'].includes(each.code)) {
        expect(where, each.code).toBeDefined();
        expect(each.place.line, each.code).toBeGreaterThan(0);
        expect(each.place.line, each.code).toBeLessThanOrEqual(lines);
      }
      const words = overlayProblemWords(each);
      expect(words.length).toBeGreaterThan(20);
      // Nothing that only its makers read: patterns, bounds, classes, something left out.
      expect(words).not.toMatch(/\/\^|[<>]=|!0|undefined|\[object|Object|Array|: \?|another shape/);
    }
    for (const each of problems.filter(({ code: found }) => found === code))
      expect(overlayProblemWords(each)).not.toContain('docs/overlays.md');
  });
});

describe('O4 what is wrong is named', () => {
  const words = (files: OverlayFiles): string => {
    const checked = checkOverlayFiles(pack, readOverlayFiles(files));
    return checked.ok ? '' : checked.problems.map(overlayProblemWords).join('\n');
  };

  test('the file that is missing, and of one that is too large its size beside the one allowed', () => {
    expect(words({})).toContain('A file is missing: overlay.yaml.');
    expect(words({ [yaml]: `${front}look: { logo: crest.png }\n` })).toContain('A file is missing: crest.png.');
    expect(words(also({ 'guidance.md': 'x'.repeat(600 * 1024) }))).toContain('600 KB. It may have up to 512 KB.');
    expect(words({ [yaml]: { size: 3 * 1024 ** 3 } })).toContain('3145728 KB. It may have up to 512 KB.');
  });

  test('the overlay that was written for other questions', () => {
    const said = words({ [yaml]: front.replace('sparf, version: 2', 'sparf, version: 7') });
    expect(said).toContain('The overlay thistle 1 was written for other questions than those here, sparf 2.');
  });

  test.each([
    ['{"names": {"stages": 1, "stages": 2}}', 'This key stands twice in one place: stages.'],
    ['{"names": {"constructor": 1}}', 'This key may not be used: constructor.'],
    ['{"names": [1, 2, 3, 4]}', 'more than 4 values'],
    ['{"owner": "0123456789abcdef"}', 'The text of owner is too long: 18 signs. It may have up to 15.'],
  ])('the place in an overlay that stands in a page: %s', (json, said) => {
    const read = readStrictJson(new TextEncoder().encode(json), { bytes: 100, depth: 4, nodes: 4, text: 15 });
    expect(read.ok ? '' : overlayProblemWords(read.problems[0])).toContain(said);
  });
});

describe('O4 a slip of the hand in YAML is told once, where it is, with its line', () => {
  const two = `${contact()}  - id: night
    name: Night team
    phone: 01632 960 456
`;
  const slips: readonly (readonly [what: string, given: string, code: string, line: number])[] = [
    ['a lost space', two.replace('    name: Night', '   name: Night'), 'yaml-spaces', 13],
    ['a space too many', two.replace('    name: Night', '     name: Night'), 'yaml-spaces', 13],
    ['a space too many in the first entry', two.replace('    name: Front', '     name: Front'), 'yaml-spaces', 10],
    ['two lost spaces', two.replace('  - id: night', '- id: night'), 'yaml-spaces', 12],
    ['no space after the colon', two.replace('name: Night', 'name:Night'), 'yaml-no-colon', 13],
    ['no space after the hyphen', two.replace('- id: night', '-id: night'), 'yaml-spaces', 12],
    ['no hyphen', two.replace('  - id: night', '    id: night'), 'duplicate-key', 12],
    ['a tab', two.replace('    name: Night', '\tname: Night'), 'yaml-tab', 13],
    ['a colour in brackets', `look: { brand: #4b2a63, link: '#4b2a63' }\n${two}`, 'bare-colour', 8],
    ['a colon in words', question().replace('It matters.', 'It matters: much.'), 'yaml-colon', 13],
    ['words that begin in bold', question().replace('It matters.', '**It** matters.'), 'yaml-mark', 13],
    ['words that begin with a star', question().replace('It matters.', '*It* matters.'), 'yaml-mark', 13],
    ['words that begin with a quotation', question().replace('It matters.', '"It" matters.'), 'yaml-mark', 13],
    ['words that begin with an at sign', question().replace('It matters.', '@ matters.'), 'yaml-mark', 13],
    ['an open quotation', question().replace('It matters.', '"It matters.'), 'yaml-quote', 13],
    ['an open bracket', `without: [child-pressure\n${two}`, 'yaml-bracket', 8],
    ['a name without its colon', `route full\n${two}`, 'yaml-no-colon', 8],
  ];

  test.each(slips)('%s', (_what, given, code, line) => {
    const { problems } = readOverlayFiles({ [yaml]: front + given });
    expect(problems.map((each) => [each.code, each.place])).toEqual([[code, { file: yaml, line }]]);
    const said = problems.map(overlayProblemWords).join();
    expect(said).not.toMatch(/missing-char|implicit|bad-|unexpected|nbsp/i);
    expect(said).toContain((problems[0]?.detail ?? 'its line').slice(0, 20));
  });

  test('colours without quotation marks beside whatever else is wrong', () => {
    const both = { [yaml]: `${front}look: { brand: #4b2a63, link: #4b2a63 }\n${contact().replace('960 123', 'nine')}` };
    const checked = checkOverlayFiles(pack, readOverlayFiles(both));
    expect(checked.ok ? [] : checked.problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['bare-colour', 8],
      ['overlay-shape', 12],
    ]);
  });

  test('a logo that is not there, once', () => {
    const checked = checkOverlayFiles(pack, readOverlayFiles({ [yaml]: `${front}look: { logo: logo.png }\n` }));
    expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(['missing-file']);
  });
});

describe('O4 an id that is not there comes with those that may have been meant', () => {
  test.each([
    [question().replace('child-voice', 'childs-voice'), 'child-voice'],
    [question().replace('child-voice', 'voice'), 'child-voice'],
    [question('    after: childs-wishes\n'), 'child-wishes'],
    ['without: [pressure]\n', 'child-pressure'],
    ['names:\n  stages:\n    stage-1: { plain: Looking }\n', 'stage-1-assess'],
    ['guidance: { substance-abuse: More. }\n', 'substance-misuse'],
    [question('    showWhen: { question: childs-wishes, answered: true }\n'), 'child-wishes'],
  ])('%s', (given, meant) => {
    const checked = checkOverlayFiles(pack, readOverlayFiles({ [yaml]: front + given }));
    expect(checked.ok ? '' : checked.problems.map(overlayProblemWords).join()).toMatch(
      new RegExp(`these: [^?]*\\b${meant}\\b`),
    );
  });
});

describe('O5 no overlay reaches the core', () => {
  const parts = (from: Pack) => ({
    questions: Object.fromEntries(from.questions.map((each) => [each.id, each])),
    factors: from.factors,
    suggestion: from.suggestion,
    hardStops: from.stages.map(({ id, hardStops, opens, opensForChild, signedBy }) => [
      id,
      hardStops,
      opens,
      opensForChild,
      signedBy,
    ]),
    classes: from.riskClasses.map(({ id, order, definition, implies }) => [id, order, definition, implies]),
    purposes: from.purposes,
    lowering: from.lowering,
  });

  test('one that says everything it may leaves each core word and rule as it was', () => {
    const files = {
      [yaml]: `${front}names:
  stages: { stage-1-assess: { name: Looking, plain: Looking } }
  riskClasses: { severe: Very high }
  roles: { iro: { label: Reviewer, plural: Reviewers } }
  panels: { permanence-panel: Homes Panel }
without: [child-pressure]
route: core
${question()}`,
      'guidance.md': '## why-now\n\nMore.\n\n## stage-1-assess\n\nStage.\n',
    };
    const checked = checkOverlayFiles(pack, readOverlayFiles(files));
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const local = onTop(pack, checked.value, null);

    const { 'child-pressure': left, ...core } = parts(pack).questions;
    expect([left?.core, left?.required]).toEqual([false, false]);
    expect(parts(local)).toEqual({ ...parts(pack), questions: { ...core, 'thistle-school': local.questions.at(-1) } });
    for (const [key, help] of Object.entries(local.guidance)) {
      const own = pack.guidance[key];
      if (!own) continue;
      expect([help.why, help.goodEvidence, help.whatToDo.slice(0, own.whatToDo.length)]).toEqual([
        own.why,
        own.goodEvidence,
        own.whatToDo,
      ]);
    }
    for (const { id, asks } of pack.sections) {
      const now = local.sections
        .find((each) => each.id === id)
        ?.asks.filter(({ question: asked }) => asked !== 'thistle-school');
      expect(now, id).toEqual(asks.filter(({ question: asked }) => asked !== 'child-pressure'));
    }
  });
});
