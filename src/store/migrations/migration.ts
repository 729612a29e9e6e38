/**
 * One step from an older database to a newer.
 *
 * Works on the browser's own objects, because older shapes are not in today's types. Only adds; what a step replaces
 * is taken out one release later. Never changes once released.
 */
export interface Migration {
  /** The database version this step leads to. */
  readonly to: number;
  readonly name: string;
  up(db: IDBDatabase, transaction: IDBTransaction): void;
}
