import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Pack } from '../model/pack.ts';
import type { ReleasedPack } from './released.ts';
import type { CompiledFolder } from './vite-plugin-folder.ts';

/** A released version as it is frozen: whole, in each language. */
export interface FrozenVersion {
  readonly id: string;
  readonly version: number;
  readonly structureHash: string;
  readonly packs: Readonly<Record<string, ReleasedPack>>;
}

/** The version that `compiled` is, to be frozen. */
export function frozen({ packs, outputs }: Pick<CompiledFolder, 'packs' | 'outputs'>): FrozenVersion {
  const entries = Object.entries(packs).map(([locale, pack]) => [locale, { pack, outputs: outputs[locale] ?? null }]);
  const english = packs.en;
  if (!english) throw new Error('A pack without English does not compile.');
  const { id, version, structureHash } = english;
  return { id, version, structureHash, packs: Object.fromEntries(entries) as FrozenVersion['packs'] };
}

/** Whether `now` may take the place of what `was` frozen for the same version: its words alone are others. */
export const mayFreeze = (was: FrozenVersion, now: FrozenVersion): boolean => was.structureHash === now.structureHash;

/** How what was frozen of a version differs from `now`, and the first places where it does; null where it does not. */
export function sinceFrozen(
  was: FrozenVersion,
  now: FrozenVersion,
): { readonly what: 'questions' | 'words'; readonly at: readonly string[] } | null {
  const at = differing(was.packs, JSON.parse(JSON.stringify(now.packs)), []).slice(0, 5);
  if (!mayFreeze(was, now)) return { what: 'questions', at };
  return at.length > 0 ? { what: 'words', at } : null;
}

/** The places, by their names from the outside in, where two values of JSON differ. */
function differing(one: unknown, other: unknown, path: readonly string[]): readonly string[] {
  if (one === other) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return [path.join('.')];
  const [mine, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key) => {
    const { id } = Object(mine.get(key) ?? theirs.get(key)) as { readonly id?: unknown };
    return differing(mine.get(key), theirs.get(key), [...path, typeof id === 'string' ? id : key]);
  });
}

/** Every frozen version of the pack `id`, oldest first. */
export function readReleased(guidance: string, id: string): readonly FrozenVersion[] {
  const folder = join(guidance, 'released');
  const files = readdirSync(guidance).includes('released') ? readdirSync(folder) : [];
  return files
    .filter((file) => file.startsWith(`${id}-`) && /^\d+\.json$/.test(file.slice(id.length + 1)))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FrozenVersion)
    .sort((one, other) => one.version - other.version);
}

/** Those that drafts may still be on although they are not the newest: what the site brings besides that. */
export const earlierThan = (newest: Pack | undefined, released: readonly FrozenVersion[]): readonly FrozenVersion[] =>
  released.filter(({ version }) => newest !== undefined && version < newest.version);

/** `<pack>/<version>/<locale>` of everything in `released`. */
export const keysOf = (released: readonly FrozenVersion[], locales: readonly Locale[]): readonly string[] =>
  released.flatMap(({ id, version }) => locales.map((locale) => `${id}/${String(version)}/${locale}`));
