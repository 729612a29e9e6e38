/**
 * Makes `--homeward-rem` a length, once per page: computed where it is set and inherited as pixels.
 *
 * Unregistered it would be the text "1em" and grow anew in every heading. A rule inside a shadow sheet cannot do this.
 * A second copy of Homeward on the page finds it done.
 */
export function registerRem(): void {
  try {
    CSS.registerProperty({ name: '--homeward-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidModificationError')) throw error;
  }
}
