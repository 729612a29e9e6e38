import { describe, expect, test } from 'vitest';
import { assessmentOf, editOf, packWith } from '../../test/fixtures/small-pack.ts';
import { apply } from './apply.ts';
import type { Assessment, Change, Sharing } from './assessment.ts';
import { inverse } from './inverse.ts';
import { mergeBranches } from './merge.ts';
import { mergedSharing } from './merge-sharing.ts';
import { published } from './published.ts';

const pack = packWith([{ id: 'why', kind: 'long-text' }]);
const start = assessmentOf(pack, { why: 'because' });
const after = (assessment: Assessment, change: Change): Assessment => {
  const next = apply(pack, assessment, editOf(change));
  if (!next.ok) throw new Error(next.problems[0].code);
  return next.value;
};
const set = (sharing: Sharing | null): Change => ({ do: 'change-details', set: { sharing } });
const kept: Sharing = { kept: { why: 'confidential' } };

describe('E6 what is settled about copies', () => {
  test('is changed whole, taken back, and in no attachment', () => {
    const marked = after(start, set({ ...kept, words: ['Millrace Lane'] }));
    expect(marked.sharing).toEqual({ ...kept, words: ['Millrace Lane'] });
    expect(marked.answers).toEqual(start.answers);
    const back = inverse(pack, start, set(kept));
    expect(back).toEqual(set(null));
    expect(after(marked, back ?? set(kept)).sharing).toBeNull();
    const again = inverse(pack, marked, set(null));
    expect(again && after(after(marked, set(null)), again).sharing).toEqual(marked.sharing);
    const choice = { locale: 'en', output: 'full', on: '2026-05-11' } as const;
    expect(JSON.stringify(published(pack, marked, choice))).not.toMatch(/Millrace|sharing|confidential/);
  });

  test('taking it back leaves reference and route as they are, and the other way round', () => {
    expect(inverse(pack, start, { do: 'change-details', set: { reference: 'R' } })).toEqual({
      do: 'change-details',
      set: { reference: start.reference },
    });
  });
});

describe('K10 copies settled in two places', () => {
  const passage = (text: string): Sharing => ({
    copies: { 'child~moss': { passages: { say: { text, from: 'draft' } } } },
  });

  test.each([
    ['what only one side keeps out', null, null, kept, kept],
    ['what both sides keep out, each its own', null, { words: ['a'] }, kept, { ...kept, words: ['a'] }],
    ['a mark both had and one took away', kept, null, kept, null],
    ['a mark both had and one took away, the other way', kept, kept, null, null],
    [
      'nobody to call and no child, which is said by an empty list',
      null,
      { words: ['a'] },
      { copies: { 'parents~ash': { contacts: [], children: [] } } },
      { words: ['a'], copies: { 'parents~ash': { contacts: [], children: [] } } },
    ],
    [
      'a list one side made longer and the other shorter',
      { words: ['a', 'b'] },
      { words: ['b'] },
      { words: ['a', 'b', 'c'] },
      { words: ['b', 'c'] },
    ],
    ['a passage one side changed', passage('old'), passage('old'), passage('new'), passage('new')],
    ['a passage both changed', passage('old'), passage('mine'), passage('theirs'), passage('mine\n\ntheirs')],
  ] as const)('%s', (_what, base, ground, branch, merged) => {
    expect(mergedSharing(base, ground, branch, 'ground')).toEqual(merged);
  });

  test('without what was there before nothing that is kept out is let go', () => {
    expect(mergedSharing(undefined, null, kept, 'ground')).toEqual(kept);
    expect(mergedSharing(undefined, kept, null, 'ground')).toEqual(kept);
  });

  test('comes with the merge of two drafts, and a second merge changes nothing', () => {
    let id = 0;
    const world = { now: () => '2026-05-12T09:00:00.000Z', newId: () => `n${(id += 1)}` };
    const branch = after(start, set(kept));
    const { changes } = mergeBranches(pack, { base: start, ground: start, branch }, world);
    const merged = changes.reduce(after, start);
    expect(merged.sharing).toEqual(kept);
    const again = mergeBranches(pack, { base: start, ground: merged, branch }, world);
    expect(again.changes.filter((change) => change.do === 'change-details')).toEqual([]);
  });
});
