// Makes pages that carry an overlay and serves them: npm run guidance:page <id> writes pages/<id>/ from docs/embedding/plain/,
// with the elements beside them, ready to be copied to a web server. With --write-only it serves nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { overlayFiles } from './overlay-files.mjs';
import { serve } from './static-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [id = ''] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const folder = `${root}guidance/overlays/${id}`;
const stop = (...sentences) => {
  console.error(sentences.join('\n'));
  process.exit(1);
};
if (!/^[a-z0-9-]+$/.test(id) || !existsSync(folder))
  stop(`There is no overlay guidance/overlays/${id}. Make one: npm run guidance:new-overlay my-council`);

const imported = async (path) =>
  (await runnerImport(`${root}${path}`, { root, configFile: false, logLevel: 'error' })).module;
const { compileFolder } = await imported('src/content/vite-plugin-folder.ts');
const { checkOverlayFiles } = await imported('src/content/overlay/check-overlay.ts');
const { inventedNumbers } = await imported('src/content/overlay/invented.ts');
const { pageLines } = await imported('src/content/overlay/page-lines.ts');
const { readOverlayFiles } = await imported('src/content/overlay/read-files.ts');
const { overlayProblemWords } = await imported('src/elements/shared/overlay-problem-words.ts');

const compiled = compileFolder(`${root}guidance`, 'sparf');
if (!compiled.ok) stop('The questions themselves are faulty: npm run guidance:check says where.');
const checked = checkOverlayFiles(compiled.value.packs.en, readOverlayFiles(overlayFiles(folder)));
if (!checked.ok)
  stop(
    ...checked.problems.map((problem) => {
      const { file = 'overlay.yaml', line = 1 } = problem.place;
      return `guidance/overlays/${id}/${file}, line ${line}: ${overlayProblemWords(problem)}`;
    }),
  );
for (const contact of inventedNumbers(checked.value))
  console.log(`Look again: the number of ${contact} is one of drama (01632 960 …), which nobody answers.`);

const built = `${root}dist/elements/content.js`;
const newest = (path) =>
  Math.max(
    ...readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => statSync(`${each.parentPath}/${each.name}`).mtimeMs),
  );
// Elements of an earlier Homeward would judge the overlay otherwise than it was judged here.
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(newest(`${root}src`), newest(`${root}guidance/sparf`))) {
  console.log('Building the elements, once …');
  // What read the overlay above has said that this is development; what is built is for use.
  const clean = { ...env };
  delete clean.NODE_ENV;
  const build = spawnSync('npm run --silent build:elements', { cwd: root, env: clean, encoding: 'utf8', shell: true });
  if (build.status !== 0) stop(build.stderr, 'The elements could not be built. Is npm ci done?');
}
const made = `${root}pages/${id}`;
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
cpSync(`${root}dist/elements`, `${made}/homeward`, { recursive: true, filter: (each) => !/[\\/]types$/.test(each) });
for (const file of ['page.css', 'start.js']) cpSync(`${root}docs/embedding/plain/${file}`, `${made}/${file}`);
// A form for each section in which the council asks something.
const sections = [...new Set((checked.value.questions ?? []).map(({ section }) => section))];
const forms = sections.map((section) => `      <homeward-form section="${section}"></homeward-form>`).join('\n');
for (const file of ['index.html', 'toolkit.html'])
  writeFileSync(
    `${made}/${file}`,
    readFileSync(`${root}docs/embedding/plain/${file}`, 'utf8')
      .replace(/ *<!--.*-->/, () => pageLines(checked.value))
      .replace(/ *<homeward-form .*<\/homeward-form>/, (sample) => forms || sample),
  );
console.log(`Made pages/${id}/. Copy that folder to your web server.`);

if (!process.argv.includes('--write-only')) {
  const port = Number(env.PORT ?? 4174);
  try {
    await serve({ mounts: { '/': made }, headersFor: () => ({ 'Cache-Control': 'no-store' }), port });
    console.log(`Single elements: http://localhost:${port}/
The whole toolkit: http://localhost:${port}/toolkit.html (this computer only; stop with Ctrl+C)`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    stop(`Port ${port} is taken by another program. Use another: PORT=${port + 1} npm run guidance:page ${id}`);
  }
}
