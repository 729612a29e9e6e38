/* global requestAnimationFrame, console */

/** Tells the bench that the page can be used and has been painted. */
export function ready() {
  requestAnimationFrame(() => requestAnimationFrame(() => console.debug('bench: ready')));
}
