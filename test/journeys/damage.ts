import type { Page } from 'playwright-core';
import type { Buckets } from '../../src/store/second-place.ts';
import { inDatabase } from './database.ts';

/** How the pieces of a draft are damaged: deleted, or two bytes of what they hold turned over. */
export interface Damage {
  readonly store: 'head' | 'journal' | 'snapshot';
  /** Of the pieces of that store: from which revision on, and up to which. */
  readonly from: number;
  readonly to: number;
  readonly how: 'delete' | 'scratch';
}

/**
 * Damages what rests of the draft `id`, behind the back of the program, and loads the page again. The standing copy goes
 * first: it would mend the draft.
 */
export async function damage(page: Page, id: string, damages: readonly Damage[]): Promise<void> {
  await inDatabase(
    page,
    async (db, { draft, all }) => {
      const { storageBuckets } = navigator as { storageBuckets?: Buckets };
      for (const name of (await storageBuckets?.keys()) ?? []) await storageBuckets?.delete(name);
      const transaction = db.transaction(['head', 'journal', 'snapshot'], 'readwrite');
      for (const { store, from, to, how } of all) {
        const range = IDBKeyRange.bound([draft, from], [draft, to]);
        const pieces = transaction.objectStore(store);
        if (how === 'delete') pieces.delete(range);
        else
          pieces.openCursor(range).onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            const record = cursor.value as { envelope: Record<string, unknown> };
            for (const part of Object.values(record.envelope))
              if (part instanceof Uint8Array) part.set([0, 255], Math.floor(part.length / 2));
            cursor.update(record);
            cursor.continue();
          };
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
    },
    { draft: id, all: damages },
  );
  await page.reload();
}
