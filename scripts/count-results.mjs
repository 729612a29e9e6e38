// Adds up what the runners reported and ends with the plain line `N passed, N failed`:
// node scripts/count-results.mjs <folder of reports> <number of steps that failed>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function excerpt(messages) {
  const lines = (messages ?? []).join('\n').split('\n');
  return lines
    .slice(0, 8)
    .map((line) => `    ${line.slice(0, 200)}`)
    .join('\n');
}

const [folder, steps] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  // Vitest writes numPassedTests, our reporter for @web/test-runner writes passed. A file that did not even load
  // counts as one failure: Vitest lists it as a failed suite without tests.
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const counts = [report.numPassedTests ?? report.passed, (report.numFailedTests ?? report.failed) + broken.length];
  console.log(`${name.slice(0, -5)}: ${counts[0]} passed, ${counts[1]} failed`);
  // Named again here, where whoever sees only the end of a long log finds them.
  for (const file of report.testResults ?? [])
    for (const test of file.status === 'failed' ? file.assertionResults : [])
      if (test.status === 'failed')
        console.log(`  failed: ${file.name.split('/').pop()}: ${test.fullName}\n${excerpt(test.failureMessages)}`);
  for (const file of broken) console.log(`  did not load: ${file.name.split('/').pop()}`);
  passed += counts[0];
  failed += counts[1];
}
// A step can fail without a failing test: types, lint, format, build, size.
failed = Math.max(failed, Number(steps));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
