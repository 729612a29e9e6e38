import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../random.ts';
import { hostFor, Writer } from './store/browser.ts';
import { bundledStore } from './store/bundle.ts';
import { canMakeDisks, Disk } from './store/disk.ts';
import { note } from './store/evidence.ts';

const seed = Number(process.env.SEED ?? Date.now() % 100_000);
const cuts = Number(process.env.CUTS ?? 30);

/** How many acknowledged writes were gone after each of `times` cuts, and how many there were. */
async function cutPower(
  durability: 'strict' | 'relaxed',
  times: number,
): Promise<{ lost: number[]; acknowledged: number }> {
  const random = randomFrom(seed);
  const host = await hostFor(await bundledStore(durability));
  const lost: number[] = [];
  let acknowledged = 0;
  try {
    for (let cut = 0; cut < times; cut += 1) {
      const disk = await Disk.make(400);
      const writer = await Writer.start('chromium', disk.folder, host.address);
      const id = await writer.begin();
      await writer.writeOn(id);
      await wait(500 + random() * 6_000);
      const last = writer.acknowledged;
      writer.freeze();
      const copy = await disk.asAfterPowerCut();
      await writer.kill();
      await disk.remove();
      await copy.mount();
      const after = await Writer.start('chromium', copy.folder, host.address).catch(() => null);
      const found = after ? await after.read(id) : { problem: 'no vault' };
      await after?.kill();
      await copy.remove();
      acknowledged += last;
      lost.push('problem' in found ? last : Math.max(0, last - found.revision));
    }
  } finally {
    await host.close();
  }
  return { lost, acknowledged };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

describe.runIf(await canMakeDisks())('the power goes while Chromium writes', () => {
  test('as the program writes, nothing acknowledged is lost', { timeout: 3_600_000 }, async () => {
    const { lost, acknowledged } = await cutPower('strict', cuts);
    note('power-cuts-strict', {
      done: `${cuts} simulated power cuts (ext4 on a loop device), ${acknowledged} writes acknowledged`,
      seen: `${sum(lost)} lost in ${lost.filter((each) => each > 0).length} cuts`,
      seed,
    });
    expect(sum(lost)).toBe(0);
    expect(acknowledged).toBeGreaterThan(cuts);
  });

  test('with relaxed writes, something is: the cuts are real', { timeout: 3_600_000 }, async () => {
    const times = Math.ceil(cuts / 5);
    const { lost, acknowledged } = await cutPower('relaxed', times);
    note('power-cuts-relaxed', {
      done: `control: ${times} power cuts with relaxed writes, ${acknowledged} writes acknowledged`,
      seen: `${sum(lost)} lost in ${lost.filter((each) => each > 0).length} cuts, as it must be`,
      seed,
    });
    expect(sum(lost)).toBeGreaterThan(0);
  });
});
