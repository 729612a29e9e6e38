import { describe, expect, test } from 'vitest';
import { after, comment, commentedPack as pack } from '../../test/fixtures/comments.ts';
import { assessmentOf, child, editOf } from '../../test/fixtures/small-pack.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Comment } from './assessment.ts';
import { inverse } from './inverse.ts';
import { published } from './published.ts';

const start = assessmentOf(pack, { why: 'because' }, [child('moss')]);

const codeOf = (assessment: Assessment, change: Change): string | undefined => {
  const next = apply(pack, assessment, editOf(change));
  return next.ok ? undefined : next.problems[0].code;
};
const add = (each: Comment): Change => ({ do: 'add-comment', comment: each });
const two = after(start, add(comment('one', { place: 'why' })), add(comment('two')));

describe('E16 what readers said', () => {
  test('is about an answer that may be given, or about the whole draft', () => {
    expect(two.comments).toEqual([comment('one', { place: 'why' }), comment('two')]);
    expect(after(start, add(comment('three', { place: 'voice~moss' }))).comments).toHaveLength(1);
    expect(codeOf(start, add(comment('x', { place: 'nowhere' })))).toBe('unknown-question');
    expect(codeOf(start, add(comment('x', { place: 'voice~nobody' })))).toBe('wrong-subject');
    expect(codeOf(start, add(comment('x', { place: '~~' })))).toBe('unknown-question');
    expect(codeOf(two, add(comment('one')))).toBe('duplicate-comment');
  });

  test('is settled and taken out by its id', () => {
    const settled = after(two, { do: 'settle-comment', comment: 'one', settled: true });
    expect(settled.comments?.[0]).toEqual(comment('one', { place: 'why', settled: true }));
    expect(after(settled, { do: 'settle-comment', comment: 'one', settled: false }).comments).toEqual(two.comments);
    expect(codeOf(two, { do: 'settle-comment', comment: 'none', settled: true })).toBe('unknown-comment');
    expect(codeOf(two, { do: 'remove-comment', comment: 'none' })).toBe('unknown-comment');
  });

  test('every change can be taken back, the last comment too', () => {
    const changes: readonly Change[] = [
      add(comment('three')),
      { do: 'settle-comment', comment: 'one', settled: true },
      { do: 'remove-comment', comment: 'one' },
    ];
    for (const change of changes) {
      const back = inverse(pack, two, change);
      if (!back) throw new Error(change.do);
      expect(after(after(two, change), back).comments, change.do).toEqual(two.comments);
    }
    const none = after(two, { do: 'remove-comment', comment: 'one' }, { do: 'remove-comment', comment: 'two' });
    expect('comments' in none).toBe(false);
  });

  test('changes no answer and no history, and is not printed', () => {
    expect({ ...two, comments: undefined, changedAt: '' }).toEqual({ ...start, comments: undefined, changedAt: '' });
    const choice = { locale: 'en', output: 'full', on: '2026-05-11' } as const;
    expect(JSON.stringify(published(pack, two, choice))).not.toContain('about one');
  });
});
