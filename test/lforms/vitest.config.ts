import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testFiles } from '../../scripts/test-files.mjs';
import { plugins } from '../../vite.config.ts';

const reports = process.env.TEST_REPORTS;

// What programs of others make of our files: `npm run test:lforms`, which installs them first.
export default defineConfig({
  plugins: plugins(),
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: testFiles.others,
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    reporters: [
      'default',
      ...(reports ? [['json', { outputFile: join(reports, 'others.json') }] as [string, Record<string, unknown>]] : []),
    ],
  },
});
