import { drafts } from './0001-drafts.ts';
import { quarantine } from './0002-quarantine.ts';
import { keys } from './0003-keys.ts';
import type { Migration } from './migration.ts';

/** Every step from nothing to today's database, in order. */
export const migrations: readonly Migration[] = [drafts, quarantine, keys];
