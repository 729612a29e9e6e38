import { beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from './check.ts';
import { exportPdf } from './index.ts';
import { reportOf, wideTable } from './sample-reports.suite.ts';

let good: string;
beforeAll(async () => {
  const result = await exportPdf(
    reportOf([
      { kind: 'heading', level: 2, runs: [{ text: 'Two' }] },
      { kind: 'heading', level: 3, runs: [{ text: 'Three' }] },
      wideTable,
    ]),
  );
  if (!result.ok) throw new Error(result.problems[0].code);
  good = new TextDecoder('latin1').decode(result.value.bytes);
});

/** The codes found in the good file after `from` has become `to`, which is as long. */
async function codesAfter(from: string | RegExp, to: string): Promise<string[]> {
  const bad = good.replace(from, (found) => to.padEnd(found.length));
  expect(bad).not.toBe(good);
  expect(bad).toHaveLength(good.length);
  return codesOf(bad);
}

async function codesOf(file: string): Promise<string[]> {
  const problems = await checkFile(Uint8Array.from(file, (character) => character.charCodeAt(0)));
  return [...new Set(problems.map(({ code }) => code))];
}

const xmp =
  '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>C</xmp:CreatorTool>' +
  '<pdf:Producer>P</pdf:Producer><xmp:CreateDate>2026-11-21T00:00:00+00:00</xmp:CreateDate>';

/** A small file by hand: one page with `content`, and an element that owns its mark 0. */
function fileWith(content: string, element = '<</S /P /P 5 0 R /Pg 3 0 R /K [0]>>', page = ''): string {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot 5 0 R /Metadata 10 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    `<</Type /Page /Parent 2 0 R /StructParents 0 /Contents 4 0 R ${page}>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type /StructTreeRoot /K [6 0 R] /ParentTree 7 0 R>>',
    element,
    '<</Nums [0 [6 0 R]]>>',
    '<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (To it)>>',
    "<</Title (T) /Creator (C) /Producer (P) /CreationDate (D:20261121000000+00'00')>>",
    `<</Type /Metadata /Subtype /XML /Length ${xmp.length}>>\nstream\n${xmp}\nendstream`,
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `${file}xref\n0 11\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 11 /Root 1 0 R /Info 9 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** `file` with the offsets that its objects have come to. */
function renumbered(file: string): string {
  const start = file.indexOf('xref\n0 11');
  let number = 0;
  return file
    .replace(/^\d{10} 00000 n/gm, () => {
      number += 1;
      return `${String(file.indexOf(`${number} 0 obj`)).padStart(10, '0')} 00000 n`;
    })
    .replace(/startxref\n\d+/, `startxref\n${start}`);
}

describe('PDF24 the check of the finished file', () => {
  test('finds nothing in a good one', async () => {
    expect(await codesOf(good)).toEqual([]);
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC (words) Tj EMC'))).toEqual([]);
  });

  test('finds a file without tags', async () => {
    expect(await codesAfter('/MarkInfo <</Marked true>>', '/MarkInfo <</Marked null>>')).toEqual(['pdf-untagged']);
    expect(await codesAfter('/Lang (en-GB)', '')).toEqual(['pdf-untagged']);
  });

  test('finds a title that readers do not show', async () => {
    expect(await codesAfter('/DisplayDocTitle true', '/DisplayDocTitle fals')).toEqual(['title-hidden']);
  });

  test('finds a heading that skips a level', async () => {
    expect(await codesAfter('/S /H2', '/S /H4')).toEqual(['heading-skipped']);
  });

  test('finds a head of a table that says nothing of rows or columns', async () => {
    expect(await codesAfter('/Scope /Column', '')).toEqual(['head-without-scope']);
  });

  test('finds a row with a cell too few', async () => {
    expect(await codesAfter(/\/S \/TR \/P \d+ 0 R \/K \[\d+ 0 R/, '/S /TR /P 1 0 R /K [')).toContain('table-irregular');
  });

  test('finds a picture without words', async () => {
    expect(
      await codesOf(fileWith('/Figure <</MCID 0>> BDC 0 0 9 9 re f EMC', '<</S /Figure /P 5 0 R /Pg 3 0 R /K [0]>>')),
    ).toEqual(['figure-undescribed', 'figure-without-box']);
    const boxed = '<</S /Figure /P 5 0 R /Pg 3 0 R /A <</O /Layout /BBox [0 0 9 9]>> /Alt (A line) /K [0]>>';
    const drawn = '/Figure <</MCID 0>> BDC 0 0 9 9 re f EMC';
    expect(await codesOf(fileWith(drawn, boxed))).toEqual([]);
    expect(await codesOf(fileWith(drawn, boxed.replace('(A line)', '( )')))).toEqual(['figure-undescribed']);
    expect(await codesOf(fileWith(drawn, boxed.replace('(A line)', '<FEFF>')))).toEqual(['figure-undescribed']);
  });

  test('finds elements of no known kind, and parts where they do not belong', async () => {
    expect(await codesAfter('/S /Caption', '/S /Captain')).toContain('role-unknown');
    expect(await codesAfter('/S /TBody', '/S /Div')).toContain('role-misplaced');
    expect(await codesAfter('/S /THead', '/S /P')).toContain('role-misplaced');
    expect(await codesOf(fileWith('/LI <</MCID 0>> BDC EMC', '<</S /LI /P 5 0 R /Pg 3 0 R /K [0]>>'))).toEqual([
      'role-misplaced',
    ]);
  });

  test('finds contents that lead nowhere', async () => {
    const entry = '<</S /TOCI /P 5 0 R /Pg 3 0 R /K [0]>>';
    expect(await codesOf(fileWith('/TOCI <</MCID 0>> BDC EMC', entry))).toEqual([
      'role-misplaced',
      'contents-unlinked',
    ]);
  });

  test('finds a language that is none', async () => {
    expect(await codesAfter('/Lang (en-GB)', '/Lang (?)')).toEqual(['language-unreadable']);
    const element = '<</S /P /P 5 0 R /Pg 3 0 R /Lang () /K [0]>>';
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC EMC', element))).toEqual(['language-unreadable']);
  });

  test('finds a file that says two things of itself', async () => {
    expect(await codesAfter('<pdf:Producer>j', '<pdf:Producer>J')).toEqual(['metadata-differs']);
    expect(await codesAfter('x-default">Return', 'x-default">Retorn')).toEqual(['metadata-differs']);
    expect(await codesAfter(/<xmp:CreateDate>\d/, '<xmp:CreateDate>9')).toEqual(['metadata-differs']);
    expect(await codesAfter(/\/Metadata (?=\d)/, '/Metadat0 ')).toEqual(['metadata-missing']);
  });

  test('finds a link without words, or in an element of another kind', async () => {
    const linked = '<</S /Link /P 5 0 R /Pg 3 0 R /K [0 <</Type /OBJR /Obj 8 0 R>>]>>';
    const file = (element: string): string =>
      fileWith('/Link <</MCID 0>> BDC EMC', element, '/Annots [8 0 R]')
        .replace('/Nums [0 [6 0 R]]', '/Nums [0[6 0 R]1 6 0 R]')
        .replace('/Rect [0 0 9 9]', '/Rect [0 0 9 9]/StructParent 1');
    expect(await codesOf(renumbered(file(linked)))).toEqual([]);
    expect(await codesOf(renumbered(file(linked.replace('/Link', '/Span'))))).toEqual(['annotation-misplaced']);
    expect(await codesOf(renumbered(file(linked).replace('(To it)', '()')))).toEqual(['link-undescribed']);
  });

  test('finds a font that is not in the file', async () => {
    expect(await codesAfter(/\/FontFile2/g, '/FontFileX')).toEqual(['font-not-embedded']);
  });

  test('finds a font without a way back to Unicode', async () => {
    expect(await codesAfter('/ToUnicode', '/ToNothing')).toEqual(['font-without-unicode']);
  });

  test('finds words and shapes outside marked content', async () => {
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC (words) Tj EMC (more) Tj'))).toEqual(['content-untagged']);
    expect(await codesOf(fileWith('0 0 9 9 re f /P <</MCID 0>> BDC (BDC) Tj EMC'))).toEqual(['content-untagged']);
  });

  test('finds marks in marks, and marks without an end', async () => {
    expect(await codesOf(fileWith('/Artifact BMC /P <</MCID 0>> BDC (words) Tj EMC EMC'))).toEqual(['marks-nested']);
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC (words) Tj'))).toEqual(['marks-unbalanced']);
  });

  test('finds marked content that its element does not know', async () => {
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC (words) Tj EMC', '<</S /P /P 5 0 R /Pg 3 0 R /K [1]>>'))).toEqual(
      ['parent-tree-broken'],
    );
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC'))).toEqual(['parent-tree-broken']);
  });

  test('finds an annotation that is in no element, and a field without a name to speak', async () => {
    expect(await codesOf(fileWith('/P <</MCID 0>> BDC EMC', undefined, '/Annots [8 0 R]'))).toEqual([
      'annotation-untagged',
    ]);
    expect(await codesAfter(/\/StructParent \d+/, '')).toEqual(['annotation-untagged']);
    expect(await codesAfter('/TU (Team manager)', '')).toEqual(['field-unnamed']);
  });

  test('refuses a file that it cannot read', async () => {
    await expect(checkFile(new TextEncoder().encode('%PDF-1.7'))).rejects.toMatchObject({ code: 'pdf-unreadable' });
  });
});
