import type { Migration } from './migration.ts';

/** Where what opens an encrypted vault rests, and the wrapped key of each draft. */
export const keys: Migration = {
  to: 3,
  name: '0003-keys',
  up: (db) => {
    db.createObjectStore('meta', { keyPath: 'key' });
    db.createObjectStore('dek', { keyPath: 'id' });
  },
};
