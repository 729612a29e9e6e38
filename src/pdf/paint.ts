import { md5 } from '@noble/hashes/legacy.js';
import { zlibSync } from 'fflate';
import { jsPDF } from 'jspdf';
import type { Fonts, PackedFonts } from './fonts.ts';
import { readFont } from './font-metrics.ts';
import { filtersOf, openUp } from './internals.ts';
import type { Layout } from './layout.ts';
import type { Drawing } from './pages.ts';
import type { PlacedText, Shape } from './strips.ts';
import type { Slot } from './structure.ts';
import { Pen } from './pen.ts';
import { binaryString, bytesOf, pdfDate } from './syntax.ts';
import { Tags } from './tags.ts';
import type { Description } from './xmp.ts';

// The tag of six letters says that a font was made smaller: ours by the build, others by jsPDF, of what is used.
const faces = {
  regular: 'HWDREG+AtkinsonHyperlegibleNext-Regular',
  bold: 'HWDBLD+AtkinsonHyperlegibleNext-Bold',
} as const;
const otherFaces = { regular: 'HWDORG+HomewardOther-Regular', bold: 'HWDOBD+HomewardOther-Bold' } as const;

/** Letters that signers may need for a name, whether or not the document uses them. */
const kept = (function (): string {
  const ranges = [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x218, 0x21b],
    [0x1e80, 0x1e85],
    [0x1ef2, 0x1ef3],
    [0x2013, 0x2014],
    [0x2018, 0x201e],
    [0x2022, 0x2026],
  ] as const;
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCharCode(from + step)))
    .join('');
})();

/**
 * `layout` as the bytes of a PDF file.
 *
 * `pause` is awaited between pages, so that a browser stays responsive.
 */
export async function paint(
  layout: Layout,
  {
    fonts,
    description,
    attachment,
    pause,
  }: {
    readonly fonts: Fonts | PackedFonts;
    readonly description: Description;
    readonly attachment: { readonly name: string; readonly bytes: Uint8Array } | null;
    readonly pause: () => Promise<void>;
  },
): Promise<Uint8Array> {
  const document = new jsPDF({ unit: 'pt', format: 'a4', compress: true, putOnlyUsedFonts: true, precision: 2 });
  const inside = openUp(document);
  inside.__private__.setPdfVersion('1.7');
  document.setProperties({ title: description.title, creator: 'Homeward' });
  document.setCreationDate(pdfDate(description.madeAt));
  document.setFileId(description.fileId.toUpperCase());
  document.setDisplayMode('fullwidth', 'continuous', layout.outline.length > 1 ? 'UseOutlines' : null);
  const { other } = fonts;
  const usesOther = other && layout.pages.some(({ body, running }) => [body, running].some(drawsOther));
  for (const [names, files] of [[faces, fonts] as const, ...(usesOther ? [[otherFaces, other] as const] : [])])
    for (const weight of ['regular', 'bold'] as const) {
      document.addFileToVFS(`${names[weight]}.ttf`, binaryString(files[weight]));
      document.addFont(`${names[weight]}.ttf`, names[weight], 'normal');
      await pause();
    }
  const tags = new Tags(document, {
    layout,
    description,
    attachment: attachment && { ...attachment, md5: md5(attachment.bytes) },
    producer: `jsPDF ${jsPDF.version}`,
    signing: {
      regular: inside.internal.getFont(faces.regular, 'normal'),
      bold: inside.internal.getFont(faces.bold, 'normal'),
    },
  });

  const ready = new Map<string, string>();
  const pen = new Pen(inside, ({ bold, other }) =>
    inside.internal.getFont((other ? otherFaces : faces)[bold ? 'bold' : 'regular'], 'normal'),
  );
  for (const [index, { body, running }] of layout.pages.entries()) {
    if (index > 0) document.addPage();
    pen.turnPage();
    tags.artifact('Layout', () => {
      // Both fonts are there in every document: signers draw with them.
      if (index === 0) useFonts(document, usesOther ? [faces, otherFaces] : [faces]);
      drawDecoration(pen, body);
    });
    for (const [slot, { shapes, texts }] of bySlot(body))
      tags.mark(index, slot, () => {
        drawPictures(document, shapes);
        pen.draw(
          shapes.filter(({ png }) => png === undefined),
          texts,
        );
      });
    tags.artifact('Pagination', () => {
      drawDecoration(pen, running);
    });
    // jsPDF only has to hold the place of what is ready.
    const drawn = inside.internal.pages[index + 1] ?? [];
    const content = drawn.splice(0).join('\n');
    drawn.push(`page ${index + 1}`);
    ready.set(`page ${index + 1}`, binaryString(zlibSync(bytesOf(content))));
    await pause();
  }
  for (const weight of ['regular', 'bold'] as const) {
    const held = readFont(fonts[weight]);
    const letters = Array.from(kept).filter((letter) => held.has(letter.codePointAt(0) ?? 0));
    const entry = inside.internal.getFont(faces[weight], 'normal');
    inside.pdfEscape16(letters.join(''), entry);
    if (!('packed' in fonts)) continue;
    entry.metadata.subset.encode = () => fonts[weight];
    ready.set(binaryString(fonts[weight]), binaryString(fonts.packed[weight]));
  }
  await pause();
  const bytes = output(document, ready);
  await pause();
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = 0x0a;
  return ended;
}

/**
 * The finished file, with the pages that were compressed one by one before.
 *
 * jsPDF compresses every page in one go while it writes, which for a long report would hold up the browser. Its
 * door for streams is ours only as long as this call lasts.
 */
function output(document: jsPDF, ready: ReadonlyMap<string, string>): Uint8Array {
  const filters = filtersOf(jsPDF.API);
  const original = filters.processDataByFilters;
  filters.processDataByFilters = (data, chain) => {
    const done = ready.get(data);
    return done === undefined ? original(data, chain) : { data: done, reverseChain: '/FlateDecode' };
  };
  try {
    return new Uint8Array(document.output('arraybuffer'));
  } finally {
    filters.processDataByFilters = original;
  }
}

const drawsOther = ({ texts }: Drawing): boolean => texts.some(({ other }) => other);

function useFonts(document: jsPDF, families: readonly (typeof faces | typeof otherFaces)[]): void {
  for (const face of families.flatMap((family) => Object.values(family))) {
    document.setFont(face, 'normal');
    document.setFontSize(1);
    document.text(' ', 0, 0);
  }
}

/** Those among `shapes` that are pictures. Of one that cannot be read its name stays, which its element says. */
function drawPictures(document: jsPDF, shapes: readonly Shape[]): void {
  for (const { png, x, y, width, height } of shapes) {
    if (png === undefined) continue;
    try {
      document.addImage(png, 'PNG', x, y, width, height);
    } catch {
      // A document is never lost for a picture on it.
    }
  }
}

/** Shapes and words that belong to no element. */
function drawDecoration(pen: Pen, { shapes, texts }: Drawing): void {
  pen.draw(
    shapes.filter(({ slot }) => !slot),
    texts.filter(({ slot }) => slot === null),
  );
}

/** What is drawn for each slot, slots in reading order. */
function bySlot({ shapes, texts }: Drawing): (readonly [Slot, Drawing])[] {
  const groups = new Map<Slot, { readonly shapes: Shape[]; readonly texts: PlacedText[] }>();
  const groupOf = (slot: Slot): { readonly shapes: Shape[]; readonly texts: PlacedText[] } => {
    const group = groups.get(slot) ?? { shapes: [], texts: [] };
    groups.set(slot, group);
    return group;
  };
  for (const shape of shapes) if (shape.slot) groupOf(shape.slot).shapes.push(shape);
  for (const text of texts) if (text.slot) groupOf(text.slot).texts.push(text);
  return [...groups].sort(([a], [b]) => a.order - b.order);
}
