// Says every fault in guidance/ with its file and line, or how much there is of everything.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { overlayFiles } from './overlay-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const imported = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false, logLevel: 'error' })).module;
const { compileFolder, locales, packIds, readFolder } = await imported('src/content/vite-plugin-folder.ts');
const { readingProblems } = await imported('src/content/check-reading.ts');
const { told } = await imported('src/content/vite-plugin.ts');
const { frozen, readReleased, sinceFrozen } = await imported('src/content/vite-plugin-released.ts');
const { checkOverlayFiles } = await imported('src/content/overlay/check-overlay.ts');
const { readOverlayFiles } = await imported('src/content/overlay/read-files.ts');
const { inventedNumbers } = await imported('src/content/overlay/invented.ts');
const { overlayProblemWords } = await imported('src/app/overlay/problem-words.ts');
const guidance = `${root}guidance`;
const known = {};
const counted = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;
let faults = 0;

for (const id of packIds(guidance)) {
  const compiled = compileFolder(guidance, id);
  if (!compiled.ok) {
    for (const problem of compiled.problems) console.log(told(id, problem));
    faults += compiled.problems.length;
    continue;
  }
  const files = readFolder(`${guidance}/${id}`);
  for (const problem of locales.flatMap((locale) => readingProblems(files, locale))) {
    console.log(told(id, problem));
    faults += 1;
  }
  const { packs, cases, articles, fallback } = compiled.value;
  const pack = packs.en;
  known[id] = pack;
  faults += notFrozen(id, frozen(compiled.value));
  const placed = new Set();
  console.log(
    `${id} ${pack.version}: ${pack.questions.length} questions, ${pack.factors.length} factors, ${pack.sources.length} sources`,
  );
  for (const stage of pack.stages) {
    const asks = pack.sections.filter((section) => section.stage === stage.id).flatMap((section) => section.asks);
    const first = asks.filter(({ question }) => !placed.has(question));
    for (const { question } of asks) placed.add(question);
    console.log(
      `  ${stage.id}: ${stage.sections.length} sections, ${first.length} questions, ${asks.length - first.length} asked again`,
    );
  }
  console.log(
    `  articles: ${new Set(Object.keys(articles).map((key) => key.replace(/^[a-z]+\//, ''))).size}, cases: ${Object.keys(cases).join(', ')}`,
  );
  for (const [locale, keys] of Object.entries(fallback)) {
    if (locale === 'en') continue;
    console.log(`  ${locale}: ${keys.length} of its words are still English`);
    if (process.argv.includes('--missing')) for (const key of keys) console.log(`    ${key}`);
  }
}
const overlays = `${guidance}/overlays`;
for (const { name } of existsSync(overlays)
  ? readdirSync(overlays, { withFileTypes: true }).filter((each) => each.isDirectory())
  : []) {
  const read = readOverlayFiles(overlayFiles(`${overlays}/${name}`));
  const checked = known.sparf && checkOverlayFiles(known.sparf, read);
  if (!checked?.ok) {
    for (const problem of checked?.problems ?? []) {
      const { file = 'overlay.yaml', line = 1 } = problem.place;
      console.log(`guidance/overlays/${name}/${file}:${line} ${problem.code} ${overlayProblemWords(problem)}`);
    }
    faults += checked?.problems.length ?? 0;
    continue;
  }
  const { version, contacts = [], questions = [], without = [] } = checked.value;
  console.log(
    `overlay ${name} ${version}: ${counted(contacts.length, 'contact')}, ${counted(questions.length, 'question')} of its own, ${without.length} not asked`,
  );
  // The worked example is nobody's.
  if (name !== 'example-council')
    for (const id of inventedNumbers(checked.value))
      console.log(`  look again: the number of ${id} is one of drama (01632 960 …), which nobody answers`);
}
/** Says what of a version in hand is not what was frozen of it; how many faults that is. */
function notFrozen(id, now) {
  const was = readReleased(guidance, id).find(({ version }) => version === now.version);
  const since = was ? sinceFrozen(was, now) : { what: 'nothing', at: [] };
  if (!since) return 0;
  const told = {
    nothing: `version ${now.version} is not frozen yet: npm run guidance:freeze, and commit what it writes`,
    words: `words were changed since version ${now.version} was frozen: npm run guidance:freeze, and commit what it writes`,
    questions: `questions were changed since version ${now.version} was frozen: raise \`version\`, then npm run guidance:freeze`,
  };
  const places = since.at.length === 0 ? '' : `. First at ${since.at.join(', ')}`;
  console.log(`guidance/${id}/pack.yaml:1 not-frozen ${told[since.what]}${places}`);
  return 1;
}
process.exitCode = faults > 0 ? 1 : 0;
