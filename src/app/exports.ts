import { msg, str } from '@lit/localize';
import type { Instant } from '../model/answer.ts';
import type { Revision } from '../session/ports.ts';
import { nameFor } from '../store/sentinel.ts';
import { remembered } from './remembered.ts';

const key = 'homeward-exports';

/** When a draft was last put into a file, and how far it was. */
export interface Exported {
  readonly at: Instant;
  readonly revision: Revision;
}

type Remembering = Pick<Storage, 'getItem' | 'setItem'>;

/** Remembers that the draft `id` was put into a file at `revision`: a shortened hash, a time and a number, nothing else. */
export function noteExport(
  id: string,
  revision: Revision,
  at: Instant = new Date().toISOString(),
  storage: Remembering = remembered(),
): void {
  try {
    storage.setItem(key, JSON.stringify({ ...all(storage), [nameFor(id)]: { at, revision } }));
  } catch {
    // Where nothing can be remembered, "none" is the careful thing to say.
  }
}

/** When the draft `id` was last put into a file; null where nobody knows of any. */
export function lastExport(id: string, storage: Remembering = remembered()): Exported | null {
  return exportNamed(nameFor(id), storage);
}

/** The same of a draft by the name it has outside the vault, which is known while it is locked too. */
export function exportNamed(name: string, storage: Remembering = remembered()): Exported | null {
  const found = all(storage)[name];
  if (typeof found !== 'object' || found === null || !('at' in found) || !('revision' in found)) return null;
  const { at, revision } = found;
  const known = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && Number.isSafeInteger(revision);
  return known ? { at, revision: Number(revision) } : null;
}

/** How old the copy in a file is, in a few words that are true. */
export function copyWords(exported: Exported | null, now: number = Date.now()): string {
  if (!exported) return msg('Copy in a file: none', { id: 'copy-none' });
  const minutes = Math.max(0, Math.floor((now - Date.parse(exported.at)) / 60_000));
  if (minutes < 60) return msg(str`Copy in a file: ${minutes} min ago`, { id: 'copy-minutes' });
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? msg(str`Copy in a file: ${hours} h ago`, { id: 'copy-hours' })
    : msg(str`Copy in a file: ${Math.floor(hours / 24)} days ago`, { id: 'copy-days' });
}

function all(storage: Remembering): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // closed to us, or somebody else wrote there
  }
}
