import { focused } from '../focused.ts';
import { isControl } from '../lock/place.ts';

/** Notices when somebody tries to write into a box, or to choose, where nothing can be changed. */
export class Refusals {
  readonly #tell: (at: HTMLElement) => void;

  constructor(tell: (at: HTMLElement) => void) {
    this.#tell = tell;
  }

  begin(): void {
    window.addEventListener('keydown', this.#key, true);
    window.addEventListener('click', this.#click, true);
  }

  end(): void {
    window.removeEventListener('keydown', this.#key, true);
    window.removeEventListener('click', this.#click, true);
  }

  readonly #key = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    const at = focused();
    if (!isControl(at) || at instanceof HTMLSelectElement || !at.readOnly) return;
    const pastes = (ctrlKey || metaKey) && ['v', 'x', 'z'].includes(key.toLowerCase());
    const writes = !ctrlKey && !metaKey && !altKey && (key.length === 1 || ['Backspace', 'Delete'].includes(key));
    if (pastes || writes) this.#tell(at);
  };

  /** What is disabled hears nothing itself, but its label does. */
  readonly #click = (event: Event): void => {
    const label = event.composedPath().find((each) => each instanceof HTMLLabelElement);
    if (isControl(label?.control) && label.control.disabled) this.#tell(label);
  };
}
