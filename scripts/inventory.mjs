// Writes what a built Homeward consists of: dist/sbom.cdx.json (CycloneDX 1.5), the licences of every package in it
// (dist/LICENCES.txt), the hashes a page names scripts by (dist/sri.json, dist/SRI.txt) and dist/SHA256SUMS.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its style sheet is compiled into ours, so it is shipped though only the build needs it. */
const compiledIn = 'govuk-frontend';

function npmSbom(...choice) {
  return JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', ...choice], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32', // npm is a script there
    }),
  );
}

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const shipped = npmSbom('--omit', 'dev');
const look = npmSbom().components.filter((component) => component.name === compiledIn);
if (look.length !== 1) throw new Error(`${compiledIn} is not installed once, but ${look.length} times`);

// Without the moment, the chance number and npm's own version, two builds of one commit make the same file.
delete shipped.serialNumber;
delete shipped.metadata.timestamp;
delete shipped.metadata.tools;
shipped.metadata.component.name = name; // npm takes the folder's
shipped.components = [...shipped.components, ...look].sort((a, b) => a['bom-ref'].localeCompare(b['bom-ref'], 'en'));
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(shipped, null, 2)}\n`);

const ownLicence = ['Homeward', readFileSync('LICENSE', 'utf8').trim()];
const licences = shipped.components.map(({ name, version, licenses = [], properties = [] }) => {
  const folder =
    properties.find((property) => property.name === 'cdx:npm:package:path')?.value ?? `node_modules/${name}`;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const named = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(', ');
  return [
    `${name} ${version} (${named})`,
    file ? readFileSync(join(folder, file), 'utf8').trim() : 'No text of its own.',
  ];
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
