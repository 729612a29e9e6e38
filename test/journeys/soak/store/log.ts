import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The log that Chromium appends every write to, in the files of its databases on `profile`. */
async function logOf(profile: string): Promise<string> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const logs = (await readdir(folder, { recursive: true })).filter((name) => /\d\.log$/.test(name)).toSorted();
  const newest = logs.at(-1);
  if (newest === undefined) throw new Error('this browser keeps its databases in another way');
  return join(folder, newest);
}

/** What a browser that died between two of its calls leaves: the first bytes of a record of 500, and none of them. */
export async function leaveHalfARecord(profile: string): Promise<void> {
  await appendFile(await logOf(profile), Buffer.from([1, 2, 3, 4, 0xf4, 0x01, 1]));
}
