// Writes guidance/schema/*.schema.json from the schemas the compiler itself uses, and docs/ids.md from the questions.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const imported = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false, logLevel: 'error' })).module;
const { schemaFiles } = await imported('src/content/json-schemas.ts');
const { compileFolder } = await imported('src/content/vite-plugin-folder.ts');
const { idsPage } = await imported('src/content/ids-page.ts');

const folder = `${root}guidance/schema`;
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(`${folder}/${name}`, text);
console.log(`guidance/schema: ${Object.keys(schemaFiles()).length} files`);

const compiled = compileFolder(`${root}guidance`, 'sparf');
if (compiled.ok) {
  writeFileSync(`${root}docs/ids.md`, idsPage(compiled.value.packs.en));
  console.log('docs/ids.md');
} else {
  console.error('docs/ids.md is as it was: npm run guidance:check says what is wrong with the questions.');
  process.exitCode = 1;
}
