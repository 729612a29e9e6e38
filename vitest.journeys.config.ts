import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testFiles } from './scripts/test-files.mjs';

/** Those that take longest, the longest first: whichever began last would keep the cores waiting for it. */
const longest = [
  'accessible',
  'saving',
  'road',
  'cases-accessible',
  'pseudo-locale',
  'cases-signed',
  'purposes',
  'countersign',
  'bad-input',
  'fields',
  'two-tabs',
  'vault',
  'files',
];

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
    // Twice the cores of the smallest machine: every journey waits now and then, that of saving most of the time.
    maxWorkers: 4,
    // Each file has a browser, profile and server of its own; only the modules they all read are shared.
    isolate: false,
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
