/**
 * `promise`, for at most `milliseconds`; then a rejection with a `TimeoutError`.
 *
 * Storage needs it: on a full disk a transaction may neither complete nor fail, ever.
 */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException('Storage did not answer in time.', 'TimeoutError'));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The name of what storage threw, which is all that may be shown of it: messages can quote keys. */
export function nameOf(fault: unknown): string {
  return fault instanceof Error ? fault.name : 'UnknownError';
}
