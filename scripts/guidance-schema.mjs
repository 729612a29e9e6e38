// Writes guidance/schema/*.schema.json from the schemas the compiler itself uses.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`${root}src/content/json-schemas.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
const folder = `${root}guidance/schema`;
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(module.schemaFiles())) writeFileSync(`${folder}/${name}`, text);
console.log(`guidance/schema: ${Object.keys(module.schemaFiles()).length} files`);
