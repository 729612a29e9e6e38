/** Which runner takes which file. Every test file belongs to exactly one (checked in test/test-files.test.ts). */
export const testFiles = {
  /** Vitest in Node. */
  unit: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  /** @web/test-runner in real browsers. */
  browser: ['src/**/*.browser-test.ts', 'test/**/*.browser-test.ts'],
  /** Vitest in Node, driving a browser over the built pages. */
  journeys: ['test/journeys/**/*.journey.ts'],
  /** The same, for tests that take longer than a change can wait for. */
  soak: ['test/journeys/soak/*.soak.ts'],
  /** What programs of others, installed in a folder of their own, make of our files. */
  others: ['test/lforms/*.others.ts'],
};

/** Unit tests that put something in the place of a timer, a disk or a browser's own object; the others share their modules. */
export const apart = ['src/app/**/*.test.ts', 'src/i18n/**/*.test.ts', 'src/store/**/*.test.ts'];
