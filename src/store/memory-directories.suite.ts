import type { Directories } from './rescue-place.ts';

type Files = Map<string, string>;

/** Directories that live as long as the test, as one page after another sees them; `fails` breaks the next write. */
export class MemoryDisk {
  readonly directories = new Map<string, Files>();
  fails = false;
  #runs = 0;

  /** What a page that is loaded now sees. */
  run(): Directories {
    this.#runs += 1;
    const own = `run-${String(this.#runs)}`;
    return {
      own: () => Promise.resolve(this.#handle(own)),
      left: () =>
        Promise.resolve(
          [...this.directories.keys()]
            .filter((name) => name !== own)
            .map((name) => ({ name, directory: this.#handle(name) })),
        ),
      all: () => Promise.resolve([...this.directories.keys()].map((name) => ({ name, directory: this.#handle(name) }))),
      remove: (name, file) => {
        const files = this.directories.get(name);
        files?.delete(file);
        if (files?.size === 0) this.directories.delete(name);
        return Promise.resolve();
      },
    };
  }

  /** The file system they are in. */
  root(): FileSystemDirectoryHandle {
    const root: unknown = {
      getDirectoryHandle: (name: string) => Promise.resolve(this.#handle(name)),
      entries: () => toAsync([...this.directories.keys()].map((name) => [name, this.#handle(name)] as const)),
    };
    return root as FileSystemDirectoryHandle; // as much of one as is asked for
  }

  #handle(name: string): FileSystemDirectoryHandle {
    const files = this.directories.get(name) ?? new Map<string, string>();
    this.directories.set(name, files);
    const fileOf = (file: string): unknown => ({
      kind: 'file',
      getFile: () => Promise.resolve({ text: () => Promise.resolve(files.get(file) ?? '') }),
      createWritable: () => {
        let written = '';
        return Promise.resolve({
          write: (text: string) => {
            if (this.fails) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
            written += text;
            return Promise.resolve();
          },
          close: () => {
            files.set(file, written);
            return Promise.resolve();
          },
        });
      },
    });
    const handle: unknown = {
      kind: 'directory',
      getFileHandle: (file: string) => Promise.resolve(fileOf(file)),
      removeEntry: (file: string) =>
        this.fails || !files.delete(file)
          ? Promise.reject(new DOMException('', this.fails ? 'NoModificationAllowedError' : 'NotFoundError'))
          : Promise.resolve(),
      // Asynchronous as the browser's, though nothing here takes its time.
      entries: () => toAsync([...files.keys()].map((file) => [file, fileOf(file)] as const)),
    };
    return handle as FileSystemDirectoryHandle; // as much of one as the rescue asks for
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous iterator is what is imitated
async function* toAsync<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
