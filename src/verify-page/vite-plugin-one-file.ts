import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Choice {
  /** The page that the script comes into. */
  readonly template: URL;
  /** The only messages whose translation the one file carries; all of them where it says nothing. */
  readonly spoken?: RegExp;
}

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page that verifies says, which is little of what the whole program does. */
export const verifySays = /^ {2}'?(v[fp]-[\w-]+|homeward|open-kind|kind-real)'?:/;

/** Of the words of the whole program only those of `spoken`, and nothing of the strange letters of the tests. */
export function withoutWords(spoken?: RegExp): Plugin {
  return {
    name: 'homeward-without-words',
    enforce: 'pre',
    load(id) {
      if (id.endsWith('/i18n/generated/pseudo.ts')) return 'export const templates = {};';
      if (!spoken || !id.endsWith('/i18n/generated/cy.ts')) return null;
      const lines = readFileSync(id, 'utf8').split('\n');
      return lines.filter((line) => !/^ {2}['\w]/.test(line) || spoken.test(line)).join('\n');
    },
  };
}

/** Puts the built script into a page whose policy names it by its hash, and leaves that one file. */
export function oneFile(name: string, { template, spoken }: Choice): Plugin[] {
  const page: Plugin = {
    name: 'homeward-one-file',
    // After Vite has written its own marks into the script.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const [chunk, ...more] = Object.values(bundle);
        if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the page has to be one script');
        // Either would end the script early, or hide its end. In texts and patterns both ways of writing say the same.
        const script = chunk.code.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3c!--');
        const text = readFileSync(fileURLToPath(template), 'utf8');
        const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
        const source = text
          .replace('{script}', () => sourceOf(script))
          .replace('{style}', () => sourceOf(style))
          .replace('></script>', () => `>${script}</script>`);
        for (const file of Object.keys(bundle)) Reflect.deleteProperty(bundle, file);
        this.emitFile({ type: 'asset', fileName: name, source });
        // Of the whole app that takes longer than the build, and from a disk nothing is packed.
        const packed =
          source.length > 1_000_000 ? '' : ` (${inKilobytes(brotliCompressSync(source).length)} with brotli)`;
        console.log(`${name}: one file, ${inKilobytes(source.length)}${packed}`);
      },
    },
  };
  return [withoutWords(spoken), page];
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
