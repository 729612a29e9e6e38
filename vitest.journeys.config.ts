import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testFiles } from './scripts/test-files.mjs';

/** Those that take longest, the longest first: whichever began last would keep one core waiting for the other. */
const longest = ['saving', 'accessible', 'road', 'cases-signed', 'cases-accessible', 'files', 'pseudo-locale', 'vault'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.journey.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const reports = process.env.TEST_REPORTS;

export default defineConfig(({ mode }) => ({
  test: {
    include: testFiles.journeys,
    environment: 'node',
    env: { HOMEWARD_SHELL: mode === 'whole' ? 'no' : 'yes' },
    // One more than the cores of the smallest machine: every journey waits now and then, that of saving most of the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: [
      'default',
      ...(reports
        ? [['json', { outputFile: join(reports, 'journeys.json') }] as [string, Record<string, unknown>]]
        : []),
    ],
  },
}));
