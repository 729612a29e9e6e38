import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

function count(suite) {
  const own = { passed: 0, failed: 0, skipped: 0 };
  for (const test of suite?.tests ?? []) own[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  return (suite?.suites ?? []).map(count).reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    own,
  );
}

/**
 * Says how many tests passed and failed, and writes `{ passed, failed, skipped }` to `file` when there is one.
 * A file that broke outside any test counts as one failure.
 */
export function countReporter(file) {
  return {
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const { passed, failed, skipped } = count(session.testResults);
        total.passed += passed;
        total.failed += failed > 0 || session.passed ? failed : 1;
        total.skipped += skipped;
      }
      console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(total));
    },
  };
}
