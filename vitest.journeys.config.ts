import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { testFiles } from './scripts/test-files.mjs';

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  test: {
    include: testFiles.journeys,
    environment: 'node',
    // Two browsers at once on two cores make every wait longer and nothing sooner.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: [
      'default',
      ...(reports ? [['json', { outputFile: join(reports, 'journeys.json') }] as [string, Record<string, unknown>]] : []),
    ],
  },
});
