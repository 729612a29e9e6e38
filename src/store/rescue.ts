import type { Assessment, Edit } from '../model/assessment.ts';
import type { Rescued, Revision } from '../session/ports.ts';
import { NoKeyError } from './aes-seal.ts';
import type { DraftKind } from './db.ts';
import { recordId, type Seal } from './envelope.ts';
import { isEdits, isAssessment, read } from './pieces.ts';
import { directories, type Directories } from './rescue-place.ts';

/** What a writer could not get into the database. */
export interface Refused {
  readonly draft: string;
  readonly expected: Revision;
  readonly edits: readonly Edit[];
  readonly after: Assessment;
}

/** One file of the rescue place. Everything typed is in the envelope; its bytes are written as text. */
interface Kept {
  readonly draft: string;
  readonly expected: Revision;
  readonly at: string;
  readonly envelope: unknown;
}

/**
 * Keeps, away from a database that failed, what was to be written to it: sealed as everything else, one file for each
 * draft and run of the page, the newest state only.
 */
export class Rescue {
  readonly #kind: DraftKind;
  readonly #seal: Seal;
  #places: Directories | null;
  /** Takes a draft's key in hand, where drafts have keys: a later run opens what it finds with it. */
  readonly #learn: (draft: string) => Promise<unknown>;
  #own: Promise<FileSystemDirectoryHandle | null> | null = null;
  /** Files are replaced one after the other: an older state must never come last. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    kind: DraftKind,
    seal: Seal,
    places: Directories | null = null,
    learn: (draft: string) => Promise<unknown> = () => Promise.resolve(),
  ) {
    this.#learn = learn;
    this.#kind = kind;
    this.#seal = seal;
    this.#places = places;
  }

  get #directories(): Directories {
    this.#places ??= directories(`homeward-rescue-${this.#kind}-`);
    return this.#places;
  }

  /** Whether `refused` is on the disk now. */
  put(refused: Refused): Promise<boolean> {
    const put = this.#last.catch(() => undefined).then(() => this.#put(refused));
    this.#last = put;
    return put;
  }

  async #put({ draft, expected, edits, after }: Refused): Promise<boolean> {
    try {
      this.#own ??= this.#directories.own();
      const directory = await this.#own;
      if (directory === null) return false;
      const plain = new TextEncoder().encode(JSON.stringify({ edits, after }));
      const envelope = await this.#seal.enclose(recordId('rescue', draft, expected), plain);
      const kept: Kept = { draft, expected, at: new Date().toISOString(), envelope };
      const file = await directory.getFileHandle(fileOf(draft), { create: true });
      const writable = await file.createWritable();
      await writable.write(JSON.stringify(kept, bytesAsText));
      await writable.close(); // only now the file is replaced, whole
      return true;
    } catch (fault) {
      // A second place that fails as well is what the banner's file is for; locked meanwhile, nothing can be sealed.
      if (fault instanceof DOMException || fault instanceof TypeError || fault instanceof NoKeyError) return false;
      throw fault;
    }
  }

  /** What earlier runs left and can be opened, the newest last. */
  async found(): Promise<readonly Rescued[]> {
    const found: Rescued[] = [];
    for (const { name, directory } of await this.#directories.left()) {
      for await (const [file, handle] of directory.entries()) {
        if (handle.kind !== 'file') continue;
        const rescued = await this.#open(`${name}/${file}`, handle);
        if (rescued !== null) found.push(rescued);
      }
    }
    return found.sort((one, other) => one.at.localeCompare(other.at));
  }

  /** Removes what `found` called `name`, and the place it was alone in. */
  async letGo(name: string): Promise<void> {
    const [place = '', file = ''] = name.split('/');
    await this.#directories.remove(place, file);
  }

  /** Removes whatever any run put away of `draft`, unread; how many pieces would not go. */
  letGoOf(draft: string): Promise<number> {
    const gone = this.#last.catch(() => undefined).then(() => this.#letGoOf(draft));
    this.#last = gone;
    return gone;
  }

  async #letGoOf(draft: string): Promise<number> {
    const file = fileOf(draft);
    let left = 0;
    for (const { directory } of await this.#directories.all()) {
      try {
        await directory.removeEntry(file); // the place itself may be in use
      } catch (fault) {
        if (!(fault instanceof DOMException)) throw fault;
        if (fault.name !== 'NotFoundError') left += 1;
      }
    }
    return left;
  }

  async #open(name: string, file: FileSystemFileHandle): Promise<Rescued | null> {
    const kept = keptIn(await (await file.getFile()).text());
    if (kept === null) return null;
    const { draft, expected, at, envelope } = kept;
    await this.#learn(draft);
    const bytes = await this.#seal.open(recordId('rescue', draft, expected), envelope);
    const content = bytes.ok ? read(bytes.value, isContent) : bytes;
    if (!content.ok || content.value.after.kind !== this.#kind) return null;
    return { name, draft, expected, at, ...content.value };
  }
}

const fileOf = (draft: string): string => `${draft}.json`;

function isContent(value: unknown): value is Pick<Refused, 'edits' | 'after'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'edits' in value &&
    isEdits(value.edits) &&
    'after' in value &&
    isAssessment(value.after)
  );
}

/** A file that was not written whole is none. */
function keptIn(text: string): Kept | null {
  try {
    const kept = JSON.parse(text, textAsBytes) as Partial<Kept>;
    return typeof kept.draft === 'string' && Number.isSafeInteger(kept.expected) && typeof kept.at === 'string'
      ? (kept as Kept)
      : null;
  } catch {
    return null;
  }
}

const bytesAsText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array
    ? { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) }
    : value;

const textAsBytes = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
    ? Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0))
    : value;
