import type { Report, Signatory } from '../model/report.ts';
import { Headings, paragraphStrips } from './blocks.ts';
import { edge, paper, styles, teal, textWidth } from './look.ts';
import { padding, placed, setText, together, type Desk, type Frame, type Strip } from './strips.ts';

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
  /** The height of a page. */
  highest: number,
): Strip[] {
  // One after the other: words enter the structure tree in the order in which they are set.
  const heading = signing ? headings.strips(desk, 2, signing.heading) : [];
  const statement = signing ? signing.statement.flatMap((runs) => paragraphStrips(desk, { runs }, true)) : [];
  const before = together([...heading.map(({ newPage: _, ...strip }) => strip), ...statement], true);
  const boxes = signatories.map((signatory, index) => signatoryStrips(desk, signatory, fields[index]?.name ?? ''));
  const all = [...before, ...boxes.flat()];
  // All on one page where they fit; else the statement stays with the first box, and each box is whole.
  const height = all.reduce((sum, strip) => sum + strip.space + strip.height, 0);
  return height <= highest ? together(all, false) : [...before, ...boxes.flatMap((box) => together(box, false))];
}

const inset = 12;
const wordsWidth = textWidth - signatureBox.width - 3 * inset;
const panel: Frame = { x: 0, width: textWidth, stroke: edge, bar: teal };

function signatoryStrips(desk: Desk, { label, name }: Signatory, field: string): Strip[] {
  const root = desk.tree.root;
  const frame = { ...panel };
  const said = [
    setText(desk, [{ text: label }], styles.signatory, wordsWidth, desk.tree.add(root, 'P')),
    ...(name ? [setText(desk, [{ text: name }], styles.fact, wordsWidth, desk.tree.add(root, 'P'))] : []),
  ];
  desk.tree.field(desk.tree.add(root, 'Form'), field);
  let down = 2;
  const texts = said.flatMap((set) => {
    const from = down;
    down += set.lines.length * set.style.leading + 3;
    return set.lines.flatMap((_, index) => placed(desk, set, index, inset, from + index * set.style.leading));
  });
  const place = { x: textWidth - inset - signatureBox.width, y: 0, ...signatureBox };
  const box: Strip = {
    height: Math.max(signatureBox.height, down),
    texts,
    shapes: [{ is: 'box', ...place, stroke: edge, weight: 0.8, fill: paper }],
    space: 0,
    keep: true,
    frame,
    field: { name: field, ...place },
  };
  return [padding(10, frame, { keep: true, space: 12 }), box, padding(10, frame, { keep: false })];
}
