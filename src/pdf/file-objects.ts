import { HomewardError } from '../model/problem.ts';
import type { Internals } from './internals.ts';
import { binaryString } from './syntax.ts';

/** Objects written into a jsPDF document beside its own, by numbers taken before or while they are written. */
export class FileObjects {
  readonly #inside: Internals['internal'];

  constructor(inside: Internals['internal']) {
    this.#inside = inside;
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#inside.newObjectDeferred();
  }

  put(object: number, content: string): void {
    this.#inside.newObjectDeferredBegin(object, true);
    this.#inside.write(content);
    this.#inside.write('endobj');
  }

  /** A stream that any reader of the file can read without inflating, and where it is. */
  putPlainStream(entries: string, text: string): string {
    const object = this.reserve();
    const data = binaryString(new TextEncoder().encode(text));
    this.put(object, `<<${entries} /Length ${data.length}>>\nstream\n${data}\nendstream`);
    return ref(object);
  }

  /** A stream, deflated, and where it is. */
  putStream(bytes: Uint8Array, entries: readonly { readonly key: string; readonly value: string }[]): string {
    const object = this.reserve();
    this.#inside.newObjectDeferredBegin(object, true);
    this.#inside.putStream({ data: binaryString(bytes), objectId: object, additionalKeyValues: [...entries] });
    this.#inside.write('endobj');
    return ref(object);
  }
}

/** The number that `key` was given. */
export function known<K>(numbers: ReadonlyMap<K, number>, key: K): number {
  const number = numbers.get(key);
  if (number === undefined)
    throw new HomewardError('object-unknown', 'The file points to an object that it does not hold.');
  return number;
}

export const ref = (object: number): string => `${object} 0 R`;

export const refTo = <K>(numbers: ReadonlyMap<K, number>, key: K): string => ref(known(numbers, key));
