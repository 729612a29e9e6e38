import type { Report, Signatory } from '../model/report.ts';
import { Headings, paragraphStrips } from './blocks.ts';
import { edge, styles, textWidth } from './look.ts';
import { lineStrips, setText, together, type Desk, type Strip } from './strips.ts';

/** The visible signature box, in points. */
export const signatureBox = { width: 340, height: 90 } as const;

/** An empty signature field of the document. Spare ones have no place on paper: later countersigners use them. */
export interface SignatureField {
  /** The field's name in the file. */
  readonly name: string;
  /** What a screen reader says of it. */
  readonly label: string;
  readonly spare: boolean;
}

/** The fields of a document, in the order of signing. */
export function signatureFields(signatories: readonly Signatory[]): SignatureField[] {
  const named = signatories.map(({ role, label, name }, index) => ({
    name: `signature-${index + 1}-${role.replace(/[^A-Za-z0-9-]/g, '-')}`,
    label: name ? `${label}: ${name}` : label,
    spare: false,
  }));
  return [...named, ...['signature-spare-1', 'signature-spare-2'].map((name) => ({ name, label: name, spare: true }))];
}

/** The statement that is signed, and a named box for each signatory. */
export function signingStrips(
  desk: Desk,
  headings: Headings,
  signing: Report['signing'],
  signatories: readonly Signatory[],
  fields: readonly SignatureField[],
): Strip[] {
  // One after the other: words enter the structure tree in the order in which they are set.
  const heading = signing ? headings.strips(desk, 2, signing.heading) : [];
  const statement = signing ? signing.statement.flatMap((runs) => paragraphStrips(desk, { runs }, true)) : [];
  const boxes = signatories.flatMap((signatory, index) => signatoryStrips(desk, signatory, fields[index]?.name ?? ''));
  return [...heading, ...statement, ...boxes];
}

function signatoryStrips(desk: Desk, { label, name }: Signatory, field: string): Strip[] {
  const root = desk.tree.root;
  const words = [
    lineStrips(desk, setText(desk, [{ text: label }], styles.signatory, textWidth, desk.tree.add(root, 'P')), 0, {
      keep: true,
    }),
    name
      ? lineStrips(desk, setText(desk, [{ text: name }], styles.fact, textWidth, desk.tree.add(root, 'P')), 0, {
          keep: true,
        })
      : [],
  ].flat();
  desk.tree.field(desk.tree.add(root, 'Form'), field);
  const place = { x: 0, y: 2, ...signatureBox };
  const box: Strip = {
    height: signatureBox.height + 4,
    texts: [],
    shapes: [{ is: 'box', ...place, stroke: edge, weight: 0.8 }],
    space: 4,
    keep: false,
    field: { name: field, ...place },
  };
  return together([...words, box], false);
}
