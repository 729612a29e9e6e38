import { page as paper } from './look.ts';
import type { OutlineEntry } from './pages.ts';
import { decimal, textString } from './syntax.ts';

/**
 * The dictionaries of an outline, that of the root first, then one for each entry.
 *
 * Each heading stands under the nearest one before it of a higher rank; the title is open, the rest is closed.
 */
export function outlineDictionaries(
  entries: readonly OutlineEntry[],
  refs: { readonly root: string; readonly items: readonly string[] },
  pageRef: (page: number) => string,
): readonly [string, ...string[]] {
  const { parents, families } = familiesOf(entries);
  const refOf = (index: number): string => refs.items[index] ?? refs.root;
  const isOpen = (index: number): boolean => (entries[index]?.level ?? 0) < 2;
  const family = (parent: number, count: number): string => {
    const kids = families.get(parent) ?? [];
    const [first, last] = [kids[0], kids.at(-1)];
    if (first === undefined || last === undefined) return '';
    return `/First ${refOf(first)} /Last ${refOf(last)} /Count ${count}`;
  };
  const items = entries.map(({ title, page, y }, index) => {
    const siblings = families.get(parents[index] ?? -1) ?? [];
    const at = siblings.indexOf(index);
    const [before, after] = [siblings[at - 1], siblings[at + 1]];
    const kids = (families.get(index) ?? []).length;
    return [
      `<</Title ${textString(title)} /Parent ${refOf(parents[index] ?? -1)}`,
      before === undefined ? '' : `/Prev ${refOf(before)}`,
      after === undefined ? '' : `/Next ${refOf(after)}`,
      // Below nought: so many, and closed.
      family(index, isOpen(index) ? kids : -kids),
      `/Dest [${pageRef(page)} /XYZ 0 ${decimal(paper.height - y + 12)} null]>>`,
    ].join(' ');
  });
  const shown = parents.filter((parent) => parent < 0 || isOpen(parent)).length;
  return [`<</Type /Outlines ${family(-1, shown)}>>`, ...items];
}

/** The index of the entry above each entry, -1 for none, and the entries below each. */
function familiesOf(entries: readonly OutlineEntry[]): {
  readonly parents: readonly number[];
  readonly families: ReadonlyMap<number, readonly number[]>;
} {
  const families = new Map<number, number[]>();
  const above: number[] = [];
  const parents = entries.map(({ level }, index) => {
    while (above.length > 0 && (entries[above.at(-1) ?? 0]?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1) ?? -1;
    above.push(index);
    families.set(parent, [...(families.get(parent) ?? []), index]);
    return parent;
  });
  return { parents, families };
}
