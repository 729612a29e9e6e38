import { describe, expect, test } from 'vitest';
import { readingGrade, sentencesOf, syllablesIn, wordsOf } from './reading-grade.ts';

describe('P3 sentences', () => {
  test('end at a full stop, question mark or exclamation mark, and not at a semicolon or within a number', () => {
    expect(sentencesOf("Ask. Then wait! 'Why now?' Say so; or not: 3.5 miles. 2 visits.")).toEqual([
      'Ask.',
      'Then wait!',
      "'Why now?'",
      'Say so; or not: 3.5 miles.',
      '2 visits.',
    ]);
    expect(sentencesOf('')).toEqual([]);
  });

  test('are made of words; a hyphen parts two, an apostrophe none', () => {
    expect(wordsOf("The child's half-brother, aged 9.")).toEqual(['the', 'childs', 'half', 'brother', 'aged', '9']);
  });
});

describe('P3 syllables', () => {
  test.each([
    [1, 'care home asked harmed child whole rules change years hours else none gone seen 12'],
    [2, 'carer little table cases needed wanted someone careful being going client quiet create before sometimes'],
    [3, 'idea area period previous family evidence protective agreement officer various'],
    [4, 'situation variety society experience experienced chronology medication diagnosis'],
    [5, 'nationality disability'],
    [6, 'responsibility reunification'],
  ])('%i', (count, list) => {
    for (const word of list.split(' ')) expect([word, syllablesIn(word)]).toEqual([word, count]);
  });
});

describe('P3 the grade', () => {
  test('is that of Flesch and Kincaid', () => {
    // Words for each sentence, then syllables for each word.
    expect(readingGrade(['Ask the child at home.'])).toBeCloseTo(0.39 * 5 + 11.8 * 1 - 15.59);
    expect(readingGrade(['The family is here.', 'We wait.'])).toBeCloseTo(0.39 * 3 + (11.8 * 8) / 6 - 15.59);
  });

  test('rises with longer sentences and with longer words', () => {
    const easy = readingGrade(['Ask the child.', 'Then ask the carer.']);

    expect(readingGrade(['Ask the child and then ask the carer.'])).toBeGreaterThan(easy);
    expect(readingGrade(['Interview the individual.', 'Then interview the professional.'])).toBeGreaterThan(easy);
  });

  test('counts a name that has to be said in full as one easy word, also in the plural', () => {
    const names = ['non-molestation order', 'order'];

    expect(readingGrade(['Look for non-molestation orders.'], names)).toBe(readingGrade(['Look for name.']));
    expect(readingGrade(['Look for disorder.'], names)).toBe(readingGrade(['Look for disorder.']));
  });

  test('of nothing is 0', () => {
    expect(readingGrade([])).toBe(0);
  });
});
