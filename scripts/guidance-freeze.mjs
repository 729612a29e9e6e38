// Freezes the questions as they are: test/fixtures/packs/<id>-<version>.json. A frozen version is never written again.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module } = await runnerImport(`${root}src/content/vite-plugin-folder.ts`, {
  root,
  configFile: false,
  logLevel: 'error',
});
const compiled = module.compileFolder(`${root}guidance`, 'sparf');
if (!compiled.ok) {
  console.error('guidance does not compile: npm run guidance:check');
  process.exit(1);
}
const { id, version, ...rest } = compiled.value.packs.en;
const file = `${root}test/fixtures/packs/${id}-${version}.json`;
if (existsSync(file)) {
  console.error(`Version ${version} is frozen. Raise the version in guidance/${id}/pack.yaml first.`);
  process.exit(1);
}
mkdirSync(`${root}test/fixtures/packs`, { recursive: true });
const { structureHash, purposeQuestion, sections, questions, riskClasses, roles, factors } = rest;
const frozen = { id, version, structureHash, purposeQuestion, sections, questions, riskClasses, roles, factors };
writeFileSync(file, `${JSON.stringify(frozen)}\n`);
console.log(`Frozen: ${id} version ${version}`);
