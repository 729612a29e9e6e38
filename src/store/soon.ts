/** Something that is here already, or will be. */
export type Soon<T> = T | Promise<T>;

/** `next` of `value`: at once where `value` is here, which awaiting it would not be. */
export function whenHere<T, U>(value: Soon<T>, next: (value: T) => Soon<U>): Soon<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of `values`: at once where every one is here. */
export function all<T>(values: readonly Soon<T>[]): Soon<readonly T[]> {
  const here: T[] = [];
  for (const value of values) {
    if (value instanceof Promise) return Promise.all(values);
    here.push(value);
  }
  return here;
}
