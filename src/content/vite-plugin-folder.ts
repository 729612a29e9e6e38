import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Locale, Pack } from '../model/pack.ts';
import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import { type Article, readArticles, withTerms } from './articles.ts';
import { failed } from './failed.ts';
import { caseIds, parseCase } from './parse-case.ts';
import type { Framework } from './framework.ts';
import { compilePack } from './parse-pack.ts';
import type { Outputs } from './outputs.ts';
import { readFramework } from './read-framework.ts';
import { readOutputs } from './read-outputs.ts';
import { readSearchWords, type SearchWords } from './search-words.ts';
import type { TrainingCase } from './training-case.ts';

export const locales: readonly Locale[] = ['en', 'cy'];

/** One pack's folder compiled whole: every locale, article and training case. */
export interface CompiledFolder {
  readonly id: string;
  /** Absolute paths of the files it was made from. */
  readonly files: readonly string[];
  readonly packs: Readonly<Record<string, Pack>>;
  /** By locale, the keys of the words that are English because that locale has none yet. */
  readonly fallback: Readonly<Record<string, readonly string[]>>;
  /** By `<locale>/<article>`. */
  readonly articles: Readonly<Record<string, Article>>;
  readonly cases: Readonly<Record<string, TrainingCase>>;
  /** By locale; none where the pack tells no framework. */
  readonly frameworks: Readonly<Record<string, Framework>>;
  /** By locale; none where the pack says nothing of copies. */
  readonly outputs: Readonly<Record<string, Outputs>>;
  /** Words people search with besides those of the pack. */
  readonly searchWords: readonly SearchWords[];
}

/** The ids of the packs under `guidance`: folders with a `pack.yaml`. */
export function packIds(guidance: string): readonly string[] {
  return readdirSync(guidance)
    .filter((name) => readdirOrNone(join(guidance, name)).includes('pack.yaml'))
    .sort();
}

/** The files of one pack by their path in its folder. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const walk = (at: string): void => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.(yaml|md)$/.test(name))
        files[relative(folder, path).split(sep).join('/')] = readFileSync(path, 'utf8');
    }
  };
  walk(folder);
  return files;
}

/** The pack in `<guidance>/<id>`, or every fault in its files; places name files from the pack's folder. */
export function compileFolder(guidance: string, id: string): Outcome<CompiledFolder> {
  const folder = join(guidance, id);
  const files = readFolder(folder);
  const english = compilePack(files, 'en');
  if (!english.ok) return english;
  const problems: Problem[] = [];
  if (english.value.pack.id !== id)
    problems.push({ code: 'folder-name', place: { file: 'pack.yaml', line: 1 }, detail: id });
  const keep = <T>(read: Outcome<T>): readonly T[] => {
    if (read.ok) return [read.value];
    problems.push(...read.problems);
    return [];
  };
  const compiled = locales.flatMap((locale) =>
    keep(locale === 'en' ? english : compilePack(files, locale)).map((value) => [locale, value] as const),
  );
  const cases = caseIds(files).flatMap((name) =>
    keep(parseCase(files, name, english.value.pack)).map((value) => [name, value] as const),
  );
  const articles: Record<string, Article> = Object.fromEntries(
    compiled.flatMap(([locale, { pack }]) =>
      readArticles(files, locale).map(
        (article) => [`${locale}/${article.id}`, withTerms(article, pack.glossary)] as const,
      ),
    ),
  );
  const frameworks: Record<string, Framework> = {};
  const outputs: Record<string, Outputs> = {};
  for (const [locale, { pack }] of compiled) {
    const told = readArticles(files, 'en').flatMap(
      ({ id: name }) => articles[`${locale}/${name}`] ?? articles[`en/${name}`] ?? [],
    );
    // What is wrong in English is wrong in every other language too, and told once.
    const [framework] = problems.length > 0 ? [] : keep(readFramework(files, pack, told));
    if (framework) frameworks[locale] = framework;
    const [copies] = problems.length > 0 ? [] : keep(readOutputs(files, pack));
    if (copies) outputs[locale] = copies;
  }
  if (problems.length > 0) return failed(problems);
  return outcome(
    {
      id,
      files: Object.keys(files).map((file) => join(folder, file)),
      packs: Object.fromEntries(compiled.map(([locale, { pack }]) => [locale, pack])),
      fallback: Object.fromEntries(compiled.map(([locale, { fallback }]) => [locale, fallback])),
      articles,
      cases: Object.fromEntries(cases),
      frameworks,
      outputs,
      searchWords: readSearchWords(files['search-words.md'] ?? ''),
    },
    [],
  );
}

function readdirOrNone(path: string): readonly string[] {
  return statSync(path).isDirectory() ? readdirSync(path) : [];
}
