import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { note } from './store/evidence.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

// Vitest says that this is a test, and a build believes it.
const { NODE_ENV, VITEST, ...env } = process.env;

function released(): string {
  execFileSync('npm', ['run', 'release'], { env, stdio: 'pipe', maxBuffer: 64 * 1024 * 1024 });
  return createHash('sha256')
    .update(readFileSync(`release/homeward-${version}.zip`))
    .digest('hex');
}

test('two whole builds of the same sources make the same zip, byte for byte', { timeout: 600_000 }, () => {
  const first = released();
  expect(first).toBe(released());
  note('release', {
    done: 'two whole builds of the same sources, each packed into a zip',
    seen: 'the same zip, byte for byte',
  });
});
