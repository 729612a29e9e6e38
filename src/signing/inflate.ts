import { join, type Bytes } from './bytes.ts';
import type { PdfObject } from './document.ts';
import { foreign, Unreadable } from './unreadable.ts';
import { isName } from './values.ts';

/**
 * What the stream of `object` holds, unpacked; at most `most` bytes.
 *
 * Throws `Unreadable`: `pdf-too-large` as soon as there is more, so that a small file cannot fill the memory.
 */
export async function contentOf(object: PdfObject, most: number): Promise<Bytes> {
  if (object.value.kind !== 'dictionary' || !object.stream) throw foreign('no stream');
  const filter = object.value.entries.get('Filter');
  if (object.value.entries.has('DecodeParms')) throw foreign('decoding parameters');
  if (filter === undefined) {
    if (object.stream.length > most) throw tooLarge(most);
    return new Uint8Array(object.stream);
  }
  const [only, ...more] = filter.kind === 'array' ? filter.items : [filter];
  if (!isName(only, 'FlateDecode') || more.length > 0) throw foreign('filter of a stream');
  return inflate(new Uint8Array(object.stream), most);
}

/** `packed` inflated; at most `most` bytes. Throws `Unreadable`. */
export async function inflate(packed: Bytes, most: number): Promise<Bytes> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array[] = [];
  for (let length = 0; ;) {
    const next = await reader.read().catch((): never => {
      throw foreign('a damaged stream');
    });
    if (next.done) return join(...parts);
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    parts.push(next.value);
  }
}

function tooLarge(most: number): Unreadable {
  return new Unreadable('pdf-too-large', `a stream of more than ${most} bytes`);
}
