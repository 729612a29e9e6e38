// Makes pages that carry an overlay and serves them: npm run guidance:page <id> writes pages/<id>/ from docs/embedding/plain/,
// with the elements beside them, ready to be copied to a web server. With --write-only it serves nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

if (!existsSync(`${root}dist/elements/content.js`)) {
  console.log('Building the elements, once …');
  // What read the overlay above has said that this is development; what is built is for use.
  const clean = { ...env };
  delete clean.NODE_ENV;
  const built = spawnSync('npm run --silent build:elements', { cwd: root, env: clean, encoding: 'utf8', shell: true });
  if (built.status !== 0) stop(built.stderr, 'The elements could not be built. Is npm ci done?');
}
const made = `${root}pages/${id}`;
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
cpSync(`${root}dist/elements`, `${made}/homeward`, { recursive: true, filter: (each) => !/[\\/]types$/.test(each) });
for (const file of ['page.css', 'start.js']) cpSync(`${root}docs/embedding/plain/${file}`, `${made}/${file}`);
for (const file of ['index.html', 'toolkit.html'])
  writeFileSync(
    `${made}/${file}`,
    readFileSync(`${root}docs/embedding/plain/${file}`, 'utf8').replace(/ *<!--.*-->/, () => pageLines(checked.value)),
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
