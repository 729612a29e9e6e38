import { smallPdf } from './small-pdf.suite.ts';
import { manager, signed, worker } from './signed-pdf.suite.ts';
import { verifyPdf } from './verify.ts';

/** Words that mean something to whoever reads a PDF. */
const tokens = [
  ...['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref', '%%EOF', 'R', 'null', 'true', 'n ', 'f '],
  ...['<<', '>>', '[', ']', '<', '>', '(', ')', '/', '%', '\\', '\n', '\r', ' ', '0', '9999999999', '-1', '65535'],
  ...['/Prev 0', '/Prev 9', '/Root 2 0 R', '/Size 0', '/Length 99999999', '/V 1 0 R', '/ByteRange [0 1 2 3]'],
  ...['/Contents <00>', '/Encrypt 1 0 R', '/Type /ObjStm', '/XRefStm 9', '/JS (1)', '1 0 obj', '0000000009 00000 n \n'],
];

/** One of `files` with one to four things done to it that a careless program, a bad line or an attacker may do. */
export function mutated(random: () => number, files: readonly Uint8Array[]): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  let bytes = Buffer.from(one(files));
  for (let left = 1 + below(4); left > 0; left--) {
    const at = below(bytes.length + 1);
    const length = Math.min(1 + below(random() < 0.7 ? 12 : 3000), bytes.length - at);
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
    switch (below(9)) {
      case 0:
        bytes = Buffer.concat([before, after]);
        break;
      case 1:
        bytes = Buffer.concat([before, part, part, after]);
        break;
      case 2:
        bytes = Buffer.concat([before, Buffer.from(one(tokens), 'latin1'), after]);
        break;
      case 3:
        bytes = Buffer.concat([before, Buffer.from(one(tokens), 'latin1'), part, after]);
        break;
      case 4: {
        // Of the same length, so that the table still fits.
        const token = Buffer.from(one(tokens), 'latin1').subarray(0, bytes.length - at);
        bytes = Buffer.concat([before, token, bytes.subarray(at + token.length)]);
        break;
      }
      case 5:
        bytes = Buffer.concat([before, Buffer.from(Array.from(part, () => below(256))), after]);
        break;
      case 6:
        bytes = Buffer.concat([before, Buffer.from(one(files)).subarray(below(4000))]);
        break;
      case 7: {
        const numbers = [...bytes.toString('latin1').matchAll(/\d+/g)];
        const { index = 0, 0: old = '' } = numbers[below(numbers.length)] ?? {};
        const other = String(Math.max(0, Number(old) + one([-1, 1, 7, -20, 1000, 2 ** 31]))).padStart(old.length, '0');
        bytes = Buffer.concat([bytes.subarray(0, index), Buffer.from(other), bytes.subarray(index + old.length)]);
        break;
      }
      default: {
        const place = below(bytes.length);
        if (bytes.length > 0) bytes = Buffer.from(bytes);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << below(8));
      }
    }
  }
  return new Uint8Array(bytes);
}

const base = await smallPdf({ roles: ['social-worker', 'team-manager'] });
const once = await signed(base, worker);
const twice = await signed(once, manager, { role: 'team-manager' });
/** Small files, so that most changes reach their structure: unsigned, signed, countersigned. */
export const small = { base, once, twice };

/** What was seen of many files: how each was answered, and everything that must never be. */
export interface Seen {
  readonly answers: Record<string, number>;
  /** Milliseconds of this program's own time, not of a busy computer's. */
  slowest: number;
  readonly faults: string[];
}

/**
 * Verifies `bytes`, made of the small files, and notes every crash, every long wait, and every signature called
 * unchanged although a byte of what it covers is another.
 */
export async function judge(bytes: Uint8Array, name: string, seen: Seen): Promise<void> {
  const began = process.cpuUsage();
  try {
    const outcome = await verifyPdf(bytes);
    const answer = outcome.ok ? (outcome.value.intact ? 'intact' : 'not intact') : outcome.problems[0].code;
    seen.answers[answer] = (seen.answers[answer] ?? 0) + 1;
    if (outcome.ok && outcome.value.intact && !isOneOf(bytes, [once, twice]))
      seen.faults.push(`${name}: called intact`);
    const kept = outcome.ok ? outcome.value.signatures.filter(({ unchanged }) => unchanged).length : 0;
    if (kept > 0 && !startsWith(bytes, kept > 1 ? twice : once)) seen.faults.push(`${name}: called unchanged`);
  } catch (fault) {
    seen.faults.push(`${name}: ${String(fault)}`);
  }
  const { user, system } = process.cpuUsage(began);
  seen.slowest = Math.max(seen.slowest, (user + system) / 1000);
}

const isOneOf = (bytes: Uint8Array, files: readonly Uint8Array[]): boolean =>
  files.some((file) => file.length === bytes.length && startsWith(bytes, file));

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).equals(start);
}

/** Every place of `bytes` but most of the zeros that fill a signature's room. */
export function placesWorthChanging(bytes: Uint8Array): readonly number[] {
  const places: number[] = [];
  bytes.forEach((byte, place) => {
    // Nine tenths of a signature's room are zeros: one in forty of them stands for the rest.
    const inZeros = byte === 0x30 && bytes[place - 1] === 0x30 && bytes[place + 1] === 0x30;
    if (!inZeros || place % 40 === 0) places.push(place);
  });
  return places;
}
