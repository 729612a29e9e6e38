// Writes what a built Homeward consists of: dist/sbom.cdx.json (CycloneDX 1.5), the licences of every package in it
// (dist/LICENCES.txt), the hashes a page names scripts by (dist/sri.json, dist/SRI.txt) and dist/SHA256SUMS.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its style sheet is compiled into ours, so it is shipped though only the build needs it. */
const compiledIn = 'govuk-frontend';

function npmSbom() {
  return JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32', // npm is a script there
    }),
  );
}

const { name, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// Not `--omit dev`, which also leaves out what a tool needs as well as we do, such as Lit.
const shipped = npmSbom();
const all = shipped.components;
const isForBuilding = ({ properties = [] }) =>
  properties.some((property) => property.name === 'cdx:npm:package:development' && property.value === 'true');
shipped.components = all.filter((component) => !isForBuilding(component));
const references = new Set([shipped.metadata.component, ...shipped.components].map((each) => each['bom-ref']));
shipped.dependencies = shipped.dependencies
  .filter(({ ref }) => references.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((to) => references.has(to)) }));
const missing = Object.keys(dependencies).filter(
  (each) => !shipped.components.some((component) => component.name === each),
);
if (missing.length > 0) throw new Error(`missing among what is shipped: ${missing.join(', ')}`);
const look = all.filter((component) => component.name === compiledIn);
if (look.length !== 1) throw new Error(`${compiledIn} is not installed once, but ${look.length} times`);

// Without the moment, the chance number and npm's own version, two builds of one commit make the same file.
delete shipped.serialNumber;
delete shipped.metadata.timestamp;
delete shipped.metadata.tools;
shipped.metadata.component.name = name; // npm takes the folder's
shipped.components = [...shipped.components, ...look].sort((a, b) => a['bom-ref'].localeCompare(b['bom-ref'], 'en'));
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(shipped, null, 2)}\n`);

/** The licence of a package without a file for it: as its read-me ends, or as a package of the same repository has it. */
function elsewhere(name, folder) {
  const repository = repositoryOf(folder);
  const sister = shipped.components
    .map(folderOf)
    .find((each) => repositoryOf(each) === repository && textsIn(each).length > 0);
  if (sister) return textsIn(sister).join('\n\n');
  const [, text] = /^#+ *licen[cs]e *$([^]*)/im.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? [];
  if (!text) throw new Error(`${name} comes without a licence`);
  return text.trim();
}

const folderOf = ({ name, properties = [] }) =>
  properties.find((property) => property.name === 'cdx:npm:package:path')?.value ?? `node_modules/${name}`;
const repositoryOf = (folder) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).repository?.url ?? folder;
/** A package of a font has a licence for its code and one for the font. */
const textsIn = (folder) =>
  readdirSync(folder)
    .filter((each) => /^(?:licen[cs]e|notice|copying)/i.test(each))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());

const ownLicence = ['Homeward', readFileSync('LICENSE', 'utf8').trim()];
const licences = shipped.components.map((component) => {
  const { name, version, licenses = [] } = component;
  const folder = folderOf(component);
  const named = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(', ');
  const texts = textsIn(folder);
  return [`${name} ${version} (${named})`, texts.length > 0 ? texts.join('\n\n') : elsewhere(name, folder)];
});
const rule = '='.repeat(80);
const licenceText = [ownLicence, ...licences].map(([what, text]) => `${rule}\n${what}\n${rule}\n\n${text}\n`);
writeFileSync('dist/LICENCES.txt', licenceText.join('\n').replaceAll('\r\n', '\n'));

const below = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/').slice('dist/'.length))
    .sort();
const hashOf = (file, kind, form) =>
  createHash(kind)
    .update(readFileSync(join('dist', file)))
    .digest(form);

const scripts = below('dist').filter((file) => /^(?:homeward\.\w+\.js|elements\/.*\.js)$/.test(file));
const sri = scripts.map((file) => [file, `sha384-${hashOf(file, 'sha384', 'base64')}`]);
writeFileSync('dist/sri.json', `${JSON.stringify(Object.fromEntries(sri), null, 2)}\n`);
writeFileSync('dist/SRI.txt', sri.map(([file, hash]) => `${hash}  ${file}\n`).join(''));

const files = below('dist').filter((file) => file !== 'SHA256SUMS');
writeFileSync('dist/SHA256SUMS', files.map((file) => `${hashOf(file, 'sha256', 'hex')}  ${file}\n`).join(''));
console.log(`${shipped.components.length} parts in dist/sbom.cdx.json, ${files.length} files in dist/SHA256SUMS`);
for (const file of ['homeward.esm.js', 'homeward.iife.js', 'homeward.html', 'verify.html'])
  console.log(`${file}: ${(statSync(join('dist', file)).size / 1000).toFixed(0)} kB`);
