import { readDocument } from '../document.ts';
import { signatureFields } from '../fields.ts';
import { appendSignature } from '../seal.ts';
import { at, manager, updated, worker } from '../signed-pdf.suite.ts';
import type { WrittenObject } from '../update.ts';
import {
  type Edit,
  appearanceNumber,
  attachmentName,
  base,
  blindly,
  bodyOf,
  byHand,
  bytesOf,
  catalog,
  contentNumber,
  countersigned,
  digits,
  document,
  drawing,
  empty,
  fields,
  firstSignature,
  font,
  infoNumber,
  once,
  page,
  text,
  update,
} from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

/** `bytes` with the second signature made anew on top of what somebody did after the first. */
const between = (...objects: readonly WrittenObject[]): Promise<Uint8Array> => blindly(updated(once, objects));
/** The same, with more in the update that holds the second signature. */
async function besides(...objects: readonly WrittenObject[]): Promise<Uint8Array> {
  const alone = await blindly(once);
  const own = [...readDocument(alone).revision(2).objects.keys()];
  return updated(once, [...own.map((number) => ({ number, body: bodyOf(alone, number) })), ...objects]);
}

/** Changes with a signature made on top of them, or waiting since before the first. */
export const signingAgain: readonly Attempt[] = [
  ['between the signatures', 'the content of a page changes', between({ number: contentNumber(), body: empty })],
  [
    'between the signatures',
    'the attachment changes',
    between({ number: attachmentName, body: bodyOf(once, attachmentName) }),
  ],
  [
    'between the signatures',
    'an object comes that nobody uses',
    between({ number: document.size() + 9, body: '(hello)' }),
  ],
  ['between the signatures', 'nothing comes, as a revision of its own', between()],
  ['in the update of a signature', 'the content of a page changes', besides({ number: contentNumber(), body: empty })],
  [
    'in the update of a signature',
    'the first signature’s picture changes',
    besides({ number: appearanceNumber(), body: drawing() }),
  ],
  [
    'in the update of a signature',
    'the other field is signed with the same signature',
    besides({
      number: fields[2]?.number ?? 0,
      body: bodyOf(once, fields[2]?.number ?? 0).replace(/>>\s*$/, `/V ${digits(firstSignature)} 0 R >>`),
    }),
  ],
  [
    'in the update of a signature',
    'the picture brings a font of its own',
    blindly(once, { appearance: drawing('/Font << /HwR 4 0 R >>') }),
  ],
  [
    'in the update of a signature',
    'the picture draws another picture',
    blindly(once, { appearance: drawing(`/XObject << /X ${digits(page)} 0 R >>`) }),
  ],
  [
    'in the update of a signature',
    'the picture covers the page',
    blindly(once, { appearance: drawing(undefined, '', '900 900') }),
  ],
  [
    'in the update of a signature',
    'the picture is a group with effects',
    blindly(once, { appearance: drawing(undefined, '/Group << /S /Transparency >> ') }),
  ],
  ['in the update of a signature', 'its role is that of a field signed before', signedAgain()],

  [
    'shadow: hide',
    'an annotation over the text',
    update(
      {
        number: page,
        body: bodyOf(countersigned, page).replace(/\/Annots \[|>>\s*$/, (old) =>
          old.startsWith('/') ? '/Annots [900 0 R ' : `/Annots [900 0 R] ${old}`,
        ),
      },
      { number: 900, body: '<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] /IC [1 1 1] >>' },
    ),
  ],
  [
    'shadow: replace',
    'a font with other letters for the same codes',
    update({ number: Number(font), body: bodyOf(countersigned, Number(font)).replace('/Identity-H', '/Identity-V') }),
  ],
  ['shadow: hide and replace', 'a second document, prepared before signing, is brought to the front', prepared()],
  [
    'shadow: prepared before signing',
    'a program waits in the base',
    signedBase((body) => body.replace(/^<</, '<< /AA << /WP << /S /JavaScript /JS (1) >> >>')),
  ],
  [
    'shadow: prepared before signing',
    'layers wait in the base',
    signedBase((body) => body.replace(/^<</, '<< /OCProperties << /OCGs [] /D << >> >>')),
  ],
];

function signedAgain(): Promise<Uint8Array> {
  const read = readDocument(once);
  const [field] = signatureFields(read);
  if (!field) throw new Error('no field');
  return appendSignature(read, field, manager, { role: 'social-worker', time: at, appearance: drawing() });
}

/** A base whose catalog says more than ours do, signed all the same. */
async function signedBase(change: Edit): Promise<Uint8Array> {
  return blindly(await blindly(withOther(catalog, change), { role: 'social-worker', key: worker }));
}

/** The base with an object in other words: everything after it moves, and the table with it. */
function withOther(number: number, change: Edit): Uint8Array {
  const { objects, tableAt } = readDocument(base).revision(0);
  const offset = objects.get(number) ?? 0;
  const body = bodyOf(base, number);
  const grown = change(body).length - body.length;
  const start = offset + `${digits(number)} 0 obj\n`.length;
  const words = text(base);
  const moved = words.slice(0, start) + change(body) + words.slice(start + body.length);
  return bytesOf(
    moved.slice(0, tableAt + grown).concat(
      moved
        .slice(tableAt + grown)
        .replace(/\d{10}(?= 00000 n)/g, (old) =>
          String(Number(old) + (Number(old) > offset ? grown : 0)).padStart(10, '0'),
        )
        .replace(/startxref\n\d+/, `startxref\n${digits(tableAt + grown)}`),
    ),
  );
}

/** A base with a second catalog in its description, which an update after signing makes the document's own. */
async function prepared(): Promise<Uint8Array> {
  const waiting = withOther(infoNumber, () => bodyOf(base, catalog));
  const both = await blindly(await blindly(waiting, { role: 'social-worker', key: worker }));
  return byHand('', '0 0\n', (old) => old.replace(/\/Root \d+/, `/Root ${digits(infoNumber)}`), both);
}
