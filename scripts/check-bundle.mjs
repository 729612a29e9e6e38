// Fails when a built file holds something that must not run in the page: see bundle-rules.mjs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn } from './bundle-rules.mjs';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('check-bundle.mjs needs the folders to look through');
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.(?:js|css|html)$/.test(name))
    .map((name) => join(folder, name)),
);
if (files.length === 0) throw new Error(`there are no built files in ${folders.join(', ')}`);

let faults = 0;
for (const file of files)
  for (const { what, excerpt } of faultsIn(readFileSync(file, 'utf8'))) {
    faults += 1;
    console.error(`${file}: ${what}: …${excerpt.replaceAll(/\s+/g, ' ')}…`);
  }
console.log(`${files.length} built files looked through, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
