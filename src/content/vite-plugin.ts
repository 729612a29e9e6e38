import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { type CompiledFolder, compileFolder, locales, packIds } from './vite-plugin-folder.ts';
import { packCore, packEvidence, stageGuidance } from './pack-parts.ts';
import type { Problem } from '../model/problem.ts';

const names = ['packs', 'pack', 'guidance', 'sources', 'article', 'case', 'framework'];
const wanted = new RegExp(`^virtual:(${names.join('|')})(/|$)`);
const made = '\0';

/**
 * Compiles `guidance/` into modules: `virtual:pack/<pack>/<locale>` for the first load, guidance by stage, sources,
 * articles and training cases each a chunk of their own, and `virtual:packs`, which knows the way to all of them.
 *
 * A fault in the files stops the build with every fault named. In the dev server a changed file reloads the page.
 */
export function guidance(folder = fileURLToPath(new URL('../../guidance', import.meta.url))): Plugin {
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
      for (const one of kind === 'packs' ? packIds(folder) : [pack]) {
        for (const file of compile(one).files) this.addWatchFile(file);
      }
      if (kind === 'packs') return registry(packIds(folder).map(compile));
      const value = part(compile(pack), kind, rest);
      if (value === undefined) throw new Error(`The guidance has nothing called ${id.slice(made.length)}.`);
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
      return folder.articles[`${locale}/${name}`] ?? folder.articles[`en/${name}`];
    case 'framework':
      return folder.frameworks[locale];
    default:
      return undefined;
  }
}

function registry(folders: readonly CompiledFolder[]): string {
  const list = (name: string, kind: string, keys: readonly string[]): string =>
    `export const ${name} = {\n${keys.map((key) => `  ${JSON.stringify(key)}: () => import(${JSON.stringify(`virtual:${kind}/${key}`)}),\n`).join('')}};\n`;
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
      'articles',
      'article',
      everywhere.flatMap(({ folder, key }) =>
        [...new Set(Object.keys(folder.articles).map((article) => article.replace(/^[a-z]+\//, '')))].map(
          (article) => `${key}/${article}`,
        ),
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

function reloadAll(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, node] of environment.moduleGraph.idToModuleMap) {
      if (id.startsWith(made) && wanted.test(id.slice(made.length))) environment.moduleGraph.invalidateModule(node);
    }
    environment.hot.send({ type: 'full-reload' });
  }
}
