import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { testFiles } from './scripts/test-files.mjs';

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  test: {
    include: testFiles.journeys,
    environment: 'node',
    // The saving journeys mostly wait: another file has the other core meanwhile.
    fileParallelism: true,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: [
      'default',
      ...(reports
        ? [['json', { outputFile: join(reports, 'journeys.json') }] as [string, Record<string, unknown>]]
        : []),
    ],
  },
});
