import { describe, expect, test } from 'vitest';
import type { Version } from '../model/assessment.ts';
import { assessmentOf, packWith } from '../../test/fixtures/small-pack.ts';
import { goneOnFrom, recognised, versionOf, type SignedDocument } from './signed.ts';

const pack = packWith([]);
const [one, two, three, other] = ['1', '2', '3', 'f'].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const questions = { id: 'sparf', version: 1, structureHash: other, wordsHash: other };

const document = (...states: readonly string[]): SignedDocument => ({
  states,
  signatures: states.map((state, index) => ({
    name: `Signer ${String(index + 1)}`,
    role: index === 0 ? 'social-worker' : 'team-manager',
    statedTime: new Date(Date.UTC(2026, 2, index + 1)),
    fingerprint: state,
  })),
  stages: ['stage-1-assess'],
  pack: questions,
});

const version = (sha256: string, more: Partial<Version> = {}): Version => ({
  id: `version-${sha256.slice(0, 1)}`,
  sha256,
  stages: ['stage-1-assess'],
  packs: [questions],
  statedTime: '2026-03-01T00:00:00.000Z',
  signatories: [{ name: 'Signer 1', role: 'social-worker' }],
  ...more,
});

const draft = (...versions: readonly Version[]): ReturnType<typeof assessmentOf> =>
  assessmentOf(pack, {}, [], { versions });

describe('the version that a signed document is', () => {
  test('names everybody who signed, the last key and time, and the version before', () => {
    expect(versionOf(document(one, two), other)).toEqual({
      id: `signed-${two.slice(0, 32)}`,
      sha256: two,
      stages: ['stage-1-assess'],
      packs: [questions],
      statedTime: '2026-03-02T00:00:00.000Z',
      signatories: [
        { name: 'Signer 1', role: 'social-worker' },
        { name: 'Signer 2', role: 'team-manager' },
      ],
      fingerprint: two,
      before: other,
    });
  });

  test('is none where nobody signed', () => {
    expect(versionOf(document(), undefined)).toBeNull();
    expect(goneOnFrom(draft(), document())).toEqual(draft());
  });
});

describe('a document is known again', () => {
  test('as it left', () => {
    expect(recognised(draft(version(one)), document(one))).toEqual({ is: 'known', version: version(one) });
  });

  test('by the hash it had when it left, whoever signed it since', () => {
    expect(recognised(draft(version(other), version(one)), document(one, two, three))).toMatchObject({
      is: 'countersigned',
      version: { sha256: one },
      next: { sha256: three, before: one },
    });
  });

  test('by its newest state that is known', () => {
    expect(recognised(draft(version(one), version(two)), document(one, two, three))).toMatchObject({
      version: { sha256: two },
      next: { before: two },
    });
  });

  test('and no other is', () => {
    expect(recognised(draft(version(other)), document(one, two))).toEqual({ is: 'unknown' });
    expect(recognised(draft(), document(one))).toEqual({ is: 'unknown' });
  });
});

describe('going on from a document', () => {
  test('makes it the newest version, after those it names', () => {
    const { versions } = goneOnFrom(draft(version(other)), document(one, two));
    expect(versions.map(({ sha256, before }) => [sha256, before])).toEqual([
      [other, undefined],
      [two, other],
    ]);
  });

  test('twice makes no second one', () => {
    const once = goneOnFrom(draft(), document(one, two));
    expect(goneOnFrom(once, document(one, two))).toEqual(once);
  });
});
