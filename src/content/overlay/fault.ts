import * as v from 'valibot';
import type { Step } from '../../model/pack-fault.ts';
import { textProblem, unseen } from './text.ts';

/** Something wrong with an overlay, and the way there from its root. */
export interface OverlayFault {
  readonly code: string;
  readonly at: readonly Step[];
  readonly detail?: string;
  /** Of Markdown: the line within its text, counted from 1. */
  readonly line?: number;
}

/** Said of a file that holds something else altogether. */
export const noOverlay = 'overlay: lines such as title: Thistlebridge Council';

/**
 * What the schema refused. Problems: `unknown-key`, `missing-key`, `empty-key`, `needs-quotes`, `html`,
 * `control-characters`, `newer-than-program`, `text-too-long`, `too-many-parts`, or `overlay-shape` with what should stand
 * there.
 */
export function shapeFault(issue: v.BaseIssue<unknown>): OverlayFault {
  const at = (issue.path ?? []).map(({ key }) => key as Step);
  if (issue.expected === 'never')
    return { code: unseen.test(String(at.at(-1))) ? 'control-characters' : 'unknown-key', at };
  if (issue.received === 'undefined' && at.length > 0) return { code: 'missing-key', at };
  if ((issue.received === 'null' || issue.type === 'non_empty') && at.length > 0) return { code: 'empty-key', at };
  // YAML reads 01632960123 as a number and drops its 0; where words may stand, nobody means a number.
  if (['number', 'boolean'].includes(typeof issue.input) && (issue.expected ?? '').includes('string'))
    return { code: 'needs-quotes', at };
  if (typeof issue.input === 'string') {
    const code = textProblem(issue.input);
    if (code !== null) return { code, at };
    if (at.length === 1 && at[0] === 'format' && /^homeward-overlay\/\d+$/.test(issue.input))
      return { code: 'newer-than-program', at, detail: issue.input };
  }
  if (issue.type === 'max_length' && typeof issue.input === 'string')
    return { code: 'text-too-long', at, detail: `${String(issue.input.length)} > ${most(issue)}` };
  if (issue.type === 'max_length' || issue.type === 'max_entries')
    return { code: 'too-many-parts', at, detail: most(issue) };
  return { code: 'overlay-shape', at, detail: wanted(issue) };
}

const most = ({ expected }: v.BaseIssue<unknown>): string => (expected ?? '').replace('<=', '');

/** What should stand there, in words: those of the schema where it has some. */
function wanted({ message, expected }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid')) return message;
  switch (expected) {
    case 'string':
      return 'words';
    case '(string | Object)':
      return 'words, or en: and cy: with words';
    case 'boolean':
      return 'true or false';
    case 'Object':
      return 'lines of their own below it, each with a name, a colon and what it is';
    case 'Array':
      return 'a list: lines below it that each begin with a hyphen and a space';
    default:
      return (expected ?? '').replace(/["()]/g, '').replace(/ \| /g, ', or ');
  }
}
