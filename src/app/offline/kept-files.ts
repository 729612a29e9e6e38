/** The caches of one address: another copy of Homeward on the same host has caches of its own. */
const prefix = (path: string): string => `homeward ${path} `;

export const isOurs = (name: string, path: string): boolean => name.startsWith(prefix(path));

/** The name of the cache for exactly these files: the same for the same build, another for any other. */
export function cacheName(
  path: string,
  files: readonly { readonly url: string; readonly revision: string | null }[],
): string {
  let [one, other] = [0x811c9dc5, 0];
  // No secret and no proof: two builds only have to be told apart.
  for (const character of files.map(({ url, revision }) => `${url} ${revision ?? ''}`).join('\n')) {
    one = Math.imul(one ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    other = (Math.imul(other, 31) + one) >>> 0;
  }
  return `${prefix(path)}${one.toString(16)}${other.toString(16)}`;
}

/** A cache, and when its version last took over; null where it never did. */
export interface Kept {
  readonly name: string;
  readonly ran: number | null;
}

/**
 * Which caches of one address, in the order they were made, go when `mine` takes over. What ran last before it stays, for
 * tabs that run it still, and so does what is being taken in since.
 */
export function outlived(caches: readonly Kept[], mine: string): readonly string[] {
  const made = caches.findIndex(({ name }) => name === mine);
  const last = Math.max(...caches.map(({ name, ran }) => (name === mine ? 0 : (ran ?? 0))));
  const stays = ({ name, ran }: Kept, at: number): boolean =>
    name === mine || (ran === null ? at > made : ran === last);
  return caches.filter((each, at) => !stays(each, at)).map(({ name }) => name);
}
