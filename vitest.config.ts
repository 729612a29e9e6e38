import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { apart, testFiles } from './scripts/test-files.mjs';
import { plugins } from './vite.config.ts';

const reports = process.env.TEST_REPORTS;

export default defineConfig({
  plugins: plugins(),
  test: {
    environment: 'node',
    projects: [
      // What exchanges something of the world has one of its own for each file.
      { extends: true, test: { name: 'apart', include: apart } },
      // What only computes shares its modules, which would be read and made ready again for each file.
      { extends: true, test: { name: 'together', include: testFiles.unit, exclude: apart, isolate: false } },
    ],
    maxWorkers: 2, // one for each core of the smallest machine this is meant to run on
    reporters: [
      'default',
      ...(reports ? [['json', { outputFile: join(reports, 'unit.json') }] as [string, Record<string, unknown>]] : []),
    ],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text'] },
  },
});
