import { base, edited, flipped, inCms, once, placeOf, text, whole } from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

/** Bytes of the file changed, and text put before or after it. */
export const changedBytes: readonly Attempt[] = [
  ['a byte changed', 'in the stream of a page', flipped(whole.indexOf('stream\n') + 30)],
  ['a byte changed', 'in a font', flipped(whole.indexOf('/Length1') + 600)],
  ['a byte changed', 'in a field', flipped(whole.indexOf('(signature-1-') + 3)],
  ['a byte changed', 'in the version of the file', edited((words) => words.replace('%PDF-1.7', '%PDF-1.6'))],
  [
    'a byte changed',
    'in the identifier',
    edited((words) => words.replace(/\/ID \[ <(.)/, (old) => old.slice(0, -1) + (old.endsWith('0') ? '1' : '0'))),
  ],
  [
    'a byte changed',
    'in a row of the first table',
    edited((words) =>
      words.replace(
        /xref\n0 \d+\n0000000000 65535 f \n\d{9}/,
        (old) => old.slice(0, -1) + (old.endsWith('0') ? '1' : '0'),
      ),
    ),
  ],
  [
    'a byte changed',
    'in the appearance of the first signature',
    flipped(base.length + text(once).slice(base.length).indexOf('ET\n')),
  ],
  ['a byte changed', 'in the appearance of the second signature', flipped(whole.lastIndexOf('ET\n'))],
  [
    'a byte changed',
    'in the stated time of the first signature',
    edited((words) => words.replace('/M (D:2026', '/M (D:2025').replace('/M <', '/M <')),
  ],
  ['a byte changed', 'in the role of the second signature', flipped(whole.lastIndexOf('/Reason <feff') + 20)],
  [
    'a byte changed',
    'in the certificate',
    inCms((digitsOf) => digitsOf.slice(0, 500) + (digitsOf[500] === '5' ? '6' : '5') + digitsOf.slice(501)),
  ],
  [
    'a byte changed',
    'in the signature value',
    inCms((digitsOf) => digitsOf.slice(0, -1) + (digitsOf.endsWith('5') ? '6' : '5')),
  ],
  ['a byte changed', 'in the zeros after a signature', flipped(placeOf(0).start + placeOf(0).digits.length - 1)],
  [
    'a byte changed',
    'a digit of a signature in capitals',
    edited(
      (words) =>
        words.slice(0, placeOf(0).start) +
        words.slice(placeOf(0).start).replace(/[a-f]/, (letter) => letter.toUpperCase()),
    ),
  ],
  ['a byte changed', 'in an older startxref', flipped(whole.indexOf('startxref\n') + 'startxref\n'.length)],
  ['a byte changed', 'in an older end mark', edited((words) => words.replace('%%EOF', '%%EOG'))],

  ['text after the end', 'one letter', edited((words) => `${words}x`)],
  ['text after the end', 'a line end', edited((words) => `${words}\n`)],
  ['text after the end', 'a megabyte of zeros', edited((words) => words + '\0'.repeat(1 << 20))],
  ['text after the end', 'another end mark', edited((words) => `${words}%%EOF\n`)],
  ['text after the end', 'a whole other file', edited((words) => words + text(base))],
  ['text after the end', 'the same file once more', edited((words) => words + words)],
  ['text before the beginning', 'a line', edited((words) => `\n${words}`)],
  ['text before the beginning', 'a mark of byte order', edited((words) => `\xef\xbb\xbf${words}`)],
];
