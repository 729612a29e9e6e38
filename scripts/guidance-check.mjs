// Says every fault in guidance/ with its file and line, or how much there is of everything.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const imported = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false, logLevel: 'error' })).module;
const { compileFolder, locales, packIds, readFolder } = await imported('src/content/vite-plugin-folder.ts');
const { readingProblems } = await imported('src/content/check-reading.ts');
const { told } = await imported('src/content/vite-plugin.ts');
const guidance = `${root}guidance`;
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
process.exitCode = faults > 0 ? 1 : 0;
