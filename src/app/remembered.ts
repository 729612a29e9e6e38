/** What the browser remembers for this site beside its drafts. */
export type Remembering = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** It, or one that knows nothing and takes nothing: where a browser blocks it, asking for it throws. */
export function remembered(): Remembering {
  try {
    return localStorage;
  } catch {
    return closed;
  }
}

const refuse = (): never => {
  throw new Error('This browser remembers nothing for this site.');
};

const closed: Remembering = { getItem: () => null, setItem: refuse, removeItem: refuse };
