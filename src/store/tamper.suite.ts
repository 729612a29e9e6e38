import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Outcome } from '../model/problem.ts';
import { aesSeal } from './aes-seal.ts';
import type { BlobRecord, HeadRecord, PieceRecord } from './db.ts';
import { OpenKeys } from './draft-keys.ts';
import { type DraftRecords, opened, openedPieces } from './draft-records.ts';
import { type Bytes, type Envelope, type KeyRecord, recordId, type Seal } from './envelope.ts';
import { headerIn, type VaultHeader } from './header.ts';
import { makeHeader, type Unlocked, unlocked } from './key-schedule.ts';
import { littleWork, passphrase } from './sealed.suite.ts';
import { sealed } from './step.ts';

/** Everything of one draft and its vault as it rests, in memory, so that thousands of spoilt copies can be looked at. */
export interface Resting {
  readonly header: VaultHeader;
  readonly key: KeyRecord;
  readonly head: HeadRecord;
  readonly snapshots: readonly PieceRecord[];
  readonly journal: readonly PieceRecord[];
  readonly blob: BlobRecord;
}

/** A vault with one draft, written through the program's own steps; `text` is what was typed last. */
export class Sample {
  readonly #seal: Seal;
  readonly #header: VaultHeader;
  #resting: Omit<Resting, 'header' | 'blob'> | null = null;
  #assessment: Assessment = emptyDraft('draft-1');
  #link = '';
  #revision = 0;

  private constructor(header: VaultHeader, seal: Seal) {
    this.#header = header;
    this.#seal = seal;
  }

  static async make(): Promise<Sample> {
    const made = await makeHeader(passphrase, littleWork, null);
    if (!made.ok) throw new Error(made.problems[0].code);
    const { header, vaultKey, list } = made.value;
    return new Sample(header, aesSeal(new OpenKeys(header.vault, vaultKey, list)));
  }

  /** The same draft and keys, to be written on in another way. */
  fork(): Sample {
    const other = new Sample(this.#header, this.#seal);
    other.#resting = this.#resting;
    other.#assessment = this.#assessment;
    other.#link = this.#link;
    other.#revision = this.#revision;
    return other;
  }

  async write(text: string, takesSnapshot = false): Promise<void> {
    const edit = answering('hopes', text);
    const after = withEdits(this.#assessment, [edit]);
    const step = { id: 'draft-1', expected: this.#revision, link: this.#link, edits: [edit], after };
    const keeps = { snapshot: { keeps: 0 } };
    const isFirst = this.#revision === 0;
    const { requests, link } = await sealed(this.#seal, { ...step, ...(takesSnapshot || isFirst ? keeps : {}) });
    let { key, head, snapshots, journal } = this.#resting ?? { key: null, head: null, snapshots: [], journal: [] };
    for (const request of requests) {
      if (!('add' in request)) continue;
      if (request.to === 'dek') key = request.add;
      if (request.to === 'head') head = request.add;
      if (request.to === 'snapshot') snapshots = [...snapshots, request.add];
      if (request.to === 'journal') journal = [...journal, request.add];
    }
    if (key === null || head === null) throw new Error('A step without head or key.');
    this.#resting = { key, head, snapshots, journal };
    this.#assessment = after;
    this.#link = link;
    this.#revision += 1;
  }

  async resting(): Promise<Resting> {
    if (this.#resting === null) throw new Error('Nothing was written.');
    const envelope = await this.#seal.enclose(recordId('blob', 'draft-1', 'f00d'), new Uint8Array([1, 2, 3]));
    return { header: this.#header, ...this.#resting, blob: { id: 'draft-1', sha256: 'f00d', envelope } };
  }
}

const unlocking = new WeakMap<VaultHeader, Promise<Outcome<Unlocked>>>();

/** Stretching the passphrase again for a header that nobody touched would be most of the time a test takes. */
function opens(header: VaultHeader): Promise<Outcome<Unlocked>> {
  const known = headerIn(header, littleWork);
  const open = unlocking.get(header) ?? (known.ok ? unlocked(known.value, { passphrase }) : Promise.resolve(known));
  unlocking.set(header, open);
  return open;
}

/** What a page loaded anew makes of `resting`: the draft, and whether anything was told to be wrong. */
export async function looked(resting: Resting): Promise<{ readonly told: boolean; readonly draft: unknown }> {
  const open = await opens(resting.header);
  if (!open.ok) return { told: true, draft: null };
  const seal = aesSeal(new OpenKeys(open.value.header.vault, open.value.vaultKey, open.value.list));
  const { key, head, snapshots, journal, blob } = resting;
  const records: DraftRecords = { id: 'draft-1', key, head, snapshots, journal };
  const draft = await opened(seal, records);
  if (!draft.ok) return { told: true, draft: null };
  const pieces = await openedPieces(seal, records);
  const isWhole = [...pieces.snapshots, ...pieces.journal].every(({ content }) => content.ok);
  const file = await seal.open(recordId('blob', 'draft-1', blob.sha256), blob.envelope);
  return { told: !isWhole || !file.ok, draft: draft.value.draft };
}

/** Every run of bytes that rests, each with how to put another in its place. */
export function runs(resting: Resting): readonly { readonly bytes: Bytes; readonly put: (bytes: Bytes) => Resting }[] {
  const { header, key, head, snapshots, journal, blob } = resting;
  const inEnvelope = (envelope: Envelope | null, put: (envelope: Envelope) => Resting): ReturnType<typeof runs> =>
    envelope?.seal === 'aes-256-gcm'
      ? [
          { bytes: envelope.iv, put: (iv) => put({ ...envelope, iv }) },
          { bytes: envelope.bytes, put: (bytes) => put({ ...envelope, bytes }) },
          {
            bytes: new TextEncoder().encode(envelope.link),
            put: (link) => put({ ...envelope, link: new TextDecoder().decode(link) }),
          },
        ]
      : [];
  const withHeader = (change: Partial<VaultHeader>): Resting => ({ ...resting, header: { ...header, ...change } });
  const wraps = (['passphrase', 'list', 'verifier', 'recovery'] as const).flatMap((name) => [
    { bytes: header[name].iv, put: (iv: Bytes) => withHeader({ [name]: { ...header[name], iv } }) },
    { bytes: header[name].bytes, put: (bytes: Bytes) => withHeader({ [name]: { ...header[name], bytes } }) },
  ]);
  const pieces = (name: 'snapshots' | 'journal', all: readonly PieceRecord[]): ReturnType<typeof runs> =>
    all.flatMap((piece, index) =>
      inEnvelope(piece.envelope, (envelope) => ({ ...resting, [name]: all.with(index, { ...piece, envelope }) })),
    );
  return [
    ...wraps,
    { bytes: header.kdf.salt, put: (salt) => withHeader({ kdf: { ...header.kdf, salt } }) },
    {
      bytes: new TextEncoder().encode(header.vault),
      put: (vault) => withHeader({ vault: new TextDecoder().decode(vault) }),
    },
    { bytes: key.wrapped.iv, put: (iv) => ({ ...resting, key: { ...key, wrapped: { ...key.wrapped, iv } } }) },
    { bytes: key.wrapped.bytes, put: (bytes) => ({ ...resting, key: { ...key, wrapped: { ...key.wrapped, bytes } } }) },
    ...inEnvelope(head.envelope, (envelope) => ({ ...resting, head: { ...head, envelope } })),
    ...pieces('snapshots', snapshots),
    ...pieces('journal', journal),
    ...inEnvelope(blob.envelope, (envelope) => ({ ...resting, blob: { ...blob, envelope } })),
  ];
}

/** `bytes` with one bit turned. */
export function turned(bytes: Bytes, place: number, bit: number): Bytes {
  return bytes.with(place, (bytes[place] ?? 0) ^ (1 << bit));
}

/** Numbers below `below`, the same for the same seed. */
export function chance(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** `resting` with two of its runs in each other's places; null where that changes nothing. */
export function swapped(resting: Resting, one: number, other: number): Resting | null {
  const [here, there] = [runs(resting)[one], runs(resting)[other]];
  if (!here || !there || String(here.bytes) === String(there.bytes)) return null;
  return runs(here.put(there.bytes))[other]?.put(here.bytes) ?? null;
}

/** A draft of five writes with two snapshots, and its vault. */
export async function sample(): Promise<Resting> {
  const made = await Sample.make();
  for (const [index, text] of ['one', 'two', 'three', 'four', 'five'].entries()) await made.write(text, index === 2);
  return made.resting();
}
