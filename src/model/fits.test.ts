import { describe, expect, test } from 'vitest';
import { choices, column, packWith, row, type QuestionInput } from '../../test/fixtures/small-pack.ts';
import type { Answer } from './answer.ts';
import { cellFits, isBlank, saysNothing, valueFits } from './fits.ts';
import type { Column } from './pack.ts';

const fits = (question: Omit<QuestionInput, 'id'>, value: unknown): boolean => {
  const pack = packWith([{ id: 'q', ...question }]);
  const [asked] = pack.questions.filter(({ id }) => id === 'q');
  return asked !== undefined && valueFits(pack, asked, value);
};

describe('A2 a value fits its kind', () => {
  const items = [{ id: 'one', label: 'One' }];
  const anchors = ['none', 'some', 'much'];
  const table = { kind: 'table', columns: [column('what'), column('when', { kind: 'date' })] } as const;
  const rating = { factor: 'debt', of: null, status: 'active' };
  const mark = { person: 'wren', role: 'parent', date: '2026-01-01', statement: 'I agree.' };

  test.each<[Omit<QuestionInput, 'id'>, unknown]>([
    [{ kind: 'text' }, 'anything'],
    [{ kind: 'long-text' }, ''],
    [{ kind: 'date' }, '2024-02-29'],
    [{ kind: 'number' }, 0],
    [{ kind: 'single-choice', choices: choices('a', 'b') }, 'b'],
    [{ kind: 'risk-class' }, 'severe'],
    [{ kind: 'multi-choice', choices: choices('a', 'b') }, ['b', 'a']],
    [{ kind: 'multi-choice', choices: choices('a', 'b') }, []],
    [{ kind: 'yes-no-unknown' }, 'no'],
    [{ kind: 'scale', anchors }, 2],
    [{ kind: 'checklist', items }, [{ item: 'one', state: 'done', note: 'seen' }]],
    [{ kind: 'rating-matrix', items, anchors }, [{ row: 'one', rating: 'not-known' }]],
    [{ kind: 'rating-matrix', items, anchors }, [{ row: 'one', rating: 0 }]],
    [{ kind: 'factor-rating' }, [rating]],
    [
      { kind: 'factor-rating' },
      [{ ...rating, trend: 'falling', date: '2025-01', guards: [{ risk: 'r', of: null, child: 'c' }] }],
    ],
    [{ kind: 'signature' }, [mark]],
    [{ kind: 'signature' }, [{ ...mark, person: null, name: 'A neighbour' }]],
    [{ kind: 'signature' }, [{ ...mark, witness: { name: 'Tansy', date: '2026-01-01' } }]],
    [table, [row('r1', { what: 'a cut', when: '2025' }), row('r2')]],
    [table, [row('r1', { when: { unread: '31/2/2025' } })]],
  ])('%j takes %j', (question, value) => {
    expect(fits(question, value)).toBe(true);
  });

  test.each<[Omit<QuestionInput, 'id'>, unknown]>([
    [{ kind: 'text' }, 5],
    [{ kind: 'text' }, ['a']],
    [{ kind: 'date' }, '2024-02'],
    [{ kind: 'date' }, '2023-02-29'],
    [{ kind: 'number' }, -1],
    [{ kind: 'number' }, 1.5],
    [{ kind: 'number' }, '5'],
    [{ kind: 'single-choice', choices: choices('a', 'b') }, 'c'],
    [{ kind: 'single-choice', choices: choices('a', 'b') }, ['a']],
    [{ kind: 'risk-class' }, 'dire'],
    [{ kind: 'multi-choice', choices: choices('a') }, ['a', 'c']],
    [{ kind: 'multi-choice', choices: choices('a') }, 'a'],
    [{ kind: 'yes-no-unknown' }, 'not-known'],
    [{ kind: 'yes-no-unknown' }, ''],
    [{ kind: 'scale', anchors }, 3],
    [{ kind: 'scale', anchors }, 'not-known'],
    [{ kind: 'checklist', items }, [{ item: 'two', state: 'done' }]],
    [{ kind: 'checklist', items }, [{ item: 'one', state: 'perhaps' }]],
    [{ kind: 'checklist', items }, [{ item: 'one' }]],
    [{ kind: 'rating-matrix', items, anchors }, [{ row: 'one', rating: 3 }]],
    [{ kind: 'rating-matrix', items, anchors }, [{ row: 'two', rating: 1 }]],
    [{ kind: 'factor-rating' }, [{ ...rating, status: 'dire' }]],
    [{ kind: 'factor-rating' }, [{ ...rating, of: undefined }]],
    [{ kind: 'factor-rating' }, [{ ...rating, trend: 'sideways' }]],
    [{ kind: 'factor-rating' }, [{ ...rating, guards: [{ risk: 'r' }] }]],
    [{ kind: 'signature' }, [{ ...mark, date: '2026-02-30' }]],
    [{ kind: 'signature' }, [{ ...mark, statement: undefined }]],
    [{ kind: 'signature' }, [{ ...mark, witness: { name: 'Tansy', date: '2026-02-30' } }]],
    [{ kind: 'signature' }, [{ ...mark, witness: 'Tansy' }]],
    [{ kind: 'risk-suggestion' }, 'low'],
    [table, [row('r1', { other: 'a' })]],
    [table, [row('r1', { when: 'yesterday' })]],
    [table, [row('', {})]],
    [table, [row('r1'), row('r1')]],
    [table, 'rows'],
    [table, [null]],
  ])('%j refuses %j', (question, value) => {
    expect(fits(question, value)).toBe(false);
  });

  test.each<[Partial<Column>, unknown, boolean]>([
    [{ kind: 'yes-no' }, 'not-known', true],
    [{ kind: 'yes-no' }, 'perhaps', false],
    [{ kind: 'traffic-light' }, 'amber', true],
    [{ kind: 'traffic-light' }, 'blue', false],
    [{ kind: 'number' }, 3, true],
    [{ kind: 'number' }, '3', false],
    [{ kind: 'person', many: true }, ['a', 'b'], true],
    [{ kind: 'person', many: true }, 'a', false],
    [{ kind: 'person' }, 'a', true],
    [{ kind: 'question-ref' }, 'goals.g1', true],
    [{ kind: 'single-choice', choices: choices('a') }, 'b', false],
    [{ kind: 'multi-choice', choices: choices('a') }, ['a'], true],
    [{ kind: 'date' }, { unread: 'soon' }, true],
    [{ kind: 'date' }, { read: 'soon' }, false],
    [{ kind: 'text' }, null, false],
  ])('a cell of %j and %j: %s', (more, cell, expected) => {
    expect(cellFits(column('c', more), cell)).toBe(expected);
  });
});

test('A6 a row that holds a property of its person does not fit', () => {
  const columns = [column('born', { kind: 'date', property: 'born' })];
  expect(fits({ kind: 'person-table', columns }, [row('r1', { born: '2020' }, 'moss')])).toBe(false);
  expect(fits({ kind: 'person-table', columns }, [row('r1', {}, 'moss')])).toBe(true);
});

const nothing: readonly Answer[] = [
  { is: 'given', value: '' },
  { is: 'given', value: [] },
  { is: 'given', value: '', note: '' },
  { is: 'unread', text: '' },
];
const something: readonly Answer[] = [
  { is: 'given', value: 0 },
  { is: 'given', value: 'no' },
  { is: 'unread', text: '31/2/2025' },
  { is: 'not-known' },
  { is: 'declined', reason: '' },
  { is: 'not-applicable', reason: '' },
];

describe('A3 an answer that says nothing', () => {
  test.each(nothing)('%j says nothing', (answer) => {
    expect(saysNothing(answer)).toBe(true);
    expect(saysNothing({ ...answer, note: 'seen on a visit' })).toBe(false);
  });

  test.each(something)('%j says something', (answer) => {
    expect(saysNothing(answer)).toBe(false);
  });
});

describe('A4 a blank answer', () => {
  test.each([...nothing, { is: 'given', value: ' \n' } as const])('%j is blank, with a note or without', (answer) => {
    expect(isBlank(answer)).toBe(true);
    expect(isBlank({ ...answer, note: 'seen on a visit' })).toBe(true);
  });

  test.each(something)('%j is not', (answer) => {
    expect(isBlank(answer)).toBe(false);
  });

  test('white space is kept, because somebody typed it', () => {
    expect(saysNothing({ is: 'given', value: ' ' })).toBe(false);
  });
});
