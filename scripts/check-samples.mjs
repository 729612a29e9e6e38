// Checks the samples in docs/embedding as far as that goes without their platforms: types of the web part, syntax of the
// Drupal module. Says what it could not check.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { aptInstall, onPath } from './browsers.mjs';

const run = (program, ...rest) => spawnSync(program, rest, { stdio: 'inherit' }).status === 0;
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
let isFine = run(process.execPath, tsc, '-p', 'docs/embedding/sharepoint');
console.log(`SharePoint web part: types ${isFine ? 'fit' : 'do not fit'} (our own ambient ones)`);

const php = onPath(['php']) ?? (aptInstall(['php-cli']) ? onPath(['php']) : undefined);
const module = 'docs/embedding/localgov-drupal';
const files = readdirSync(module, { recursive: true }).filter((file) => file.endsWith('.php'));
if (php) for (const file of files) isFine = run(php, '-l', `${module}/${file}`) && isFine;
else console.log('Drupal module: not checked, there is no php here (Debian: php-cli)');
process.exitCode = isFine ? 0 : 1;
