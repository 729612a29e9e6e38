import type { Migration } from './migration.ts';

/** A place for pieces that cannot be opened. */
export const quarantine: Migration = {
  to: 2,
  name: '0002-quarantine',
  up: (db) => {
    db.createObjectStore('quarantine', { autoIncrement: true });
  },
};
