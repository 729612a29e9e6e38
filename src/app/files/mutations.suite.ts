import { randomFrom } from '../../../test/journeys/random.ts';
import { bytesOf, handOver } from '../../exchange/hand-over.ts';
import { enclose } from '../../exchange/age-file.ts';
import { newIdentity } from '../../exchange/identity.ts';
import { readFile, type FileContent } from '../../exchange/read-file.ts';
import { loadCase, loadPack } from '../../content/packs.ts';
import { checkAssessment } from '../../content/check-assessment.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import type { Outcome } from '../../model/problem.ts';
import { readersFor } from './readers.ts';

export const making = { madeBy: '0.1.0', madeAt: '2026-05-11T09:30:00.000Z', from: 'Team Tarn' } as const;

const read = await loadPack('sparf', 'en');
if (!read.ok) throw new Error('no pack');
export const pack: Pack = read.value;
const loaded = await loadCase('quillfeather', pack);
if (!loaded.ok) throw new Error('no case');
export const assessment: Assessment = loaded.value;
export const readers = readersFor(pack);

const text = (value: Uint8Array): string => new TextDecoder().decode(value);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A small draft, so that most changes reach its structure and not its words. */
export const small: Assessment = {
  ...assessment,
  answers: Object.fromEntries(Object.entries(assessment.answers).slice(0, 6)),
};

const own = await newIdentity();
const plain = bytesOf(handOver('training', [{ assessment: small, revision: 7 }], making));
const encrypted = await enclose(plain.slice(), { recipients: [own.recipient] });
if (!encrypted.ok) throw new Error('not enclosed');
const bare = bytes(JSON.stringify(small));

/** What stands in texts of people who mean harm, or only have odd keyboards. */
const pieces = [
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(60),
  '\\ud800',
  '\\u0000',
  '\u202e',
  '1e999',
  '-0',
  'null',
  '"format":2,',
  '9007199254740993',
  '<img src=x onerror=alert(1)>',
  '"id":"x",',
];

/** One file that somebody broke, by the number of the attempt: the same for the same seed. */
function mutated(random: () => number): { readonly file: Uint8Array; readonly identity: boolean } {
  const upTo = (most: number): number => Math.floor(random() * most);
  const sort = upTo(10);
  const from = sort === 0 && encrypted.ok ? encrypted.value : sort < 5 ? plain : bare;
  let file: Uint8Array = from.slice();
  const times = 1 + upTo(3);
  for (let time = 0; time < times; time += 1) {
    const at = upTo(file.length);
    const piece = pieces[upTo(pieces.length)] ?? '';
    switch (upTo(6)) {
      case 0:
        file[at] = upTo(256);
        break;
      case 1:
        file = file.slice(0, at);
        break;
      case 2:
        file = joined(file.subarray(0, at), bytes(piece), file.subarray(at));
        break;
      case 3:
        file = joined(file.subarray(0, at), file.subarray(Math.min(file.length, at + upTo(400))));
        break;
      case 4: {
        // Where a value or a name begins: what is put there is most often still JSON.
        const value = text(file).indexOf(random() < 0.5 ? '{' : ':', at) + 1;
        file = joined(file.subarray(0, value), bytes(piece), file.subarray(value));
        break;
      }
      default: {
        const other = upTo(file.length);
        file = joined(file.subarray(0, at), file.subarray(other, other + upTo(2000)), file.subarray(at));
      }
    }
  }
  return { file, identity: sort === 0 };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** What came of reading broken files: how many were still drafts, and by which code the others were refused. */
export interface Tally {
  readonly codes: Record<string, number>;
  slowest: number;
  readonly faults: string[];
}

/** Reads `count` broken files of a seed, from the `first` on; a fault is what must never happen. */
export async function readMutated(seed: number, first: number, count: number, tally: Tally): Promise<void> {
  for (let number = first; number < first + count; number += 1) {
    const { file, identity } = mutated(randomFrom(seed + number));
    const started = process.cpuUsage();
    let result: Outcome<FileContent>;
    try {
      result = await readFile(file, identity ? { identity: own.identity } : null, readers);
    } catch (fault) {
      tally.faults.push(`${number}: threw ${String(fault)}`);
      continue;
    }
    // The processor's time, as a busy computer lets anything wait.
    const { user, system } = process.cpuUsage(started);
    tally.slowest = Math.max(tally.slowest, (user + system) / 1000);
    const code = result.ok ? 'read' : result.problems[0].code;
    tally.codes[code] = (tally.codes[code] ?? 0) + 1;
    if ('polluted' in {} || Object.keys(Object.prototype).length > 0) tally.faults.push(`${number}: polluted`);
    if (!result.ok || result.value.is !== 'drafts') continue;
    if (result.value.drafts.some((each) => checkAssessment(pack, each.assessment).length > 0))
      tally.faults.push(`${number}: read what does not fit`);
  }
}
