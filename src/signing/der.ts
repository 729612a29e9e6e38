import { join, order, type Bytes } from './bytes.ts';
import { Unreadable } from './unreadable.ts';

/** Tags of ASN.1 that signatures and certificates use. */
export const tag = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** One value in DER. */
export interface DerItem {
  readonly tag: number;
  /** What is inside. */
  readonly content: Bytes;
  /** The whole, with tag and length. */
  readonly whole: Bytes;
}

/** A value in DER: `kind`, the length, then `parts` one after the other. */
export function der(kind: number, ...parts: readonly Uint8Array[]): Bytes {
  const content = join(...parts);
  const { length } = content;
  if (length < 0x80) return join(Uint8Array.of(kind, length), content);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return join(Uint8Array.of(kind, 0x80 | digits.length, ...digits), content);
}

/** `parts` as a SET OF, in the order that DER asks for. */
export function derSet(kind: number, parts: readonly Uint8Array[]): Bytes {
  return der(kind, ...parts.toSorted(order));
}

/** An object identifier, from dotted numbers. */
export function derOid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128)) digits.unshift((more % 128) | 0x80);
    return digits;
  });
  return der(tag.oid, Uint8Array.from(bytes));
}

/** The values that `bytes` is made of, one after the other. Throws `Unreadable` where it is not DER. */
export function derItems(bytes: Uint8Array): readonly DerItem[] {
  const items: DerItem[] = [];
  for (let at = 0; at < bytes.length;) {
    const item = derItem(bytes.subarray(at));
    items.push(item);
    at += item.whole.length;
  }
  return items;
}

/** The first value in `bytes`, whatever follows it. */
export function derItem(bytes: Uint8Array): DerItem {
  const [kind, first] = bytes;
  if (kind === undefined || first === undefined || (kind & 0x1f) === 0x1f) throw notDer();
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || extra > 4) throw notDer();
  let length = extra === 0 ? first : 0;
  for (const digit of bytes.subarray(2, 2 + extra)) length = length * 256 + digit;
  const start = 2 + extra;
  // The shortest form only: one value has one encoding.
  if (extra > 0 && (length < 0x80 || bytes[2] === 0)) throw notDer();
  if (start + length > bytes.length) throw notDer();
  return {
    tag: kind,
    content: new Uint8Array(bytes.subarray(start, start + length)),
    whole: new Uint8Array(bytes.subarray(0, start + length)),
  };
}

/** What is inside the only value in `bytes`, which has to be of `kind`. */
export function inside(kind: number, bytes: Uint8Array): readonly DerItem[] {
  const item = derItem(bytes);
  if (item.tag !== kind || item.whole.length !== bytes.length) throw notDer();
  return derItems(item.content);
}

function notDer(): Unreadable {
  return new Unreadable('signature-malformed', 'DER');
}
