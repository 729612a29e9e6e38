import { wrap, type IDBPDatabase } from 'idb';
import { bucketsOf, copiesOf, standingName } from './second-place.ts';

/** How many drafts were copied away from the database called `name` by now, each of them written whole. */
export async function copiedDrafts(name: string): Promise<number> {
  const buckets = bucketsOf(navigator);
  if (buckets === null) return 0;
  let drafts = 0;
  for (const copy of await copiesOf(name, buckets)) {
    if (copy === standingName(name)) continue;
    const { indexedDB } = await buckets.open(copy, { durability: 'strict' });
    // Asked first: opening what is not there would make it.
    if (!(await indexedDB.databases()).some((each) => each.name === 'copy')) continue;
    const db = (await wrap(indexedDB.open('copy'))) as unknown as IDBPDatabase; // an opened request's result
    if (db.objectStoreNames.contains('head')) drafts += await db.count('head');
    db.close();
  }
  return drafts;
}

/** The revision at which the standing copy of the database called `name` has draft `id`; 0 where it has not. */
export async function standingRevision(name: string, id: string): Promise<number> {
  const buckets = bucketsOf(navigator);
  if (buckets === null || !(await buckets.keys()).includes(standingName(name))) return 0;
  const { indexedDB } = await buckets.open(standingName(name), { durability: 'strict' });
  if (!(await indexedDB.databases()).some((each) => each.name === 'copy')) return 0;
  const db = (await wrap(indexedDB.open('copy'))) as unknown as IDBPDatabase; // an opened request's result
  const key = db.objectStoreNames.contains('head') && (await db.transaction('head').store.index('id').getKey(id));
  db.close();
  return Array.isArray(key) ? Number(key[1]) : 0;
}
