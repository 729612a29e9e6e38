import { html, nothing, type TemplateResult } from 'lit';

type Texts = TemplateStringsArray;

/** By the texts of a frame and of its entries: both together, with one entry, two and so on. */
const known = new WeakMap<Texts, WeakMap<Texts, Texts[]>>();

/**
 * A frame filled with the same template several times, as one template; the frame says `${0}` where they stand. Lit makes
 * a template in one go, but every entry of a list by itself, between two marks. For what stays together, such as the
 * choices of a question: where another is added or goes, all are made anew.
 */
export function asOne({ strings: frame }: TemplateResult, entries: readonly TemplateResult[]): TemplateResult {
  const [first] = entries;
  if (!first) return html(frame, nothing);
  return html(
    written(frame, first.strings, entries.length),
    ...entries.flatMap(({ values, strings }) => {
      if (strings !== first.strings) throw new TypeError('entries of one list are made by one template');
      return values;
    }),
  );
}

function written(frame: Texts, each: Texts, times: number): Texts {
  const inFrame = known.get(frame) ?? new WeakMap<Texts, Texts[]>();
  known.set(frame, inFrame);
  const made = inFrame.get(each) ?? [];
  inFrame.set(each, made);
  return (made[times] ??= together(frame, each, times));
}

function together([before = '', after = '']: Texts, each: Texts, times: number): Texts {
  const [start = '', ...others] = each;
  const end = others.pop() ?? '';
  const whole = Array.from({ length: times }, (_, index) => [(index === 0 ? before : end) + start, ...others]).flat();
  whole.push(end + after);
  // Lit asks for this of texts that were written as a template; these were, all of them.
  return Object.assign(whole, { raw: whole });
}
