// Packs what `npm run build` made into release/homeward-<version>.zip, and says its SHA-256.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from './zip.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const papers = ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'package.json', 'docs'];
// What a council begins its own overlay with, as docs/overlays.md tells it to.
const beginnings = ['scripts/new-overlay', 'guidance/overlays', 'guidance/schema/overlay.schema.json'];

const filesAt = (place) =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

const files = ['dist', ...papers, ...beginnings].flatMap(filesAt).map((file) => [file, readFileSync(file)]);
const name = `homeward-${version}`;
const zip = zipOf(name, files);
mkdirSync('release', { recursive: true });
writeFileSync(`release/${name}.zip`, zip);
const hash = createHash('sha256').update(zip).digest('hex');
writeFileSync(`release/${name}.zip.sha256`, `${hash}  ${name}.zip\n`);
console.log(`release/${name}.zip: ${files.length} files, ${(zip.length / 1e6).toFixed(1)} MB, SHA-256 ${hash}`);
