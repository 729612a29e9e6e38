import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guidance } from '../../src/content/vite-plugin.ts';
import { guidanceFolder } from './guidance.ts';

describe('a pack with faults', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'homeward-guidance-'));
    await cp(guidanceFolder, join(folder, 'guidance'), { recursive: true });
    await writeFile(join(folder, 'main.js'), "import { packs } from 'virtual:packs'; console.log(packs);");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const built = (): Promise<unknown> =>
    build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [guidance(join(folder, 'guidance'))],
      build: { write: false, rolldownOptions: { input: join(folder, 'main.js') } },
    });

  async function change(file: string, from: string, to: string): Promise<void> {
    const path = join(folder, 'guidance/sparf', file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  }

  test('stops the build, and every fault is named with its file and line', { timeout: 60_000 }, async () => {
    await built();
    await change('1-assess/child-voice.yaml', 'showWhen: { question: child-wishes', 'showWhen: { question: child-wish');
    await change('1-assess/participation.yaml', 'kind: long-text', 'kind: long-txt');
    await change('1-assess/case-setup.en.md', '## why-now', '## why-then');
    await change('sources.yaml', '- id: leeds-omg', '- id: leeds-org');
    const fault = await built().then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(fault).toContain('The guidance has faults:');
    expect(fault).toMatch(/child-voice\.yaml:\d+ .*child-wish/);
    expect(fault).toMatch(/participation\.yaml:\d+ /);
    expect(fault).toMatch(/case-setup\.en\.md:\d+ .*why-then/);
    expect(fault).toMatch(/leeds-omg/);
  });
});
