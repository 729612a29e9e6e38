import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Framework } from '../../src/content/framework.ts';
import type { Outputs } from '../../src/content/outputs.ts';
import { type CompiledFolder, compileFolder } from '../../src/content/vite-plugin-folder.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Outcome } from '../../src/model/problem.ts';

/** The folder with all content, as the build reads it. */
export const guidanceFolder = fileURLToPath(new URL('../../guidance', import.meta.url));

/** What an outcome holds; throws with its problems where it holds none. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const sparf = compiled();

/** The content compiled, once for all test files: it takes seconds, and two dozen files ask for it. */
function compiled(): CompiledFolder {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256');
  for (const folder of ['guidance/sparf', 'src/content', 'src/model'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(md|yaml|ts)$/.test(file)) hash.update(file).update(readFileSync(join(root, folder, file)));
  const kept = join(root, '.cache', 'guidance', `${hash.digest('hex')}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as CompiledFolder;
  const made = valueOf(compileFolder(guidanceFolder, 'sparf'));
  mkdirSync(join(root, '.cache', 'guidance'), { recursive: true });
  // Another test file may be doing the same: the name is taken only by a whole file.
  const draft = `${kept}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(made));
  renameSync(draft, kept);
  return made;
}

/** The questions, read from the same files that the built page was made from. */
export const pack: Pack = whole(sparf.packs.en);

/** The same in Welsh, as far as there is any. */
export const packInWelsh: Pack = whole(sparf.packs.cy);

/** What is told of its stages. */
export const framework: Framework = whole(sparf.frameworks.en);

/** What leaves in its copies, and their words. */
export const outputs: Outputs = whole(sparf.outputs.en);

/** A training case, filled in, as a draft of the app would be. */
export function caseDraft(id: 'quillfeather' | 'tarnwhistle'): Assessment {
  const { assessment } = whole(sparf.cases[id]);
  return { ...assessment, pack: { id: pack.id, version: pack.version, structureHash: pack.structureHash } };
}

/** The Quillfeather case, filled in, as a draft of the app would be. */
export const quillfeather = (): Assessment => caseDraft('quillfeather');

function whole<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('guidance/sparf is not what the journeys expect');
  return value;
}
