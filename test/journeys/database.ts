import type { JSHandle, Page } from 'playwright-core';
import { databaseName } from '../../src/store/db.ts';

/** What `does`, which runs in the page, makes of the database of training drafts, behind the back of the program. */
export async function inDatabase<Given, Made>(
  page: Page,
  does: (db: IDBDatabase, given: Given) => Made | Promise<Made>,
  given: Given,
): Promise<Made> {
  const database = await page.evaluateHandle(
    (name) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('no database'));
        };
      }),
    databaseName('training'),
  );
  try {
    return await (database as JSHandle<unknown>).evaluate(does as (db: unknown, given: unknown) => Made, given);
  } finally {
    await database.evaluate((db) => {
      db.close();
    });
  }
}
