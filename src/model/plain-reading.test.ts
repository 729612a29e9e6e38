import { expect, test } from 'vitest';
import { caseDraft, pack } from '../../test/journeys/guidance.ts';
import { apply } from './apply.ts';
import type { Assessment, Change } from './assessment.ts';
import { evaluate, type Evaluation } from './evaluate.ts';
import { evaluationBy } from './evaluation.ts';
import { packIndex } from './pack-index.ts';
import { plainApply } from './plain-apply.ts';
import { parsePlaceKey } from './place.ts';
import { PlainReading } from './plain-reading.ts';

const on = '2026-01-15';
const kindAt = (key: string): string | undefined =>
  packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '')?.kind;

/** A case that was worked through to the end, without its classes: a form on a page of somebody else's has no versions. */
const unclassed = (id: 'quillfeather' | 'tarnwhistle'): Assessment => {
  const draft = caseDraft(id);
  const answers = Object.entries(draft.answers).filter(([key]) => kindAt(key) !== 'risk-class');
  return { ...draft, answers: Object.fromEntries(answers), versions: [] };
};

const said = ({ applies, bySection, hidden, open, stops, lookAgain, openStages, progress }: Evaluation): string =>
  JSON.stringify([applies, [...bySection], hidden, open, stops, [...lookAgain], [...openStages], progress()]);

test.each(['quillfeather', 'tarnwhistle'] as const)(
  'V1–V12, P1–P5 a plain reading of %s says what a whole one says while no class is given',
  (id) => {
    const assessment = unclassed(id);
    expect(said(evaluationBy(new PlainReading(pack, assessment), on))).toBe(said(evaluate(pack, assessment, on)));
  },
);

test('a class given is what it does not see', () => {
  const classed = { ...caseDraft('quillfeather'), versions: [] };
  const differs = pack.questions.find(({ showWhen }) => JSON.stringify(showWhen ?? null).includes('fromSuggestion'));
  const child = classed.people.find(({ role }) => role === 'child')?.id ?? '';
  const low: Assessment = { ...classed, answers: { ...classed.answers } };
  const at = { question: 'risk-class', subject: child, round: 3 };
  const made = apply(pack, low, {
    id: '1',
    at: `${on}T10:00:00.000Z`,
    by: '',
    change: { do: 'answer', at, answer: { is: 'given', value: 'severe' } },
  });
  if (!made.ok || !differs) throw new Error('the pack asks nothing where a class differs from the suggested one');
  const asked = ({ applies }: Evaluation): boolean =>
    applies.some(({ question, person }) => question === differs && person?.id === child);
  expect(asked(evaluate(pack, made.value, on))).toBe(true);
  expect(asked(evaluationBy(new PlainReading(pack, made.value), on))).toBe(false);
});

const editOf = (change: Change) => ({ id: 'e', at: `${on}T10:00:00.000Z`, by: 'A', change });
const ordinary = ['text', 'long-text', 'number', 'date', 'single-choice', 'multi-choice', 'yes-no-unknown', 'scale'];

test('E1 an ordinary answer is kept as any session keeps it', () => {
  const { answers, ...rest } = unclassed('quillfeather');
  const from: Assessment = { ...rest, answers: {}, evidence: [] };
  const entries = Object.entries(answers).filter(([key]) => ordinary.includes(kindAt(key) ?? ''));
  expect(entries.length).toBeGreaterThan(40);
  for (const [key, answer] of entries) {
    const at = parsePlaceKey(key);
    const edit = at && editOf({ do: 'answer', at, answer });
    if (edit) expect(plainApply(pack, from, edit)).toEqual(apply(pack, from, edit));
  }
});

test('every other change is refused, and a value that does not fit as anywhere', () => {
  const from = unclassed('quillfeather');
  const at = { question: 'why-now', subject: null, round: 0 };
  expect(plainApply(pack, from, editOf({ do: 'remove-person', person: 'moss' }))).toMatchObject({ ok: false });
  const wrong = editOf({ do: 'answer', at, answer: { is: 'given', value: 3 } });
  expect(plainApply(pack, from, wrong)).toEqual(apply(pack, from, wrong));
  expect(plainApply(pack, from, wrong).ok).toBe(false);
});
