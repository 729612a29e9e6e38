import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Receipt } from '../session/ports.ts';
import { databaseName } from './db.ts';
import { deleteDatabase } from './delete-database.ts';
import type { Vaults } from './open-vaults.ts';
import { deleteDirectories, type Storages } from './rescue-place.ts';
import { nameFor } from './sentinel.ts';

/** Where this program leaves anything in a browser; `settings` is also what it remembers of drafts and copies. */
export const wipedPlaces = ['real', 'training', 'rescue', 'settings', 'caches'] as const;
export type WipedPlace = (typeof wipedPlaces)[number];

/** What is left to show that a computer was wiped; `left` are the places where reading back still found something. */
export interface WipeReceipt extends Receipt {
  readonly left: readonly WipedPlace[];
}

/** The parts of a page that anything of ours rests in. */
export interface WipedPage {
  readonly indexedDB?: IDBFactory;
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly caches?: Pick<CacheStorage, 'keys' | 'delete'>;
  readonly navigator: Storages;
}

/** What every key, database and directory of ours begins with. */
const ours = 'homeward-';
const patience = 5_000;

/**
 * Deletes everything this program keeps in this browser, and looks whether it is gone. Works while locked.
 *
 * The vaults are closed afterwards: the page has to be loaded again. `open-elsewhere`, and nothing done, where a draft is
 * open in a tab, which would write it once more.
 */
export async function wipeComputer(
  { training, real }: Pick<Vaults, 'training' | 'real'>,
  page: WipedPage = globalThis,
): Promise<Outcome<WipeReceipt>> {
  const held = (await page.navigator.locks?.query())?.held ?? [];
  if (held.some(({ name }) => name?.startsWith('homeward/draft/'))) return problem('open-elsewhere');

  const listed = await training.list();
  const drafts = (listed.ok ? listed.value : []).map(({ id, revision }) => ({ name: nameFor(id), revision }));
  // The vault destroys its keys before anything else, so that an end of the browser in between leaves noise.
  const wiped = await real?.wipe();
  real?.close();
  training.close();

  const isGone: Readonly<Record<WipedPlace, boolean>> = {
    real: (wiped?.ok ?? true) && (await isDeleted(page, databaseName('real'))),
    training: await isDeleted(page, databaseName('training')),
    rescue: await areDeleted(page, [`${ours}rescue-`, ...kinds.map((kind) => `${databaseName(kind)}-copy-`)]),
    caches: await cachesGone(page),
    // Last: what remembers drafts must not be gone while they are there.
    settings: forgotten(() => page.localStorage) && forgotten(() => page.sessionStorage),
  };
  const left = wipedPlaces.filter((place) => !isGone[place]);
  const all = [...(wiped?.ok ? wiped.value.drafts : []), ...drafts];
  return outcome({ drafts: all, at: new Date().toISOString(), confirmed: left.length === 0, left }, []);
}

const kinds = ['real', 'training'] as const;

/** What failing storage made us keep elsewhere: pieces of drafts, and copies of whole databases. */
async function areDeleted({ navigator }: WipedPage, prefixes: readonly string[]): Promise<boolean> {
  const gone: boolean[] = [];
  for (const prefix of prefixes) gone.push(await deleteDirectories(prefix, navigator));
  return !gone.includes(false);
}

async function isDeleted({ indexedDB }: WipedPage, name: string): Promise<boolean> {
  if (indexedDB === undefined) return true;
  if ((await deleteDatabase(name, patience)) === null) return false;
  return !(await indexedDB.databases()).some((each) => each.name === name);
}

/** Files of the program that a browser keeps to load it without a network; others of this site are not ours. */
async function cachesGone({ caches }: WipedPage): Promise<boolean> {
  try {
    const names = async (): Promise<readonly string[]> =>
      ((await caches?.keys()) ?? []).filter((name) => name.startsWith(ours));
    for (const name of await names()) await caches?.delete(name);
    return (await names()).length === 0;
  } catch (fault) {
    if (fault instanceof DOMException) return fault.name === 'SecurityError';
    throw fault;
  }
}

/** Removes every key of ours; whether none is left. A storage that is closed to us has none. */
function forgotten(open: () => Storage): boolean {
  try {
    const storage = open();
    const keys = (): readonly string[] => Object.keys(storage).filter((key) => key.startsWith(ours));
    for (const key of keys()) storage.removeItem(key);
    return keys().length === 0;
  } catch (fault) {
    if (fault instanceof DOMException) return true;
    throw fault;
  }
}
