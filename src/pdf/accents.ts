import type { FontMetrics } from './font-metrics.ts';
import { widthOf } from './text.ts';

/** A part of a text with how far it stands from the beginning, to the right and downwards. */
export interface Part {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const accent = /\p{Mn}/u;

/**
 * `text` in parts, so that each combining accent stands over its letter.
 *
 * A font moves accents by rules that jsPDF does not read; undone, they would stand over the next letter, and a
 * name would be another one.
 */
export function withAccents(text: string, font: FontMetrics, size: number): readonly Part[] {
  if (!accent.test(text)) return [{ text, x: 0, y: 0 }];
  const parts: Part[] = [];
  let plain = '';
  let start = 0;
  let pen = 0;
  let base = '';
  let top = 0;
  const endPlain = (): void => {
    if (plain !== '') parts.push({ text: plain, x: start, y: 0 });
    plain = '';
  };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const shape = font.shapeOf(code);
    if (accent.test(character) && base !== '') {
      endPlain();
      const width = widthOf(base, font, size);
      const middle = shape ? ((shape.left + shape.right) * size) / 2000 : 0;
      // An accent above another one is lifted, one below the letter stays.
      const lift = shape && shape.low > 300 ? Math.max(0, top + 30 - shape.low) : 0;
      parts.push({ text: character, x: pen - width / 2 - middle, y: (-lift * size) / 1000 });
      if (shape && shape.low > 300) top = shape.high + lift;
    } else {
      if (plain === '') start = pen;
      plain += character;
      pen += widthOf(character, font, size);
      base = character;
      top = shape?.high ?? 0;
    }
  }
  endPlain();
  return parts;
}
