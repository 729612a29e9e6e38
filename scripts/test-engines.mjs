// Runs the component tests in every engine, or in those that BROWSERS names.
import { spawnSync } from 'node:child_process';

const BROWSERS = process.env.BROWSERS ?? 'chromium,firefox,webkit';
const { status } = spawnSync('npx', ['wtr', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BROWSERS },
});
process.exit(status ?? 1);
