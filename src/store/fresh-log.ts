import { deleteDatabase } from './delete-database.ts';
import { within } from './patience.ts';

/** Holds nothing, and is there for milliseconds. */
const name = 'homeward-fresh-log';

/**
 * Makes Chromium put what it holds of this site's databases into a file of its own, and begin a new log.
 *
 * A browser that died in a write may leave half a record at the end of its log. It reads that rightly the next time,
 * and writes on behind it; the time after that it takes the log for damaged and throws every database of the site
 * away. Deleting a database, which may be empty, is what makes it look after its files.
 */
export async function freshLog(patience: number, factory: IDBFactory = indexedDB): Promise<boolean> {
  try {
    await within(made(factory), patience);
    return (await deleteDatabase(name, patience, factory)) !== null;
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    return false;
  }
}

/** Settles once the database was there; closed at once, also where nobody waits any more. */
function made(factory: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new DOMException('The database could not be made.', 'UnknownError'));
    });
  });
}
