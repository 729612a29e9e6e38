import { describe, expect, test } from 'vitest';
import { assessmentOf, child, packWith, type QuestionInput } from '../../test/fixtures/small-pack.ts';
import { evaluate } from './evaluate.ts';
import { inGroups } from './groups.ts';

const grouped = (questions: readonly QuestionInput[]): unknown => {
  const pack = packWith(questions);
  const { applies } = evaluate(pack, assessmentOf(pack, {}, [child('moss'), child('juniper')]), '2026-01-01');
  return inGroups(applies.filter(({ key }) => key !== 'purpose')).map(({ person, instances }) => [
    person?.id ?? null,
    instances.map(({ key }) => key),
  ]);
};

describe('V8 reading order', () => {
  test('neighbours that repeat are taken person by person', () => {
    expect(
      grouped([
        { id: 'a', repeats: ['child'] },
        { id: 'b', repeats: ['child'] },
      ]),
    ).toEqual([
      ['moss', ['a~moss', 'b~moss']],
      ['juniper', ['a~juniper', 'b~juniper']],
    ]);
  });

  test('a question about the family keeps its place between them', () => {
    expect(
      grouped([{ id: 'a', repeats: ['child'] }, { id: 'f' }, { id: 'g' }, { id: 'b', repeats: ['child'] }]),
    ).toEqual([
      ['moss', ['a~moss']],
      ['juniper', ['a~juniper']],
      [null, ['f', 'g']],
      ['moss', ['b~moss']],
      ['juniper', ['b~juniper']],
    ]);
  });

  test('nothing is no group', () => {
    expect(inGroups([])).toEqual([]);
  });
});
