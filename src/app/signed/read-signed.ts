import { readPublication, type Publication } from '../../content/read-publication.ts';
import { readFile, type ReadDraft, type Readers } from '../../exchange/read-file.ts';
import type { SignedDocument } from '../../exchange/signed.ts';
import { outcome, problem, type Outcome } from '../../model/problem.ts';

/** Everything a signed PDF of ours says, once nothing in it was found changed. */
export interface SignedContent extends SignedDocument {
  readonly draft: ReadDraft;
  readonly publication: Publication;
  /** Roles whose place on the pages is empty. */
  readonly roles: readonly string[];
  /** How many more may sign who have no place on the pages. */
  readonly spare: number;
}

/** Problems: those of `readFile`; those of the attachment. */
export async function readSigned(bytes: Uint8Array, readers: Readers): Promise<Outcome<SignedContent>> {
  const file = await readFile(bytes, null, readers);
  if (!file.ok) return file;
  const [draft] = file.value.is === 'drafts' ? file.value.drafts : [];
  if (!draft) return problem('not-an-assessment');
  const { freePlaces, readAttachment, signedStates, verifyPdf } = await import('../../signing/reading.ts');
  const [attached, verified, states, places] = await Promise.all([
    readAttachment(bytes),
    verifyPdf(bytes),
    signedStates(bytes),
    freePlaces(bytes),
  ]);
  if (!attached.ok) return attached;
  if (!verified.ok) return verified;
  if (!states.ok) return states;
  if (!places.ok) return places;
  const publication = readPublication(attached.value);
  if (!publication.ok) return publication;
  const { stages, pack: printed } = publication.value;
  return outcome(
    {
      draft,
      publication: publication.value,
      states: states.value,
      signatures: verified.value.signatures,
      stages,
      pack: printed,
      ...places.value,
    },
    [],
  );
}
