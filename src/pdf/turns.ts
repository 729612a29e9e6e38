/** Milliseconds of work after which others have their turn: half of what a person begins to notice. */
const longest = 25;

/** Gives way to whatever else the browser has to do, when the last time was long enough ago. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await nextTurn();
    since = performance.now();
  };
}

/** Not a timer: browsers make those wait for four milliseconds, and for a second in a tab that nobody looks at. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
