const key = 'homeward-restart-check';

/** `waiting`: the browser was not closed since the mark was made; `kept`: it was, and the mark is still here. */
export type RestartCheck = 'none' | 'waiting' | 'kept';

/** What a one-off check says of whether this computer keeps what the browser stores. */
export function restartCheck(kept: Pick<Storage, 'getItem'>, run: Pick<Storage, 'getItem'>): RestartCheck {
  const mark = kept.getItem(key);
  if (mark === null) return 'none';
  return run.getItem(key) === mark ? 'waiting' : 'kept';
}

/** Makes a mark that outlives the browser, and one that ends with it, so that the two can be compared afterwards. */
export function beginRestartCheck(
  kept: Pick<Storage, 'setItem'>,
  run: Pick<Storage, 'setItem'>,
  mark: string = crypto.randomUUID(),
): void {
  kept.setItem(key, mark);
  run.setItem(key, mark);
}
