const name = 'homeward-public-key';

/** The public part of this person's key, as this browser remembers it; empty where it does not. It opens nothing. */
export function ownPublicKey(): string {
  try {
    return localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

export function rememberPublicKey(recipient: string): void {
  try {
    localStorage.setItem(name, recipient);
  } catch {
    // Storage that is refused costs a convenience: the key stands on the page, to be kept by hand.
  }
}
