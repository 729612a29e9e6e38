// Fails when a message has no id or no Welsh, or when the XLIFF file or a generated module is not what the code says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folder, made, makeLanguages } from './i18n-messages.mjs';

const root = mkdtempSync(join(tmpdir(), 'homeward-i18n-'));
try {
  const wrong = await makeLanguages(root);
  if (wrong.every((fault) => fault.startsWith('cy: ')))
    for (const file of made)
      if (readFileSync(join(root, file), 'utf8') !== readFileSync(join(folder, file), 'utf8'))
        wrong.push(`src/i18n/${file} is out of date: npm run i18n`);
  for (const fault of wrong) console.error(fault);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true });
}
