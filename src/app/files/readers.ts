import { readAssessment } from '../../content/read-assessment.ts';
import { limitsOfMany, readStrictJson } from '../../content/strict-json.ts';
import type { Readers, SignedBy } from '../../exchange/read-file.ts';
import type { Pack } from '../../model/pack.ts';
import { outcome, problem } from '../../model/problem.ts';

/** How files from outside are read with the questions in hand. */
export function readersFor(pack: Pack): Readers {
  return {
    json: (bytes) => readStrictJson(bytes, limitsOfMany),
    assessment: (bytes) => readAssessment(bytes, pack),
    structureHash: pack.structureHash,
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
