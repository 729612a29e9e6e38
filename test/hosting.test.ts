import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { siteHeaders } from '../scripts/response-headers.mjs';

const read = (name: string): string => readFileSync(`docs/hosting/${name}`, 'utf8');

/** Every header a sample sets, in order, as name and value. */
function headersIn(text: string, pattern: RegExp): readonly (readonly [string, string])[] {
  return Array.from(text.matchAll(pattern), ([, name = '', value = '']) => [name, value] as const);
}

const page = Object.entries(siteHeaders('/'));
const caching = ['Cache-Control', siteHeaders('/assets/x.js')['Cache-Control'] ?? ''] as const;

const offline = [
  'Content-Security-Policy',
  siteHeaders('/service-worker.js')['Content-Security-Policy'] ?? '',
] as const;

describe('the sample headers in docs/hosting are those the journeys run under', () => {
  test('nginx, where each location says them all', () => {
    const said = headersIn(read('nginx.conf'), /add_header (\S+) "([^"]*)" always;/g);
    expect(said).toEqual([
      ...page,
      ...page.filter(([name]) => name !== 'Cache-Control'),
      caching,
      ...Object.entries(siteHeaders('/service-worker.js')),
    ]);
  });

  test('Apache, where a folder adds to the one above', () => {
    const said = headersIn(read('apache.conf'), /Header always set (\S+) "([^"]*)"/g);
    expect(said).toEqual([...page, caching, offline]);
  });

  test('IIS, where a location takes the one above away first', () => {
    const said = headersIn(read('web.config'), /<add name="([^"]*)" value="([^"]*)"/g);
    expect(said).toEqual([...page, caching, offline]);
  });
});
