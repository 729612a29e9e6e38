import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostFor, Writer, type Host } from './soak/store/browser.ts';
import { bundledStore } from './soak/store/bundle.ts';
import { canMakeDisks, Disk } from './soak/store/disk.ts';
import { copiedAway, fill, untilRefused, writeOnce } from './soak/store/full.ts';
import { leaveHalfARecord } from './soak/store/log.ts';

const noDisks = 'this computer makes no disks of files (Linux, root and loop devices): a full disk was not tried';

// One point each; soak/disk-full.soak.ts and soak/kills.soak.ts go through many.
describe('Chromium that could not write whole', () => {
  let host: Host;
  beforeAll(async () => {
    host = await hostFor(await bundledStore());
  });
  afterAll(() => host.close());

  test('ST50 ST51 a full disk, freed, started again: nothing called saved is missing', async ({ skip }) => {
    if (!(await canMakeDisks())) {
      console.warn(noDisks);
      skip(noDisks);
    }
    expect.assertions(5);
    const disk = await Disk.make(120);
    try {
      const writer = await Writer.start('chromium', disk.folder, host.address);
      const id = await writer.begin();
      await writer.writeOn(id);
      await wait(300);
      const filler = await fill(disk.folder, 100_000);
      await untilRefused(writer);
      expect(writer.refused).toMatch(/^not-saved/);
      const { acknowledged } = writer;
      expect(acknowledged).toBeGreaterThan(1);
      await rm(filler);
      expect(await copiedAway(writer)).not.toBeNull();
      // Nothing is called saved any more, however much room there is.
      expect(await writeOnce(writer, id, 'after it was freed')).toMatch(/^not-saved/);
      await writer.close();

      const after = await Writer.start('chromium', disk.folder, host.address);
      const found = await after.read(id);
      await after.kill();
      if ('problem' in found) expect(found).toBe('readable');
      else expect(found.revision).toBeGreaterThanOrEqual(acknowledged);
      console.log(`a full disk refused ${writer.refused} after ${acknowledged} writes; nothing missing`);
    } finally {
      await disk.remove();
    }
  });

  test('ST53 killed in the middle of a record, and started three times: nothing saved is missing', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'homeward-half-'));
    try {
      let id = '';
      for (let start = 1; start <= 3; start += 1) {
        const writer = await Writer.start('chromium', profile, host.address);
        if (id === '') id = await writer.begin();
        const found = await writer.read(id);
        if ('problem' in found) throw new Error(`start ${start}: ${found.problem}`);
        expect(found.revision).toBe(start);
        expect(await writeOnce(writer, id, `start ${start}`)).toBe('saved');
        await wait(200); // for the new log
        await writer.kill();
        await leaveHalfARecord(profile);
      }
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
