import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { compileAsync } from 'sass';
import type { Plugin } from 'vite';
import { forShadowRoots } from './for-shadow-roots.ts';
import { withoutLeftOut } from './left-out.ts';

const asked = 'virtual:homeward-sheet';
const source = fileURLToPath(new URL('sheet.scss', import.meta.url));

/** The text of the design sheet as it is adopted by every shadow root. Runs at build time only. */
export async function compileSheet(): Promise<string> {
  const { css } = await compileAsync(source, {
    loadPaths: ['node_modules'],
    style: 'compressed',
    charset: false,
    quietDeps: true,
  });
  const { css: text } = await postcss([withoutLeftOut(), forShadowRoots()]).process(css, { from: source });
  return text;
}

/** Gives `import text from 'virtual:homeward-sheet'`. */
export function sheetText(): Plugin {
  return {
    name: 'homeward-sheet',
    resolveId: (id) => (id === asked ? `\0${asked}` : null),
    async load(id) {
      if (id !== `\0${asked}`) return null;
      this.addWatchFile(source);
      return `export default ${JSON.stringify(await compileSheet())};`;
    },
  };
}
