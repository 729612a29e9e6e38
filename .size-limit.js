import { existsSync, readFileSync, readdirSync } from 'node:fs';
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

/** Chunks of the app by the name they were made from, before the hash. */
function chunks(...names) {
  const all = readdirSync('dist/site/assets');
  return names
    .map((name) => {
      const found = all.filter((file) => file.replace(/-[\w-]{8}\.js$/, '') === name);
      if (found.length === 0) throw new Error(`there is no chunk ${name} in dist/site/assets`);
      return found.map((file) => `dist/site/assets/${file}`);
    })
    .flat();
}

/** The chunk that holds the questions in English: the one of its name with the most in it. */
const packChunk = () => {
  const sizes = chunks('en').map((file) => [readFileSync(file).length, file]);
  return sizes.sort(([one], [other]) => other - one)[0][1];
};

const firstLoad = withImports(...namedByPage());
const beyond = (files) => withImports(...files).filter((file) => !firstLoad.includes(file));
const element = (name) => withImports(`dist/elements/${name}.js`);
const brotli = true;

export default [
  {
    name: 'code to a painted task list',
    path: withImports(...namedByPage(), ...chunks('define-draft')),
    limit: '60 kB',
    brotli,
  },
  { name: 'what the task list needs of the questions', path: [packChunk()], limit: '50 kB', brotli },
  {
    name: 'paper and signature, on demand',
    path: beyond(chunks('pdf', 'paint', 'signing', 'self-issued')),
    limit: '260 kB',
    brotli,
  },
  { name: 'the two fonts of a PDF', path: chunks('regular', 'bold'), limit: '70 kB', brotli },
  // Fetched for a document with Greek, Cyrillic or Vietnamese letters, arrows or ticks alone.
  { name: 'the other font of a PDF', path: chunks('other-regular', 'other-bold'), limit: '85 kB', brotli },
  { name: 'homeward-form', path: element('define/homeward-form'), limit: '60 kB', brotli },
  { name: 'homeward-guidance', path: element('define/homeward-guidance'), limit: '25 kB', brotli },
  {
    name: 'homeward-framework, with Lit and the look all elements share',
    path: element('define/homeward-framework'),
    limit: '25 kB',
    brotli,
  },
  {
    name: 'homeward-verify before a file is chosen',
    path: element('define/homeward-verify'),
    limit: '25 kB',
    brotli,
  },
  { name: 'verify.html, everything in one file', path: ['dist/verify.html'], limit: '45 kB', brotli },
  {
    name: 'homeward.html, the whole app in one file, not packed',
    path: ['dist/homeward.html'],
    limit: '5.6 MB',
    brotli: false,
  },
  {
    name: 'homeward.esm.js, all elements with both languages, signing and guidance',
    path: ['dist/homeward.esm.js'],
    limit: '450 kB',
    brotli,
  },
  {
    name: 'all elements but the app, without questions, PDF and signing',
    path: [
      ...new Set(
        readdirSync('dist/elements/define')
          .filter((name) => name !== 'homeward-app.js')
          .flatMap((name) => element(`define/${name.slice(0, -3)}`)),
      ),
    ],
    limit: '130 kB',
    brotli,
  },
  // With working days, evidence and the pictures of factors, rounds and goals, which `report` and hosts need.
  { name: 'model.js', path: element('model'), limit: '26 kB', brotli },
  { name: 'content.js (with the YAML parser)', path: element('content'), limit: '110 kB', brotli },
  { name: 'pdf.js before a PDF is made', path: element('pdf'), limit: '20 kB', brotli },
  { name: 'outputs.js before a copy is written', path: element('outputs'), limit: '38 kB', brotli },
  { name: 'interchange.js', path: element('interchange'), limit: '46 kB', brotli },
  { name: 'signing.js before something is signed', path: element('signing'), limit: '25 kB', brotli },
];
