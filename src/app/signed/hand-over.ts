let waiting: File | null = null;

/** A file that was dropped on another page waits here for the page that checks it. In memory alone. */
export function handOver(file: File): void {
  waiting = file;
}

export function takeHandedOver(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
