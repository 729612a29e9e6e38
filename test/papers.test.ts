import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagePolicy } from '../scripts/response-headers.mjs';
import { usualLimit } from '../src/app/lock/limit.ts';
import { reviewDays } from '../src/app/retention.ts';
import { floor } from '../src/store/kdf.ts';
import { hostPages } from './hosts/pages.ts';
import { hostPolicy } from './journeys/harness.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const papers = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

/** The heads of a text as addresses within it, the way the forge makes them. */
const anchors = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^#+ (.+)$/gm), ([, head = '']) =>
    head
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );

describe('the papers', () => {
  test.each(papers)('%s links only to what is there', (paper) => {
    const links = Array.from(read(paper).matchAll(/\]\(([^)\s]+)\)/g), ([, to = '']) => to);
    const broken = links.filter((to) => {
      if (/^(https?|mailto):/.test(to)) return false;
      const [path = '', anchor] = to.split('#');
      const file = path === '' ? paper : join(dirname(paper), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchors(read(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('the index names every paper', () => {
    const index = read('docs/README.md');
    const missing = readdirSync('docs').filter(
      (file) => file.endsWith('.md') && file !== 'README.md' && !index.includes(`(${file})`),
    );
    expect(missing).toEqual([]);
  });

  test('the short way is short, and nothing it says to run is missing', () => {
    const short = read('docs/ten-minutes.md');
    expect(short.split(/\s+/).length).toBeLessThanOrEqual(700);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = Array.from(short.matchAll(/npm run ([a-z:-]+)/g), ([, name = '']) => name);
    expect(run.length).toBeGreaterThan(1);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('policies are those of the page and those the elements are tested under', () => {
    expect(read('docs/architecture.md')).toContain(`    ${pagePolicy()}\n`);
    expect(read('docs/embedding/plain/README.md')).toContain(`    ${hostPolicy}\n`);
  });

  test('figures are those of the program', () => {
    const { least, most, usual } = reviewDays;
    expect(read('docs/retention.md')).toContain(
      `After ${usual} days without a change (${least} to ${most} may be chosen)`,
    );
    expect(read('docs/user-guide.md')).toContain(`locks itself after ${usualLimit} minutes`);
    expect(read('docs/security.md')).toContain(`locks after ${usualLimit} minutes`);
  });

  test('the imitated pages are as many as are walked', () => {
    const inFirefox = hostPages.filter(({ media, origin }) => !media && !origin).length;
    // In Chromium also a frame, and a page from a disk.
    expect([hostPages.length + 2, inFirefox]).toEqual([10, 5]);
    expect(read('docs/support.md')).toMatch(/ ten imitated intranet pages [^]* five imitated intranet pages /);
  });

  test('what the guide says to press is what is shown', () => {
    const shown = new Set(
      Array.from(read('src/i18n/xliff/cy.xlf').matchAll(/<source>([^<]*)<\/source>/g), ([, words = '']) => words),
    );
    const said = Array.from(
      read('docs/user-guide.md').matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g),
      ([, words = '']) => words,
    );
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((words) => !shown.has(words.replace(/\s+/g, ' ')))).toEqual([]);
  });

  test('the least work of a passphrase is that of the program', () => {
    expect(read('docs/security.md')).toContain(`never under ${floor.memory / 1024} MiB and ${floor.passes} passes)`);
  });

  test('the packages named are those that go into what is built', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(read('docs/licences.md')).toContain(`\n\n${Object.keys(dependencies).join(', ')}\n`);
  });

  test('the oldest browsers are the same in every paper', () => {
    expect(read('docs/support.md')).toMatch(/Chrome, Edge \| 111 [^]*Firefox \| 128 [^]*Safari \| 16\.4 /);
    expect(read('docs/security.md')).toContain('Chrome or Edge 111, Firefox 128 or Safari 16.4');
  });

  test('each sample says what was not run', () => {
    for (const sample of ['plain', 'frame', 'sharepoint', 'localgov-drupal'])
      expect(read(`docs/embedding/${sample}/README.md`), sample).toMatch(/not\s+(been\s+)?run/i);
  });

  test('the guide has each of its pictures, and they are small', () => {
    const named = Array.from(read('docs/user-guide.md').matchAll(/\(guide\/([a-z]+\.png)\)/g), ([, file = '']) => file);
    expect(readdirSync('docs/guide').sort()).toEqual(named.sort());
    for (const file of named) expect(readFileSync(`docs/guide/${file}`).length).toBeLessThan(150_000);
  });
});
