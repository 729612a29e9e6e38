import { describe, expect, test } from 'vitest';
import type { GlossaryEntry } from '../model/pack.ts';
import { plainText, type Inline, type RichText } from '../model/rich-text.ts';
import { tinyPack } from './fixtures/tiny-pack.ts';
import { parsePack } from './parse-pack.ts';
import { termMarker } from './terms.ts';

const entry = (id: string, term: string): GlossaryEntry => ({ id, term, meaning: [] });
const mark = termMarker([
  entry('advocate', 'Advocate'),
  entry('care-order', 'Care order (section 31, s31)'),
  entry('interim', 'Interim care order (section 38, s38, ICO)'),
  entry('ehcp', 'EHCP (education, health and care plan)'),
  entry('decisions', 'Decisions 1, 2, 3'),
  entry('no', 'Nominated officer (NO)'),
  entry('child', 'Looked after (LAC, CLA, looked-after child)'),
  entry('person', 'Connected person'),
  entry('duty', 'Duty'),
]);
const paragraph = (...of: readonly Inline[]): RichText => [{ kind: 'paragraph', of }];

/** The terms marked in `texts`, as `id: words`. */
function marked(...texts: readonly RichText[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(mark(texts), (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'term') {
      const term = value as Extract<Inline, { kind: 'term' }>;
      found.push(`${term.term}: ${plainText(term.of)}`);
    }
    return value;
  });
  return found;
}

describe('G15 terms of the glossary', () => {
  test.each([
    ['once, where they first stand', 'An advocate helps. The advocate comes.', ['advocate: advocate']],
    [
      'the longest that begins there',
      'An interim care order, then a care order.',
      ['interim: interim care order', 'care-order: care order'],
    ],
    ['never within a longer one', 'An interim care order, an interim care order.', ['interim: interim care order']],
    ['by each name they have', 'Under s31 and section 38.', ['care-order: s31', 'interim: section 38']],
    [
      'a name with commas whole',
      'Health and education: an education, health and care plan.',
      ['ehcp: education, health and care plan'],
    ],
    ['one by one where they are numbered', 'After decision 2.', ['decisions: decision 2']],
    [
      'in the plural',
      'Care orders and duties, connected people, looked-after children.',
      ['care-order: Care orders', 'duty: duties', 'person: connected people', 'child: looked-after children'],
    ],
    ['with a hyphen or a space', 'A looked after child.', ['child: looked after child']],
    ['abbreviations in their capitals alone', 'There is no NO.', ['no: NO']],
    ['with what belongs to them', 'The advocate’s view.', ['advocate: advocate']],
    ['whole words only', 'Advocated, non-advocate, section 310, advocate-led.', []],
  ])('are marked: %s', (_what, words, terms) => {
    expect(marked(paragraph(words))).toEqual(terms);
  });

  test('texts that are read as one have each term once', () => {
    expect(marked(paragraph('An advocate.'), paragraph('The advocate and a duty.'))).toEqual([
      'advocate: advocate',
      'duty: duty',
    ]);
  });

  test('links and headings are left as they are; lists, call-outs and strong words are not', () => {
    const link: Inline = { kind: 'link', to: 'https://example.org/', of: ['advocate'] };
    const text: RichText = [
      { kind: 'heading', level: 1, of: ['Duty'] },
      { kind: 'paragraph', of: [link, { kind: 'strong', of: ['care order'] }] },
      { kind: 'list', ordered: false, items: [['a duty']] },
      { kind: 'call-out', of: [{ kind: 'paragraph', of: ['An ICO.'] }] },
    ];
    expect(marked(text)).toEqual(['care-order: care order', 'duty: duty', 'interim: ICO']);
  });

  test('no word is lost or changed', () => {
    const words = 'An advocate, a care order and s38; no NO.';
    const [after] = mark([paragraph(words)]);
    expect(after?.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.of)] : []))).toEqual([words]);
  });

  test('what closes up to a term is a piece of its own', () => {
    const [after] = mark([paragraph("The advocate's view, or (an ICO).")]);
    expect(after).toEqual([
      {
        kind: 'paragraph',
        of: [
          'The ',
          { kind: 'term', term: 'advocate', of: ['advocate'] },
          "'s",
          ' view, or (an ',
          { kind: 'term', term: 'interim', of: ['ICO'] },
          ').',
        ],
      },
    ]);
  });

  test('a pack has them in the help of its questions', () => {
    const glossary = `# Glossary\n\n## dated\n\nDated\n\nWith the day it was.\n`;
    const read = parsePack({ ...tinyPack, 'glossary.en.md': glossary }, 'en');
    expect(JSON.stringify(read.ok && read.value.guidance)).toMatch(/"kind":"term","term":"dated"/);
  });
});
