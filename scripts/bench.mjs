// Measures the form and signed paper against floors, and the encrypted vault against the plain one: `node scripts/bench.mjs [--quick] [--elements <folder already built>]`.
// Prints what it found and ends with 1 when a budget is not kept. test/bench/README.md says what is compared.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, elements: { type: 'string' } } });
// A folder of its own, so that measuring leaves the build of the package as it is.
const elements = values.elements ?? 'dist/bench';
const [sizes, repetitions] = values.quick ? [[120, 500], 5] : [[50, 120, 500], 7];

if (values.elements === undefined) {
  const choices = ['build', '--mode', 'elements', '--outDir', elements, '--logLevel', 'warn'];
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...choices], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}

const load = async (file) =>
  (await runnerImport(`./test/bench/${file}`, { configFile: false, logLevel: 'error' })).module;
const [
  { bench },
  { benchSections },
  { evaluateCosts },
  { checks, evaluationChecks, report, sectionChecks, sectionReport },
  { quickVault, vaultChecks, vaultCost, vaultReport, wholeVault },
  { paperChecks, paperCost, paperReport, quickPaper, wholePaper },
] = [
  await load('bench.ts'),
  await load('sections.ts'),
  await load('evaluate-cost.ts'),
  await load('verdict.ts'),
  await load('vault-cost.ts'),
  await load('paper-cost.ts'),
];

const told = (line) => console.log(line);
const found = await bench(elements, sizes, repetitions, told);
const sections = await benchSections(elements, values.quick ? 5 : 7, told);
const evaluations = evaluateCosts(500);
const vault = await vaultCost(values.quick ? quickVault : wholeVault, told);
const paper = await paperCost(elements, values.quick ? quickPaper : wholePaper, told);
console.log(
  `\n${[...report(found, evaluations), ...sectionReport(sections), ...vaultReport(vault), ...paperReport(paper)].join('\n')}\n`,
);
const results = [
  ...checks(found),
  ...sectionChecks(sections),
  ...evaluationChecks(evaluations),
  ...vaultChecks(vault),
  ...paperChecks(paper),
];
for (const { says, holds } of results) console.log(`${holds ? 'kept  ' : 'BROKEN'} ${says}`);
const failed = results.filter(({ holds }) => !holds).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
