import { deleteDatabase } from './delete-database.ts';

/** Holds nothing, and is there for milliseconds. */
const name = 'homeward-fresh-log';

/**
 * Makes Chromium put what it holds of this site's databases into a file of its own, and begin a new log.
 *
 * A browser that died in a write may leave half a record at the end of its log. It reads that rightly the next time,
 * and writes on behind it; the time after that it takes the log for damaged and throws every database of the site
 * away. Deleting a database, which may be empty, is what makes it look after its files.
 */
export function freshLog(patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('error', () => {
      resolve(false);
    });
    request.addEventListener('success', () => {
      request.result.close();
      void deleteDatabase(name, patience).then((version) => {
        resolve(version !== null);
      });
    });
  });
}
