import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** One line of the table in docs/evidence/soak.md, as it was seen. */
export interface Finding {
  /** What was done, with the figures that say how much of it. */
  readonly done: string;
  readonly seen: string;
  readonly seed?: number;
}

/** Keeps `finding` under `name` for `npm run soak:table`, with the day and the commit. */
export function note(name: string, finding: Finding): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const dirty = execFileSync('git', ['status', '--porcelain', 'src'], { encoding: 'utf8' }).trim() !== '';
  mkdirSync('.cache/evidence', { recursive: true });
  const row = {
    ...finding,
    commit: dirty ? `${commit} with changes` : commit,
    on: new Date().toISOString().slice(0, 10),
  };
  writeFileSync(`.cache/evidence/${name}.json`, JSON.stringify(row));
  console.log(`${name}: ${finding.done}: ${finding.seen}`);
}
