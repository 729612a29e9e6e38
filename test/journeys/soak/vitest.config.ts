import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { plugins } from '../../../vite.config.ts';

// Tests that take longer than a change can wait for: `npm run soak`, on the built page.
export default defineConfig({
  plugins: plugins(),
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['test/journeys/soak/*.soak.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
