import { bytesToHex } from '@noble/hashes/utils.js';
import { enclose } from '../../exchange/age-file.ts';
import { bytesOf, handOver, nameOf } from '../../exchange/hand-over.ts';
import type { Pack } from '../../model/pack.ts';
import type { Vault } from '../../session/ports.ts';
import { draftNow } from './all-drafts.ts';
import { ExportedEvent } from './note-export.ts';
import { makingBy } from './save-file.ts';

/** What a browser gives that lets a page write into a folder; no TypeScript library has it yet. */
export interface Folder {
  readonly name: string;
  getFileHandle(name: string, options: { create: boolean }): Promise<FileSystemFileHandle>;
}
type Picker = (options: { mode: 'readwrite'; id: string }) => Promise<Folder>;

/** Asks for a folder; undefined where this browser has no such thing. */
export const pickFolder = (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);

/** Between two rounds of copies. Milliseconds. */
const pause = 5 * 60_000;

/**
 * Copies every draft that changed into a folder, for as long as the page is open: a new file each time, never one written
 * over, so that a folder shared by two computers cannot lose either's. Only a public key is kept for it.
 *
 * Fires `change` after each round.
 */
export class FolderCopies extends EventTarget {
  readonly folder: Folder;
  /** How many files were written; null while a round failed last. */
  written: number | null = 0;
  readonly #recipient: string;
  readonly #vault: Vault;
  readonly #pack: Pack;
  readonly #copied = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #count = 0;

  constructor(folder: Folder, recipient: string, vault: Vault, pack: Pack) {
    super();
    this.folder = folder;
    this.#recipient = recipient;
    this.#vault = vault;
    this.#pack = pack;
  }

  /** Copies what changed, and again after a while. */
  async begin(): Promise<void> {
    this.#ended = false;
    clearTimeout(this.#timer);
    const list = await this.#vault.list();
    let failed = !list.ok;
    for (const { id, revision } of list.ok ? list.value : []) {
      if (this.#isOver()) return;
      const before = this.#copied.get(id) ?? 0;
      if (revision <= before) continue;
      if (await this.#copy(id, before).catch(() => false)) this.#count += 1;
      else failed = true;
    }
    if (this.#isOver()) return;
    this.written = failed ? null : this.#count;
    this.dispatchEvent(new Event('change'));
    this.#timer = setTimeout(() => void this.begin(), pause);
  }

  /** No file is begun after this. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #isOver(): boolean {
    return this.#ended;
  }

  async #copy(id: string, before: number): Promise<boolean> {
    const draft = await draftNow(this.#vault, this.#pack, id);
    if (!draft.ok) return false;
    const { assessment, revision } = draft.value;
    const content = handOver(assessment.kind, [draft.value], makingBy(''));
    const file = await enclose(bytesOf(content), { recipients: [this.#recipient] });
    if (!file.ok || this.#isOver()) return false;
    // A file of its own each time, also beside those of another computer at the same revisions.
    const chance = bytesToHex(crypto.getRandomValues(new Uint8Array(8)));
    const name = nameOf(content, 'age').replace(/-r\d+\.age$/, `-r${before + 1}-to-r${revision}-${chance}.age`);
    const handle = await this.folder.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    await stream.write(file.value);
    await stream.close();
    this.#copied.set(id, revision);
    document.dispatchEvent(new ExportedEvent([draft.value]));
    return true;
  }
}
