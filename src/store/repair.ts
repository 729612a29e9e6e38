import type { Assessment, Edit } from '../model/assessment.ts';
import { type Outcome, problem } from '../model/problem.ts';
import type { Repair, Rescued, Revision, Salvage } from '../session/ports.ts';
import type { Connection } from './connection.ts';
import type { DraftKind } from './db.ts';
import { type DraftRecords, openedPieces, quarantined, recordsOf } from './draft-records.ts';
import type { WriteRequest } from './durable.ts';
import type { Seal } from './envelope.ts';
import { fileHealed, healed } from './heal.ts';
import { Rescue } from './rescue.ts';
import { salvage } from './salvage.ts';
import type { Sentinel } from './sentinel.ts';

export interface DiskRepairParts {
  readonly kind: DraftKind;
  readonly seal: Seal;
  readonly sentinel: Sentinel;
  readonly connection: Connection;
}

/** `Repair` for drafts in IndexedDB. */
export class DiskRepair implements Repair {
  readonly #seal: Seal;
  readonly #sentinel: Sentinel;
  readonly #connection: Connection;
  readonly #rescue: Rescue;

  constructor({ kind, seal, sentinel, connection }: DiskRepairParts) {
    this.#seal = seal;
    this.#sentinel = sentinel;
    this.#connection = connection;
    this.#rescue = new Rescue(kind, seal, null, (draft) => this.#learn(draft));
  }

  async salvage(id: string): Promise<Outcome<Salvage>> {
    const known = this.#sentinel.known(id);
    const records = await this.#records(id);
    if (!records.ok) return records;
    const pieces = await openedPieces(this.#seal, records.value);
    const newer = [...pieces.snapshots, ...pieces.journal].find(
      ({ content }) => !content.ok && content.problems[0].code === 'newer-than-program',
    );
    if (newer) return problem('newer-than-program');
    const { head: record } = records.value;
    const head = record !== undefined && (pieces.headIsSound || record.revision === 0) ? record.revision : null;
    const isNobody = head === null && pieces.snapshots.length + pieces.journal.length === 0 && known === 0;
    if (head === 0 || isNobody) return problem('no-such-draft');
    const found = salvage({ head, known, ...pieces });
    const wasThrownAway = found.condition === 'empty-but-sentinel' && this.#sentinel.thrownAway;
    return { ok: true, value: wasThrownAway ? { ...found, condition: 'data-loss' } : found };
  }

  /** Whether what cannot be read of draft `id` came back from the standing copy. */
  heal(id: string): Promise<boolean> {
    return healed({ seal: this.#seal, connection: this.#connection }, id);
  }

  /** The same of a signed file. */
  healFile(draft: string, sha256: string): Promise<boolean> {
    return fileHealed({ seal: this.#seal, connection: this.#connection }, draft, sha256);
  }

  async acceptOlder(id: string): Promise<Outcome<null>> {
    const records = await this.#records(id);
    if (!records.ok) return records;
    const revision = records.value.head?.revision ?? 0;
    if (revision === 0) return problem('no-such-draft');
    this.#sentinel.note(id, revision);
    return { ok: true, value: null };
  }

  async setAside(id: string): Promise<Outcome<number>> {
    const records = await this.#records(id);
    if (!records.ok) return records;
    const pieces = await openedPieces(this.#seal, records.value);
    const requests = (['snapshot', 'journal'] as const).flatMap((from) => {
      const key = from === 'snapshot' ? 'snapshots' : 'journal';
      return records.value[key].flatMap((record, index): readonly WriteRequest[] => {
        const content = pieces[key][index]?.content;
        if (content?.ok !== false || content.problems[0].code !== 'damaged') return [];
        const { revision } = record;
        return [
          { to: 'quarantine', add: { id, from, revision, record } },
          { to: from, remove: IDBKeyRange.only([id, revision]) },
        ];
      });
    });
    if (requests.length === 0) return { ok: true, value: 0 };
    const fault = await this.#connection.write(requests);
    return fault === null ? { ok: true, value: requests.length / 2 } : { ok: false, problems: [fault] };
  }

  rescue(id: string, expected: Revision, edits: readonly Edit[], after: Assessment): Promise<boolean> {
    return this.#rescue.put({ draft: id, expected, edits, after });
  }

  rescued(): Promise<readonly Rescued[]> {
    return this.#rescue.found();
  }

  letGo(name: string): Promise<void> {
    return this.#rescue.letGo(name);
  }

  /** Removes what lies aside of a removed draft, rescued or not to be opened; how many pieces would not go. */
  async letGoOf(id: string): Promise<number> {
    const rescued = await this.#rescue.letGoOf(id);
    const aside = await this.#connection.read((db) => quarantined(db, id));
    if (!aside.ok) return rescued + 1;
    if (aside.value.length === 0) return rescued;
    const requests = aside.value.map((key) => ({ to: 'quarantine', remove: IDBKeyRange.only(key) }) as const);
    return (await this.#connection.write(requests)) === null ? rescued : rescued + requests.length;
  }

  async #learn(draft: string): Promise<void> {
    const { keys } = this.#seal;
    const found = keys && (await this.#connection.read((db) => db.get('dek', draft)));
    if (found?.ok) await keys?.learn(draft, found.value);
  }

  #records(id: string): Promise<Outcome<DraftRecords>> {
    return this.#connection.read((db) => recordsOf(db, id));
  }
}
