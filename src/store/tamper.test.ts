import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { chance, looked, type Resting, runs, Sample, sample, swapped, turned } from './tamper.suite.ts';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

describe('ST26 what was changed behind the vault’s back', () => {
  test('nothing is told where nothing was', async () => {
    expect(await looked(await sample())).toMatchObject({ told: false, draft: { revision: 5 } });
  });

  test(`any bit is told, 2,000 tried (PROPERTY_SEED=${seed})`, async () => {
    const resting = await sample();
    const all = runs(resting);
    const total = all.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const next = chance(seed);
    for (let tries = 0; tries < 2_000; tries += 1) {
      let place = next(total);
      const run = all.find(({ bytes }) => {
        if (place < bytes.length) return true;
        place -= bytes.length;
        return false;
      });
      if (!run) throw new Error('No such place.');
      const spoilt = run.put(turned(run.bytes, place, next(8)));
      expect((await looked(spoilt)).told, `byte ${place} of run ${all.indexOf(run)}`).toBe(true);
    }
  }, 30_000);

  test('any number in the header is told', async () => {
    const resting = await sample();
    const { header } = resting;
    for (const kdf of [
      { ...header.kdf, memory: header.kdf.memory + 1 },
      { ...header.kdf, passes: header.kdf.passes + 1 },
    ])
      expect((await looked({ ...resting, header: { ...header, kdf } })).told).toBe(true);
  });

  test('any run that is cut, at its end or its beginning, is told', async () => {
    const resting = await sample();
    for (const [index, { bytes, put }] of runs(resting).entries()) {
      const cuts = [bytes.slice(0, -1), bytes.slice(1), bytes.slice(0, 0)];
      for (const cut of cuts)
        if (cut.length < bytes.length) expect((await looked(put(cut))).told, `${index}`).toBe(true);
    }
  });

  test(`any two runs that change places are told, 300 tried (PROPERTY_SEED=${seed})`, async () => {
    const resting = await sample();
    const count = runs(resting).length;
    const next = chance(seed);
    for (let tries = 0; tries < 300; tries += 1) {
      const [one, other] = [next(count), next(count)];
      const spoilt = swapped(resting, one, other);
      if (spoilt) expect((await looked(spoilt)).told, `${one} and ${other}`).toBe(true);
    }
  });
});

describe('ST26 pieces from another time', () => {
  /** Two ways on from the same beginning, under the same keys. */
  async function ways(): Promise<readonly [Resting, Resting]> {
    const one = await Sample.make();
    await one.write('begun');
    await one.write('agreed');
    const other = one.fork();
    for (const text of ['mother told', 'and more']) await one.write(text, text === 'and more');
    for (const text of ['father told', 'and else']) await other.write(text, text === 'and else');
    return [await one.resting(), await other.resting()];
  }

  test('are each whole', async () => {
    for (const way of await ways()) expect(await looked(way)).toMatchObject({ told: false });
  });

  test('in the place of an entry are told, though they open and bear the same number', async () => {
    const [one, other] = await ways();
    const mixed = {
      ...one,
      journal: one.journal.map(
        (entry) => other.journal.find((each) => each.revision === 3 && entry.revision === 3) ?? entry,
      ),
    };
    expect(mixed.journal.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
    expect((await looked(mixed)).told).toBe(true);
  });

  test('in the place of the last entry leave no draft to open', async () => {
    const [one, other] = await ways();
    const journal = [...one.journal.slice(0, 3), ...other.journal.slice(3)];
    expect(await looked({ ...one, journal, snapshots: one.snapshots.slice(0, 1) })).toEqual({
      told: true,
      draft: null,
    });
  });

  test('in the place of a snapshot are told, and the draft does not open from it', async () => {
    const [one, other] = await ways();
    const found = await looked({ ...one, snapshots: [...one.snapshots.slice(0, 1), ...other.snapshots.slice(1)] });
    expect(found).toMatchObject({ told: true, draft: { edits: [{}, {}, {}] } });
  });

  test('in the place of the head are told', async () => {
    const [one, other] = await ways();
    expect(await looked({ ...one, head: other.head, snapshots: one.snapshots.slice(0, 1) })).toEqual({
      told: true,
      draft: null,
    });
  });

  test('an older head in front of newer pieces is told', async () => {
    const one = await Sample.make();
    await one.write('begun');
    const { head } = await one.resting();
    await one.write('more');
    expect(await looked({ ...(await one.resting()), head })).toEqual({ told: true, draft: null });
  });
});
