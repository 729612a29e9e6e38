import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from '../model/problem.ts';
import type { Step } from '../model/pack-fault.ts';

/** One YAML file as a value, with the way back to its lines. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of what `way` leads to, or of the last step on the way that is there; counted from 1. */
  line(way: readonly Step[]): number;
}

/**
 * `text` read as YAML 1.2, where `yes` and `no` are words. Problems: `yaml-syntax` for anything that is not YAML,
 * a key said twice, one that is no word, a tag, or an alias, which would let a small file become a large one.
 */
export function readYaml(
  file: string,
  text: string,
): { readonly yaml: YamlFile; readonly problems: readonly Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    // Whatever a file says of its own version and its tags: dates stay words.
    schema: 'core',
    resolveKnownTags: false,
    lineCounter: counter,
    uniqueKeys: true,
  });
  const faults = [...document.errors, ...document.warnings];
  const problems = faults.map(({ code, pos }): Problem => ({
    code: 'yaml-syntax',
    place: { file, line: counter.linePos(pos[0]).line },
    detail: code.toLowerCase().replace(/_/g, '-'),
  }));
  visit(document, {
    Pair: (_key, { key }) => {
      if (isScalar(key) && key.value !== null) return;
      const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      problems.push({ code: 'yaml-syntax', place: { file, line: counter.linePos(at).line || 1 }, detail: 'no-name' });
    },
  });
  let value: unknown = null;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 });
    } catch (cause) {
      if (!(cause instanceof ReferenceError)) throw cause;
      let at = 0;
      visit(document, {
        Alias: (_key, { range }) => {
          at = range?.[0] ?? 0;
          return visit.BREAK;
        },
      });
      problems.push({ code: 'yaml-syntax', place: { file, line: counter.linePos(at).line || 1 }, detail: 'alias' });
    }
  }
  const line = (way: readonly Step[]): number => {
    let node: unknown = document.contents;
    let at = 0;
    for (const step of way) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (pair === undefined) break;
        if (isScalar(pair.key) && pair.key.range) at = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        const item: unknown = node.items[step];
        if (!isMap(item) && !isSeq(item) && !isScalar(item)) break;
        if (item.range) at = item.range[0];
        node = item;
      } else break;
    }
    return counter.linePos(at).line || 1;
  };
  return { yaml: { file, value, line }, problems };
}
