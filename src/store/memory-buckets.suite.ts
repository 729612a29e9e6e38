import { IDBFactory } from 'fake-indexeddb';
import type { Buckets } from './second-place.ts';

/** Storage buckets that live as long as the test; `fails` breaks the next that are opened. */
export class MemoryBuckets implements Buckets {
  readonly held = new Map<string, IDBFactory>();
  opened = 0;
  fails = 0;

  open(name: string): Promise<{ readonly indexedDB: IDBFactory }> {
    this.opened += 1;
    if (this.fails > 0) {
      this.fails -= 1;
      this.held.set(name, new IDBFactory());
      return Promise.reject(new DOMException('no room', 'UnknownError'));
    }
    const indexedDB = this.held.get(name) ?? new IDBFactory();
    this.held.set(name, indexedDB);
    return Promise.resolve({ indexedDB });
  }

  keys(): Promise<readonly string[]> {
    return Promise.resolve([...this.held.keys()]);
  }

  delete(name: string): Promise<void> {
    this.held.delete(name);
    return Promise.resolve();
  }
}
