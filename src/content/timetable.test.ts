import { describe, expect, test } from 'vitest';
import { lineOf, type PackFolder, tinyPack } from './fixtures/tiny-pack.ts';
import { parsePack } from './parse-pack.ts';

const withTimetable: PackFolder = {
  ...tinyPack,
  'timetable.yaml': `nation: scotland
steps: [mood]
notes:
  - { id: ask-first, step: mood, sources: [law], certainty: read }
dates:
  - id: first-visit
    section: start
    when: { question: mood, in: [ill] }
    from: [{ question: visits, column: date, row: first }]
    after: { count: 5, unit: working-days }
    is: last-day
    sources: [law]
    certainty: check
`,
  'timetable.en.md': `# Dates

## Notes

- \`ask-first\`: Ask the child first.
  - Source: The law, section 1

## Dates

- \`first-visit\`: First visit
  - Rule: Within five working days.
  - Source: The law, section 2
  - Check: Ask which day counts.
`,
};

/** The faults with one piece of one file changed. */
const faultsWith = (file: string, from: string, to: string): readonly string[] => {
  const text = withTimetable[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no such piece`);
  const read = parsePack({ ...withTimetable, [file]: text.replace(from, to) }, 'en');
  return read.ok ? [] : read.problems.map(({ code, place }) => `${place.file ?? ''}:${String(place.line)} ${code}`);
};
const at = (piece: string, file = 'timetable.yaml'): string => `${file}:${String(lineOf(withTimetable, file, piece))}`;

describe('G14: a timetable', () => {
  test('has its words beside its structure, and is no structure', () => {
    const read = parsePack(withTimetable, 'en');
    const bare = parsePack(tinyPack, 'en');
    if (!read.ok || !bare.ok) throw new Error('does not compile');
    expect(read.value.timetable).toMatchObject({
      nation: 'scotland',
      closures: [],
      notes: [{ id: 'ask-first', words: 'Ask the child first.', source: 'The law, section 1' }],
      dates: [
        { id: 'first-visit', label: 'First visit', rule: 'Within five working days.', check: 'Ask which day counts.' },
      ],
    });
    expect(bare.value.timetable.dates).toEqual([]);
    expect(read.value.structureHash).toBe(bare.value.structureHash);
    expect(read.value.wordsHash).not.toBe(bare.value.wordsHash);
  });

  test.each([
    ['a question nobody asks', 'question: visits', 'question: calls', 'unknown-question', 'from:'],
    ['a column that is no date', 'column: date', 'column: again', 'no-date', 'from:'],
    ['a choice nobody can make', 'in: [ill]', 'in: [tired]', 'rule-unknown-choice', 'when:'],
    ['a section that is not there', 'section: start', 'section: end', 'unknown-section', 'id: first-visit'],
    [
      'a source that is not there',
      'sources: [law]\n    certainty',
      'sources: [lore]\n    certainty',
      'unknown-source',
      'sources: [law]\n    certainty',
    ],
    ['words of a doubt nobody has', 'certainty: check', 'certainty: read', 'check-words', 'id: first-visit'],
    ['a nation that is not known', 'nation: scotland', 'nation: atlantis', 'yaml-shape', 'nation:'],
  ])('tells %s with its line', (_, from, to, code, piece) => {
    expect(faultsWith('timetable.yaml', from, to)).toEqual([`${at(piece)} ${code}`]);
  });

  test('tells what its words lack, and words for what does not exist', () => {
    const words = 'timetable.en.md';
    expect(faultsWith(words, '  - Rule: Within five working days.\n', '')).toEqual([
      `${at('`first-visit`', words)} missing-words`,
    ]);
    expect(faultsWith(words, '  - Source: The law, section 1', '  - Sauce: The law, section 1')).toEqual(
      expect.arrayContaining([`${at('  - Source: The law, section 1', words)} unknown-part`]),
    );
  });
});
