import { byHand, contentNumber, digits, document, edited, page, row, whole } from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

const secondTable = document.revision(1).tableAt;
const baseTable = document.revision(0).tableAt;

/** Tables, trailers and the way back through the revisions bent. */
export const tables: readonly Attempt[] = [
  [
    'hidden revisions',
    'the way back leads past the first signature',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(baseTable)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads past the second signature',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(secondTable)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads to itself',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(whole.length)}`)),
  ],
  [
    'hidden revisions',
    'the way back leads forward',
    byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, `/Prev ${digits(whole.length + 999)}`)),
  ],
  ['hidden revisions', 'there is no way back', byHand('', '0 0\n', (old) => old.replace(/\/Prev \d+/, ''))],
  [
    'hidden revisions',
    'two older revisions are chained to each other',
    edited((words) =>
      words.replace(/\/Prev \d+/, (old) => `/Prev ${String(secondTable).padStart(old.length - '/Prev '.length, '0')}`),
    ),
  ],
  [
    'hidden revisions',
    'the last startxref names the first signature’s table',
    edited((words) => words.replace(/startxref\n\d+\n%%EOF\n$/, `startxref\n${digits(secondTable)}\n%%EOF\n`)),
  ],

  [
    'tricks with the table',
    'an old object is said to be where another one is',
    byHand('', `${digits(contentNumber())} 1\n${row(document.revision(0).objects.get(page) ?? 0)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'a page is read from inside an older stream',
    byHand('', `${digits(page)} 1\n${row(whole.indexOf('stream\n') + 9)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object comes twice',
    byHand('', `${digits(page)} 1\n${row(15)}${digits(page)} 1\n${row(15)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object of another generation',
    byHand(`${digits(page)} 1 obj\nnull\nendobj\n`, `${digits(page)} 1\n${row(whole.length, 'n', 1)}`, (old) => old),
  ],
  [
    'tricks with the table',
    'an object that is not listed',
    byHand(`${digits(page)} 0 obj\nnull\nendobj\n`, '0 0\n', (old) => old),
  ],
  [
    'tricks with the table',
    'an object lies in another',
    byHand(
      '900 0 obj\n(901 0 obj\nnull\nendobj\n)\nendobj\n',
      `900 2\n${row(whole.length)}${row(whole.length + 11)}`,
      (old) => old,
    ),
  ],
  [
    'tricks with the table',
    'another beginning of the document',
    byHand('', '0 0\n', (old) => old.replace(/\/Root \d+/, '/Root 1')),
  ],
  [
    'tricks with the table',
    'a key of the trailer comes twice',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/Root 1 0 R >>')),
  ],
  [
    'tricks with the table',
    'a key comes twice in disguise',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/R#6fot 1 0 R >>')),
  ],
  ['tricks with the table', 'two billion rows', byHand('', '0 2000000000\n', (old) => old)],
];
