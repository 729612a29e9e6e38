import * as v from 'valibot';
import type { Pack } from '../../model/pack.ts';
import { type Outcome, outcome, type Problem, problem, type ProblemPlace } from '../../model/problem.ts';
import { isRecord } from '../../model/shapes.ts';
import { failed } from '../failed.ts';
import { refusedKey } from './bounds.ts';
import { faultsOfResult, misfits } from './misfits.ts';
import { noOverlay, type OverlayFault, shapeFault } from './fault.ts';
import { layOn, overlayPhraseIds } from './on-top.ts';
import type { ReadOverlay } from './read-files.ts';
import { type Overlay, overlaySchema } from './schema.ts';

/**
 * An overlay that may be put on top of `pack`; or everything wrong with it, each with the way there or, where it was read
 * from files, with file and line.
 *
 * Problems: `refused-key`, `too-deep`, `unknown-key`, `missing-key`, `empty-key`, `needs-quotes`, `overlay-shape`, `text-too-long`, `too-many-parts`, `html`, `control-characters`,
 * `newer-than-program`, `other-pack`, `prefix-taken`, `overlay-twice`, `unknown-stage`, `unknown-risk-class`,
 * `unknown-role`, `unknown-term`, `unknown-subject`, `unknown-question`, `unknown-section`, `unknown-choice`,
 * `unknown-purpose`, `name-taken`, `core-question`, `needed-elsewhere`, `not-own-prefix`, `duplicate-id`, `empty-section`,
 * `empty-contact`, `required-not-core`, `markdown-kind`, `link-target`, `contrast`, `logo-kind`, `missing-words`, and
 * what is wrong with the rules of the council's own questions.
 */
export function checkOverlay(pack: Pack, overlay: unknown, read?: Pick<ReadOverlay, 'place'>): Outcome<Overlay> {
  const place = (at: OverlayFault['at'], line?: number): ProblemPlace => {
    if (read) return read.place(at, line);
    return at[0] === 'guidance' ? { question: String(at[1]), ...(line === undefined ? {} : { line }) } : {};
  };
  const told = ({ code, at, detail, line }: OverlayFault): Problem => ({
    code,
    place: place(at, line),
    detail: [at.join('.'), detail].filter(Boolean).join(': '),
  });
  const refused = refusedKey(overlay);
  if (refused) return failed([told(refused)]);
  if (!isRecord(overlay)) return problem('overlay-shape', place([]), noOverlay);
  const shape = v.safeParse(overlaySchema, overlay);
  if (!shape.success) {
    // The first thing wrong with a value: what else is said of it comes of that.
    const faults = new Map(
      shape.issues
        .map(shapeFault)
        .toReversed()
        .map((fault) => [fault.at.join('.'), fault]),
    );
    return failed([...faults.values()].toReversed().map(told));
  }
  const missing = overlayPhraseIds.filter((id) => !pack.phrases[id]);
  if (missing.length > 0) return problem('missing-words', {}, missing.join(' '));
  const found = misfits(pack, shape.output);
  if (found.length > 0) return failed(found.map(told));
  return outcome(shape.output, faultsOfResult(layOn(pack, shape.output, ''), shape.output).map(told));
}

/** The same for files, with what was wrong with the files themselves. */
export function checkOverlayFiles(pack: Pack, read: ReadOverlay): Outcome<Overlay> {
  if (read.value === null) return failed(read.problems);
  const checked = checkOverlay(pack, read.value, read);
  return checked.ok ? outcome(checked.value, read.problems) : failed([...read.problems, ...checked.problems]);
}
