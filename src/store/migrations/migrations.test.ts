import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openDB, unwrap } from 'idb';
import { describe, expect, test } from 'vitest';
import { inStorage } from '../in-storage.suite.ts';
import { migrations } from './migrations.ts';

interface Frozen {
  readonly stores: Readonly<Record<string, Shape>>;
  /** What rests in them; bytes as `{ "utf8": "…" }`. */
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  /** What today's program makes of it. */
  readonly draft: unknown;
  readonly list: unknown;
  /** The hashes of its signed files. */
  readonly files: readonly string[];
}

interface Shape {
  readonly keyPath: string | readonly string[] | null;
  readonly indexes: Readonly<
    Record<string, { readonly keyPath: string | readonly string[]; readonly unique: boolean }>
  >;
}

function frozen(name: string): Frozen {
  const text = readFileSync(new URL(`frozen/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('utf8' in value)) return value;
    return new TextEncoder().encode(String(value.utf8));
  }) as Frozen; // frozen beside this test, so its outline is known
}

function shapeOf(store: IDBObjectStore): Shape {
  const indexes = [...store.indexNames].map((name) => {
    const { keyPath, unique } = store.index(name);
    return [name, { keyPath, unique }] as const;
  });
  return { keyPath: store.keyPath, indexes: Object.fromEntries(indexes) };
}

/** A database brought up to version `to` and no further. */
function databaseAt(name: string, to: number): ReturnType<typeof openDB> {
  return openDB(name, to, {
    upgrade(db, from, _to, transaction) {
      for (const each of migrations) if (each.to > from && each.to <= to) each.up(unwrap(db), unwrap(transaction));
    },
  });
}

describe('ST18 migrations', () => {
  test('are numbered from 1 and rise by one', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 1));
    expect(migrations.map(({ name }) => name.slice(0, 4))).toEqual(
      migrations.map(({ to }) => String(to).padStart(4, '0')),
    );
  });

  test.each(migrations.map((each) => [each.name, each] as const))(
    '%s makes the stores it always made',
    async (name, { to }) => {
      const db = await databaseAt(`shape-${name}`, to);
      const stores = [...db.objectStoreNames].map(
        (store) => [store, shapeOf(unwrap(db.transaction(store).store))] as const,
      );
      db.close();
      expect(Object.fromEntries(stores)).toEqual(frozen(name).stores);
    },
  );

  test.each(migrations.map((each) => [each.name, each] as const))(
    'a database left by %s is read by the program of today',
    async (name, { to }) => {
      const { records, draft, list, files } = frozen(name);
      const database = `records-${name}`;
      const old = await databaseAt(database, to);
      for (const [store, rows] of Object.entries(records)) for (const row of rows) await old.put(store, row);
      old.close();
      const vault = await inStorage({ name: database });
      expect(await vault.load('draft-1')).toEqual({ ok: true, value: draft });
      expect(await vault.list()).toEqual({ ok: true, value: list });
      for (const hash of files) expect(await vault.getBlob('draft-1', hash)).toMatchObject({ ok: true });
      vault.close();
    },
  );
});
