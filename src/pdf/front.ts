import type { Report, ReportBlock, ReportPaper } from '../model/report.ts';
import type { Headings } from './blocks.ts';
import { line, page, styles, teal, textWidth, type TextStyle } from './look.ts';
import type { OutlineEntry, Pages, PutPages } from './pages.ts';
import {
  lineStrips,
  padding,
  placed,
  setText,
  together,
  type Desk,
  type Frame,
  type Shape,
  type Strip,
  widthOfLine,
} from './strips.ts';
import type { StructureElement } from './structure.ts';
import { isBlank } from './text.ts';

/** With more pages than these, contents stand before them. */
export const pagesWithoutContents = 4;

/** The field of colour behind a title, as wide as the page. */
const titleField: Frame = { x: -page.left, width: page.width, fill: teal };

/** Title and subtitle of a document with a cover, white on colour. */
export function coverTitleStrips(desk: Desk, headings: Headings, { title, subtitle }: Report): Strip[] {
  const field = (strips: readonly Strip[]): Strip[] => strips.map((strip) => ({ ...strip, frame: titleField }));
  const words = field(headings.strips(desk, 1, title, styles.coverTitle));
  const below = isBlank(subtitle)
    ? []
    : setText(desk, subtitle, styles.coverSubtitle, textWidth, desk.tree.add(desk.tree.root, 'P'));
  return together(
    [
      padding(64, titleField, { keep: true, space: 0 }),
      ...words,
      ...(Array.isArray(below) ? below : field(lineStrips(desk, below, 0, { keep: true }))),
      padding(44, titleField, { keep: true }),
      { height: 18, texts: [], shapes: [], space: 0, keep: false },
    ],
    false,
  );
}

/** The sign of a council, as large as a letterhead has it. */
export function logoStrips({ tree }: Desk, { png, width, height, alt }: NonNullable<ReportPaper['logo']>): Strip[] {
  const by = Math.min(logoHeight / height, logoWidth / width);
  const figure = tree.add(tree.root, 'Figure', { alt });
  const picture: Shape = {
    is: 'box',
    png,
    x: 0,
    y: 0,
    width: width * by,
    height: height * by,
    slot: tree.slot(figure),
  };
  return [{ height: height * by, texts: [], shapes: [picture], space: 0, keep: false, figure }];
}

const [logoHeight, logoWidth] = [44, 200];

/** What stands on a cover, with more room and larger facts than on other pages. */
export function coverStrips(
  blocks: readonly ReportBlock[],
  blockStrips: (block: ReportBlock) => Iterable<Strip>,
  factsStrips: (block: Extract<ReportBlock, { kind: 'facts' }>) => readonly Strip[],
): Strip[] {
  return blocks.flatMap((block) =>
    [...(block.kind === 'facts' ? factsStrips(block) : blockStrips(block))].map((strip, index) =>
      index === 0 ? { ...strip, space: Math.max(strip.space, 20) } : strip,
    ),
  );
}

/** The least that is left of the room between things. */
const leastRoom = 0.3;

/** `strips` with less room between them where they are higher than a page of `room`: a cover is one page. */
export function closer(strips: readonly Strip[], room: number): readonly Strip[] {
  const sum = (of: (strip: Strip) => number): number => strips.reduce((total, strip) => total + of(strip), 0);
  // A point less, for sums of fractions.
  const over = sum(({ space, height }) => space + height) - room + 1;
  if (over <= 0) return strips;
  const by = Math.max(leastRoom, 1 - over / sum((strip) => strip.space + (isEmpty(strip) ? strip.height : 0)));
  return strips.map((strip) => withRoom(strip, by));
}

const isEmpty = ({ texts, shapes }: Strip): boolean => texts.length === 0 && shapes.length === 0;

/** `strip` with so much of the room that it has above it, or is. */
const withRoom = (strip: Strip, by: number): Strip => ({
  ...strip,
  space: strip.space * by,
  height: isEmpty(strip) ? strip.height * by : strip.height,
});

/** A last page that is used less than this is done without where less room between things can do it. */
const littleUsed = 0.35;
const closeness = [0.8, 0.6, 0.45];

/** The pages of a copy for others, which goes out as a page or two: a last page of a few lines is done without. */
export class Copied {
  readonly #newPages: () => Pages;
  readonly #strips: Strip[] = [];

  constructor(newPages: () => Pages) {
    this.#newPages = newPages;
  }

  get height(): number {
    return this.#newPages().height;
  }

  put(strips: readonly Strip[]): void {
    this.#strips.push(...strips);
  }

  finish(): PutPages {
    const open = this.#put(1);
    if (open.pages.length < 2 || lowest(open) > littleUsed * this.height) return open;
    const closed = closeness.map((by) => this.#put(by));
    return closed.find(({ pages }) => pages.length < open.pages.length) ?? open;
  }

  #put(by: number): PutPages {
    const pages = this.#newPages();
    pages.put(this.#strips.map((strip) => withRoom(strip, by)));
    return pages.finish();
  }
}

/** How far down from its first words the last page is used. */
function lowest({ pages }: PutPages): number {
  const downs = pages.at(-1)?.texts.map(({ y }) => y) ?? [];
  return Math.max(...downs) - Math.min(...downs);
}

const inset = 16;
const numberWidth = 34;

/** One line for each heading down to the level `deepest`, with the number of its page; each leads there. */
export function contentsStrips(
  desk: Desk,
  entries: readonly OutlineEntry[],
  { deepest, close }: { readonly deepest: 3 | 4; readonly close: boolean },
  toc: StructureElement,
): Strip[] {
  const shown = entries.filter(({ level }) => level >= 2 && level <= deepest);
  // The element that holds the entries of each level.
  const above = new Map([[2, toc]]);
  return shown.flatMap((entry, index): Strip[] => {
    const owner = above.get(entry.level) ?? toc;
    const item = desk.tree.add(owner, 'TOCI');
    if ((shown[index + 1]?.level ?? 0) > entry.level) above.set(entry.level + 1, desk.tree.add(owner, 'TOC'));
    const link = desk.tree.add(desk.tree.add(item, 'Reference'), 'Link');
    const strips = entryStrips(desk, entry, link, close);
    const to = { place: desk.tree.link(link), to: entry, says: `${entry.title}, ${entry.page + 1}` };
    return strips.map((strip, at) => (at === 0 ? { ...strip, link: to } : strip));
  });
}

const contentsStyles = new Map<number, TextStyle>([
  [2, styles.contents2],
  [3, styles.contents3],
]);

function entryStrips(
  desk: Desk,
  { title, level, page: at }: OutlineEntry,
  link: StructureElement,
  close: boolean,
): Strip[] {
  const open = contentsStyles.get(level) ?? styles.contents4;
  const style = close ? { ...open, leading: open.leading - 1.5 } : open;
  const spaces = close ? [0, 0, 8, 2] : [0, 0, 14, 5];
  const x = (level - 2) * inset;
  const words = setText(desk, [{ text: `${title} ` }], style, textWidth - x - numberWidth, link);
  const number = setText(desk, [{ text: String(at + 1) }], style, numberWidth, link);
  const last = words.lines.length - 1;
  const [right, end] = [textWidth - widthOfLine(desk, number, 0), x + widthOfLine(desk, words, last) + 6];
  return words.lines.map((_, index): Strip => ({
    height: style.leading + (index === last ? (close ? 1 : 3) : 0),
    texts: [...placed(desk, words, index, x, 2), ...(index === last ? placed(desk, number, 0, right, 2) : [])],
    shapes:
      index === last && right - end > 20
        ? [{ is: 'line', x: end, y: style.leading - 3, width: right - end - 6, height: 0, stroke: line, weight: 0.5 }]
        : [],
    space: index === 0 ? (spaces[level] ?? 0) : 0,
    keep: level === 2 || index < last,
  }));
}
