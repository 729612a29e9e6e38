import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { testFiles } from './scripts/test-files.mjs';
import { plugins } from './vite.config.ts';

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  plugins: plugins(),
  test: {
    include: testFiles.unit,
    environment: 'node',
    maxWorkers: 2, // one for each core of the smallest machine this is meant to run on
    reporters: [
      'default',
      ...(reports ? [['json', { outputFile: join(reports, 'unit.json') }] as [string, Record<string, unknown>]] : []),
    ],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text'] },
  },
});
