import { describe, expect, test } from 'vitest';
import { caseDraft, pack } from '../../../test/journeys/guidance.ts';
import type { Version } from '../../model/assessment.ts';
import { report } from '../../model/make-report.ts';
import { published } from '../../model/published.ts';
import type { ReportChoice } from '../../model/report.ts';
import { reportText } from '../../model/report-text.ts';
import { outcome, problem } from '../../model/problem.ts';
import { exportPdf } from '../../pdf/index.ts';
import { changedSince, difference, sincePhraseIds, withSince } from './since.ts';

const choice: ReportChoice = { locale: 'en', output: 'full', stages: ['stage-3-agree'], on: '2026-03-02' };
const before: Version = {
  id: 'version-1',
  sha256: 'a'.repeat(64),
  stages: ['stage-3-agree'],
  packs: [],
  statedTime: '2026-03-01T10:00:00.000Z',
  signatories: [
    { name: 'Tansy Holloway', role: 'social-worker' },
    { name: 'Hazel Quartermaine', role: 'team-manager' },
  ],
};
const draft = { ...caseDraft('quillfeather'), versions: [before] };

describe('what changed since the version before', () => {
  test('has its words in every pack', () => {
    for (const id of sincePhraseIds) expect(pack.phrases[id]).toBeTruthy();
  });

  test('is found by what the file of that version holds', async () => {
    const made = await exportPdf(report(pack, draft, choice), { published: published(pack, draft, choice) });
    if (!made.ok) throw new Error(made.problems[0].code);
    const vault = { getBlob: () => Promise.resolve(outcome(new Uint8Array(made.value.bytes), [])) };
    const asked = (assessment: typeof draft): ReturnType<typeof changedSince> =>
      changedSince(vault as never, pack, assessment, before);
    expect(await asked(draft)).toEqual({ places: [], people: false });
    const [key = ''] = Object.keys(published(pack, draft, choice).assessment.answers).slice(1);
    const changed = { ...draft, answers: { ...draft.answers, [key]: { is: 'not-known' } as const } };
    expect(await asked(changed)).toEqual({ places: [key], people: false });
    const [person, ...others] = draft.people;
    const renamed = { ...draft, people: [{ ...person, name: 'Somebody Else' } as never, ...others] };
    expect(await asked(renamed)).toMatchObject({ people: true });
  });

  test('is not known without that file', async () => {
    const vault = { getBlob: () => Promise.resolve(problem('no-such-file')) };
    expect(await changedSince(vault as never, pack, draft, before)).toBeNull();
  });

  test('counts what was added and what was taken away', () => {
    const then = { answers: { a: { is: 'not-known' }, b: { is: 'not-known' } }, people: [] } as const;
    const now = { answers: { b: { is: 'not-known' }, c: { is: 'not-known' } }, people: [] } as const;
    expect(difference(then, now)).toEqual({ places: ['a', 'c'], people: false });
  });

  test('is said after the words that name that version', () => {
    const said = (since: Parameters<typeof withSince>[4]): string =>
      reportText(withSince(report(pack, draft, choice), pack, draft, before, since)).join('\n');
    expect(said({ places: [], people: false })).toContain(
      'That version was signed on 1 March 2026, with the names Tansy Holloway, Hazel Quartermaine.',
    );
    expect(said({ places: [], people: false })).toContain('Nothing it says has been changed since.');
    expect(said(null)).toContain('the two were not compared');
    const changed = said({ places: ['child-wishes~juniper'], people: true });
    expect(changed).toContain('Who is named, or what is said of them');
    expect(changed).toMatch(/this was answered otherwise since:[^]*: .+/);
  });
});
