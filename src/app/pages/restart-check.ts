const key = 'homeward-restart-check';

/**
 * `waiting`: this is the tab in which the mark was made; `kept`: it is another, or the browser was closed in between, and
 * the mark is still here. No page can tell these two apart without a cookie, so the person is asked to have closed it.
 */
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
