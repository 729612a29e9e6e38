import type { Limits } from '../../content/strict-json.ts';

/** Of an overlay in one piece, its logo in it. */
export const limits: Limits = { bytes: 1024 * 1024, depth: 16, nodes: 20_000, text: 150_000 };
