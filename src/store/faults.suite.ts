/** How one request of a write goes wrong. */
export type Breakage = 'abort' | 'throw' | 'no-space' | 'quota' | null;

export interface BrokenStorage {
  /** How many requests and commits writes have made since. */
  readonly requests: number;
  mend(): void;
}

/**
 * Breaks IndexedDB for this page: `breaks` is asked, for each request and commit of a write in turn, counted from 0,
 * how that one goes wrong. Works on a real browser's IndexedDB as on an imitation.
 */
export function breakStorage(breaks: (index: number) => Breakage): BrokenStorage {
  let requests = 0;
  const strike = (transaction: IDBTransaction): void => {
    const breakage = breaks(requests);
    requests += 1;
    if (breakage === 'throw') throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    if (breakage === 'no-space') throw new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError');
    if (breakage === 'quota') throw new DOMException('Over quota', 'QuotaExceededError');
    if (breakage === 'abort') transaction.abort();
  };
  const { add, put, delete: remove } = IDBObjectStore.prototype;
  const { commit } = IDBTransaction.prototype;
  IDBObjectStore.prototype.add = function (...given: [unknown]) {
    const request = add.apply(this, given);
    strike(this.transaction);
    return request;
  };
  IDBObjectStore.prototype.put = function (...given: [unknown]) {
    const request = put.apply(this, given);
    strike(this.transaction);
    return request;
  };
  IDBObjectStore.prototype.delete = function (...given: [IDBValidKey | IDBKeyRange]) {
    const request = remove.apply(this, given);
    strike(this.transaction);
    return request;
  };
  IDBTransaction.prototype.commit = function () {
    strike(this);
    commit.call(this);
  };
  return {
    get requests() {
      return requests;
    },
    mend() {
      Object.assign(IDBObjectStore.prototype, { add, put, delete: remove });
      IDBTransaction.prototype.commit = commit;
    },
  };
}
