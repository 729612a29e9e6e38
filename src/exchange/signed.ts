import type { Assessment, Version } from '../model/assessment.ts';
import type { VerifiedSignature } from '../model/verification.ts';

/** A signed document of ours, nothing of which was changed. */
export interface SignedDocument {
  /** SHA-256 of the file as it stood after each signature, the oldest first. */
  readonly states: readonly string[];
  readonly signatures: readonly Pick<VerifiedSignature, 'name' | 'role' | 'statedTime' | 'fingerprint'>[];
  readonly stages: readonly string[];
  readonly pack: Version['packs'][number];
}

/**
 * The version that a signed document is: everybody who signed it, and the version it came after. Null where nobody did.
 *
 * Its id comes from what is in the file, so that the same document, met in two places, is the same version.
 */
export function versionOf(signed: SignedDocument, before: string | undefined): Version | null {
  const sha256 = signed.states.at(-1);
  const last = signed.signatures.at(-1);
  if (sha256 === undefined || !last?.statedTime) return null;
  const { id, version, structureHash, wordsHash } = signed.pack;
  return {
    id: `signed-${sha256.slice(0, 32)}`,
    sha256,
    stages: signed.stages,
    packs: [{ id, version, structureHash, wordsHash }],
    statedTime: last.statedTime.toISOString(),
    signatories: signed.signatures.map(({ name, role }) => ({ name, role })),
    fingerprint: last.fingerprint,
    ...(before === undefined ? {} : { before }),
  };
}

/** How a signed document stands to the versions of a draft. */
export type Recognised =
  /** The draft has it as it is. */
  | { readonly is: 'known'; readonly version: Version }
  /** The draft has an earlier state of it: it was signed again since, which `next` says. */
  | { readonly is: 'countersigned'; readonly version: Version; readonly next: Version }
  | { readonly is: 'unknown' };

/** Knows a document of this draft again by the hash it had when it left, whoever signed it after that. */
export function recognised({ versions }: Pick<Assessment, 'versions'>, signed: SignedDocument): Recognised {
  const known = [...signed.states].reverse().flatMap((state) => versions.find(({ sha256 }) => sha256 === state) ?? []);
  const [version] = known;
  if (!version) return { is: 'unknown' };
  if (version.sha256 === signed.states.at(-1)) return { is: 'known', version };
  const next = versionOf(signed, version.sha256);
  return next ? { is: 'countersigned', version, next } : { is: 'unknown' };
}

/** An assessment out of a signed document, with that document as its newest version: what is made next names its hash. */
export function goneOnFrom(assessment: Assessment, signed: SignedDocument): Assessment {
  if (recognised(assessment, signed).is === 'known') return assessment;
  const version = versionOf(signed, assessment.versions.at(-1)?.sha256);
  return version ? { ...assessment, versions: [...assessment.versions, version] } : assessment;
}
