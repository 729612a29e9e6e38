import { checkedWith, readUnchecked } from '../../content/read-assessment.ts';
import { limitsOfMany, readStrictJson } from '../../content/strict-json.ts';
import { hashOfDraft } from '../../exchange/hand-over.ts';
import type { ReadHere, Readers, SignedBy } from '../../exchange/read-file.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';
import { move } from '../../versions/move.ts';

/** How files from outside are read with the questions in hand, and with all `others` that a draft may have been made with. */
export function readersFor(pack: Pack, others: readonly Pack[] = []): Readers {
  const packs = [pack, ...others];
  return {
    json: (bytes) => readStrictJson(bytes, limitsOfMany),
    assessment(bytes) {
      const read = readUnchecked(bytes);
      if (!read.ok) return read;
      const { pack: made } = read.value;
      const own = packs.find(({ structureHash }) => structureHash === made.structureHash);
      if (own) return asIs(checkedWith(own, read.value));
      // Another council's overlay, or one that has changed since: what comes nearest, and nothing that was said is lost.
      const near = made.version === pack.version ? pack : packs.find(({ version }) => version === made.version);
      return near ? movedTo(near, read.value) : asIs(checkedWith(pack, read.value));
    },
    async pdf(bytes) {
      const { readAttachment, verifyPdf } = await import('../../signing/reading.ts');
      const verified = await verifyPdf(bytes);
      if (!verified.ok) return verified;
      const { signatures, problems } = verified.value;
      const faults = [...problems, ...signatures.flatMap((each) => each.problems)];
      const changed = faults.find(({ code }) => code !== 'no-signature');
      if (changed) return problem('pdf-changed', {}, changed.code);
      const attached = await readAttachment(bytes);
      if (!attached.ok) return attached;
      const signedBy = signatures.map(({ name, role, statedTime }): SignedBy => ({
        name,
        role,
        at: statedTime?.toISOString() ?? null,
      }));
      return outcome({ attached: attached.value, signedBy }, []);
    },
  };
}

const asIs = (read: Outcome<Assessment>): Outcome<ReadHere> =>
  read.ok ? outcome({ file: read.value, here: read.value, leftOut: 0 }, []) : read;

/** A draft on questions that are nowhere here, on those of `near`: as it is where all of it fits. */
function movedTo(near: Pack, file: Assessment): Outcome<ReadHere> {
  const { id, version, structureHash } = near;
  const fits = checkedWith(near, file);
  if (fits.ok) return outcome({ file, here: { ...file, pack: { id, version, structureHash } }, leftOut: 0 }, []);
  const moved = move(null, near, file, { at: file.changedAt, by: '', before: hashOfDraft(file) });
  if (!moved.ok) return moved;
  const { assessment, putAway, shortened } = moved.value;
  const checked = checkedWith(near, assessment);
  return checked.ok ? outcome({ file, here: assessment, leftOut: putAway.length + shortened.length }, []) : checked;
}
