import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `files` and everything they import at once: what has travelled before they can be used. */
function withImports(...files) {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file)) return;
    if (!existsSync(file)) throw new Error(`${file} is not there: npm run build`);
    seen.add(file);
    if (!file.endsWith('.js')) return;
    // On-demand imports have a bracket and are not meant.
    const imports = readFileSync(file, 'utf8').matchAll(/(?:import|from)"(\.\.?\/[^"]+\.js)"/g);
    for (const [, name] of imports) follow(join(dirname(file), name));
  };
  files.forEach(follow);
  return [...seen];
}

function namedByPage() {
  const html = readFileSync('dist/site/index.html', 'utf8');
  const names = html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g);
  return Array.from(names, ([, name]) => `dist/site/${name}`);
}

const element = (name) => withImports(`dist/elements/${name}.js`);
const brotli = true;

export default [
  { name: 'the app, first load', path: withImports(...namedByPage()), limit: '80 kB', brotli },
  { name: 'homeward-form', path: element('define/homeward-form'), limit: '60 kB', brotli },
  { name: 'model.js', path: element('model'), limit: '20 kB', brotli },
  { name: 'content.js (with the YAML parser)', path: element('content'), limit: '110 kB', brotli },
  { name: 'pdf.js before a PDF is made', path: element('pdf'), limit: '20 kB', brotli },
  { name: 'signing.js before something is signed', path: element('signing'), limit: '25 kB', brotli },
];
