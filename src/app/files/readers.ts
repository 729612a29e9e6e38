import { readAssessment } from '../../content/read-assessment.ts';
import { limitsOfMany, readStrictJson } from '../../content/strict-json.ts';
import type { Readers, SignedBy } from '../../exchange/read-file.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem } from '../../model/problem.ts';

/** How files from outside are read with the questions in hand, and with what is under a council's overlay. */
export function readersFor(pack: Pack, published: Pack | null = null): Readers {
  return {
    json: (bytes) => readStrictJson(bytes, limitsOfMany),
    assessment(bytes) {
      const read = readAssessment(bytes, pack);
      if (!published || (read.ok && read.value.pack.structureHash !== published.structureHash)) return read;
      // What was begun before the overlay fits the questions as they were published.
      const before = readAssessment(bytes, published);
      return read.ok || (before.ok && before.value.pack.structureHash === published.structureHash) ? before : read;
    },
    structures: [pack, ...(published ? [published] : [])].map(({ structureHash }) => structureHash),
    async pdf(bytes) {
      const { readAttachment, verifyPdf } = await import('../../signing/index.ts');
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
