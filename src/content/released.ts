import type { Locale, Pack } from '../model/pack.ts';
import { outcome, problem, type Outcome } from '../model/problem.ts';
import type { Outputs } from './outputs.ts';
import { fetchOnce, loadPackCore, type PackId } from './packs.ts';

/** A released version in one language: everything drafts on it need. */
export interface ReleasedPack {
  readonly pack: Pack;
  readonly outputs: Outputs | null;
}

/** A released version made ready, the same value each time. */
const ready = new WeakMap<Pack, Pack>();

/** The versions released before the one in hand, oldest first. */
export async function earlierVersions(id: PackId): Promise<readonly number[]> {
  const { released } = await import('virtual:released');
  const versions = Object.keys(released).flatMap((key) => {
    const [pack, version] = key.split('/');
    return pack === id ? [Number(version)] : [];
  });
  return [...new Set(versions)].sort((one, other) => one - other);
}

/**
 * An earlier version of the questions, whole, as it was released. Words that the program has come to need since are
 * those of the newest. Fails with `unknown-content` and `not-loaded`.
 */
export async function loadReleased(id: PackId, version: number, locale: Locale): Promise<Outcome<Pack>> {
  const [read, newest] = await Promise.all([fetchReleased(id, version, locale), loadPackCore(id, locale, true)]);
  if (!read.ok) return read;
  if (!newest.ok) return newest;
  const { pack } = read.value;
  const made = ready.get(pack) ?? { ...pack, phrases: { ...newest.value.phrases, ...pack.phrases } };
  ready.set(pack, made);
  return outcome(made, []);
}

/** What leaves in the copies of a draft on an earlier version; null of the newest. Rejects where it cannot be fetched. */
export async function loadReleasedOutputs(id: string, version: number, locale: Locale): Promise<Outputs | null> {
  const { released } = await import('virtual:released');
  const load = released[`${id}/${String(version)}/${locale}`];
  return load ? (await load()).default.outputs : null;
}

async function fetchReleased(id: string, version: number, locale: Locale): Promise<Outcome<ReleasedPack>> {
  try {
    const { released } = await import('virtual:released');
    return await fetchOnce(released, 'released', `${id}/${String(version)}/${locale}`);
  } catch {
    return problem('not-loaded', {}, 'released');
  }
}
