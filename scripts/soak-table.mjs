// Makes docs/evidence/soak.md of what the last long tests noted in .cache/evidence.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = '.cache/evidence';
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
if (names.length === 0) throw new Error('There is nothing to show yet: npm run soak');
const rows = names.toSorted().map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
const cell = (text) => String(text).replaceAll('|', '\\|');
const table = rows.map(
  ({ done, seen, seed, on, commit }) => `| ${[done, seen, seed ?? '', on, commit].map(cell).join(' | ')} |`,
);
mkdirSync('docs/evidence', { recursive: true });
writeFileSync(
  'docs/evidence/soak.md',
  [
    '# What the long tests saw',
    '',
    'Made by `npm run soak && npm run soak:table` on Debian with its Chromium, Firefox ESR and age, on two cores. Each row',
    'says what was done and what was seen, not what was hoped for; a seed repeats it (`SEED=…`).',
    '',
    '| Done | Seen | Seed | On | Commit |',
    '|---|---|---|---|---|',
    ...table,
    '',
  ].join('\n'),
);
console.log(`${rows.length} rows in docs/evidence/soak.md`);
