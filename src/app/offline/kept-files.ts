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

/** Which caches stay: that of `mine`, and the one made last before it. */
export function keptCaches(names: readonly string[], path: string, mine: string): readonly string[] {
  const before = names.filter((name) => isOurs(name, path) && name !== mine);
  return [...before.slice(-1), mine];
}
