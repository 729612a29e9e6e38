import type { Plugin } from 'vite';
import { bundled } from '../../../bundled.ts';

/** Writes as browsers do unless told otherwise: what the power cuts must be able to break. */
const relaxed: Plugin = {
  name: 'soak-relaxed',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/src/store/durable.ts')) return null;
    const changed = code.replace("durability = 'strict'", "durability = 'relaxed'");
    if (changed === code) throw new Error('durable.ts no longer says how durable a write is');
    return changed;
  },
};

/** The store of the program as one script for a page of the tests. */
export function bundledStore(durability: 'strict' | 'relaxed' = 'strict'): Promise<string> {
  return bundled(new URL('in-page.ts', import.meta.url), durability === 'relaxed' ? [relaxed] : []);
}
