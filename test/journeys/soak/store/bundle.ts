import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { plugins } from '../../../../vite.config.ts';

/** Writes as browsers do unless told otherwise: what the power cuts must be able to break. */
const relaxed: Plugin = {
  name: 'soak-relaxed',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/src/store/durable.ts')) return null;
    const changed = code.replace("durability: 'strict'", "durability: 'relaxed'");
    if (changed === code) throw new Error('durable.ts no longer says how durable a write is');
    return changed;
  },
};

/** The store of the program as one script for a page of the tests. */
export async function bundledStore(durability: 'strict' | 'relaxed' = 'strict'): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins(), ...(durability === 'relaxed' ? [relaxed] : [])],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: fileURLToPath(new URL('in-page.ts', import.meta.url)), formats: ['es'], fileName: 'store' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  if (!Array.isArray(made) || !made[0]) throw new Error('the bundler gave nothing');
  return made[0].output[0].code;
}
