/** The standard structure types that Homeward writes (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Figure'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'Span'
  | 'Div'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Form';

/** A place in the structure tree that drawn text belongs to; on each page it becomes one marked content sequence. */
export interface Slot {
  readonly is: 'slot';
  /** Counts up in reading order, which is the order of drawing on a page. */
  readonly order: number;
}

/** Where the structure tree names a form field. */
export interface FieldPlace {
  readonly is: 'field';
  readonly name: string;
}

/** Where the structure tree names a link to another page. */
export interface LinkPlace {
  readonly is: 'link';
}

export interface StructureElement {
  readonly is: 'element';
  readonly type: StructureType;
  readonly kids: (StructureElement | Slot | FieldPlace | LinkPlace)[];
  readonly lang?: string;
  readonly scope?: 'Row' | 'Column';
  readonly numbering?: 'Decimal';
  /** What a picture shows, in words. */
  readonly alt?: string;
}

type Attributes = Pick<StructureElement, 'lang' | 'scope' | 'numbering' | 'alt'>;

/** Grows one structure tree in reading order. */
export class StructureTree {
  readonly root: StructureElement = { is: 'element', type: 'Document', kids: [] };
  #slots = 0;

  /** A new last kid of `parent`. */
  add(parent: StructureElement, type: StructureType, attributes: Attributes = {}): StructureElement {
    const element: StructureElement = { is: 'element', type, kids: [], ...attributes };
    parent.kids.push(element);
    return element;
  }

  /** A new place for text at the end of `parent`. */
  slot(parent: StructureElement): Slot {
    const slot: Slot = { is: 'slot', order: this.#slots++ };
    parent.kids.push(slot);
    return slot;
  }

  field(parent: StructureElement, name: string): void {
    parent.kids.push({ is: 'field', name });
  }

  link(parent: StructureElement): LinkPlace {
    const link: LinkPlace = { is: 'link' };
    parent.kids.push(link);
    return link;
  }
}
