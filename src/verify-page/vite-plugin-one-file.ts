import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

const template = fileURLToPath(new URL('page.html', import.meta.url));
const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The only messages whose translation the one file carries. */
const spokenHere = /^ {2}'?(v[fp]-[\w-]+|homeward|open-kind|kind-real)'?:/;

/**
 * Puts the built script into `page.html`, whose policy names it by its hash, and leaves that one file.
 *
 * Of the Welsh of the whole program it carries what this page says; of the strange letters of the tests, nothing.
 */
export function oneFile(name: string): Plugin {
  return {
    name: 'homeward-one-file',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/i18n/generated/pseudo.ts')) return 'export const templates = {};';
      if (!id.endsWith('/i18n/generated/cy.ts')) return null;
      const lines = readFileSync(id, 'utf8').split('\n');
      return lines.filter((line) => !/^ {2}['\w]/.test(line) || spokenHere.test(line)).join('\n');
    },
    generateBundle(_, bundle) {
      const [chunk, ...more] = Object.values(bundle);
      if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the page has to be one script');
      const script = chunk.code;
      // Either would end the script early, or hide its end.
      if (/<\/script|<!--/i.test(script)) throw new Error('the script cannot stand inside a page');
      const page = readFileSync(template, 'utf8');
      const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
      const source = page
        .replace('{script}', () => sourceOf(script))
        .replace('{style}', () => sourceOf(style))
        .replace('<script></script>', () => `<script>${script}</script>`);
      for (const file of Object.keys(bundle)) Reflect.deleteProperty(bundle, file);
      this.emitFile({ type: 'asset', fileName: name, source });
      const packed = brotliCompressSync(source).length;
      console.log(`${name}: one file, ${inKilobytes(source.length)} (${inKilobytes(packed)} packed with brotli)`);
    },
  };
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
