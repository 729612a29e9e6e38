import { newSigningKey } from '../key.ts';
import { readDocument } from '../document.ts';
import { signatureFields } from '../fields.ts';
import { at, signed, updated } from '../signed-pdf.suite.ts';
import { bodyOf, digits, empty, once, page, type Edit } from './ground.suite.ts';
import type { Attempt } from './attempt.suite.ts';

/** Signs in letters that the report's fonts lack, and so brings fonts. */
const guest = await newSigningKey({ name: 'Ирина Щукина', role: 'Учитель', organisation: 'Tarnwhistle' }, at);
const brought = await signed(once, guest, { role: 'team-manager' });
const added = [...readDocument(brought).revision(2).objects.keys()].filter(
  (number) => !readDocument(once).find(number),
);
/** The signature, its drawing, and one font; a second font follows it. */
const [, picture = 0, font = 0, descendant = 0, , descriptor = 0, program = 0, second = 0] = added;

/** The update that brings fonts, not signed anew, with some of its objects in other words. */
function changed(...changes: readonly (readonly [number, Edit])[]): Uint8Array {
  const numbers = [...readDocument(brought).revision(2).objects.keys()];
  const bodies = numbers.map((number) => {
    const body = bodyOf(brought, number);
    const after = changes.filter(([of]) => of === number).reduce((words, [, change]) => change(words), body);
    return { number, body: after };
  });
  const bytes = updated(once, bodies);
  if (
    Buffer.from(bytes).equals(
      Buffer.from(
        updated(
          once,
          numbers.map((number) => ({ number, body: bodyOf(brought, number) })),
        ),
      ),
    )
  )
    throw new Error('nothing changed');
  return bytes;
}

/** What a signature with fonts of its own may not do, and what nobody may do to them later. */
export const broughtFonts: readonly Attempt[] = [
  [
    'fonts that a signature brings',
    'called as the form’s own',
    Promise.resolve(changed([picture, (body) => body.replace('/HwO', '/HwR').replace('/HwR', '/HwX')])),
  ],
  [
    'fonts that a signature brings',
    'drawn by programs of their own',
    Promise.resolve(changed([font, (body) => body.replace('/Type0', '/Type3')])),
  ],
  [
    'fonts that a signature brings',
    'with more in them than a font has',
    Promise.resolve(changed([font, (body) => body.replace('<<', `<< /Resources ${digits(page)} 0 R`)])),
  ],
  [
    'fonts that a signature brings',
    'with letters from somewhere else',
    Promise.resolve(changed([font, (body) => body.replace(`[${digits(descendant)} 0 R]`, '[12 0 R]')])),
  ],
  [
    'fonts that a signature brings',
    'with another way to its letters',
    Promise.resolve(changed([descendant, (body) => body.replace('/Identity /FontD', `${digits(page)} 0 R /FontD`)])),
  ],
  [
    'fonts that a signature brings',
    'whose program lies outside of the file',
    Promise.resolve(changed([program, (body) => body.replace('<<', '<< /F (other.ttf)')])),
  ],
  [
    'fonts that a signature brings',
    'whose program is a page',
    Promise.resolve(changed([descriptor, (body) => body.replace(`${digits(program)} 0 R`, `${digits(page)} 0 R`)])),
  ],
  [
    'fonts that a signature brings',
    'that no picture uses',
    Promise.resolve(changed([picture, (body) => body.replace(/ \/HwP \d+ 0 R/, '')])),
  ],
  [
    'fonts that a signature brings',
    'one font under both names',
    Promise.resolve(changed([picture, (body) => body.replace(`${digits(second)} 0 R`, `${digits(font)} 0 R`)])),
  ],
  ['fonts that a signature brings', 'beside a signature that shows nothing', Promise.resolve(besideSpare())],
  [
    'fonts that a signature brings',
    'replaced by a later update',
    Promise.resolve(updated(brought, [{ number: program, body: empty }])),
  ],
  [
    'fonts that a signature brings',
    'used by a later signature as its own',
    signed(brought, guest, { role: 'parent' }).then((third) => {
      const own = [...readDocument(third).revision(3).objects.keys()];
      return updated(
        brought,
        own.map((number) => ({
          number,
          body: bodyOf(third, number).replace(/\/HwO \d+ 0 R/, `/HwO ${digits(font)} 0 R`),
        })),
      );
    }),
  ],
];

/** A signature in a spare field, which has no picture, and a font beside it. */
function besideSpare(): Uint8Array {
  const document = readDocument(once);
  const spare = signatureFields(document).find(({ visible }) => !visible);
  const numbers = [...readDocument(brought).revision(2).objects.keys()];
  const [signature = 0] = added;
  const bodies = numbers
    .filter((number) => number >= signature && number !== picture)
    .map((number) => ({ number, body: bodyOf(brought, number) }));
  const body = bodyOf(once, spare?.number ?? 0).replace(/>>\s*$/, `/V ${digits(signature)} 0 R >>`);
  return updated(once, [{ number: spare?.number ?? 0, body }, ...bodies]);
}
