import { describe, expect, test } from 'vitest';
import { checkPack } from '../model/check-pack.ts';
import { articleIds, loadArticle } from './load-article.ts';
import { guidanceFor } from './pack-parts.ts';
import { caseIds, loadCase, loadGuidance, loadPack, loadPackCore, loadTrainingCase } from './packs.ts';

async function whole(locale: 'en' | 'cy' = 'en') {
  const read = await loadPack('sparf', locale);
  if (!read.ok) throw new Error('not loaded');
  return read.value;
}

describe('L1 the first load', () => {
  test('has structure and labels, no guidance, sources or glossary', async () => {
    const read = await loadPackCore('sparf', 'en');

    expect(read).toMatchObject({
      ok: true,
      value: { id: 'sparf', locale: 'en', complete: false, guidance: {}, sources: [], glossary: [], articles: [] },
    });
    expect(read.ok && checkPack(read.value)).toEqual([]);
  });

  test('guidance of a stage comes on demand, with the words of its round', async () => {
    const core = await loadPackCore('sparf', 'en');
    if (!core.ok) throw new Error('not loaded');
    const stage = await loadGuidance(core.value, 'stage-4-review');
    if (!stage.ok) throw new Error('not loaded');

    const { guidance } = await whole();
    const second = guidanceFor(stage.value, 'factors-child', 2);
    expect(second).toEqual(guidance['factors-child@2']);
    expect(second?.why).not.toEqual(guidance['factors-child']?.why);
    expect(guidanceFor(stage.value, 'perpetrator-access', 2)).toBeDefined();
    expect(guidanceFor(stage.value, 'why-now', 0)).toBeUndefined();
  });

  test('guidance of a stage that does not exist is a problem', async () => {
    const core = await loadPackCore('sparf', 'en');
    if (!core.ok) throw new Error('not loaded');

    expect(await loadGuidance(core.value, 'stage-9')).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-content' }],
    });
  });
});

describe('L2 the whole pack', () => {
  test('has no fault and the hashes of its first part', async () => {
    const core = await loadPackCore('sparf', 'en');
    const pack = await whole();

    expect(pack.complete).toBe(true);
    expect(checkPack(pack)).toEqual([]);
    expect(core.ok && [core.value.structureHash, core.value.wordsHash]).toEqual([pack.structureHash, pack.wordsHash]);
  });

  test('is the same value each time, so that what is worked out from it is worked out once', async () => {
    expect(await whole()).toBe(await whole());
  });

  test('speaks Welsh where it can, on the same structure', async () => {
    const [en, cy] = [await whole('en'), await whole('cy')];

    expect(cy.locale).toBe('cy');
    expect(cy.structureHash).toBe(en.structureHash);
  });
});

describe('L3 cases and articles', () => {
  test('a case is a training assessment of the pack in hand', async () => {
    const pack = { ...(await whole()), structureHash: '0'.repeat(64) };
    const read = await loadCase('quillfeather', pack);

    expect(read).toMatchObject({
      ok: true,
      value: { kind: 'training', pack: { id: 'sparf', structureHash: pack.structureHash } },
    });
  });

  test('a case tells its story and what it teaches', async () => {
    const read = await loadTrainingCase('tarnwhistle', await whole());

    expect(read.ok && read.value.story.length).toBe(7);
    expect(read.ok && read.value.teachingPoints.length).toBe(6);
  });

  test('a case that does not exist is a problem', async () => {
    expect(await loadCase('nobody', await whole())).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown-content' }],
    });
  });

  test('cases and articles can be listed and loaded', async () => {
    const pack = await whole();

    expect(caseIds(pack)).toEqual(['quillfeather', 'tarnwhistle']);
    for (const id of articleIds(pack)) expect((await loadArticle(pack, id)).ok, id).toBe(true);
  });
});
