import { deleteDatabase } from './delete-database.ts';
import { type Surroundings, storageOf } from './open-vault.ts';

/** Long enough for another tab to let go; nobody waits for it. */
const patience = 60_000;

/** Deletes what the trial left in plain text, drafts and sentinel; whether there was any. It is never taken over. */
export async function deleteTrial(page: Surroundings): Promise<boolean> {
  if (page.location.protocol === 'file:' || page.indexedDB === undefined) return false;
  try {
    storageOf(page)?.removeItem?.('homeward-sentinel');
  } catch {
    // It holds no more than numbers, and the next start tries again.
  }
  const names = ['homeward-training', 'homeward-real'];
  const versions = await Promise.all(names.map((name) => deleteDatabase(name, patience)));
  return versions.some((version) => version !== null && version > 0);
}
