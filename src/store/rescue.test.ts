import { describe, expect, test } from 'vitest';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { NoKeyError } from './aes-seal.ts';
import { plainSeal, type Seal } from './envelope.ts';
import { MemoryDisk } from './memory-directories.suite.ts';
import { directories } from './rescue-place.ts';
import { Rescue } from './rescue.ts';

const edit = answering('hopes', 'typed while the disk was full');
const refused = { draft: 'draft-1', expected: 4, edits: [edit], after: withEdits(emptyDraft('draft-1'), [edit]) };

describe('ST44 what storage refused', () => {
  test('is found by a later run as it was, and not by the run that put it there', async () => {
    const disk = new MemoryDisk();
    const rescue = new Rescue('training', plainSeal, disk.run());
    expect(await rescue.put(refused)).toBe(true);
    expect(await rescue.found()).toEqual([]);
    const later = new Rescue('training', plainSeal, disk.run());
    const found = await later.found();
    expect(found).toMatchObject([refused]);
    await later.letGo(found[0]?.name ?? '');
    expect(await later.found()).toEqual([]);
    expect(disk.directories.size).toBe(0);
  });

  test('is replaced by the newest state, whole, and stays when a later write fails', async () => {
    const disk = new MemoryDisk();
    const rescue = new Rescue('training', plainSeal, disk.run());
    const second = { ...refused, expected: 5 };
    expect(await Promise.all([rescue.put(refused), rescue.put(second)])).toEqual([true, true]);
    disk.fails = true;
    expect(await rescue.put({ ...refused, expected: 6 })).toBe(false);
    expect(await new Rescue('training', plainSeal, disk.run()).found()).toMatchObject([second]);
  });

  test('is sealed: nothing typed is written as it is, and what does not open is left where it is', async () => {
    const disk = new MemoryDisk();
    const turned: Seal = {
      enclose: (record, plain) =>
        plainSeal.enclose(
          record,
          plain.map((byte) => byte ^ 0xff),
        ),
      open: async (record, envelope) => {
        const bytes = await plainSeal.open(record, envelope);
        return bytes.ok ? { ok: true, value: bytes.value.map((byte) => byte ^ 0xff) } : bytes;
      },
    };
    await new Rescue('training', turned, disk.run()).put(refused);
    const text = [...disk.directories.values()].flatMap((files) => [...files.values()]).join('');
    expect(text).toContain('draft-1');
    expect(text).not.toContain(btoa('typed while the disk').slice(0, 12));
    expect(await new Rescue('training', plainSeal, disk.run()).found()).toEqual([]);
    expect(await new Rescue('training', turned, disk.run()).found()).toMatchObject([refused]);
  });

  test('is not mixed up with drafts of the other kind, nor with files cut short', async () => {
    const disk = new MemoryDisk();
    await new Rescue('training', plainSeal, disk.run()).put(refused);
    expect(await new Rescue('real', plainSeal, disk.run()).found()).toEqual([]);
    const [files] = disk.directories.values();
    files?.set('draft-1.json', (files.get('draft-1.json') ?? '').slice(0, 40));
    expect(await new Rescue('training', plainSeal, disk.run()).found()).toEqual([]);
  });

  test('is not kept, and nothing breaks, once the vault was locked', async () => {
    const locked: Seal = {
      ...plainSeal,
      enclose: () => {
        throw new NoKeyError();
      },
    };
    const disk = new MemoryDisk();
    expect(await new Rescue('training', locked, disk.run()).put(refused)).toBe(false);
    expect([...disk.directories.values()].flatMap((files) => [...files])).toEqual([]);
  });

  test('has nowhere to go in a browser that offers no place', async () => {
    const nowhere = directories('homeward-rescue-training-', {});
    expect(await new Rescue('training', plainSeal, nowhere).put(refused)).toBe(false);
    expect(await new Rescue('training', plainSeal, nowhere).found()).toEqual([]);
  });
});
