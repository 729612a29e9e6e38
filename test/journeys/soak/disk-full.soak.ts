import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../random.ts';
import { hostFor, Writer } from './store/browser.ts';
import { bundledStore } from './store/bundle.ts';
import { canMakeDisks, Disk } from './store/disk.ts';
import { note } from './store/evidence.ts';
import { copiedAway, fill, untilRefused, untilStanding, writeOnce } from './store/full.ts';

const seed = Number(process.env.SEED ?? Date.now() % 100_000);
const points = Number(process.env.POINTS ?? 30);

describe.runIf(await canMakeDisks())('the disk is full', () => {
  test(
    'what was called saved is there after it was freed and the browser started again',
    { timeout: 3_600_000 },
    async () => {
      const random = randomFrom(seed);
      const host = await hostFor(await bundledStore());
      const missing: string[] = [];
      let refusals = 0;
      let notCopied = 0;
      try {
        for (let point = 0; point < points; point += 1) {
          const disk = await Disk.make(160);
          const writer = await Writer.start('chromium', disk.folder, host.address);
          const id = await writer.begin();
          await writer.writeOn(id);
          await wait(200 + random() * 1_000);
          const filler = await fill(disk.folder, Math.floor(random() * 300_000));
          await untilRefused(writer);
          if (writer.refused !== '') refusals += 1;
          let acknowledged = writer.acknowledged;
          await rm(filler);
          const copied = writer.refused === '' ? 0 : await copiedAway(writer);
          if (copied === null) notCopied += 1;
          // The same page first, then the page loaded again: a browser that ran out of room is not believed until it ended.
          if ((await writeOnce(writer, id, 'after it was freed')) === 'saved') acknowledged += 1;
          await writer.page.reload();
          await writer.page.waitForFunction(() => 'writing' in window);
          await writer.ask((writing) => writing.open());
          const again = await writer.read(id);
          if (!('problem' in again) && (await writeOnce(writer, id, 'after a reload')) === 'saved')
            acknowledged = Math.max(acknowledged, again.revision) + 1;
          await writer.close();

          const after = await Writer.start('chromium', disk.folder, host.address);
          const found = await after.read(id);
          await after.kill();
          await disk.remove();
          const has = 'problem' in found ? 0 : found.revision;
          if (has < acknowledged)
            missing.push(
              `point ${point}: ${acknowledged - has} of ${acknowledged} (${writer.refused}, copied after ${copied ?? 'never'} s)`,
            );
          console.log(
            `point ${point}: ${has} of ${acknowledged}, ${writer.refused}, copied after ${copied ?? 'never'} s`,
          );
        }
      } finally {
        await host.close();
      }
      note('disk-full', {
        done: `a full disk at ${points} random points, ${refusals} of them refused a write, ${notCopied} had no copy within 20 s; freed, loaded again, restarted`,
        seen: missing.length === 0 ? 'nothing called saved was missing' : missing.join('; '),
        seed,
      });
      expect(missing).toEqual([]);
      expect(refusals).toBeGreaterThan(0);
    },
  );

  // Before anybody has read the banner, and before anything was copied away.
  test.each([
    ['chromium', 'freed, and the browser ended within half a second', true],
    ['chromium', 'the browser ended while it was full', false],
    ['firefox', 'freed, and the browser ended within half a second', true],
  ] as const)('%s, %s: what was called saved is there', { timeout: 3_600_000 }, async (engine, name, isFreedFirst) => {
    const random = randomFrom(seed);
    const host = await hostFor(await bundledStore());
    const missing: string[] = [];
    let refusals = 0;
    try {
      for (let point = 0; point < points; point += 1) {
        const disk = await Disk.make(160);
        const writer = await Writer.start(engine, disk.folder, host.address);
        const id = await writer.begin();
        const isStanding = engine === 'chromium' && (await untilStanding(writer, id));
        await writer.writeOn(id);
        await wait(200 + random() * 1_000);
        const filler = await fill(disk.folder, Math.floor(random() * 300_000));
        await untilRefused(writer);
        if (writer.refused !== '') refusals += 1;
        const { acknowledged } = writer;
        if (isFreedFirst) await rm(filler);
        await wait(random() * 500);
        const isKilled = random() < 0.5;
        await (isKilled ? writer.kill() : writer.close());
        if (!isFreedFirst) await rm(filler);

        const after = await Writer.start(engine, disk.folder, host.address);
        const found = await after.read(id);
        await after.kill();
        await disk.remove();
        const has = 'problem' in found ? 0 : found.revision;
        const how = `${isStanding ? 'copy standing, ' : ''}${writer.refused}, ${isKilled ? 'killed' : 'closed'}`;
        const said = `point ${point}: ${has} of ${acknowledged} (${how}${'problem' in found ? `, ${found.problem}` : ''})`;
        console.log(said);
        if (has < acknowledged) missing.push(said);
      }
    } finally {
      await host.close();
    }
    note(`disk-full-${engine}-${isFreedFirst ? 'freed' : 'full'}-ended`, {
      done: `${engine}, a full disk at ${points} random points, ${refusals} of them refused a write; ${name}, half of the times killed; started again`,
      seen: missing.length === 0 ? 'nothing called saved was missing' : missing.join('; '),
      seed,
    });
    expect(missing).toEqual([]);
    expect(refusals).toBeGreaterThan(0);
  });
});
