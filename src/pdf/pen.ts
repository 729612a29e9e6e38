import { HomewardError } from '../model/problem.ts';
import type { FontEntry, Internals } from './internals.ts';
import { page, type Colour } from './look.ts';
import type { PlacedText, Shape } from './strips.ts';
import { decimal } from './syntax.ts';

/** A circle of four curves: how far the handles of each reach, for a radius of 1. */
const roundness = (4 / 3) * (Math.SQRT2 - 1);

const up = (y: number): number => page.height - y;
const point = (x: number, y: number): string => `${decimal(x)} ${decimal(up(y))}`;
const channels = (colour: Colour): string => colour.map((channel) => decimal(channel / 255)).join(' ');

/**
 * Draws in the operators of a page, each only where it changes something.
 *
 * jsPDF would say font, size and colour again for each word, and look through every word for scripts that run from
 * right to left: half of the time and a third of the bytes of a page.
 */
export class Pen {
  readonly #inside: Internals;
  readonly #fontOf: (text: PlacedText) => FontEntry;
  /** The glyph of each character as it stands in a string of a page, by font. */
  readonly #glyphs = new Map<FontEntry, Map<string, string>>();
  #font = '';
  #fill = '';
  #stroke = '';
  #weight = '';

  constructor(inside: Internals, fontOf: (text: PlacedText) => FontEntry) {
    this.#inside = inside;
    this.#fontOf = fontOf;
  }

  /** Every page begins anew. */
  turnPage(): void {
    this.#font = this.#fill = this.#stroke = this.#weight = '';
  }

  /** Shapes from back to front, then words. */
  draw(shapes: readonly Shape[], texts: readonly PlacedText[]): void {
    const operators = shapes.map((shape) => this.#shape(shape));
    if (texts.length > 0) operators.push('BT', ...this.#texts(texts), 'ET');
    if (operators.length > 0) this.#inside.internal.write(operators.join('\n'));
  }

  #texts(texts: readonly PlacedText[]): readonly string[] {
    // In hundredths, as they are written: each place is told by its way from the one before.
    let [beforeX, beforeY] = [0, 0];
    return texts.map((text) => {
      const [x, y] = [Math.round(text.x * 100), Math.round(up(text.y) * 100)];
      const way = `${decimal((x - beforeX) / 100)} ${decimal((y - beforeY) / 100)} Td`;
      [beforeX, beforeY] = [x, y];
      const font = this.#fontOf(text);
      const style = this.#styled(`/${font.id} ${decimal(text.size)} Tf`, text.colour);
      return `${style}${way} (${this.#glyphsOf(text.text, font)}) Tj`;
    });
  }

  #styled(font: string, colour: Colour): string {
    const change = this.#font === font ? '' : `${font} `;
    this.#font = font;
    return change + this.#filled(colour);
  }

  #filled(colour: Colour): string {
    const fill = `${channels(colour)} rg `;
    if (this.#fill === fill) return '';
    this.#fill = fill;
    return fill;
  }

  #stroked(colour: Colour, width: number): string {
    const stroke = `${channels(colour)} RG `;
    const weight = `${decimal(width)} w `;
    const change = (this.#stroke === stroke ? '' : stroke) + (this.#weight === weight ? '' : weight);
    [this.#stroke, this.#weight] = [stroke, weight];
    return change;
  }

  #shape(shape: Shape): string {
    const { fill, stroke, weight } = shape;
    const way = fill ? (stroke ? 'B' : 'f') : 'S';
    return `${fill ? this.#filled(fill) : ''}${stroke ? this.#stroked(stroke, weight ?? 0.6) : ''}${pathOf(shape)} ${way}`;
  }

  #glyphsOf(text: string, font: FontEntry): string {
    let known = this.#glyphs.get(font);
    if (!known) this.#glyphs.set(font, (known = new Map<string, string>()));
    let glyphs = '';
    for (const character of text) {
      let glyph = known.get(character);
      if (glyph === undefined) {
        const digits = this.#inside.pdfEscape16(character, font);
        glyph = inString(digits);
        // It leaves out what it does not hold; layout gives it nothing of the kind.
        if (digits === '') throw new HomewardError('character-lost', 'A font lacks a character that was set in it.');
        known.set(character, glyph);
      }
      glyphs += glyph;
    }
    return glyphs;
  }
}

/** The bytes of hexadecimal digits as a string in brackets holds them: half as many as digits. */
function inString(digits: string): string {
  return digits
    .replace(/../g, (digit) => String.fromCharCode(parseInt(digit, 16)))
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r');
}

function pathOf({ is, x, y, width, height, points = [] }: Shape): string {
  switch (is) {
    case 'line':
      return `${point(x, y)} m ${point(x + width, y + height)} l`;
    case 'dot':
      return circle(x, y, width / 2);
    case 'path':
      return points.map(([right, down], index) => `${point(x + right, y + down)} ${index === 0 ? 'm' : 'l'}`).join(' ');
    case 'box':
      return `${point(x, y + height)} ${decimal(width)} ${decimal(height)} re`;
  }
}

function circle(x: number, y: number, radius: number): string {
  const reach = radius * roundness;
  const curve = (...places: readonly (readonly [number, number])[]): string =>
    `${places.map(([right, down]) => point(x + right, y + down)).join(' ')} c`;
  return [
    `${point(x + radius, y)} m`,
    curve([radius, -reach], [reach, -radius], [0, -radius]),
    curve([-reach, -radius], [-radius, -reach], [-radius, 0]),
    curve([-radius, reach], [-reach, radius], [0, radius]),
    curve([reach, radius], [radius, reach], [radius, 0]),
  ].join(' ');
}
