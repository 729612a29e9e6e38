import { HomewardError } from '../model/problem.ts';

/** What we use of jsPDF beyond what it promises. Pinned to its version; a change shows itself in `openUp`. */
export interface Internals {
  readonly internal: {
    write(text: string): void;
    newObjectDeferred(): number;
    newObjectDeferredBegin(id: number, output: boolean): number;
    putStream(options: {
      data: string;
      objectId: number;
      additionalKeyValues?: { key: string; value: string }[];
    }): void;
    readonly events: { subscribe(topic: string, listener: (published: unknown) => void): string };
    readonly pages: readonly (string[] | undefined)[];
    getFont(name: string, style: string): FontEntry;
  };
  /** Makes sure that glyphs are kept, with their way back to characters. */
  pdfEscape16(text: string, font: FontEntry): string;
  readonly __private__: { setPdfVersion(version: string): void };
}

export interface FontEntry {
  readonly id: string;
  /** Known once the fonts are written. */
  readonly objectNumber?: number;
  readonly metadata: { readonly subset: { encode(glyphs: readonly number[], version: number): ArrayLike<number> } };
}

/** The door in jsPDF through which every stream goes. */
export interface Filters {
  processDataByFilters(data: string, filters: readonly string[]): { data: string; reverseChain: string };
}

/** `document` of jsPDF with its inner works in sight. */
export function openUp(document: unknown): Internals {
  if (hasInternals(document)) return document;
  throw new HomewardError('jspdf-changed', 'This version of jsPDF is built differently inside.');
}

function hasInternals(document: unknown): document is Internals {
  return (
    has(document, 'internal') &&
    ['write', 'newObjectDeferred', 'newObjectDeferredBegin', 'putStream', 'getFont', 'pages', 'events'].every((name) =>
      has(document.internal, name),
    ) &&
    has(document, 'pdfEscape16') &&
    has(document, '__private__') &&
    has(document.__private__, 'setPdfVersion')
  );
}

function has<K extends string>(value: unknown, name: K): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}

/** The plug-in table of jsPDF as far as it compresses streams. */
export function filtersOf(api: unknown): Filters {
  if (hasFilters(api)) return api;
  throw new HomewardError('jspdf-changed', 'This version of jsPDF compresses streams differently.');
}

function hasFilters(api: unknown): api is Filters {
  return has(api, 'processDataByFilters') && typeof api.processDataByFilters === 'function';
}

/** The number of the page that a `putPage` event speaks of, counted from 1, and of its object. */
export function pageOf(published: unknown): { readonly number: number; readonly object: number } {
  if (
    has(published, 'pageNumber') &&
    has(published, 'objId') &&
    typeof published.pageNumber === 'number' &&
    typeof published.objId === 'number'
  ) {
    return { number: published.pageNumber, object: published.objId };
  }
  throw new HomewardError('jspdf-changed', 'This version of jsPDF announces its pages differently.');
}
