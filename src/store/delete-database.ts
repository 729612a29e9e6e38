import { within } from './patience.ts';

/** The version of the database that was deleted, 0 where there was none; null where that failed or did not end in time. */
export async function deleteDatabase(
  name: string,
  patience: number,
  factory: IDBFactory = indexedDB,
): Promise<number | null> {
  const gone = new Promise<number>((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.addEventListener('success', (event) => {
      resolve(event instanceof IDBVersionChangeEvent ? event.oldVersion : 0);
    });
    request.addEventListener('error', () => {
      reject(request.error ?? new DOMException('The database could not be deleted.', 'UnknownError'));
    });
  });
  try {
    return await within(gone, patience);
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    return null;
  }
}
