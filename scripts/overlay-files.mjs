// The files of one overlay's folder: text as text, pictures as bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function overlayFiles(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (each) => each.isFile() && !each.name.startsWith('.'),
  );
  return Object.fromEntries(
    names.map(({ name }) => {
      const bytes = readFileSync(join(folder, name));
      return [name, name.endsWith('.png') ? new Uint8Array(bytes) : bytes.toString('utf8')];
    }),
  );
}
