import { join, latin, type Bytes } from './bytes.ts';
import type { PdfDocument } from './document.ts';
import type { PdfDictionary, PdfValue } from './syntax.ts';
import { itemsOf, write } from './values.ts';

/** An object to write: its number, and what stands between `obj` and `endobj`, in ASCII. */
export interface WrittenObject {
  readonly number: number;
  readonly body: string;
}

/**
 * `document` with `objects` appended as one update; every byte before stays where and what it is.
 *
 * `identifier` is the second half of the file identifier, which is to change with every update (ISO 32000-1, 14.4).
 */
export function appendUpdate(document: PdfDocument, objects: readonly WrittenObject[], identifier: Bytes): Bytes {
  const previous = document.revision(document.newest);
  // The base may end without a line end.
  let text = document.bytes.at(-1) === 0x0a ? '' : '\n';
  const offsets = new Map<number, number>();
  for (const { number, body } of objects) {
    offsets.set(number, document.bytes.length + text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const tableAt = document.bytes.length + text.length;
  const size = Math.max(document.size(), ...objects.map(({ number }) => number + 1));
  text += `xref\n${table(offsets)}trailer\n${write(trailer(previous.trailer, previous.tableAt, size, identifier))}\n`;
  text += `startxref\n${tableAt}\n%%EOF\n`;
  return join(document.bytes, latin(text));
}

/** One subsection for each object: updates are small. */
function table(offsets: ReadonlyMap<number, number>): string {
  return [...offsets]
    .toSorted(([one], [other]) => one - other)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
}

function trailer(before: PdfDictionary, tableAt: number, size: number, identifier: Bytes): PdfDictionary {
  const entries = new Map<string, PdfValue>(before.entries);
  const [first] = itemsOf(before.entries.get('ID'));
  entries.set('Size', { kind: 'number', value: size });
  entries.set('Prev', { kind: 'number', value: tableAt });
  if (first)
    entries.set('ID', { kind: 'array', items: [first, { kind: 'string', bytes: identifier, start: 0, end: 0 }] });
  return { kind: 'dictionary', entries };
}
