import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly types: string;
  readonly default: string;
}
interface Package {
  readonly private: boolean;
  readonly exports: Readonly<Record<string, string | Entry>>;
}

const { exports, private: isPrivate } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const named = Object.values(exports).flatMap((each) =>
  typeof each === 'string' ? [each] : [each.default, each.types],
);

test('the package names one entry for each tag, each class and each module without elements, all of them there', () => {
  const built = ['define', 'elements', '.'].flatMap((folder) =>
    readdirSync(`dist/elements/${folder}`)
      .filter((file) => file.endsWith('.js'))
      .map((file) => (folder === '.' ? `./${file}` : `./${folder}/${file}`)),
  );
  expect(Object.keys(exports)).toEqual(expect.arrayContaining(built));
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test('what would be packed holds every entry and nothing of the sources, and is never published', () => {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [pack] = JSON.parse(told) as readonly { readonly files: readonly { readonly path: string }[] }[];
  const paths = pack?.files.map(({ path }) => path) ?? [];
  expect(named.filter((file) => !paths.includes(file.slice(2)))).toEqual([]);
  expect(paths.filter((path) => !/^(?:dist\/|LICENSE$|README\.md$|package\.json$)/.test(path))).toEqual([]);
  expect(isPrivate).toBe(true);
});

test('the hashes a page names the scripts by are theirs', () => {
  const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Readonly<Record<string, string>>;
  expect(Object.keys(sri)).toEqual(expect.arrayContaining(['homeward.esm.js', 'homeward.iife.js']));
  for (const file of ['homeward.esm.js', 'homeward.iife.js', 'elements/define/homeward-form.js']) {
    const hash = execFileSync('openssl', ['dgst', '-sha384', '-binary', `dist/${file}`]).toString('base64');
    expect(sri[file]).toBe(`sha384-${hash}`);
  }
});
