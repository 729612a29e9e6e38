const ways = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'importScripts',
  'indexedDB',
  'caches',
  'Worker',
  'BroadcastChannel',
];

/**
 * Takes away from a worker whatever reaches the network or what is kept: a worker's policy is that of its own response,
 * and not every server sends one. Called before anything reads a file.
 */
export function closeWaysOut(scope: object): void {
  for (const way of ways) {
    for (let each: object | null = scope; each !== null; each = Object.getPrototypeOf(each) as object | null)
      Reflect.deleteProperty(each, way);
    // What could not be taken out is covered.
    Object.defineProperty(scope, way, { value: undefined, writable: false, configurable: false });
  }
}
