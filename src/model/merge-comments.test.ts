import { describe, expect, test } from 'vitest';
import { after, comment, commentedPack as pack } from '../../test/fixtures/comments.ts';
import { assessmentOf, child, stillWorld } from '../../test/fixtures/small-pack.ts';
import type { Assessment, Change, Comment } from './assessment.ts';
import { mergeBranches } from './merge.ts';

const add = (each: Comment): Change => ({ do: 'add-comment', comment: each });
const settle = (id: string, settled = true): Change => ({ do: 'settle-comment', comment: id, settled });
const remove = (id: string): Change => ({ do: 'remove-comment', comment: id });

const start = after(assessmentOf(pack, { why: 'because' }, [child('moss')]), add(comment('one')), add(comment('two')));
const merged = (base: Assessment | null, ground: Assessment, branch: Assessment): readonly Comment[] => {
  const { changes } = mergeBranches(pack, { base, ground, branch }, stillWorld());
  return (changes.length === 0 ? ground : after(ground, { do: 'together', changes })).comments ?? [];
};

describe('K10 comments of both sides', () => {
  const reply = comment('reply', { to: 'one', text: 'Her aunt did', at: '2026-05-12T09:30:00.000Z' });

  test('what either side added or dealt with is there', () => {
    const here = after(start, add(comment('here')), settle('one'));
    const there = after(start, add(comment('there')), settle('two'));
    for (const base of [start, null])
      for (const both of [merged(base, here, there), merged(base, there, here)]) {
        expect(new Set(both.map(({ id }) => id))).toEqual(new Set(['one', 'two', 'here', 'there']));
        expect(both.filter(({ settled }) => settled).map(({ id }) => id)).toEqual(['one', 'two']);
      }
  });

  test('what one side took back stays so where it is known what was there', () => {
    const before = after(start, add(reply), settle('one'));
    const back = after(before, remove('reply'), settle('one', false));
    expect(merged(before, before, back)).toEqual(start.comments);
    expect(merged(before, back, before)).toEqual(start.comments);
    expect(merged(null, back, before)).toContainEqual(reply);
  });

  test('of an answer written anew the later writing stays', () => {
    const later = { ...reply, text: 'Her aunt and her teacher did', at: '2026-05-13T09:30:00.000Z' };
    const [early, late] = [after(start, add(reply)), after(start, add(later))];
    for (const base of [start, null]) {
      expect(merged(base, early, late)).toContainEqual(later);
      expect(merged(base, late, early)).toContainEqual(later);
    }
  });

  test('one about somebody who is not there is kept, on the draft as a whole', () => {
    const branch = { ...start, comments: [comment('lost', { place: 'voice~nobody' })] };
    expect(merged(start, start, branch)).toContainEqual(comment('lost'));
  });
});
