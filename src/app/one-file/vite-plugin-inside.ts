import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const ownTrust = fileURLToPath(new URL('trusted-url.ts', import.meta.url));

/**
 * Puts into the one file what the site fetches beside itself: the worker is a text in it, which a page from a disk may
 * run where it may not run a file. `plugins` are those every source needs.
 */
export function insideOneFile(plugins: () => readonly Plugin[]): Plugin {
  return {
    name: 'homeward-inside-one-file',
    enforce: 'pre',
    resolveId: (id, from) =>
      id.endsWith('/trusted-url.ts') && from !== undefined && from !== ownTrust ? ownTrust : null,
    async load(id) {
      const [file = '', query] = id.split('?');
      if (query !== 'worker&url') return null;
      const made = await build({
        configFile: false,
        logLevel: 'error',
        plugins: [...plugins()],
        build: {
          write: false,
          target: 'es2022',
          lib: { entry: file, formats: ['iife'], name: 'worker', fileName: 'worker' },
          rolldownOptions: { checks: { emptyImportMeta: false }, output: { codeSplitting: false, minify: true } },
        },
      });
      if (!Array.isArray(made) || !made[0]) throw new Error('the bundler gave no worker');
      const code = JSON.stringify(made[0].output[0].code);
      return `export default URL.createObjectURL(new Blob([${code}], { type: 'text/javascript' }));`;
    },
  };
}
