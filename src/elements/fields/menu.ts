import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** One line of a menu. */
export interface MenuLine {
  readonly value: string;
  readonly label: string;
  /** The label's language where it is not the page's. */
  readonly lang?: string | null;
}

const made = new WeakMap<readonly MenuLine[], DocumentFragment>();

/** The lines as options. Made once and copied: a long form has hundreds of menus with the same few lines. */
function optionsOf(lines: readonly MenuLine[]): Node {
  let options = made.get(lines);
  if (!options) {
    options = document.createDocumentFragment();
    for (const { value, label, lang } of lines) {
      const option = new Option(label, value);
      if (lang) option.lang = lang;
      options.append(option);
    }
    made.set(lines, options);
  }
  return options.cloneNode(true);
}

/**
 * Fills a `<select>` and keeps it at `chosen`, or at its first line where none has that value.
 *
 * The same list must be handed in while the lines are the same: another list makes other options.
 */
class Menu extends Directive {
  #lines: readonly MenuLine[] | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('menu() stands in a tag, not in an attribute');
  }

  override render(_lines: readonly MenuLine[], _chosen: string): unknown {
    return noChange;
  }

  override update(part: ElementPart, [lines, chosen]: [readonly MenuLine[], string]): unknown {
    const select = part.element as HTMLSelectElement;
    if (lines !== this.#lines) {
      select.replaceChildren(optionsOf(lines));
      this.#lines = lines;
      // A menu begins at its first line by itself.
      if (chosen === lines[0]?.value) return noChange;
    }
    const shown = lines.some(({ value }) => value === chosen) ? chosen : lines[0]?.value;
    // Compared with what stands there, not with what was last set: somebody may have chosen since.
    if (shown !== undefined && select.value !== shown) select.value = shown;
    return noChange;
  }
}

export const menu = directive(Menu);

const known = new WeakMap<object, Map<unknown, readonly MenuLine[]>>();

/** The lines that `of` has in `context`, worked out by `make` the first time: a context stands for one language. */
export function linesOf(context: object, of: unknown, make: () => readonly MenuLine[]): readonly MenuLine[] {
  const inContext = known.get(context) ?? new Map<unknown, readonly MenuLine[]>();
  known.set(context, inContext);
  const lines = inContext.get(of) ?? make();
  inContext.set(of, lines);
  return lines;
}
