import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Plugin, ViteDevServer } from 'vite';
import { type CompiledFolder, compileFolder, locales, packIds } from './vite-plugin-folder.ts';
import { packCore, packEvidence, stageGuidance } from './pack-parts.ts';
import { earlierThan, keysOf, readReleased } from './vite-plugin-released.ts';
import type { Problem } from '../model/problem.ts';
import { searchIndex } from './search-index.ts';

const names = [
  'packs',
  'articles',
  'pack',
  'guidance',
  'sources',
  'article',
  'case',
  'searches',
  'search',
  'framework',
  'outputs',
  'copies',
  'released',
  'version',
];
/** Modules that name the way to all others of their kinds. */
const registries = ['packs', 'articles', 'searches', 'outputs', 'released'];
const wanted = new RegExp(`^virtual:(${names.join('|')})(/|$)`);
const made = '\0';
const unpacking = fileURLToPath(new URL('unpacked.ts', import.meta.url));

/**
 * Compiles `guidance/` into modules: `virtual:pack/<pack>/<locale>` for the first load, guidance by stage, sources,
 * articles and training cases each a chunk of their own, and `virtual:packs`, which knows the way to all of them but
 * the articles: `virtual:articles` does, which a task list has no need of. The index of a search, `virtual:search/<pack>/<locale>`, is found through `virtual:searches` and by nobody who only reads;
 * what copies hold and say, `virtual:copies/<pack>/<locale>`, through `virtual:outputs`; earlier versions, frozen in
 * `guidance/released/`, through `virtual:released`.
 *
 * A fault in the files stops the build with every fault named. In the dev server a changed file reloads the page.
 *
 * `packed` deflates earlier versions, for a file that nobody compresses as a whole.
 */
export function guidance(folder = fileURLToPath(new URL('../../guidance', import.meta.url)), packed = false): Plugin {
  const compiled = new Map<string, CompiledFolder>();
  const forget = (file: string): boolean => {
    const inside = file.startsWith(folder + sep);
    if (inside) compiled.clear();
    return inside;
  };
  const compile = (id: string): CompiledFolder => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const result = compileFolder(folder, id);
    if (!result.ok)
      throw new Error(['The guidance has faults:', ...result.problems.map((problem) => told(id, problem))].join('\n'));
    compiled.set(id, result.value);
    return result.value;
  };

  return {
    name: 'homeward-guidance',
    resolveId: (id) => (wanted.test(id) ? made + id : null),
    load(id) {
      if (!id.startsWith(made) || !wanted.test(id.slice(made.length))) return null;
      const [kind = '', pack = '', ...rest] = id.slice(`${made}virtual:`.length).split('/');
      for (const one of registries.includes(kind) ? packIds(folder) : [pack]) {
        for (const file of compile(one).files) this.addWatchFile(file);
      }
      if (kind === 'packs') return registry(packIds(folder).map(compile));
      if (kind === 'articles') return articleRegistry(packIds(folder).map(compile));
      if (kind === 'outputs') return outputsRegistry(packIds(folder).map(compile));
      if (kind === 'searches') return searchRegistry(packIds(folder).map(compile));
      const earlier = (one: string): ReturnType<typeof readReleased> =>
        earlierThan(compile(one).packs.en, readReleased(folder, one));
      if (kind === 'released') return releasedRegistry(packIds(folder).flatMap(earlier), packed);
      const value = kind === 'version' ? released(earlier(pack), rest) : part(compile(pack), kind, rest);
      if (value === undefined) throw new Error(`The guidance has nothing called ${id.slice(made.length)}.`);
      if (kind === 'version' && packed)
        return `export default ${JSON.stringify(deflateSync(JSON.stringify(value), { level: 9 }).toString('base64'))};`;
      // JSON.parse of one string is read faster than an object literal of this size.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
    watchChange(file) {
      forget(file);
    },
    configureServer(server) {
      server.watcher.add(folder);
      const reload = (file: string): void => {
        if (forget(file)) reloadAll(server);
      };
      for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, reload);
    },
  };
}

/** `problem` as one line: file, line, code, detail. */
export function told(pack: string, { place, code, detail }: Problem): string {
  return [
    `${join('guidance', pack, place.file ?? '')}:${place.line ?? 1}`,
    code,
    ...(detail === undefined ? [] : [detail]),
  ].join(' ');
}

/** Named for what it holds: `en` would be taken for the questions of the first load. */
const releasedRegistry = (frozen: ReturnType<typeof readReleased>, packed: boolean): string =>
  (packed ? `import { unpacked } from ${JSON.stringify(unpacking)};\n` : '') +
  registryOf(
    'released',
    keysOf(frozen, locales).map((key) => [key, `version/${key}/earlier-questions`] as const),
    packed ? '.then(unpacked)' : '',
  );

/** One language of a frozen version. */
const released = (frozen: ReturnType<typeof readReleased>, [version, locale = '']: readonly string[]): unknown =>
  frozen.find((each) => String(each.version) === version)?.packs[locale];

function part(folder: CompiledFolder, kind: string, [locale = '', name = '']: readonly string[]): unknown {
  if (kind === 'case') return folder.cases[locale];
  const pack = folder.packs[locale];
  if (pack === undefined) return undefined;
  switch (kind) {
    case 'pack':
      return packCore(pack);
    case 'sources':
      return packEvidence(pack);
    case 'guidance':
      return pack.stages.some(({ id }) => id === name) ? stageGuidance(pack, name) : undefined;
    case 'article':
      return folder.articles[`${locale}/${name}`];
    case 'search': {
      const english = folder.packs.en;
      const articles = namesOf(folder.articles).flatMap(
        (each) => folder.articles[`${locale}/${each}`] ?? folder.articles[`en/${each}`] ?? [],
      );
      return english && searchIndex(pack, english, articles, folder.searchWords);
    }
    case 'copies':
      return folder.outputs[locale];
    case 'framework':
      return folder.frameworks[locale];
    default:
      return undefined;
  }
}

const searchRegistry = (folders: readonly CompiledFolder[]): string =>
  registryOf(
    'searches',
    // The last step is what the chunk is called.
    folders.flatMap(({ id }) => locales.map((locale) => [`${id}/${locale}`, `search/${id}/${locale}/search-index`])),
  );

const outputsRegistry = (folders: readonly CompiledFolder[]): string =>
  registryOf(
    'outputs',
    folders.flatMap(({ id, outputs }) =>
      Object.keys(outputs).map((locale) => [`${id}/${locale}`, `copies/${id}/${locale}/copies`] as const),
    ),
  );

const list = (name: string, kind: string, keys: readonly string[]): string =>
  registryOf(
    name,
    keys.map((key) => [key, `${kind}/${key}`]),
  );

/** An export that knows, by key, the way to modules of ours. */
const registryOf = (name: string, entries: readonly (readonly [key: string, module: string])[], then = ''): string =>
  `export const ${name} = {\n${entries.map(([key, module]) => `  ${JSON.stringify(key)}: () => import(${JSON.stringify(`virtual:${module}`)})${then},\n`).join('')}};\n`;

function registry(folders: readonly CompiledFolder[]): string {
  const everywhere = folders.flatMap((folder) =>
    locales.map((locale) => ({ folder, locale, key: `${folder.id}/${locale}` })),
  );
  return [
    list(
      'packs',
      'pack',
      everywhere.map(({ key }) => key),
    ),
    list(
      'sources',
      'sources',
      everywhere.map(({ key }) => key),
    ),
    list(
      'guidance',
      'guidance',
      everywhere.flatMap(({ folder, locale, key }) =>
        (folder.packs[locale]?.stages ?? []).map(({ id }) => `${key}/${id}`),
      ),
    ),
    list(
      'cases',
      'case',
      folders.flatMap(({ id, cases }) => Object.keys(cases).map((name) => `${id}/${name}`)),
    ),
    list(
      'frameworks',
      'framework',
      folders.flatMap(({ id, frameworks }) => Object.keys(frameworks).map((locale) => `${id}/${locale}`)),
    ),
  ].join('');
}

/** Articles by locale; one that a locale has not is its English chunk, and no second copy of that. */
const articleRegistry = (folders: readonly CompiledFolder[]): string =>
  registryOf(
    'articles',
    folders.flatMap(({ id, articles }) =>
      locales.flatMap((locale) =>
        namesOf(articles).map((name) => {
          const from = articles[`${locale}/${name}`] ? locale : 'en';
          return [`${id}/${locale}/${name}`, `article/${id}/${from}/${name}`] as const;
        }),
      ),
    ),
  );

/** The names of all articles: each is there in English. */
const namesOf = (articles: CompiledFolder['articles']): readonly string[] =>
  Object.keys(articles).flatMap((key) => (key.startsWith('en/') ? [key.slice('en/'.length)] : []));

function reloadAll(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, node] of environment.moduleGraph.idToModuleMap) {
      if (id.startsWith(made) && wanted.test(id.slice(made.length))) environment.moduleGraph.invalidateModule(node);
    }
    environment.hot.send({ type: 'full-reload' });
  }
}
