import { HomewardError } from '../model/problem.ts';
import { putAttachment, type Attachment } from './attached.ts';
import { FileObjects, known, ref, refTo } from './file-objects.ts';
import { openUp, pageOf, type FontEntry, type Internals } from './internals.ts';
import type { Layout, PlacedField } from './layout.ts';
import { outlineDictionaries } from './outline.ts';
import type { OutlineEntry, PlacedLink, Placement } from './pages.ts';
import { page as paper } from './look.ts';
import type { LinkPlace, Slot, StructureElement } from './structure.ts';
import { decimal, textString } from './syntax.ts';
import { xmpPacket, type Description } from './xmp.ts';

/** What the document is besides its pages. */
export interface Surroundings {
  readonly layout: Layout;
  readonly description: Description;
  readonly attachment: Attachment | null;
  readonly producer: string;
  /** The fonts that a signer draws names with: regular and bold. */
  readonly signing: { readonly regular: FontEntry; readonly bold: FontEntry };
}

interface Mark {
  readonly page: number;
  readonly id: number;
}

type ArtifactKind = 'Layout' | 'Pagination';

/**
 * Gives a jsPDF document a structure tree, form fields, an outline, XMP and an attachment.
 *
 * Everything drawn goes through `mark` or `artifact`; the rest is written when jsPDF puts the file together.
 */
export class Tags {
  readonly #inside: Internals['internal'];
  readonly #objects: FileObjects;
  readonly #about: Surroundings;
  readonly #marks = new Map<Slot, Mark[]>();
  readonly #slotsOfPage = new Map<number, Slot[]>();
  readonly #pageObjects = new Map<number, number>();
  readonly #fieldObjects = new Map<string, number>();
  readonly #linkObjects = new Map<LinkPlace, number>();
  readonly #owners = new Map<Slot, StructureElement>();
  #inMark = false;

  constructor(document: unknown, about: Surroundings) {
    this.#inside = openUp(document).internal;
    this.#objects = new FileObjects(this.#inside);
    this.#about = about;
    this.#learnOwners(about.layout.structure);
    let catalog: readonly string[] = [];
    // Numbers of objects are taken from here on only: jsPDF relies on the first page being object 3.
    this.#inside.events.subscribe('putPage', (published) => {
      this.#onPage(published);
    });
    this.#inside.events.subscribe('postPutResources', () => {
      catalog = this.#putObjects();
    });
    this.#inside.events.subscribe('putCatalog', () => {
      catalog.forEach((entry) => {
        this.#inside.write(entry);
      });
    });
  }

  /** What `draw` draws on page `page` (from 0) are the words of `slot`. */
  mark(page: number, slot: Slot, draw: () => void): void {
    const slots = this.#slotsOfPage.get(page) ?? [];
    this.#slotsOfPage.set(page, slots);
    const id = slots.push(slot) - 1;
    this.#marks.set(slot, [...(this.#marks.get(slot) ?? []), { page, id }]);
    this.#between(`/${this.#owner(slot).type} <</MCID ${id}>> BDC`, draw);
  }

  /** What `draw` draws has no meaning for a reader. */
  artifact(kind: ArtifactKind, draw: () => void): void {
    this.#between(`/Artifact <</Type /${kind}>> BDC`, draw);
  }

  #between(begin: string, draw: () => void): void {
    if (this.#inMark) throw new HomewardError('marks-nested', 'Marked content was begun inside marked content.');
    this.#inMark = true;
    this.#inside.write(begin);
    draw();
    this.#inside.write('EMC');
    this.#inMark = false;
  }

  #owner(slot: Slot): StructureElement {
    const owner = this.#owners.get(slot);
    if (!owner) throw new HomewardError('slot-unknown', 'A text belongs to no element of the structure tree.');
    return owner;
  }

  #learnOwners(element: StructureElement): void {
    for (const kid of element.kids) {
      if (kid.is === 'slot') this.#owners.set(kid, element);
      else if (kid.is === 'element') this.#learnOwners(kid);
    }
  }

  #onPage(published: unknown): void {
    const { number, object } = pageOf(published);
    this.#pageObjects.set(number - 1, object);
    const fields = this.#about.layout.fields.filter(({ page }) => page === number - 1);
    for (const { name } of fields) this.#fieldObjects.set(name, this.#inside.newObjectDeferred());
    const links = this.#about.layout.links.filter(({ page }) => page === number - 1);
    for (const { place } of links) this.#linkObjects.set(place, this.#inside.newObjectDeferred());
    const annotations = [
      ...links.map(({ place }) => refTo(this.#linkObjects, place)),
      ...fields.map(({ name }) => refTo(this.#fieldObjects, name)),
    ];
    this.#inside.write(`/StructParents ${number - 1}`);
    this.#inside.write('/Tabs /S');
    if (annotations.length > 0) this.#inside.write(`/Annots [${annotations.join(' ')}]`);
  }

  /** The entries of the catalog that point to what was written. */
  #putObjects(): readonly string[] {
    const { description, attachment, producer, layout, signing } = this.#about;
    const structure = this.#putStructure();
    const outline = this.#putOutline(layout.outline);
    const fields = this.#putFields();
    this.#putLinks();
    const metadata = this.#objects.putPlainStream('/Type /Metadata /Subtype /XML', xmpPacket(description, producer));
    const files = attachment ? putAttachment(this.#objects, attachment, description.madeAt) : [];
    return [
      `/Lang (${description.lang})`,
      '/MarkInfo <</Marked true>>',
      '/ViewerPreferences <</DisplayDocTitle true>>',
      `/StructTreeRoot ${structure}`,
      `/Metadata ${metadata}`,
      ...(outline ? [`/Outlines ${outline}`] : []),
      `/AcroForm <</Fields [${fields.join(' ')}] /SigFlags 3 /DR <</Font <</HwR ${fontRef(signing.regular)} /HwB ${fontRef(signing.bold)}>>>>>>`,
      ...files,
    ];
  }

  #putStructure(): string {
    const root = this.#objects.reserve();
    const numbers = new Map<StructureElement, number>();
    const reserve = (element: StructureElement): void => {
      numbers.set(element, this.#objects.reserve());
      for (const kid of element.kids) if (kid.is === 'element') reserve(kid);
    };
    const { structure, pages, links } = this.#about.layout;
    reserve(structure);

    const formOf = new Map<string, StructureElement>();
    const linkOf = new Map<LinkPlace, StructureElement>();
    const put = (element: StructureElement, parent: number): void => {
      const own = known(numbers, element);
      this.#objects.put(
        own,
        this.#elementDictionary(element, ref(parent), (kid) => refTo(numbers, kid)),
      );
      for (const kid of element.kids) {
        if (kid.is === 'element') put(kid, own);
        else if (kid.is === 'field') formOf.set(kid.name, element);
        else if (kid.is === 'link') linkOf.set(kid, element);
      }
    };
    put(structure, root);

    const ofPages = pages.map((_, page) => {
      const owners = (this.#slotsOfPage.get(page) ?? []).map((slot) => refTo(numbers, this.#owner(slot)));
      return `${page} [${owners.join(' ')}]`;
    });
    const tagged = this.#taggedFields();
    const ofFields = tagged.map(
      ({ name }, index) => `${pages.length + index} ${refTo(numbers, elementOf(formOf, name))}`,
    );
    const ofLinks = links.map(
      ({ place }, index) => `${this.#linkParent(index)} ${refTo(numbers, elementOf(linkOf, place))}`,
    );
    const parents = this.#objects.reserve();
    this.#objects.put(parents, `<</Nums [${[...ofPages, ...ofFields, ...ofLinks].join('\n')}]>>`);
    this.#objects.put(
      root,
      `<</Type /StructTreeRoot /K [${refTo(numbers, structure)}] /ParentTree ${ref(parents)} /ParentTreeNextKey ${this.#linkParent(links.length)}>>`,
    );
    return ref(root);
  }

  /** Links are numbered after the pages and the fields that stand on paper. */
  #linkParent(index: number): number {
    return this.#about.layout.pages.length + this.#taggedFields().length + index;
  }

  #taggedFields(): readonly PlacedField[] {
    return this.#about.layout.fields.filter(({ spare }) => !spare);
  }

  #elementDictionary(element: StructureElement, parent: string, refOf: (kid: StructureElement) => string): string {
    const firstPage = element.kids.flatMap((kid) => (kid.is === 'slot' ? (this.#marks.get(kid) ?? []) : []))[0]?.page;
    const kids = element.kids.flatMap((kid): string[] => {
      if (kid.is === 'element') return [refOf(kid)];
      if (kid.is === 'field')
        return [
          `<</Type /OBJR /Obj ${refTo(this.#fieldObjects, kid.name)} /Pg ${refTo(this.#pageObjects, this.#fieldPage(kid.name))}>>`,
        ];
      if (kid.is === 'link')
        return [
          `<</Type /OBJR /Obj ${refTo(this.#linkObjects, kid)} /Pg ${refTo(this.#pageObjects, this.#linkPage(kid))}>>`,
        ];
      return (this.#marks.get(kid) ?? []).map(({ page, id }) =>
        page === firstPage ? String(id) : `<</Type /MCR /Pg ${refTo(this.#pageObjects, page)} /MCID ${id}>>`,
      );
    });
    return [
      `<</Type /StructElem /S /${element.type} /P ${parent}`,
      firstPage === undefined ? '' : `/Pg ${refTo(this.#pageObjects, firstPage)}`,
      element.alt === undefined ? '' : `/Alt ${textString(element.alt)}`,
      this.#box(this.#about.layout.figures.get(element)),
      element.lang === undefined ? '' : `/Lang ${textString(element.lang)}`,
      element.scope ? `/A <</O /Table /Scope /${element.scope}>>` : '',
      element.numbering ? `/A <</O /List /ListNumbering /${element.numbering}>>` : '',
      `/K [${kids.join(' ')}]>>`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  }

  /** Where a picture stands on its page. */
  #box(place: Placement | undefined): string {
    return place ? `/A <</O /Layout /Placement /Block /BBox [${rectangle(place)}]>>` : '';
  }

  #linkPage(link: LinkPlace): number {
    return this.#about.layout.links.find(({ place }) => place === link)?.page ?? 0;
  }

  /** Each link of the contents: without a frame of its own, and with the words of what it leads to. */
  #putLinks(): void {
    this.#about.layout.links.forEach(({ place, to, says, ...at }: PlacedLink, index) => {
      this.#objects.put(
        known(this.#linkObjects, place),
        [
          `<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${rectangle(at)}] /Contents ${textString(says)}`,
          `/StructParent ${this.#linkParent(index)} /P ${refTo(this.#pageObjects, at.page)}`,
          `/Dest [${refTo(this.#pageObjects, to.page)} /XYZ 0 ${decimal(paper.height - to.y + 12)} null]>>`,
        ].join(' '),
      );
    });
  }

  #fieldPage(name: string): number {
    return this.#about.layout.fields.find((field) => field.name === name)?.page ?? 0;
  }

  /** Every field, with a picture of an empty box; readers that show fields would else show nothing. */
  #putFields(): string[] {
    const { fields, pages } = this.#about.layout;
    const tagged = this.#taggedFields();
    return fields.map((field) => {
      const { name, label, width, height, page, spare } = field;
      const rect = spare ? '0 0 0 0' : rectangle(field);
      const picture = this.#objects.putPlainStream(
        `/Type /XObject /Subtype /Form /BBox [0 0 ${decimal(width)} ${decimal(height)}] /Resources <<>>`,
        '',
      );
      const object = known(this.#fieldObjects, name);
      this.#objects.put(
        object,
        [
          '<</Type /Annot /Subtype /Widget /FT /Sig',
          `/T (${name}) /TU ${textString(label)} /F 132 /Rect [${rect}] /P ${refTo(this.#pageObjects, page)}`,
          ...(spare ? [] : [`/StructParent ${pages.length + tagged.indexOf(field)}`]),
          `/AP <</N ${picture}>>>>`,
        ].join(' '),
      );
      return ref(object);
    });
  }

  #putOutline(entries: readonly OutlineEntry[]): string | null {
    if (entries.length === 0) return null;
    const root = this.#objects.reserve();
    const numbers = entries.map(() => this.#objects.reserve());
    const [own, ...items] = outlineDictionaries(entries, { root: ref(root), items: numbers.map(ref) }, (page) =>
      refTo(this.#pageObjects, page),
    );
    this.#objects.put(root, own);
    numbers.forEach((number, index) => {
      const item = items[index];
      if (item !== undefined) this.#objects.put(number, item);
    });
    return ref(root);
  }
}

/** A place as PDF counts it: left, bottom, right and top, from the lower edge of the page. */
function rectangle({ x, y, width, height }: Placement): string {
  const bottom = paper.height - y - height;
  return [x, bottom, x + width, bottom + height].map(decimal).join(' ');
}

/** The element that names a field or a link. */
function elementOf<K>(elements: ReadonlyMap<K, StructureElement>, of: K): StructureElement {
  const element = elements.get(of);
  if (!element) throw new HomewardError('annotation-untagged', 'A field or link is not in the structure tree.');
  return element;
}

function fontRef({ objectNumber }: FontEntry): string {
  if (objectNumber === undefined) throw new HomewardError('font-unused', 'A font that signers need was not written.');
  return ref(objectNumber);
}
