import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const atOnce = /(?:import|from)"(\.\.?\/[^"]+\.js)"/g;
// On-demand imports have a bracket.
const everBegun = /(?:import\(?|from)["`](\.\.?\/[^"`]+\.js)["`]/g;

/** `files` and everything they import at once: what has travelled before they can be used. */
const withImports = (...files) => reached(atOnce, files);

/** The words of other languages; and what judges a council's overlay and lays it on, for which no page but theirs waits. */
const ofSome = /\/(cy|pseudo|lay-overlay)-[\w-]{8}\.js$/;

/** `files` and everything that can ever travel because of them, but for what only some fetch. */
const withAll = (...files) => reached(everBegun, files, ofSome);

function reached(imports, files, but) {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file) || but?.test(file)) return;
    if (!existsSync(file)) throw new Error(`${file} is not there: npm run build`);
    seen.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, name] of readFileSync(file, 'utf8').matchAll(imports)) follow(join(dirname(file), name));
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
/** What `homeward-form` fetches with the first question of a rarer kind. */
const rarerKinds = () =>
  withImports(
    ...readdirSync('dist/elements/chunks')
      .filter((name) => /^rarer-[\w-]{8}\.js$/.test(name))
      .map((name) => `dist/elements/chunks/${name}`),
  );
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
  // All that a section of words, numbers, days and choices needs until it is painted and can be used.
  {
    name: 'homeward-form before rarer kinds of question',
    path: element('define/homeward-form'),
    limit: '40 kB',
    brotli,
  },
  // Rows, ratings, classes, signatures and evidence come in one piece with the first question of theirs; panels when opened.
  {
    name: 'homeward-form with every kind of question and all that it opens, in English, without an overlay',
    path: withAll('dist/elements/define/homeward-form.js'),
    limit: '78 kB',
    brotli,
  },
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
      ...new Set([
        ...readdirSync('dist/elements/define')
          .filter((name) => name !== 'homeward-app.js')
          .flatMap((name) => element(`define/${name.slice(0, -3)}`)),
        ...rarerKinds(),
      ]),
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
