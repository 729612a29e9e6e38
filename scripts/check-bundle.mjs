// Fails when a built file holds something that must not run in the page: see bundle-rules.mjs.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn } from './bundle-rules.mjs';

const places = process.argv.slice(2);
if (places.length === 0) throw new Error('check-bundle.mjs needs the folders and files to look through');
const files = places.flatMap((place) =>
  statSync(place).isFile()
    ? [place]
    : readdirSync(place, { recursive: true })
        .filter((name) => /\.(?:js|css|html)$/.test(name))
        .map((name) => join(place, name)),
);
if (files.length === 0) throw new Error(`there are no built files in ${places.join(', ')}`);

let faults = 0;
for (const file of files)
  for (const { what, excerpt } of faultsIn(readFileSync(file, 'utf8'))) {
    faults += 1;
    console.error(`${file}: ${what}: …${excerpt.replaceAll(/\s+/g, ' ')}…`);
  }
console.log(`${files.length} built files looked through, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
