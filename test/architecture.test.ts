import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, type Import } from './imports.ts';

/** Which folders of src a folder may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  content: ['model'],
  session: ['model'],
  store: ['model', 'session'],
  pdf: ['model'],
  signing: ['model'],
  exchange: ['model'],
  outputs: ['model', 'content'],
  interchange: ['model'],
  versions: ['model'],
  i18n: [],
  design: [],
  elements: ['model', 'content', 'session', 'i18n', 'design'],
  app: [
    'model',
    'content',
    'session',
    'store',
    'pdf',
    'signing',
    'exchange',
    'outputs',
    'interchange',
    'versions',
    'i18n',
    'design',
    'elements',
  ],
  'verify-page': ['model', 'signing', 'i18n', 'design', 'elements'],
  'bundle.ts': ['content', 'elements'],
  'main.ts': ['app', 'design', 'elements', 'i18n'],
};

/** What an entry file, which puts one element together, may fetch on demand. */
const handed = ['store', 'pdf', 'signing', 'exchange'];

/** The only places that may import a package. Packages not named here are free outside the model. */
const owners: Readonly<Record<string, readonly string[]>> = {
  jspdf: ['pdf/paint.ts'],
  docx: ['outputs/word.ts'],
  idb: ['store/'],
  pkijs: ['signing/'],
  asn1js: ['signing/'],
  marked: ['content/'],
  minisearch: ['content/'],
  yaml: ['content/'],
  valibot: ['content/', 'exchange/'],
  lit: ['elements/', 'app/', 'verify-page/', 'design/', 'i18n/', 'main.ts'],
  '@lit/localize': ['elements/', 'app/', 'verify-page/', 'i18n/', 'main.ts'],
};

const isTest = (file: string): boolean => /\.(test|browser-test|suite)\.ts$/.test(file);
const isEntry = (file: string): boolean => /^elements\/homeward-[^/]+\.ts$/.test(file) && !isTest(file);

const sources = filesBelow('src').filter((file) => file.endsWith('.ts') && !isTest(file));
const imports = sources.flatMap(importsOf);
const place = (path: string): string => path.split('/')[0] ?? path;
const shown = ({ file, target }: Import): string => `${file} imports ${target}`;

describe('the walls of the house', () => {
  test('every folder of src has its rule', () => {
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...new Set(sources.map(place))]));
  });

  test.each(Object.entries(mayImport))('src/%s imports only what it may', (folder, allowed) => {
    const strays = imports.filter(({ file, target, isPackage, onDemand }) => {
      if (isPackage || place(file) !== folder) return false;
      const to = place(target);
      if (to === folder || allowed.includes(to)) return false;
      if (!isEntry(file)) return true;
      return !(onDemand && handed.includes(to)) && !(file === 'elements/homeward-app.ts' && to === 'app');
    });
    expect(strays.map(shown)).toEqual([]);
  });

  test('the model imports no package', () => {
    expect(imports.filter(({ file, isPackage }) => isPackage && place(file) === 'model').map(shown)).toEqual([]);
  });

  test('the store knows the session by its ports alone', () => {
    const strays = imports.filter(({ file, target }) => place(file) === 'store' && place(target) === 'session');
    expect(strays.filter(({ target }) => target !== 'session/ports.ts').map(shown)).toEqual([]);
  });

  test.each(Object.entries(owners))('%s is imported only where it belongs', (name, places) => {
    const users = imports.filter(({ target, isPackage }) => isPackage && `${target}/`.startsWith(`${name}/`));
    expect(users.filter(({ file }) => !places.some((each) => file.startsWith(each))).map(shown)).toEqual([]);
  });

  test('what runs only while building is imported by nothing that ships', () => {
    const strays = imports.filter(
      ({ file, target }) => target.includes('vite-plugin') && !file.includes('vite-plugin'),
    );
    expect(strays.map(shown)).toEqual([]);
  });

  test('an entry file puts one element together in at most 40 lines', () => {
    const long = sources
      .filter(isEntry)
      .filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 41);
    expect(long).toEqual([]);
  });
});

describe('what no source file holds', () => {
  test.each([
    ['a way to turn text into elements', /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|DOMParser)\b/],
    ['a style attribute, which the policy blocks', /\bstyleMap\b|[\s"'`]style="/],
    ['code made from text', /\beval\(|new Function\(/],
  ])('%s', (_what, pattern) => {
    expect(sources.filter((file) => pattern.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  test('a name that says nothing', () => {
    expect(sources.filter((file) => /(^|[/-])(utils?|helpers?|common|manager|misc)([/.-])/.test(file))).toEqual([]);
  });
});
