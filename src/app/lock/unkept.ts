const key = 'homeward-code-unkept';

/** Remembers that a recovery code was made and nobody has said yet that it is kept. It names nobody and holds nothing of the code. */
export function noteCode(kept: boolean): void {
  try {
    if (kept) localStorage.removeItem(key);
    else localStorage.setItem(key, '1');
  } catch {
    // Where the browser remembers nothing, nobody is reminded.
  }
}

/** Whether there is a recovery code of which nobody said that it is kept. */
export function isCodeUnkept(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
