import { openDB } from 'idb';
import { answering, codeOf, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Edit } from '../model/assessment.ts';
import type { Condition, Repair, Salvage } from '../session/ports.ts';
import { again, inStorage, nameOfDatabase, pocket } from './in-storage.suite.ts';
import type { DiskVault } from './vault.ts';

export interface RecoveryTools {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => Promise<void>) => void;
  /** Throws unless both are deeply equal. */
  readonly equal: (actual: unknown, expected: unknown) => void;
}

type Bare = Awaited<ReturnType<typeof openDB>>;

const start = emptyDraft('draft-1');
const edits: readonly Edit[] = Array.from({ length: 140 }, (_, index) => answering(`q${index}`, `text ${index}`));
const upTo = (revision: number): ReturnType<typeof withEdits> => withEdits(start, edits.slice(0, revision - 1));

/** A draft of `writes` writes, the first without an edit, then one each; snapshots at 1 and 101. */
async function written(writes: number, storage = pocket()): Promise<DiskVault> {
  const vault = await inStorage({ storage });
  for (let revision = 0; revision < writes; revision += 1) {
    const edit = edits[revision - 1];
    await vault.append('draft-1', revision, edit ? [edit] : [], upTo(revision + 1));
  }
  return vault;
}

async function damage(vault: DiskVault, work: (db: Bare) => Promise<unknown>): Promise<void> {
  const db = await openDB(nameOfDatabase(vault));
  await work(db);
  db.close();
}

/** The state a salvage leads to, or null. */
function reached({ draft }: Salvage): unknown {
  return draft && { revision: draft.revision, assessment: withEdits(draft.snapshot, draft.edits) };
}

async function salvaged(vault: DiskVault): Promise<Salvage> {
  const found = await (await vault.repair()).salvage('draft-1');
  if (!found.ok) throw new Error(found.problems[0].code);
  return found.value;
}

const scratched = async (db: Bare, store: 'journal' | 'snapshot', revision: number): Promise<void> => {
  const record = (await db.get(store, ['draft-1', revision])) as { envelope: { bytes: Uint8Array } };
  record.envelope.bytes.set([0, 255], 3); // two bytes of what was written, as a bad place on a disk leaves them
  await db.put(store, record);
};

interface Case {
  readonly what: string;
  readonly writes: number;
  readonly spoil: (db: Bare) => Promise<unknown>;
  readonly code: string;
  readonly condition: Condition;
  /** The revision that can be reached, and those readable beyond it. */
  readonly reaches: number | null;
  readonly beyond: readonly number[];
}

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const cases: readonly Case[] = [
  {
    what: 'a journal that ends before the head',
    writes: 60,
    spoil: (db) => db.delete('journal', IDBKeyRange.bound(['draft-1', 58], ['draft-1', 60])),
    code: 'damaged',
    condition: 'short',
    reaches: 57,
    beyond: [],
  },
  {
    what: 'a step missing in the middle',
    writes: 60,
    spoil: (db) => db.delete('journal', ['draft-1', 40]),
    code: 'damaged',
    condition: 'gap',
    reaches: 39,
    beyond: from(41, 60),
  },
  {
    what: 'a step of which two bytes have changed',
    writes: 60,
    spoil: (db) => scratched(db, 'journal', 40),
    code: 'damaged',
    condition: 'bad-record',
    reaches: 39,
    beyond: from(41, 60),
  },
  {
    what: 'both snapshots scratched',
    writes: 110,
    spoil: async (db) => {
      await scratched(db, 'snapshot', 1);
      await scratched(db, 'snapshot', 101);
    },
    code: 'damaged',
    condition: 'bad-record',
    reaches: null,
    beyond: from(2, 110),
  },
  {
    what: 'no snapshot left',
    writes: 5,
    spoil: (db) => db.clear('snapshot'),
    code: 'damaged',
    condition: 'gap',
    reaches: null,
    beyond: from(2, 5),
  },
  {
    what: 'damage between the snapshots and after the newer',
    writes: 120,
    spoil: async (db) => {
      await db.delete('journal', ['draft-1', 40]);
      await scratched(db, 'journal', 111);
    },
    code: 'damaged',
    condition: 'bad-record',
    reaches: 110,
    beyond: from(112, 120),
  },
  {
    what: 'the newer snapshot scratched and a step before it missing',
    writes: 120,
    spoil: async (db) => {
      await scratched(db, 'snapshot', 101);
      await db.delete('journal', ['draft-1', 40]);
    },
    code: 'damaged',
    condition: 'gap',
    reaches: 39,
    beyond: from(41, 120),
  },
  {
    what: 'a head that is gone',
    writes: 5,
    spoil: (db) => db.clear('head'),
    code: 'damaged',
    condition: 'bad-record',
    reaches: 5,
    beyond: [],
  },
  {
    what: 'a head that fell behind its pieces',
    writes: 5,
    spoil: async (db) => {
      const head: unknown = await db.get('head', ['draft-1', 5]);
      await db.clear('head');
      await db.put('head', { ...Object(head), revision: 3 });
    },
    code: 'damaged',
    condition: 'bad-record',
    reaches: 5,
    beyond: [],
  },
  {
    what: 'nothing at all where there was a draft',
    writes: 5,
    spoil: async (db) => {
      for (const store of ['head', 'journal', 'snapshot']) await db.clear(store);
    },
    code: 'drafts-gone',
    condition: 'empty-but-sentinel',
    reaches: null,
    beyond: [],
  },
  {
    what: 'a whole draft that is older than it once was',
    writes: 9,
    spoil: async (db) => {
      const head: unknown = await db.get('head', ['draft-1', 9]);
      await db.clear('head');
      await db.delete('journal', IDBKeyRange.bound(['draft-1', 8], ['draft-1', 9]));
      await db.put('head', { ...Object(head), revision: 7 });
    },
    code: 'draft-older',
    condition: 'draft-older',
    reaches: 7,
    beyond: [],
  },
];

/** What becomes of drafts whose records were really damaged. Rules: SPEC.md. */
export function recoverySuite({ describe, it, equal }: RecoveryTools): void {
  describe('ST40 ST41 a draft that does not open as it should', () => {
    for (const { what, writes, spoil, code, condition, reaches, beyond } of cases) {
      it(`${what}: ${condition}`, async () => {
        const vault = await written(writes);
        await damage(vault, spoil);
        equal(codeOf(await vault.load('draft-1')), code);
        const found = await salvaged(vault);
        equal(found.condition, condition);
        equal(reached(found), reaches === null ? null : { revision: reaches, assessment: upTo(reaches) });
        equal(
          found.beyond.map(({ revision }) => revision),
          beyond,
        );
        equal(
          found.beyond.flatMap((later) => later.edits),
          beyond.map((revision) => edits[revision - 2]),
        );
        equal(found.upTo, writes);
        vault.close();
      });
    }

    it('is told as thrown away where the browser says so, until the losses are accepted', async () => {
      const storage = pocket();
      const vault = await written(3, storage);
      vault.close();
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(nameOfDatabase(vault)).addEventListener('success', resolve);
      });
      Object.defineProperty(IDBVersionChangeEvent.prototype, 'dataLoss', { value: 'total', configurable: true });
      const next = await again(vault, { storage });
      Reflect.deleteProperty(IDBVersionChangeEvent.prototype, 'dataLoss');
      next.close();
      const later = await again(vault, { storage }); // the browser says it only once
      equal(codeOf(await later.load('draft-1')), 'data-loss');
      equal((await salvaged(later)).condition, 'data-loss');
      await later.list();
      equal(later.warnings, [{ code: 'data-loss', place: {}, detail: '1' }]);
      await later.acceptLosses();
      equal(later.warnings, []);
      equal(codeOf(await later.load('draft-1')), 'no-such-draft');
      later.close();
    });

    it('is no draft at all where nobody ever knew it, and none where it was removed', async () => {
      const vault = await written(3);
      const repair = await vault.repair();
      equal(codeOf(await repair.salvage('draft-2')), 'no-such-draft');
      await vault.remove('draft-1');
      equal(codeOf(await repair.salvage('draft-1')), 'no-such-draft');
      vault.close();
    });
  });

  describe('ST42 what is done about it', () => {
    const everything = async (vault: DiskVault, store: string): Promise<readonly unknown[]> => {
      const db = await openDB(nameOfDatabase(vault));
      const records: readonly unknown[] = await db.getAll(store);
      db.close();
      return records;
    };
    const repairOf = (vault: DiskVault): Promise<Repair> => vault.repair();

    it('what cannot be read is moved aside, whole, and nothing else', async () => {
      const vault = await written(110);
      await damage(vault, async (db) => {
        await scratched(db, 'journal', 40);
        await scratched(db, 'snapshot', 101);
      });
      const before = [...(await everything(vault, 'journal')), ...(await everything(vault, 'snapshot'))];
      equal(await (await repairOf(vault)).setAside('draft-1'), { ok: true, value: 2 });
      const aside = (await everything(vault, 'quarantine')) as readonly { record: unknown }[];
      const after = [...(await everything(vault, 'journal')), ...(await everything(vault, 'snapshot'))];
      equal(after.length, before.length - 2);
      equal(
        [...after, ...aside.map(({ record }) => record)].map((record) => JSON.stringify(record)).sort(),
        before.map((record) => JSON.stringify(record)).sort(),
      );
      equal((await salvaged(vault)).unreadable, 0);
      equal(await (await repairOf(vault)).setAside('draft-1'), { ok: true, value: 0 });
      vault.close();
    });

    it('an older draft is gone on with once a person says so', async () => {
      const vault = await written(9);
      await damage(vault, cases.at(-1)?.spoil ?? (() => Promise.reject(new Error('no case'))));
      equal(await (await repairOf(vault)).acceptOlder('draft-1'), { ok: true, value: null });
      equal(codeOf(await vault.load('draft-1')), null);
      equal(await vault.append('draft-1', 7, [], upTo(7)), { ok: true, value: 8 });
      vault.close();
    });
  });
}
