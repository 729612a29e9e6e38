import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { type PackFolder, tinyPack, tinyPackWith } from './fixtures/tiny-pack.ts';
import { guidance } from './vite-plugin.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A guidance folder on disk with one pack in it. */
function folderWith(pack: PackFolder): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidance-'));
  made.push(folder);
  for (const [file, text] of Object.entries(pack)) {
    const path = join(folder, 'tiny', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

interface Chunk {
  readonly isEntry: boolean;
  readonly moduleIds: readonly string[];
}

async function chunksOf(folder: string, entry = 'packs.ts'): Promise<readonly Chunk[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [guidance(folder)],
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['es'] },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  return ('output' in output ? output.output : []).flatMap((part) => (part.type === 'chunk' ? [part] : []));
}

describe('W1 the build', () => {
  test('makes a chunk of each part, and none holds a YAML or Markdown parser', async () => {
    const chunks = await chunksOf(folderWith(tinyPack));
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);

    expect(
      modules
        .filter((id) => id.includes('virtual:'))
        .map((id) => id.slice(id.indexOf('virtual:')))
        .sort(),
    ).toEqual([
      'virtual:guidance/tiny/cy/decide',
      'virtual:guidance/tiny/cy/look',
      'virtual:guidance/tiny/en/decide',
      'virtual:guidance/tiny/en/look',
      'virtual:pack/tiny/cy',
      'virtual:pack/tiny/en',
      'virtual:packs',
      'virtual:sources/tiny/cy',
      'virtual:sources/tiny/en',
    ]);
    const entry = chunks.find(({ isEntry }) => isEntry);
    expect(entry?.moduleIds.filter((id) => /virtual:(pack|guidance|sources)\//.test(id))).toEqual([]);
    expect(modules.filter((id) => /node_modules\/(yaml|marked|valibot)\//.test(id))).toEqual([]);
  });

  test('F4 an index is fetched by a search and by nobody who only reads', async () => {
    const folder = folderWith(tinyPack);
    const indexes = async (entry: string): Promise<readonly string[]> =>
      (await chunksOf(folder, entry)).flatMap(({ moduleIds, isEntry }) =>
        moduleIds
          .filter((id) => id.includes('virtual:search/'))
          .map((id) => `${isEntry ? 'at once' : 'later'} ${id.slice(1)}`),
      );

    expect(await indexes('packs.ts')).toEqual([]);
    expect([...(await indexes('search.ts'))].sort()).toEqual([
      'later virtual:search/tiny/cy/search-index',
      'later virtual:search/tiny/en/search-index',
    ]);
  });

  test('stops at faults and names every one with its file and line', async () => {
    let broken = tinyPackWith(
      '1-look/start.yaml',
      '{ id: date, kind: date, required: true }',
      '{ id: date, required: true }',
    );
    broken = tinyPackWith('2-decide/weigh.en.md', 'Look again.', '<i>Look</i> again.', broken);

    const failure = chunksOf(folderWith(broken));

    await expect(failure).rejects.toThrow(/guidance\/tiny\/1-look\/start\.yaml:24 column-without-kind/);
    await expect(failure).rejects.toThrow(/guidance\/tiny\/2-decide\/weigh\.en\.md:9 markdown-kind html/);
  });
});

describe('W2 the dev server', () => {
  test('compiles a changed file anew', async () => {
    const folder = folderWith(tinyPack);
    const file = join(folder, 'tiny', '1-look/start.en.md');
    const server = await createServer({
      configFile: false,
      logLevel: 'silent',
      plugins: [guidance(folder)],
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
    });
    try {
      const label = async (): Promise<string> => (await server.transformRequest('virtual:pack/tiny/en'))?.code ?? '';
      expect(await label()).toContain('How is the child?');

      writeFileSync(file, (tinyPack['1-look/start.en.md'] ?? '').replace('How is the child?', 'How is she now?'));
      server.watcher.emit('change', file);

      expect(await label()).toContain('How is she now?');
    } finally {
      await server.close();
    }
  });
});
