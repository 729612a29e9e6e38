// Begins an overlay: npm run guidance:new-overlay <id> makes guidance/overlays/<id>/ with files that check clean.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [id = ''] = process.argv.slice(2);
const folder = `${root}guidance/overlays/${id}`;

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length < 3 || id.length > 40)
  stop('Say what it is to be called, in small letters, digits and hyphens: npm run guidance:new-overlay my-council');
if (existsSync(folder))
  stop(`guidance/overlays/${id}/ is there already. Change what is in it, or choose another name.`);

const version = /^version: (\d+)$/m.exec(readFileSync(`${root}guidance/sparf/pack.yaml`, 'utf8'))?.[1];
const review = new Date();
review.setFullYear(review.getFullYear() + 1);
// "my-council" is "My council" until somebody says it better.
const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
const fill = (text) =>
  text
    .replaceAll('{id}', id)
    .replaceAll('{title}', title)
    .replaceAll('{version}', version)
    .replaceAll('{review}', review.toISOString().slice(0, 10));

const templates = `${root}scripts/new-overlay`;
mkdirSync(folder, { recursive: true });
for (const name of ['overlay.yaml', 'guidance.md'])
  writeFileSync(`${folder}/${name}`, fill(readFileSync(`${templates}/${name}`, 'utf8')));
const sections = [...readFileSync(`${root}docs/ids.md`, 'utf8').matchAll(/^\| \[`([^`]+)`\]\([^)]*\) \| (.+?) \|/gm)];
console.log(`Made guidance/overlays/${id}/ with overlay.yaml and guidance.md.
Next: write into overlay.yaml, then npm run guidance:check, and npm run guidance:page ${id} for pages with it.
A question stands in one of these sections (docs/ids.md has everything else):
${sections.map(([, section, words]) => `  ${section.padEnd(20)} ${words}`).join('\n')}`);
