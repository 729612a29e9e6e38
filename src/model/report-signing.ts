import type { Assessment, Person } from './assessment.ts';
import type { Pack, Stage } from './pack.ts';
import { presentPeople } from './people.ts';
import { phrase } from './phrases.ts';
import type { Report, Signatory } from './report.ts';

/** The roles that sign these stages, each once, in order. */
export function signingRoles(stages: readonly Stage[]): readonly string[] {
  return [...new Set(stages.flatMap(({ signedBy }) => signedBy))];
}

/** Who will sign in a role; null where nobody, or more than one person, could. */
export function expectedSigner(assessment: Assessment, role: string): Person | null {
  const people = presentPeople(assessment).filter((person) => person.role === role && person.name.trim() !== '');
  return people.length === 1 ? (people[0] ?? null) : null;
}

/** Who signs these stages, with the words above the signature fields. */
export function signing(pack: Pack, assessment: Assessment, stages: readonly Stage[]): Report['signing'] {
  const signatories = signingRoles(stages).map((role): Signatory => {
    const label = phrase(pack, 'signature-of', { role: pack.roles.find(({ id }) => id === role)?.label ?? role });
    const name = expectedSigner(assessment, role)?.name;
    return name === undefined ? { role, label } : { role, label, name };
  });
  return {
    heading: [{ text: phrase(pack, 'signing-heading') }],
    statement: [[{ text: phrase(pack, 'signing-statement') }], [{ text: phrase(pack, 'signature-proves') }]],
    signatories,
    words: Object.fromEntries(
      (['signed-by', 'role', 'organisation', 'registration', 'stated-time', 'not-signed'] as const).map((id) => [
        id,
        phrase(pack, id),
      ]),
    ),
  };
}
