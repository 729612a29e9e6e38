const prefix = 'homeward-rescue-';

interface Buckets {
  keys(): Promise<readonly string[]>;
}

/** Whether an earlier run, to which storage had failed, left something aside: looked for before anything is fetched that opens it. */
export async function somethingLeftOver({
  storageBuckets,
  storage,
}: { readonly storageBuckets?: Buckets; readonly storage?: Partial<StorageManager> } = navigator): Promise<boolean> {
  try {
    if ((await storageBuckets?.keys())?.some((name) => name.startsWith(prefix))) return true;
    const root = await storage?.getDirectory?.();
    for await (const name of root?.keys() ?? []) if (name.startsWith(prefix)) return true;
  } catch {
    // The browser keeps such places from this page, so nothing can have been left there.
  }
  return false;
}
