import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Keeps a text box uncontrolled: its text is set when the assessment says something else than the box was last
 * given or typed into, and left alone otherwise, so that a caret never jumps and `03` stays `03`.
 *
 * `same` says whether what stands in the box already means the value; without it the texts are compared.
 */
class Typed extends Directive {
  #last: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('typed() stands in a tag, not in an attribute');
  }

  override render(_text: string, _same?: (box: Box) => boolean): unknown {
    return noChange;
  }

  override update(part: ElementPart, [text, same]: [string, ((box: Box) => boolean)?]): unknown {
    const box = part.element as Box;
    if (text !== this.#last) {
      // A box just made holds nothing of anybody's, and those beside it may not be filled yet.
      const means = this.#last === undefined ? undefined : same?.(box);
      if (!(means ?? box.value === text)) box.value = text;
      this.#last = text;
    }
    return noChange;
  }
}

export const typed = directive(Typed);

/** Whether a box already says this whole number, however it is written: `03` is three. */
export const saysNumber =
  (text: string) =>
  ({ value }: Box): boolean =>
    value === text || (/^\s*\d+\s*$/.test(value) && text !== '' && Number(value) === Number(text));
