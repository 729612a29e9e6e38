import type { Mark } from '../model/answer.ts';
import type { Rectangle } from './fields.ts';
import { breakLines, glyphsFor, type Glyph, type Letters, type Line } from './lines.ts';
import { drawStrokes } from './strokes.ts';
import { decimal } from './values.ts';

/** What a signature shows on its page. */
export interface Shown {
  readonly signedBy: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly time: string;
  readonly mark?: Mark;
}

export interface Faces {
  readonly regular: Letters;
  readonly bold: Letters;
}

/** The texts of a signature, by the weight they are drawn in. */
export function textsOf(shown: Shown): Readonly<Record<keyof Faces, readonly string[]>> {
  const { signedBy, name, role, organisation, time, mark } = shown;
  return {
    regular: [signedBy, role, organisation, time, ...(mark?.kind === 'typed' ? [mark.text] : [])],
    bold: [name],
  };
}

interface Box extends Rectangle {
  readonly left: number;
  readonly bottom: number;
}

/** Words that are set together: the size is relative to that of the name. */
interface Paragraph {
  readonly text: string;
  readonly face: Letters;
  readonly size: number;
  readonly quiet: boolean;
}

interface PlacedLine extends Line {
  readonly paragraph: Paragraph;
}

const largestName = 11.5;
const largestMark = 24;
const lineHeight = 1.28;
/** From the top of a line to its baseline, in sizes. */
const rise = 0.98;
const ink = '0.06 0.12 0.36';
const black = '0.1';
const quiet = '0.29';
const rule = '0.55';

/** The drawing of a signature, `size` points large, in the operators of a content stream. */
export function drawAppearance(shown: Shown, faces: Faces, size: Rectangle): string {
  const edge = Math.min(7, size.height / 12, size.width / 24);
  const inner = { left: edge, bottom: edge, width: size.width - 2 * edge, height: size.height - 2 * edge };
  const paragraphs: readonly Paragraph[] = [
    { text: shown.signedBy, face: faces.regular, size: 0.72, quiet: true },
    { text: shown.name, face: faces.bold, size: 1, quiet: false },
    { text: shown.role, face: faces.regular, size: 0.8, quiet: false },
    { text: shown.organisation, face: faces.regular, size: 0.8, quiet: false },
    { text: shown.time, face: faces.regular, size: 0.72, quiet: true },
  ];
  const lines = paragraphs.filter(({ text }) => text.trim() !== '');
  if (!shown.mark) return drawText(lines, inner, largestName);

  const gap = Math.min(10, inner.width / 20);
  const markWidth = inner.width * 0.4;
  const markBox = { ...inner, width: markWidth };
  const textBox = { ...inner, left: inner.left + markWidth + gap, width: inner.width - markWidth - gap };
  return drawMark(shown.mark, faces.regular, markBox) + drawText(lines, textBox, largestName);
}

/** How words are set: in black on a middle line, or as a mark in ink above a rule. */
interface Setting {
  readonly colour: string | null;
  readonly slant: number;
  /** How much of the room that is left goes below: a half is in the middle. */
  readonly below: number;
  /** Above this size, no line is broken. */
  readonly breaksBelow: number;
}

const plain: Setting = { colour: null, slant: 0, below: 0.5, breaksBelow: Infinity };
const typed: Setting = { colour: ink, slant: 0.21, below: 0.12, breaksBelow: 13 };

/** The mark above a rule, as on paper. */
function drawMark(mark: Mark, face: Letters, box: Box): string {
  const above = box.height / 6;
  const line = `q ${rule} G 0.6 w ${point(box.left, box.bottom + above * 0.7)} m ${point(box.left + box.width, box.bottom + above * 0.7)} l S Q\n`;
  const room = { ...box, bottom: box.bottom + above, height: box.height - above };
  if (mark.kind === 'drawn') return line + drawStrokes(mark, room, ink);
  const paragraph = { text: mark.text, face, size: 1, quiet: false };
  return line + drawText([paragraph], room, largestMark, typed);
}

/** `paragraphs` in `box`, at the largest size, not above `largest`, at which all of them fit. */
function drawText(paragraphs: readonly Paragraph[], box: Box, largest: number, setting = plain): string {
  const { colour, slant, below } = setting;
  const { size, lines } = fitted(paragraphs, box, largest, setting);
  const height = heightOf(lines, size);
  let top = box.bottom + height + (box.height - height) * below;
  let drawn = 'BT\n';
  for (const { paragraph, glyphs } of lines) {
    const own = size * paragraph.size;
    const set = colour ? `${colour} rg` : `${paragraph.quiet ? quiet : black} g`;
    const place = `1 0 ${decimal(slant)} 1 ${point(box.left, top - own * rise)} Tm`;
    const runs = runsOf(glyphs).map((run) => `/${run[0]?.face.name ?? ''} ${decimal(own)} Tf ${shownCodes(run, own)}`);
    drawn += `${set} ${place} ${runs.join(' ')}\n`;
    top -= own * lineHeight;
  }
  return `${drawn}ET\n`;
}

function fitted(
  paragraphs: readonly Paragraph[],
  box: Box,
  largest: number,
  { slant, breaksBelow }: Setting,
): { readonly size: number; readonly lines: readonly PlacedLine[] } {
  const prepared = paragraphs.map((paragraph) => ({ paragraph, glyphs: glyphsFor(paragraph.text, paragraph.face) }));
  for (let size = largest; ; size *= 0.96) {
    const lines = prepared.flatMap(({ paragraph, glyphs }) => {
      const own = size * paragraph.size;
      // A slanted line leans over its end by a part of its height.
      const most = ((box.width - slant * own) / own) * 1000;
      return breakLines(glyphs, most).map((line) => ({ ...line, paragraph }));
    });
    if (
      (size < breaksBelow || lines.length === prepared.length) &&
      heightOf(lines, size) <= box.height &&
      lines.every(({ width, paragraph }) => (width / 1000 + slant) * size * paragraph.size <= box.width)
    ) {
      return { size, lines };
    }
  }
}

/** `glyphs` in stretches of one font. */
function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (run?.[0]?.face === glyph.face) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Draws a stretch; an accent goes over its letter, and what follows goes on where it would have. */
function shownCodes(run: readonly Glyph[], size: number): string {
  const codes = run.map(({ code, moved }) => {
    const digits = code.toString(16).padStart(4, '0');
    if (!moved) return digits;
    const left = Math.round(moved.left);
    const lift = decimal((moved.up * size) / 1000);
    return `> Tj ${lift} Ts [${decimal(left)} <${digits}> ${decimal(-left)}] TJ 0 Ts <`;
  });
  return `<${codes.join('')}> Tj`;
}

function heightOf(lines: readonly PlacedLine[], size: number): number {
  return lines.reduce((sum, { paragraph }) => sum + size * paragraph.size * lineHeight, 0);
}

function point(x: number, y: number): string {
  return `${decimal(x)} ${decimal(y)}`;
}
