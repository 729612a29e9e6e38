import { readFileSync } from 'node:fs';
import { withTool } from '../signed-pdf.suite.ts';
import {
  appearanceNumber,
  attachmentName,
  base,
  bodyOf,
  byHand,
  catalog,
  contentNumber,
  countersigned,
  digits,
  document,
  drawing,
  empty,
  firstField,
  firstSignature,
  font,
  infoNumber,
  intoCatalog,
  numberOf,
  page,
  row,
  secondField,
  update,
  withCatalog,
} from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

function rewritten(...choice: readonly string[]): Uint8Array {
  return withTool(
    { 'in.pdf': countersigned },
    ['qpdf', ...choice, 'in.pdf', 'out.pdf'],
    (_, folder) => new Uint8Array(readFileSync(`${folder}/out.pdf`)),
  );
}

/** What a later update replaces, adds or takes away, and the whole file saved anew. */
export const updates: readonly Attempt[] = [
  ['an update replaces', 'the content of a page', update({ number: contentNumber(), body: empty })],
  [
    'an update replaces',
    'a page',
    update({
      number: page,
      body: bodyOf(countersigned, page).replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 100 100]'),
    }),
  ],
  [
    'an update replaces',
    'the tree of pages',
    update({ number: 1, body: bodyOf(countersigned, 1).replace(/\/Kids \[(\d+ 0 R)[^\]]*\]/, '/Kids [$1]') }),
  ],
  ['an update replaces', 'the catalog by itself', update({ number: catalog, body: bodyOf(countersigned, catalog) })],
  ['an update replaces', 'the description', update({ number: infoNumber, body: '<< /Producer (Somebody) >>' })],
  [
    'an update replaces',
    'the metadata',
    update({
      number: numberOf('/Type /Metadata'),
      body: '<< /Type /Metadata /Subtype /XML /Length 0 >>\nstream\n\nendstream',
    }),
  ],
  [
    'an update replaces',
    'the tags',
    update({ number: numberOf('/Type /StructTreeRoot'), body: '<< /Type /StructTreeRoot /K [] >>' }),
  ],
  ['an update replaces', 'a font', update({ number: Number(font), body: bodyOf(countersigned, Number(font)) })],
  ['an update replaces', 'the appearance of a signature', update({ number: appearanceNumber(), body: drawing() })],
  [
    'an update replaces',
    'a signature',
    update({ number: firstSignature, body: bodyOf(countersigned, firstSignature).replace('D:2026', 'D:2025') }),
  ],
  [
    'an update replaces',
    'a signed field by an empty one',
    update({ number: firstField.number, body: bodyOf(base, firstField.number) }),
  ],
  [
    'an update replaces',
    'the name of a signed field',
    update({
      number: firstField.number,
      body: bodyOf(countersigned, firstField.number).replace(/\/T <[0-9a-f]*>/i, '/T (signature-9-child)'),
    }),
  ],
  [
    'an update replaces',
    'the place of a signed field',
    update({
      number: firstField.number,
      body: bodyOf(countersigned, firstField.number).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 9 9]'),
    }),
  ],
  [
    'an update replaces',
    'the attached assessment',
    update({
      number: Number(/\/F (\d+) 0 R/.exec(bodyOf(countersigned, attachmentName))?.[1]),
      body: '<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream',
    }),
  ],
  [
    'an update replaces',
    'which file is attached',
    update({
      number: attachmentName,
      body: bodyOf(countersigned, attachmentName).replaceAll('assessment.json', 'assessment.jsoN'),
    }),
  ],

  [
    'an update adds',
    'a program that runs on opening',
    withCatalog((body) =>
      body.replace(/\/OpenAction \[[^\]]*\]/, '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    ),
  ],
  [
    'an update adds',
    'a named program',
    withCatalog((body) =>
      body.replace(/\/Names\s*<</, '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >>'),
    ),
  ],
  ['an update adds', 'actions of the document', intoCatalog('/AA << /WP << /S /JavaScript /JS (1) >> >>')],
  ['an update adds', 'layers', intoCatalog('/OCProperties << /OCGs [] /D << >> >>')],
  [
    'an update adds',
    'a form of another kind',
    withCatalog((body) => body.replace(/\/AcroForm\s*<</, '/AcroForm << /XFA (x)')),
  ],
  ['an update adds', 'a store of certificates', intoCatalog('/DSS << /Certs [] >>')],
  ['an update adds', 'permissions', intoCatalog(`/Perms << /DocMDP ${digits(firstSignature)} 0 R >>`)],
  ['an update adds', 'one more field to sign', withCatalog((body) => body.replace('/Fields [', '/Fields [900 0 R '))],
  ['an update adds', 'an object that nobody uses', update({ number: document.size(), body: '(hello)' })],
  [
    'an update adds',
    'a stream of objects',
    update({ number: document.size(), body: '<< /Type /ObjStm /N 0 /First 0 /Length 0 >>\nstream\n\nendstream' }),
  ],
  ['an update adds', 'nothing', update()],
  ['an update adds', 'encryption', byHand('', '0 0\n', (old) => old.replace(/>>$/, '/Encrypt 3 0 R >>'))],
  [
    'an update adds',
    'a table as a stream beside its own',
    byHand('', '0 0\n', (old) => old.replace(/>>$/, '/XRefStm 15 >>')),
  ],
  ['an update adds', 'a comment', byHand('% seen\n', '0 0\n', (old) => old)],

  [
    'an update takes away',
    'the attachment',
    withCatalog((body) => body.replace(/\/Names\s*<<[^]*?>>\s*>>|\/Names \d+ 0 R/, '')),
  ],
  [
    'an update takes away',
    'the field of the second signature',
    withCatalog((body) => body.replace(` ${digits(secondField.number)} 0 R`, '')),
  ],
  ['an update takes away', 'a page by freeing it', byHand('', `${digits(page)} 1\n${row(0, 'f', 1)}`, (old) => old)],
  ['all saved anew', 'by qpdf, with streams of objects', Promise.resolve(rewritten('--object-streams=generate'))],
  ['all saved anew', 'by qpdf, as one revision', Promise.resolve(rewritten('--object-streams=disable'))],
  [
    'all saved anew',
    'by qpdf, without the attachment',
    Promise.resolve(rewritten('--object-streams=disable', '--remove-attachment=assessment.json')),
  ],
  ['all saved anew', 'by qpdf, with a password', Promise.resolve(rewritten('--encrypt', '', 'x', '256', '--'))],
];
