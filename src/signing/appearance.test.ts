import { describe, expect, test, vi } from 'vitest';
import type { Mark } from '../model/answer.ts';
import { basePdf } from './base-pdf.suite.ts';
import { readDocument } from './document.ts';
import { undrawnIn } from './other-font.ts';
import { newSigningKey, type Signer } from './key.ts';
import type { Signing } from './sign.ts';
import { at, got, signed, told, worker } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

// Other programs are started, which a busy computer does slowly.
vi.setConfig({ testTimeout: 30_000 });

const council = 'Tarnwhistle County Council';
const drawn: Mark = {
  kind: 'drawn',
  width: 300,
  height: 120,
  strokes: [
    [10, 100, 40, 10, 60, 110, 90, 40, 140, 90, 290, 60],
    [150, 20],
  ],
};

/** The page's text as it is copied out, signed by `who`. */
async function copied(
  who: Partial<Signer>,
  as: Partial<Signing> = {},
  fieldSize?: readonly [number, number],
): Promise<string> {
  const key = await newSigningKey({ name: 'Wren O’Faoláin', role: 'Parent', organisation: council, ...who }, at);
  const base = basePdf({ roles: ['social-worker'], ...(fieldSize ? { fieldSize } : {}) });
  return told(await signed(base, key, as), 'pdftotext', '-layout', 'report.pdf', '-').text;
}

/** The content stream of the newest appearance. */
function drawing(bytes: Uint8Array): string {
  const document = readDocument(bytes);
  const newest = Math.max(...document.revision(document.newest).objects.keys());
  return Buffer.from(document.object(newest).stream ?? []).toString('latin1');
}

describe('SIG9 what a signature shows', () => {
  test('is name, role, organisation and stated time with fixed words, English where none are given', async () => {
    const text = await copied({});
    for (const each of [
      'Signed by',
      'Wren O’Faoláin',
      'Role: Parent',
      council,
      'Time stated by this device: 2026-11-21 14:05 UTC',
    ]) {
      expect(text).toContain(each);
    }
  });

  test('takes its fixed words, the role and the time as words from the caller', async () => {
    const text = await copied(
      { role: 'Gweithiwr cymdeithasol' },
      {
        words: { signedBy: 'Llofnodwyd gan', role: 'Rôl', statedTime: 'Amser a nodwyd gan y ddyfais hon' },
        roleName: 'Rhiant',
        timeInWords: '21 Tachwedd 2026, 2:05pm',
      },
    );
    for (const each of [
      'Llofnodwyd gan',
      'Rôl: Rhiant',
      'Amser a nodwyd gan y ddyfais hon: 21 Tachwedd 2026, 2:05pm',
    ]) {
      expect(text).toContain(each);
    }
    expect(text).not.toMatch(/Signed|Role|Time stated/);
  });

  test('shows the role id only where there are no words for it', async () => {
    expect(await copied({ role: '' })).toContain('Role: social-worker');
  });

  test('has a typed mark in letters that can be copied', async () => {
    expect(await copied({}, { mark: { kind: 'typed', text: 'W. O’Faoláin' } })).toContain('W. O’Faoláin');
  });

  test('has a drawn mark as curves, and a dot as a dot', async () => {
    const content = drawing(await signed(basePdf(), worker, { mark: drawn }));
    expect(content.match(/ c\n/g)).toHaveLength(4);
    const dot = /^([\d.]+ [\d.]+) m\n([\d.]+ [\d.]+) l S$/gm;
    expect([...content.matchAll(dot)].filter(([, from, to]) => from === to)).toHaveLength(1);
  });

  test('does not fall over a mark with nothing in it', async () => {
    for (const strokes of [[], [[]], [[5]], [[NaN, 3]], [[Infinity, 1, 2, -Infinity]], [[1e308, 1e308, -1e308, 5]]]) {
      const content = drawing(
        await signed(basePdf(), worker, { mark: { kind: 'drawn', width: 0, height: 0, strokes } }),
      );
      expect(content).not.toMatch(/NaN|Infinity/);
    }
    expect(drawing(await signed(basePdf(), worker, { mark: { kind: 'typed', text: ' ' } }))).toContain('BT');
  });
});

describe('SIG10 text copied out of a signature', () => {
  test.each(['Siân Ŵyn Ŷstrad-Ẁ', 'Tŷ Gwŷdd', 'O’Brien', 'Łukasz Żółć', 'Zoë Ó Dálaigh', 'Ångström Ğül'])(
    'is as it was written: %s',
    async (name) => {
      expect(await copied({ name })).toContain(name);
    },
  );

  test('is composed where it was typed in pieces', async () => {
    expect(await copied({ name: 'Sia\u0302n W\u0302yn' })).toContain('Siân Ŵyn');
  });
});

describe('SIG31 letters that the report’s fonts lack', () => {
  const mark: Mark = { kind: 'typed', text: 'Ελένη → ✓' };
  const names = ['Ελένη Παπαδοπούλου', 'Ирина Щукина', 'Nguyễn Thị Hồng Ngọc', 'Ọlábísí Ọ̀ṣun', 'Zoë → Ева'];

  test.each(names)('are drawn and can be copied out: %s', async (name) => {
    const text = await copied({ name, role: 'Учитель', organisation: 'Δήμος' }, { mark });
    for (const each of [name.normalize('NFC'), 'Role: Учитель', 'Δήμος', 'Ελένη → ✓']) expect(text).toContain(each);
    expect(text).not.toContain('[U+');
  });

  test('come in fonts of their own, embedded, with the way back to characters, of a few thousand bytes', async () => {
    const key = await newSigningKey({ name: 'Ирина Щукина', role: 'Учитель', organisation: council }, at);
    const once = await signed(basePdf(), key);
    const twice = await signed(once, key, { role: 'team-manager', mark });
    expect(once.length - basePdf().length).toBeLessThan(24_000);
    const { text } = told(twice, 'pdffonts', 'report.pdf');
    expect(text.match(/HWSIG[RB]\+HomewardOther-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes/g)).toHaveLength(
      4,
    );
    expect(told(twice, 'pdfsig', '-nocert', 'report.pdf').text.match(/Signature is Valid/g)).toHaveLength(2);
    expect(told(twice, 'qpdf', '--check', 'report.pdf').status).toBe(0);
    expect(got(await verifyPdf(twice)).intact).toBe(true);
  });

  test('bring no font where nothing needs one, or nothing could be drawn in it', async () => {
    for (const name of ['Siân Ŵyn', '李']) {
      const key = await newSigningKey({ name, role: 'Parent', organisation: council }, at);
      const document = readDocument(await signed(basePdf(), key));
      expect(document.revision(1).objects.size).toBe(3);
    }
  });

  test('that no font has are told before', async () => {
    expect(await undrawnIn(['Siân Ŵyn', 'Ελένη → ✓ Nguyễn', 'Ọ̀ṣun'])).toEqual([]);
    expect(await undrawnIn(['李 Ирина 李', 'Ann 🙂'])).toEqual([
      { character: '李', mark: '[U+674E]' },
      { character: '🙂', mark: '[U+1F642]' },
    ]);
  });
});

describe('SIG11 a character that the fonts lack', () => {
  test.each([
    ['דוד', '[U+05D3][U+05D5][U+05D3]'],
    ['مريم', '[U+0645][U+0631][U+064A][U+0645]'],
    ['李', '[U+674E]'],
    ['Ann 🙂', 'Ann [U+1F642]'],
    ['A\u202eB', 'A[U+202E]B'],
  ])('is drawn as its number: %s', async (name, shown) => {
    expect((await copied({ name })).replace(/\s+(?=\[)/g, ' ')).toContain(shown);
  });

  test('is not a line break, a tab or a soft hyphen', async () => {
    expect(await copied({ name: 'Ann\tof\nTarn\u00adwhistle' })).toContain('Ann of Tarnwhistle');
  });
});

describe('SIG12 a signature stays in its field', () => {
  const long = 'Bartholomew-Featherstonehaugh '.repeat(4).trim();
  const cases: readonly (readonly [string, readonly [number, number], Partial<Signer>, Mark | undefined])[] = [
    ['in the exporter’s box', [340, 90], {}, drawn],
    ['with a long name', [340, 90], { name: long, role: long, organisation: long }, { kind: 'typed', text: long }],
    ['with a word that no line holds', [200, 50], { name: 'W'.repeat(200) }, { kind: 'typed', text: 'W'.repeat(90) }],
    ['in a narrow box', [60, 200], {}, drawn],
    ['in a flat box', [400, 12], {}, { kind: 'typed', text: 'Wren' }],
    ['in a tiny box', [8, 8], {}, drawn],
    ['with nothing the fonts have', [340, 90], { name: '李'.repeat(40) }, { kind: 'typed', text: '🙂'.repeat(30) }],
  ];

  test.each(cases)('%s', async (_, fieldSize, who, mark) => {
    const key = await newSigningKey({ name: 'Wren O’Faoláin', role: 'Parent', organisation: council, ...who }, at);
    const base = basePdf({ roles: ['social-worker'], fieldSize, lines: [''] });
    const bytes = await signed(base, key, mark ? { mark } : {});
    const { text } = told(bytes, 'pdftotext', '-bbox', 'report.pdf', '-');
    const words = [...text.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)].map(
      ([, ...sides]) => sides.map(Number),
    );
    expect(words.length).toBeGreaterThan(5);
    const [width, height] = fieldSize;
    // The field of the test report begins 56 from the left and 600 from the bottom of a page 841.89 high.
    const [top, bottom] = [841.89 - 600 - height, 841.89 - 600];
    for (const [left = 0, above = 0, right = 0, below = 0] of words) {
      expect(left).toBeGreaterThanOrEqual(56);
      expect(right).toBeLessThanOrEqual(56 + width + 0.01);
      // Programs take a line to be as high as the font's tallest letter, which none here is.
      expect(above).toBeGreaterThanOrEqual(top - height * 0.03);
      expect(below).toBeLessThanOrEqual(bottom + height * 0.03);
    }
    for (const [, x = '', y = ''] of drawing(bytes).matchAll(/^(-?[\d.]+) (-?[\d.]+) [ml]/gm)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
  });
});
