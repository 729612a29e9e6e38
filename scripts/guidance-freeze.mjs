// Freezes the questions as they are: guidance/released/<id>-<version>.json, from which drafts of that version are opened
// once a later one is released. While a version is the newest its words may be mended and frozen again; its structure may not.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const imported = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false, logLevel: 'error' })).module;
const { compileFolder } = await imported('src/content/vite-plugin-folder.ts');
const { frozen, mayFreeze } = await imported('src/content/vite-plugin-released.ts');
const compiled = compileFolder(`${root}guidance`, 'sparf');
if (!compiled.ok) {
  console.error('guidance does not compile: npm run guidance:check');
  process.exit(1);
}
const version = frozen(compiled.value);
const file = `${root}guidance/released/${version.id}-${version.version}.json`;
if (existsSync(file) && !mayFreeze(JSON.parse(readFileSync(file, 'utf8')), version)) {
  console.error(
    `Version ${version.version} is frozen with other questions. Raise the version in guidance/${version.id}/pack.yaml first.`,
  );
  process.exit(1);
}
mkdirSync(`${root}guidance/released`, { recursive: true });
writeFileSync(file, `${JSON.stringify(version)}\n`);
console.log(`Frozen: ${version.id} version ${version.version}`);
