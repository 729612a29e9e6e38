import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { note } from './store/evidence.ts';

// Below the repository, so that what the types rest on (Lit) is found as it would be once installed.
const folder = resolve('.cache/package-trial');
const own = join(folder, 'node_modules/homeward');

const script = `import 'homeward/define/homeward-assessment.js';
import 'homeward/define/homeward-form.js';
import { loadPack } from 'homeward/content.js';
import { HomewardForm } from 'homeward/elements/form.js';
import { evaluate } from 'homeward/model.js';

const form = document.querySelector('homeward-form');
const read = await loadPack('sparf', 'en');
if (form && read.ok) {
  form.pack = read.value;
  form.addEventListener('homeward-answer', ({ question, answer }) => console.log(question, answer?.is));
  // @ts-expect-error: a section is named by its id.
  form.section = 1;
}
document.querySelector('homeward-assessment')?.addEventListener('homeward-save', ({ state }) => console.log(state));
console.log(HomewardForm.name, typeof evaluate);
`;

const settings = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
  },
  files: ['main.ts'],
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'ignore' });
  const [packed = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['xzf', join(folder, packed), '-C', own, '--strip-components=1']);
  writeFileSync(join(folder, 'main.ts'), script);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Ours</title><script type="module" src="/main.ts"></script>',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the package as packed has types for tags, properties and events', () => {
  expect(() => execFileSync('npx', ['tsc', '-p', folder], { stdio: 'pipe' })).not.toThrow();
});

test('Vite builds a page of the package as packed', async () => {
  await build({ root: folder, configFile: false, logLevel: 'error', build: { target: 'es2022' } });
  expect(readdirSync(join(folder, 'dist/assets')).some((file) => /^index-.*\.js$/.test(file))).toBe(true);
  note('package', {
    done: 'the package as packed, in a program of somebody else: types checked, page built with Vite',
    seen: 'no fault of types, and a page',
  });
});
