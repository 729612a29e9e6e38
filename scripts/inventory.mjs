// Writes what a built Homeward consists of: dist/sbom.cdx.json (CycloneDX 1.5) and dist/SHA256SUMS.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
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

const files = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/').slice('dist/'.length))
  .sort();
const sums = files.map(
  (file) =>
    `${createHash('sha256')
      .update(readFileSync(join('dist', file)))
      .digest('hex')}  ${file}`,
);
writeFileSync('dist/SHA256SUMS', `${sums.join('\n')}\n`);
console.log(`${shipped.components.length} parts in dist/sbom.cdx.json, ${files.length} files in dist/SHA256SUMS`);
