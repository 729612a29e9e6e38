import type { Report, ReportBlock, Runs, Signatory } from '../model/report.ts';

// Reports for tests. Every person and place in them is made up.

const plain = (text: string): Runs => [{ text }];

export const signatories: readonly Signatory[] = [
  { role: 'social-worker', label: 'Social worker', name: 'Tŷ Gwŷdd-Łukaszewicz' },
  { role: 'team-manager', label: 'Team manager' },
  { role: 'parent', label: 'Rhiant', name: 'Wren O’Faoláin' },
];

/** A report around `body`, with one of everything that surrounds it. */
export function reportOf(body: readonly ReportBlock[], changes: Partial<Report> = {}): Report {
  return {
    lang: 'en',
    kind: 'real',
    output: 'full',
    stages: ['assess'],
    on: '2026-11-21',
    title: plain('Return home assessment 4471'),
    subtitle: plain('Stage 1: finding out. Written on 21 November 2026.'),
    body,
    signing: {
      heading: plain('Signatures'),
      statement: [
        plain('I have read this assessment and agree that it says what was found.'),
        plain('A signature shows that nothing was changed afterwards.'),
      ],
      signatories,
      words: {},
    },
    running: {
      head: 'Return home assessment 4471',
      foot: 'Homeward: own wording, not an official form of the NSPCC, the University of Bristol or Leeds City Council.',
      page: 'Page {n} of {m}',
      mark: '',
    },
    ...changes,
  };
}

const heading = (level: 2 | 3 | 4, text: string): ReportBlock => ({ kind: 'heading', level, runs: plain(text) });
const answer = (text: string): ReportBlock => ({ kind: 'paragraph', tone: 'answer', runs: plain(text) });

const words = [
  'Juniper',
  'said',
  'that',
  'bedtime',
  'is',
  'better',
  'when',
  'somebody',
  'reads',
  'aloud',
  'and',
  'the',
  'light',
  'stays',
  'on',
  'until',
  'she',
  'sleeps',
];

/** So many words of a child's record, the same ones every time. */
export function longText(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const word = words[(index * 7 + (index >> 3)) % words.length] ?? '';
    return index % 14 === 13 ? `${word}.` : word;
  }).join(' ');
}

export const chronology = {
  kind: 'table' as const,
  caption: plain('What happened, and what it meant'),
  head: ['Date', 'What happened', 'Who said so', 'What it meant for Juniper'].map(plain),
  rowHeads: true,
  rows: Array.from({ length: 24 }, (_, index) => [
    { runs: plain(`${(index % 28) + 1} March 2025`) },
    {
      runs: plain(
        index === 3
          ? longText(160)
          : `Contact number ${index + 1} took place at the family centre, ${longText(6 + (index % 9))}.`,
      ),
    },
    { runs: plain(index % 2 ? 'Ffion, family support' : 'School') },
    {
      runs: plain(`She was ${['calm', 'tired', 'cheerful', 'worried'][index % 4] ?? ''} for two days. ${longText(8)}.`),
    },
  ]),
} satisfies ReportBlock;

export const wideTable = {
  kind: 'table' as const,
  caption: plain('The plan for support'),
  head: [
    'Need',
    'What will be done',
    'Who',
    'From',
    'To',
    'How often',
    'Where',
    'Agreed by',
    'Cost code',
    'Seen by',
    'What changes',
    'Reviewed',
  ].map(plain),
  rowHeads: true,
  rows: Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 12 }, (__, column) => ({
      runs: plain(
        row === 2 && column === 8
          ? ''
          : column === 1 && row === 1
            ? longText(90)
            : `${['Bedtime', 'School run', 'Money', 'Play', 'Health', 'Contact'][row] ?? ''} ${column + 1} ${longText(column % 4)}`.trim(),
      ),
    })),
  ),
} satisfies ReportBlock;

/** One of everything, with the scripts and signs that go wrong elsewhere. */
export const everything: Report = reportOf(
  [
    heading(2, 'Finding out'),
    {
      kind: 'facts',
      rows: [
        { name: plain('Reference'), value: plain('4471') },
        {
          name: plain('Children'),
          value: plain(Array.from({ length: 12 }, (_, index) => `Child${index + 1} Quillfeather`).join(', ')),
        },
        { name: plain('A name from right to left'), value: [{ text: 'مريم', own: true }] },
        { name: plain('Not answered'), value: plain('') },
        {
          name: plain('A very long reference'),
          value: plain('https://example.invalid/'.concat('abcdefghij'.repeat(14))),
        },
      ],
    },
    {
      kind: 'panel',
      tone: 'plain',
      title: plain('Risk class: medium'),
      body: [
        plain('Chosen by the social worker and the team manager together.'),
        plain('Two people disagreed, see below.'),
      ],
    },
    heading(3, 'The child’s voice'),
    heading(4, 'When was Juniper seen for this assessment?'),
    answer(
      'Three times:\tat school, at home – and alone.\nThe second time she drew a house with a sun\u00adflower 🌻 and said “that’s ours”.\n\nCafe\u0301, naïve, Zoë, Dvořák, Şükrü, Bẽ; 1\u00a0000 £, 20 %, ½.\u0007 Her uncle Nguyễn was there.',
    ),
    heading(4, 'Beth mae hi eisiau?'),
    { kind: 'paragraph', runs: [{ text: 'Mae hi eisiau mynd adref at ei thŷ. Ŵyn, ŷd, Ŷ, ẁ ẃ ẅ ỳ.', lang: 'cy' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'The Welsh word ' },
        { text: 'hiraeth', lang: 'cy', strong: true },
        { text: ' was hers; it is ' },
        { text: 'not', strong: true },
        { text: ' easily put into English.' },
      ],
    },
    heading(4, 'What does the school say?'),
    { kind: 'paragraph', tone: 'gap', runs: plain('Not known yet. Ffion asks by 3 December 2026.') },
    { kind: 'paragraph', tone: 'note', runs: plain('Note: the head teacher was away.') },
    { kind: 'paragraph', tone: 'quiet', runs: plain('Asked because good decisions rest on time with the child.') },
    {
      kind: 'list',
      ordered: false,
      items: [
        plain('reads to her'),
        plain('keeps the light on'),
        [{ text: 'knows the word ' }, { text: 'cwtch', lang: 'cy' }],
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: Array.from({ length: 11 }, (_, index) => plain(`Step ${index + 1}, ${longText(index * 3 + 2)}`)),
    },
    heading(4, 'What has been tried?'),
    answer(longText(5000)),
    heading(2, 'What follows'),
    heading(3, 'Chronology'),
    chronology,
    heading(3, 'Support'),
    wideTable,
    {
      kind: 'panel',
      tone: 'warning',
      title: plain('What is not known'),
      body: [plain('Six things are not known yet.')],
    },
  ],
  {},
);

/** What a signed file carries, as little of it as there can be. */
export const published = {
  format: 'homeward-published/1',
  pack: { id: 'sparf', version: 1, structureHash: 'a', wordsHash: 'b', locale: 'en' },
  output: 'full',
  stages: ['assess'],
  on: '2026-11-21',
  assessment: {
    id: 'a-1',
    kind: 'training',
    route: 'full',
    reference: 'Ŵ 4471',
    startedAt: '2026-11-20T09:00:00Z',
    people: [],
    answers: {},
    rounds: [],
    versions: [],
  },
} as const;
