import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { insideOneFile } from './src/app/one-file/vite-plugin-inside.ts';
import { guidance } from './src/content/vite-plugin.ts';
import { sheetText } from './src/design/vite-plugin-sheet.ts';
import { tightTemplates } from './src/design/vite-plugin-tight.ts';
import { pdfFonts } from './src/pdf/vite-plugin-fonts.ts';
import { oneFile, verifySays, withoutWords } from './src/verify-page/vite-plugin-one-file.ts';

const at = (path: string): URL => new URL(path, import.meta.url);

/** What jsPDF would load for features nobody here uses: together larger than jsPDF itself. */
const unused = /^(html2canvas|dompurify|canvg|core-js)(\/|$)/;

function withoutUnused(): Plugin {
  return {
    name: 'homeward-without-unused',
    enforce: 'pre',
    resolveId: (id) => (unused.test(id) ? '\0unused' : null),
    load: (id) => (id === '\0unused' ? 'export default undefined;' : null),
  };
}

/** The development server reloads the page over a connection, which the page's own policy rightly forbids. */
function connectInDevelopment(): Plugin {
  return {
    name: 'homeward-connect-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("connect-src 'none'", "connect-src 'self'"),
  };
}

/** The version in package.json, as the settings page shows it. */
function version(): Plugin {
  const { version: is } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return { name: 'homeward-version', config: () => ({ define: { HOMEWARD_VERSION: JSON.stringify(is) } }) };
}

/** Everything a source file may need to be read; the same for the build, the browser tests and the unit tests. */
export function plugins(packed = false): Plugin[] {
  return [version(), withoutUnused(), tightTemplates(), sheetText(), pdfFonts(), guidance(undefined, packed)];
}

/** Entry points that need no element, by the folder under `src` whose `index.ts` they are. */
const headless = ['model', 'content', 'pdf', 'signing', 'outputs', 'interchange'];

function elementEntries(): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const name of headless) entries[name] = `src/${name}/index.ts`;
  for (const { name } of readdirSync('src/elements', { withFileTypes: true })) {
    if (/^homeward-.*(?<!test)\.ts$/.test(name)) entries[`define/${name.slice(0, -3)}`] = `src/elements/${name}`;
    const own = `src/elements/${name}/${name}.ts`;
    if (existsSync(own)) entries[`elements/${name}`] = own;
  }
  return entries;
}

/**
 * What every assessment needs from its first page on. Pages fetched later share parts of it, each its own: left to itself
 * the bundler makes a chunk of every combination, and a dozen small files compress worse than one by two kilobytes. The app
 * itself is among it: nothing is shown without it, and apart it is two kilobytes and a half more.
 */
const road =
  /\/src\/(model\/(apply|apply-answer|apply-evidence|dates|entries-fit|evaluate|evaluation|evidence|evidence-for|fits|gaps|history|inverse|label|lowering|new-assessment|pack-index|people|phrases|place|plain-fits|plain-reading|problem|reading|suggest-(capacity|inputs|ratings|rules)|takes-support)|session\/(?!plain-)[^/]+|content\/packs|store\/(assemble|commit|connection|db|draft-records|durable|envelope|open-vaults?|page-rest|patience|pieces|sentinel|sha256|shelf|soon|step|summary|trial|vault)|elements\/(homeward-app|shared\/(define|pack-words|session-controller))|i18n\/(dates|first-language|hear|locale))\.ts$/;

/**
 * The site offline: a service worker of our own with the list of every built file. `src/app/offline` registers it; the
 * web app manifest lies in `public/`.
 */
function offline(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/app/offline',
    filename: 'service-worker.ts',
    injectRegister: false,
    manifest: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,svg,webmanifest}'],
      // The strange letters of the tests, and what only web officers read.
      globIgnores: ['service-worker.js', 'assets/pseudo-*.js', 'components*', 'components/**'],
      dontCacheBustURLsMatching: /^assets\//,
      target: 'es2022',
    },
  });
}

/** Files too small to be sent for ahead: their names would weigh more in the first load than that would spare later. */
const tiny =
  /\/(trusted-url|own-styles|assessment|hand-over|print-button|canonical|lights|unkept|key-shelf|local-note|minimums|partly-english|why|following|council-file|result|groups|heading|report-text)-[\w-]{8}\.js$/;

/** Fetched by few: what these need is found when they come, and not named in the first load of everybody. */
const rare = /\/(begin|define-overlay)-[\w-]{8}\.js$/;

const site: UserConfig = {
  base: './',
  plugins: [...plugins(), connectInDevelopment(), offline()],
  worker: { format: 'es', plugins },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill fetches, and the page may not connect anywhere.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, names) => (rare.test(file) ? [] : names.filter((name) => !tiny.test(name))),
    },
    // Nothing inlined: `font-src` and `img-src` stay as narrow as they can be.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'road', test: road }],
        },
      },
    },
  },
};

/**
 * What the elements share, in parts: each with all it rests on, but for what stands above it. Left to itself the bundler
 * makes 28 files of `homeward-form`; twenty fewer spare a page three milliseconds and four kilobytes. It is not one
 * file because the smaller elements, `model.js` and `pdf.js` must not fetch the form.
 */
const shared: readonly (readonly [string, RegExp])[] = [
  ['base', /\/src\/(model\/(problem|pack-index|rich-text)|content\/pack-parts)\.ts$/],
  ['plain', /\/src\/model\/(evaluation|groups|label|lights|phrases|plain-(apply|reading)|takes-support)\.ts$/],
  ['model', /\/src\/model\/(apply|evaluate|evidence-for|inverse|suggested-then)\.ts$/],
  ['said', /\/src\/model\/report-(answers|evidence|text)\.ts$/],
  ['report', /\/src\/model\/(make-report|new-assessment|published)\.ts$/],
  [
    'look',
    /\/node_modules\/lit\/(?!directives)|\/src\/(design\/(frame|parts|rem|sheet|tokens)|i18n\/(hear|locale)|elements\/(shared\/(define|heading|local-pack|pack-words|session-controller)|fields\/(guidance(\.styles)?|rich-text|term)))\.ts$|oxc-project.*\/decorate/,
  ],
  ['lights', /\/src\/(elements\/shared\/(light|report\.styles))\.ts$/],
  [
    'fields',
    /\/lit\/directives\/(guard|live|repeat)\.js$|\/src\/(session\/(plain-session|world)|elements\/(fields\/(choice|control|date-boxes)|shared\/(answer-event|as-one)))\.ts$/,
  ],
  ['session', /\/src\/(session\/session|elements\/fields\/read-ratings)\.ts$/],
  ['form', /\/src\/elements\/form\/form\.ts$/],
  ['rarer', /\/src\/elements\/form\/rarer-parts\.ts$/],
];

/** Has Chromium compile these files whole, on a thread of its own while they travel: nearly all in them runs at once. */
const compileWhole = '//# allFunctionsCalledOnLoad';

const elements: UserConfig = {
  base: './',
  publicDir: false,
  plugins: plugins(),
  worker: { format: 'es', plugins },
  // A bare page and Node have neither of these, and nothing else would replace them.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/elements',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    lib: { entry: elementEntries(), formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        postBanner: ({ name }) => (shared.some(([each]) => each === name) ? compileWhole : ''),
        codeSplitting: {
          groups: shared.map(([name, test], index) => ({ name, test, priority: shared.length - index })),
        },
      },
    },
  },
};

/** `dist/verify.html`: a page in one file, which opens from a disk and verifies. */
const verifyPage: UserConfig = {
  publicDir: false,
  plugins: [
    version(),
    sheetText(),
    oneFile('verify.html', { template: at('src/verify-page/page.html'), spoken: verifySays }),
  ],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'src/verify-page/main.ts',
      checks: { emptyImportMeta: false },
      output: { format: 'iife', minify: true, codeSplitting: false },
    },
  },
};

/** `dist/homeward.html`: the whole app in a page in one file. It is a module, so that the page stands before it runs. */
const wholeFile: UserConfig = {
  publicDir: false,
  plugins: [
    ...plugins(true),
    insideOneFile(plugins),
    oneFile('homeward.html', { template: at('src/app/one-file/page.html') }),
  ],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: 'src/main.ts', output: { format: 'es', minify: true, codeSplitting: false } },
  },
};

/** `dist/homeward.esm.js` and `dist/homeward.iife.js`: all elements for anybody's page, each form in one file. */
const bundle: UserConfig = {
  publicDir: false,
  plugins: [...plugins(), withoutWords()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: 'src/bundle.ts',
      preserveEntrySignatures: 'strict',
      checks: { emptyImportMeta: false },
      output: (['es', 'iife'] as const).map((format) => ({
        format,
        name: 'homeward',
        minify: true,
        codeSplitting: false,
        entryFileNames: `homeward.${format === 'es' ? 'esm' : 'iife'}.js`,
      })),
    },
  },
};

const modes: Readonly<Record<string, UserConfig>> = { elements, verify: verifyPage, file: wholeFile, bundle };

export default defineConfig(({ mode }) => modes[mode] ?? site);
