import { describe, expect, test } from 'vitest';
import { compileFolder } from '../src/content/vite-plugin-folder.ts';
import { parsePlaceKey } from '../src/model/place.ts';

const compiled = compileFolder('guidance', 'sparf');
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { packs, cases } = compiled.value;
const longQuestions = new Set(packs.en?.questions.filter(({ kind }) => kind === 'long-text').map(({ id }) => id));

/** A sentence of fewer words can stand twice by chance. */
const fewest = 5;

/** Every long answer of the cases, by where it stands. */
const texts = Object.entries(cases).flatMap(([id, { assessment }]) =>
  Object.entries(assessment.answers).flatMap(([key, answer]) => {
    const isLong = longQuestions.has(parsePlaceKey(key)?.question ?? '');
    return isLong && answer.is === 'given' && typeof answer.value === 'string'
      ? [{ at: `${id} ${key}`, text: answer.value }]
      : [];
  }),
);

/** The sentences of a text, white space, quotation marks and capitals made alike. */
function sentencesOf(text: string): readonly string[] {
  const plain = text.replace(/[“”"‘’']/g, '').replace(/\s+/g, ' ');
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(plain)]
    .map(({ segment }) =>
      segment
        .trim()
        .replace(/[.!?;:]+$/, '')
        .toLowerCase(),
    )
    .filter((sentence) => sentence.split(' ').length >= fewest);
}

describe('the training cases', () => {
  test('say nothing twice: no two long answers share a sentence', () => {
    const said = new Map<string, string[]>();
    for (const { at, text } of texts)
      for (const sentence of new Set(sentencesOf(text))) said.set(sentence, [...(said.get(sentence) ?? []), at]);
    expect(said.size).toBeGreaterThan(300);
    expect([...said].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  test('whose sentences are looked for are found where they are the same but for marks and capitals', () => {
    expect(sentencesOf('She said “I want to go home now”. And then?')).toEqual(
      sentencesOf('she said "I want  to go home now".'),
    );
  });
});
