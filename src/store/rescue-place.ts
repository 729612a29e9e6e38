export interface Place {
  readonly name: string;
  readonly directory: FileSystemDirectoryHandle;
}

/** Directories of this browser away from the database: a new one for each run of the page. */
export interface Directories {
  /** That of this run; null where the browser has nothing of the kind. */
  own(): Promise<FileSystemDirectoryHandle | null>;
  /** Those that earlier runs left. One that belongs to a page still open is not among them. */
  left(): Promise<readonly Place[]>;
  /** Those of every run, this one's and those of pages still open too. */
  all(): Promise<readonly Place[]>;
  /** Takes out one file, and with its last file the directory. */
  remove(name: string, file: string): Promise<void>;
}

interface Buckets {
  open(
    name: string,
    options: { durability: 'strict' },
  ): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<void>;
}

/** The parts of a navigator that may or may not be there; in Chromium alone all are. */
export interface Storages {
  readonly storageBuckets?: Buckets;
  readonly storage?: { getDirectory?(): Promise<FileSystemDirectoryHandle> };
  readonly locks?: Pick<LockManager, 'request' | 'query'>;
}

/**
 * Directories whose names begin with `prefix`: in a storage bucket of their own, whose files rest apart from everything
 * else of this site; or in the site's private file system; or nowhere.
 */
export function directories(prefix: string, storages: Storages = here()): Directories {
  const { storageBuckets, storage, locks } = storages;
  const name = `${prefix}${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  const root = async (): Promise<FileSystemDirectoryHandle | null> => (await storage?.getDirectory?.()) ?? null;
  const inBucket = async (bucket: string): Promise<FileSystemDirectoryHandle | null> =>
    (await storageBuckets?.open(bucket, { durability: 'strict' }))?.getDirectory() ?? null;
  const found = async (isMeant: (name: string) => boolean): Promise<readonly Place[]> => {
    const places: Place[] = [];
    const isOurs = (each: string): boolean => each.startsWith(prefix) && isMeant(each);
    try {
      for (const each of (await storageBuckets?.keys()) ?? []) {
        const directory = isOurs(each) ? await inBucket(each) : null;
        if (directory) places.push({ name: each, directory });
      }
      for await (const [each, directory] of (await root())?.entries() ?? [])
        if (isOurs(each) && directory.kind === 'directory') places.push({ name: each, directory });
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault; // closed to us, as in a private window: then nothing is there
    }
    return places;
  };
  return {
    all: () => found(() => true),

    async own() {
      // Held as long as the page lives: it tells other pages that this is not left over.
      void locks?.request(name, () => new Promise(() => undefined));
      if (storageBuckets) return inBucket(name);
      return (await root())?.getDirectoryHandle(name, { create: true }) ?? null;
    },

    async left() {
      const held = new Set((await locks?.query())?.held?.map((lock) => lock.name));
      return found((each) => each !== name && !held.has(each));
    },

    async remove(place, file) {
      const isBucket = (await storageBuckets?.keys())?.includes(place) === true;
      const parent = await root();
      const directory = await (isBucket ? inBucket(place) : parent?.getDirectoryHandle(place));
      await directory?.removeEntry(file);
      if (!directory || !(await isEmpty(directory))) return;
      if (isBucket) await storageBuckets?.delete(place);
      else await parent?.removeEntry(place);
    },
  };
}

async function isEmpty(directory: FileSystemDirectoryHandle): Promise<boolean> {
  return (await directory.keys().next()).done === true;
}

/** Deletes every directory whose name begins with `prefix`, also those of pages still open; whether none is left. */
export async function deleteDirectories(
  prefix: string,
  { storageBuckets, storage }: Storages = navigator,
): Promise<boolean> {
  try {
    const buckets = async (): Promise<readonly string[]> =>
      ((await storageBuckets?.keys()) ?? []).filter((name) => name.startsWith(prefix));
    for (const name of await buckets()) await storageBuckets?.delete(name);
    const root = await storage?.getDirectory?.();
    const names = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const [name] of root?.entries() ?? []) if (name.startsWith(prefix)) found.push(name);
      return found;
    };
    for (const name of await names()) await root?.removeEntry(name, { recursive: true });
    return (await buckets()).length === 0 && (await names()).length === 0;
  } catch (fault) {
    if (fault instanceof DOMException) return fault.name === 'SecurityError'; // closed to us, then and now
    throw fault;
  }
}

/** This browser's; nothing where there is no browser. */
function here(): Storages {
  return (globalThis as { readonly navigator?: Storages }).navigator ?? {};
}
