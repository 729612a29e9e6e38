import type { Migration } from './migration.ts';

/** The first database: heads, journal, snapshots and signed files. */
export const drafts: Migration = {
  to: 1,
  name: '0001-drafts',
  up: (db) => {
    // Revision in the key and a unique id: adding a head fails unless the one before was taken out. See SPEC ST4.
    db.createObjectStore('head', { keyPath: ['id', 'revision'] }).createIndex('id', 'id', { unique: true });
    db.createObjectStore('journal', { keyPath: ['id', 'revision'] });
    db.createObjectStore('snapshot', { keyPath: ['id', 'revision'] });
    db.createObjectStore('blob', { keyPath: ['id', 'sha256'] });
  },
};
