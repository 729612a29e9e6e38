// Brings the XLIFF file and the generated modules up to date with the messages in the code. Says what is untranslated.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folder, made, makeLanguages, unitsOf } from './i18n-messages.mjs';

const root = mkdtempSync(join(tmpdir(), 'homeward-i18n-'));
try {
  const wrong = await makeLanguages(root);
  for (const fault of wrong) console.log(fault);
  // Two texts under one id leave everything as it was.
  if (wrong.every((fault) => fault.startsWith('cy: ')))
    for (const file of made) cpSync(join(root, file), join(folder, file));
  const units = [...unitsOf(readFileSync(join(folder, made[0]), 'utf8')).values()];
  console.log(`${units.length} units, ${wrong.length} to see to.`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true, force: true });
}
