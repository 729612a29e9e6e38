// Runs the component tests in every engine, or in those that BROWSERS names.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { handedOn } from './wtr-hand-on.mjs';

const BROWSERS = process.env.BROWSERS ?? 'chromium,firefox,webkit';
const { status } = spawnSync('npx', ['wtr', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BROWSERS },
});
// Each engine signed one file in its turn; a program that knows nothing of them has the last word.
const { stdout } = spawnSync('pdfsig', ['-nocert', handedOn], { encoding: 'utf8' });
const valid = stdout.match(/Signature is Valid\./g)?.length ?? 0;
const total = stdout.includes('  - Total document signed');
const enough = valid >= BROWSERS.split(',').length && total;
console.log(
  `One file signed in turn: pdfsig calls ${valid} signatures valid${total ? ', to the end of the file' : ''}.`,
);
if (enough && !status) {
  const row = {
    done: `one PDF signed in turn in ${BROWSERS.replaceAll(',', ', ')}`,
    seen: `each calls all before it valid; pdfsig calls ${valid} signatures valid, to the end of the file`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    on: new Date().toISOString().slice(0, 10),
  };
  // A row of docs/evidence/soak.md, as the long tests note theirs.
  mkdirSync('.cache/evidence', { recursive: true });
  writeFileSync('.cache/evidence/engines-in-turn.json', JSON.stringify(row));
}
// The next run of some engines begins anew; only that of Chromium alone leaves its file for the others.
rmSync(handedOn, { force: true });
process.exit(status || (enough ? 0 : 1));
