import * as v from 'valibot';
import type { Step } from '../../model/pack-fault.ts';
import { textProblem } from './text.ts';

/** Something wrong with an overlay, and the way there from its root. */
export interface OverlayFault {
  readonly code: string;
  readonly at: readonly Step[];
  readonly detail?: string;
  /** Of Markdown: the line within its text, counted from 1. */
  readonly line?: number;
}

/**
 * What the schema refused. Problems: `unknown-key`, `missing-key`, `empty-key`, `needs-quotes`, `html`,
 * `control-characters`, `newer-than-program`, or `overlay-shape` with what should stand there.
 */
export function shapeFault(issue: v.BaseIssue<unknown>): OverlayFault {
  const at = (issue.path ?? []).map(({ key }) => key as Step);
  if (issue.expected === 'never') return { code: 'unknown-key', at };
  if (issue.received === 'undefined' && at.length > 0) return { code: 'missing-key', at };
  if (issue.received === 'null' && at.length > 0) return { code: 'empty-key', at };
  // YAML reads 01632960123 as a number and drops its 0; where words may stand, nobody means a number.
  if (['number', 'boolean'].includes(typeof issue.input) && (issue.expected ?? '').includes('string'))
    return { code: 'needs-quotes', at };
  if (typeof issue.input === 'string') {
    const code = textProblem(issue.input);
    if (code !== null) return { code, at };
    if (at.length === 1 && at[0] === 'format' && /^homeward-overlay\/\d+$/.test(issue.input))
      return { code: 'newer-than-program', at, detail: issue.input };
  }
  const expected = issue.expected ?? (issue.message.startsWith('Invalid') ? 'another shape' : issue.message);
  return { code: 'overlay-shape', at, detail: expected };
}
