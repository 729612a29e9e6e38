import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Writer } from './browser.ts';

/** Takes all room of the disk but a little, which the browser then uses up by itself. */
export async function fill(folder: string, leave: number): Promise<string> {
  const file = join(folder, 'filler');
  const { bavail, bsize } = await statfs(folder);
  // The browser writes at the same time: where it was faster, the disk is full as it should be.
  await writeFile(file, Buffer.alloc(Math.max(0, bavail * bsize - leave))).catch((fault: unknown) => {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC')) throw fault;
  });
  return file;
}

/** Waits until the drafts are copied away, as somebody does who reads the banner; how long it took, in seconds. */
export async function copiedAway(writer: Writer): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < 20_000) {
    if ((await writer.ask((writing) => writing.copied())) > 0)
      return Math.round((performance.now() - start) / 100) / 10;
    await wait(200);
  }
  return null;
}

/** What the page says to one write, and the text it wrote; a page that is asked again and again must be right each time. */
export async function writeOnce(writer: Writer, id: string, value: string): Promise<string> {
  return writer.page.evaluate(([draft, text]) => window.writing.writeOnce(draft, text), [id, value] as const);
}

/** Waits until the page that writes on is refused, at most 20 seconds. */
export async function untilRefused(writer: Writer): Promise<void> {
  for (let waited = 0; writer.refused === '' && waited < 20_000; waited += 50) await wait(50);
}

/** Waits until the standing copy has the draft, at most 10 seconds: whether it does. */
export async function untilStanding(writer: Writer, id: string): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if ((await writer.page.evaluate((draft) => window.writing.standing(draft), id)) > 0) return true;
    await wait(50);
  }
  return false;
}
