import type { ArticleEntry, GlossaryEntry, Locale, Pack, QuestionId } from '../model/pack.ts';
import { type Outcome, outcome, type Problem } from '../model/problem.ts';
import type { RichText } from '../model/rich-text.ts';
import { readShape } from './check-yaml.ts';
import { levelOf, plainWords, readBlocks, within } from './markdown.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { richText } from './rich-text-from-markdown.ts';
import { termMarker } from './terms.ts';
import { articlesSchema, type ListedArticle } from './yaml-schemas.ts';

/** A longer piece of guidance, such as a trainer would hand out. */
export interface Article extends ArticleEntry {
  /** The language it is written in, which may be another than that of the pack it comes with. */
  readonly locale: Locale;
  readonly text: RichText;
}

type Files = Readonly<Record<string, string>>;

const list = 'articles.yaml';

/** The articles of one locale without fault, in the order of `articles.yaml`. */
export function readArticles(files: Files, locale: Locale): readonly Article[] {
  return readList(files).entries.flatMap((entry): readonly Article[] => {
    const file = `articles/${entry.id}.${locale}.md`;
    const read = readWords(file, files[file] ?? '');
    return read.ok ? [{ ...entry, locale, ...read.value }] : [];
  });
}

/** The same articles without their texts, and those of English that `locale` has not. */
export function articleEntries(files: Files, locale: Locale): readonly ArticleEntry[] {
  const own = new Map(readArticles(files, locale).map((article) => [article.id, article]));
  return readArticles(files, 'en')
    .map((english) => own.get(english.id) ?? english)
    .map(({ text: _text, locale: _locale, ...entry }) => entry);
}

/** `article` with the terms of the glossary that it uses. */
export function withTerms(article: Article, glossary: readonly GlossaryEntry[]): Article {
  const [text = article.text] = termMarker(glossary)([article.text]);
  return { ...article, text };
}

/**
 * What is wrong with the articles among `files`, and with what `articles.yaml` says of them. `unsure` are questions
 * with a fault of their own, which is told where they stand.
 */
export function articleProblems(files: Files, pack: Pack, unsure: ReadonlySet<QuestionId>): readonly Problem[] {
  const { entries, yaml, problems } = readList(files);
  const texts = Object.entries(files).filter(([file]) => file.startsWith('articles/'));
  const listed = new Set(entries.map(({ id }) => id));
  return [
    ...problems,
    ...entries.flatMap((entry, index) => entryProblems(entry, index, { entries, yaml, files, pack, unsure })),
    ...texts.flatMap(([file, text]) => {
      const read = readWords(file, text);
      return read.ok ? [] : read.problems;
    }),
    // A list that cannot be read is told itself, and not once more for each article.
    ...(problems.length > 0 ? [] : texts)
      .filter(([file]) => !listed.has(file.replace(/^articles\/|\.[a-z]{2}\.md$/g, '')))
      .map(([file]): Problem => ({ code: 'unlisted-file', place: { file, line: 1 } })),
  ];
}

interface List {
  readonly entries: readonly ListedArticle[];
  readonly yaml: YamlFile;
}

function readList(files: Files): List & { readonly problems: readonly Problem[] } {
  const { yaml, problems } = readYaml(list, files[list] ?? '[]');
  if (problems.length > 0) return { entries: [], yaml, problems };
  const read = readShape(articlesSchema, yaml, yaml.value);
  return { entries: read.value ?? [], yaml, problems: read.problems };
}

interface Around extends List {
  readonly files: Files;
  readonly pack: Pack;
  readonly unsure: ReadonlySet<QuestionId>;
}

function entryProblems(
  { id, stages, questions, sources }: ListedArticle,
  index: number,
  { entries, yaml, files, pack, unsure }: Around,
): readonly Problem[] {
  const tell = (code: string, key: string, at: readonly number[], detail: string): Problem => ({
    code,
    place: { file: list, line: yaml.line([index, key, ...at]) },
    detail,
  });
  const unknown = (
    code: string,
    key: string,
    named: readonly string[],
    known: readonly { readonly id: string }[],
  ): readonly Problem[] => {
    const ids = new Set([...known.map((each) => each.id), ...unsure]);
    // A file that cannot be read is told itself.
    return known.length === 0 ? [] : named.flatMap((name, at) => (ids.has(name) ? [] : [tell(code, key, [at], name)]));
  };
  return [
    ...(entries.findIndex((each) => each.id === id) < index ? [tell('duplicate-id', 'id', [], id)] : []),
    ...(files[`articles/${id}.en.md`] === undefined ? [tell('missing-file', 'id', [], `articles/${id}.en.md`)] : []),
    ...unknown('unknown-stage', 'stages', stages, pack.stages),
    ...unknown('unknown-question', 'questions', questions, pack.questions),
    ...unknown('unknown-source', 'sources', sources, pack.sources),
    ...(sources.length === 0 ? [tell('missing-sources', 'sources', [], id)] : []),
  ];
}

/** `text` as an article: a title, then guidance text with headings from level 2. */
function readWords(file: string, text: string): Outcome<{ readonly title: string; readonly text: RichText }> {
  const blocks = readBlocks(text);
  const [head] = blocks;
  const title = head !== undefined && levelOf(head.token) === 1 ? plainWords(within(head.token)) : null;
  const read = richText(file, title === null ? blocks : blocks.slice(1), 2);
  const problems: Problem[] =
    title === null
      ? [{ code: 'missing-words', place: { file, line: 1 }, detail: 'title' }, ...read.problems]
      : [...read.problems];
  return outcome({ title: title ?? '', text: read.text }, problems);
}
