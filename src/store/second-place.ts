export interface Bucket {
  readonly indexedDB: IDBFactory;
}

/** Storage buckets, as far as copies need them. In Chromium alone they are there. */
export interface Buckets {
  open(name: string, options: { durability: 'strict' }): Promise<Bucket>;
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<void>;
}

/** Those of this browser; null where it has none. */
export function bucketsOf(navigator: object): Buckets | null {
  return 'storageBuckets' in navigator ? (navigator.storageBuckets as Buckets) : null; // as the specification has it
}

/** Where the standing copy of the database called `name` rests. */
export function standingName(name: string): string {
  return `${name}-copy-standing`;
}

export function isStanding(copy: string): boolean {
  return copy.endsWith('standing');
}

/** The copies there are of the database called `name`, the standing one among them; none where that cannot be asked. */
export async function copiesOf(name: string, buckets: Buckets): Promise<readonly string[]> {
  try {
    return (await buckets.keys()).filter((each) => each.startsWith(`${name}-copy-`));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    return []; // closed to us, as in some private windows
  }
}
