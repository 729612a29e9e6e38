import { describe, expect, test } from 'vitest';
import { assessmentOf, child, packWith, parent } from '../../../test/fixtures/small-pack.ts';
import { differences } from './differences.ts';

const pack = packWith([
  { id: 'first', kind: 'long-text' },
  { id: 'second', kind: 'long-text', repeats: ['child'] },
  { id: 'third', kind: 'long-text' },
]);
const people = [child('moss'), parent('wren')];
const here = assessmentOf(pack, { third: 'here', first: 'same', 'second~moss': 'only here' }, people);

describe('what two drafts do not share', () => {
  test('is nothing between a draft and itself, in whatever order it was written', () => {
    const turned = { ...here, answers: Object.fromEntries(Object.entries(here.answers).toReversed()) };
    expect(differences(pack, here, turned)).toEqual({ people: [], answers: [] });
  });

  test('is told in the order of the questions, with both sides', () => {
    const there = assessmentOf(pack, { third: 'there', first: 'same' }, [
      child('moss'),
      parent('wren', { post: 'x' }),
      parent('new'),
    ]);
    const { people: persons, answers } = differences(pack, here, there);
    expect(answers).toEqual([
      { key: 'second~moss', here: here.answers['second~moss'], there: null },
      { key: 'third', here: here.answers.third, there: there.answers.third },
    ]);
    expect(persons.map((each) => [each.here?.id, each.there?.id])).toEqual([
      ['wren', 'wren'],
      [undefined, 'new'],
    ]);
  });
});
