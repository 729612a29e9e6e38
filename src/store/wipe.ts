import type { Receipt } from '../session/ports.ts';
import { Connection, type ConnectionParts } from './connection.ts';
import type { Database, StoreName } from './db.ts';
import { deleteDatabase } from './delete-database.ts';
import { nameFor, type Sentinel } from './sentinel.ts';

const everything = (): IDBKeyRange => IDBKeyRange.lowerBound(-Infinity); // numbers sort before any other key

/** The keys first: without them the rest is noise, should the browser end in between. */
const stores: readonly StoreName[] = ['meta', 'dek', 'head', 'journal', 'snapshot', 'blob', 'quarantine'];

/** Destroys everything behind `connection`, and what remembers it; a new connection, to a database just made. */
export async function wiped(
  connection: Connection,
  parts: ConnectionParts & { readonly sentinel: Sentinel },
): Promise<{ readonly receipt: Receipt; readonly connection: Connection }> {
  const heads = await connection.read((db) => db.getAll('head'));
  const drafts = (heads.ok ? heads.value : [])
    .filter(({ revision }) => revision > 0)
    .map(({ id, revision }) => ({ name: nameFor(id), revision }));
  // Where storage refuses, deleting the database may still work; reading back shows it.
  await connection.write(stores.map((to) => ({ to, remove: everything() })));
  connection.close();
  const areCopiesGone = await connection.removeCopies();
  await deleteDatabase(parts.name, parts.patience);
  parts.sentinel.forgetAll();
  const next = await Connection.open(parts);
  const left = await next.read(leftIn);
  const confirmed = left.ok && left.value === 0 && areCopiesGone;
  return { receipt: { drafts, at: new Date().toISOString(), confirmed }, connection: next };
}

async function leftIn(db: Database): Promise<number> {
  const counts = await Promise.all(stores.map((store) => db.count(store)));
  return counts.reduce((sum, count) => sum + count);
}
