import { page, textWidth } from './look.ts';
import { asArtifact, type Frame, type OutlinePlace, type PlacedText, type Shape, type Strip } from './strips.ts';
import type { LinkPlace, StructureElement } from './structure.ts';

/** A heading as readers list it beside the pages. */
export interface OutlineEntry extends OutlinePlace {
  readonly title: string;
  readonly level: number;
}

/** A place that leads to another one. */
export interface PlacedLink extends Placement {
  readonly place: LinkPlace;
  readonly to: OutlinePlace;
  /** What a screen reader says of it. */
  readonly says: string;
}

/** What has been put on pages. */
export interface PutPages {
  readonly pages: readonly Drawing[];
  readonly outline: readonly OutlineEntry[];
  readonly fields: ReadonlyMap<string, Placement>;
  readonly figures: ReadonlyMap<StructureElement, Placement>;
  readonly links: readonly PlacedLink[];
}

/** What is drawn: shapes from back to front, then words, in points from the top left of the page. */
export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
}

/** Where something stands. */
export interface Placement {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isRoom = ({ texts, shapes, frame }: Strip): boolean => texts.length === 0 && shapes.length === 0 && !frame;

/** Puts strips on pages, one below the other. Strips that keep together wait until all of them are there. */
export class Pages {
  readonly #top: number;
  readonly #bottom: number;
  readonly #pages: { shapes: Shape[]; texts: PlacedText[] }[] = [{ shapes: [], texts: [] }];
  readonly #outline: OutlineEntry[] = [];
  readonly #fields = new Map<string, Placement>();
  readonly #figures = new Map<StructureElement, Placement>();
  readonly #links: PlacedLink[] = [];
  /** Strips that must share a page with those still to come. */
  #waiting: Strip[] = [];
  #y: number;
  #frame: { readonly frame: Frame; readonly from: number } | null = null;

  constructor(top: number, bottom: number) {
    this.#top = top;
    this.#bottom = bottom;
    this.#y = top;
  }

  put(strips: readonly Strip[]): void {
    for (const strip of strips) {
      this.#waiting.push(strip);
      if (!strip.keep) this.#placeWaiting();
    }
  }

  /** Room from the top of a page to its bottom. */
  get height(): number {
    return this.#bottom - this.#top;
  }

  finish(): PutPages {
    this.#placeWaiting();
    this.#endFrame();
    return {
      pages: this.#pages,
      outline: this.#outline,
      fields: this.#fields,
      figures: this.#figures,
      links: this.#links,
    };
  }

  get #atTop(): boolean {
    return this.#y === this.#top;
  }

  #placeWaiting(): void {
    const strips = this.#waiting;
    this.#waiting = [];
    const height = strips.reduce(
      (sum, strip, index) => sum + strip.height + (index === 0 && this.#atTop ? 0 : strip.space),
      0,
    );
    // Room alone begins no page.
    if (strips.every(isRoom) && this.#y + height > this.#bottom) return;
    if (!this.#atTop && (strips[0]?.newPage || this.#y + height > this.#bottom)) this.#turn(strips[0]);
    for (const strip of strips) {
      // Only where what belongs together is higher than a page.
      if (!this.#atTop && this.#y + strip.space + strip.height > this.#bottom) this.#turn(strip);
      this.#place(strip);
    }
  }

  #turn(next: Strip | undefined): void {
    this.#endFrame();
    this.#pages.push({ shapes: [], texts: [] });
    this.#y = this.#top;
    const repeat = next?.repeat ?? [];
    const height = repeat.reduce((sum, strip) => sum + strip.height, 0);
    if (height < (this.#bottom - this.#top) / 3) for (const strip of repeat) this.#place(asArtifact(strip));
  }

  #place(strip: Strip): void {
    const current = this.#pages.at(-1);
    if (!current) return;
    if (strip.frame !== this.#frame?.frame) this.#endFrame();
    if (!this.#atTop) this.#y += strip.space;
    if (strip.frame && !this.#frame) this.#frame = { frame: strip.frame, from: this.#y };
    const y = this.#y;
    const index = this.#pages.length - 1;
    // A rule above a heading parts it from what is before; on a new page nothing is.
    const shapes = this.#atTop ? strip.shapes.filter((shape) => shape.y >= 0) : strip.shapes;
    current.shapes.push(...shapes.map((shape) => ({ ...shape, x: shape.x + page.left, y: shape.y + y })));
    current.texts.push(...strip.texts.map((text) => ({ ...text, x: text.x + page.left, y: text.y + y })));
    if (strip.outline) this.#outline.push({ ...strip.outline, page: index, y });
    if (strip.field) {
      const { name, ...place } = strip.field;
      this.#fields.set(name, { ...place, page: index, x: place.x + page.left, y: place.y + y });
    }
    const whole = { page: index, x: page.left, y, width: textWidth, height: strip.height };
    if (strip.figure) this.#figures.set(strip.figure, whole);
    if (strip.link) this.#links.push({ ...strip.link, ...whole });
    this.#y += strip.height;
  }

  #endFrame(): void {
    if (!this.#frame) return;
    const { frame, from } = this.#frame;
    const place = { x: page.left + frame.x, y: from, height: this.#y - from };
    const shapes: Shape[] = [];
    if (frame.fill ?? frame.stroke) {
      shapes.push({
        is: 'box',
        ...place,
        width: frame.width,
        weight: 0.8,
        ...(frame.fill ? { fill: frame.fill } : {}),
        ...(frame.stroke ? { stroke: frame.stroke } : {}),
      });
    }
    if (frame.bar) shapes.push({ is: 'box', ...place, width: 3.2, fill: frame.bar });
    // Behind what stands in the frame.
    this.#pages.at(-1)?.shapes.unshift(...shapes);
    this.#frame = null;
  }
}
