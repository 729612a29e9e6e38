import { wrap, type IDBPDatabase } from 'idb';
import { bucketsOf, copiesOf } from './second-place.ts';

/** How many drafts the copies of the database called `name` hold by now, each of them written whole. */
export async function copiedDrafts(name: string): Promise<number> {
  const buckets = bucketsOf(navigator);
  if (buckets === null) return 0;
  let drafts = 0;
  for (const copy of await copiesOf(name, buckets)) {
    const { indexedDB } = await buckets.open(copy, { durability: 'strict' });
    // Asked first: opening what is not there would make it.
    if (!(await indexedDB.databases()).some((each) => each.name === 'copy')) continue;
    const db = (await wrap(indexedDB.open('copy'))) as unknown as IDBPDatabase; // an opened request's result
    if (db.objectStoreNames.contains('head')) drafts += await db.count('head');
    db.close();
  }
  return drafts;
}
