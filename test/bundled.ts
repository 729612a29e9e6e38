import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { plugins } from '../vite.config.ts';

/** The module at `entry` and all it imports as one script for a page of the tests. */
export async function bundled(entry: URL, more: readonly Plugin[] = []): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins(), ...more],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: 'bundled' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  if (!Array.isArray(made) || !made[0]) throw new Error('the bundler gave nothing');
  return made[0].output[0].code;
}
