import { unzlibSync } from 'fflate';
import type { Problem } from '../model/problem.ts';
import { checkElements, everyOne, isLanguage, says, type Found } from './check-elements.ts';
import { checkMetadata } from './check-metadata.ts';
import {
  dictionaryOf,
  isArray,
  isDictionary,
  isReference,
  nameOf,
  readObjects,
  type Dictionary,
  type PdfObjects,
  type PdfValue,
} from './objects.ts';

/**
 * What the finished file does wrong, as far as a program can see it: the machine part of the Matterhorn protocol.
 *
 * It reads the bytes and knows nothing of how they were made. SPEC PDF24 lists the codes.
 */
export async function checkFile(
  bytes: Uint8Array,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly Problem[]> {
  const file = readObjects(bytes);
  await pause();
  const catalog = dictionaryOf(file, file.trailer.get('Root'));
  const tree = dictionaryOf(file, catalog?.get('StructTreeRoot'));
  if (
    !catalog ||
    !tree ||
    !catalog.has('Lang') ||
    dictionaryOf(file, catalog.get('MarkInfo'))?.get('Marked') !== 'true'
  ) {
    return [found('pdf-untagged')];
  }
  const problems: Problem[] = [];
  if (dictionaryOf(file, catalog.get('ViewerPreferences'))?.get('DisplayDocTitle') !== 'true')
    problems.push(found('title-hidden'));
  const elements = everyOne(elementsOf(file, tree.get('K')));
  if (!isLanguage(catalog.get('Lang'))) problems.push(found('language-unreadable'));
  problems.push(...checkElements(file, elements), ...checkFonts(file), ...checkMetadata(file, catalog));
  await pause();
  const byObject = new Map(elements.map((element) => [element.object, element]));
  const parents = parentTree(file, tree);
  for (const [index, page] of pagesOf(file, catalog).entries()) {
    problems.push(...checkPage(file, page, index, byObject, parents));
    await pause();
  }
  return problems;
}

function found(code: string, detail?: string): Problem {
  return detail === undefined ? { code, place: {} } : { code, place: {}, detail };
}

function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  return value === undefined ? [] : isArray(value) ? value : [value];
}

/** The structure elements below `kids`, each with those below it. */
function elementsOf(file: PdfObjects, kids: PdfValue | undefined, above = ''): readonly Found[] {
  return listOf(kids).flatMap((kid) => {
    const entries = isReference(kid) ? dictionaryOf(file, kid) : undefined;
    if (!isReference(kid) || !entries) return [];
    const type = nameOf(entries.get('S'));
    return [{ type, entries, object: kid.object, above, kids: elementsOf(file, entries.get('K'), type) }];
  });
}

function checkFonts(file: PdfObjects): Problem[] {
  return file.numbers.flatMap((object) => {
    const font = dictionaryOf(file, { object });
    if (font?.get('Type') !== '/Font') return [];
    const problems: Problem[] = [];
    const parts = [font, ...listOf(font.get('DescendantFonts')).map((part) => dictionaryOf(file, part))];
    const program = parts.some((part) => dictionaryOf(file, part?.get('FontDescriptor'))?.has('FontFile2'));
    if (!program) problems.push(found('font-not-embedded', `object ${object}`));
    // Descendant fonts are reached through the font that holds the map to Unicode.
    if (!nameOf(font.get('Subtype')).startsWith('CIDFont') && !font.has('ToUnicode'))
      problems.push(found('font-without-unicode', `object ${object}`));
    return problems;
  });
}

/** From the number of a page or annotation to what it belongs to. */
function parentTree(file: PdfObjects, tree: Dictionary): ReadonlyMap<number, PdfValue> {
  const pairs = listOf(dictionaryOf(file, tree.get('ParentTree'))?.get('Nums'));
  const parents = new Map<number, PdfValue>();
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const value = pairs[at + 1];
    if (value !== undefined) parents.set(Number(pairs[at]), value);
  }
  return parents;
}

function pagesOf(
  file: PdfObjects,
  catalog: Dictionary,
): readonly { readonly object: number; readonly entries: Dictionary }[] {
  return listOf(dictionaryOf(file, catalog.get('Pages'))?.get('Kids')).flatMap((kid) => {
    const entries = dictionaryOf(file, kid);
    return isReference(kid) && entries ? [{ object: kid.object, entries }] : [];
  });
}

function checkPage(
  file: PdfObjects,
  { object, entries }: { readonly object: number; readonly entries: Dictionary },
  index: number,
  elements: ReadonlyMap<number, Found>,
  parents: ReadonlyMap<number, PdfValue>,
): Problem[] {
  const where = `page ${index + 1}`;
  const content = file.of(entries.get('Contents'));
  const stream = content?.stream;
  const problems: Problem[] = [];
  if (stream) {
    const packed = isDictionary(content.value) && content.value.has('Filter');
    const { marks, faults } = marksOf(packed ? inflated(stream) : new TextDecoder('latin1').decode(stream));
    problems.push(...faults.map((code) => found(code, where)));
    const owners = listOf(parents.get(Number(entries.get('StructParents'))));
    const right = owners.length === marks.length && marks.every((mark) => owns(file, owners[mark], object, mark));
    if (!right) problems.push(found('parent-tree-broken', where));
  }
  const annotations = listOf(file.of(entries.get('Annots'))?.value);
  for (const annotation of annotations) {
    const about = dictionaryOf(file, annotation);
    // What has no extent on the page is hidden from readers, and needs no tag.
    if (!about || !isReference(annotation) || listOf(about.get('Rect')).every((number) => number === 0)) continue;
    if (about.get('FT') !== undefined && !about.has('TU'))
      problems.push(found('field-unnamed', `object ${annotation.object}`));
    const parent = parents.get(Number(about.get('StructParent')));
    const owner = isReference(parent) ? elements.get(parent.object) : undefined;
    const named =
      owner &&
      listOf(owner.entries.get('K')).some((kid) => {
        const target = isDictionary(kid) ? kid.get('Obj') : undefined;
        return isReference(target) && target.object === annotation.object;
      });
    if (!named) problems.push(found('annotation-untagged', `object ${annotation.object}`));
    else if (owner.type !== (about.has('FT') ? 'Form' : 'Link'))
      problems.push(found('annotation-misplaced', `object ${annotation.object}`));
    if (about.get('Subtype') === '/Link' && !says(about.get('Contents')))
      problems.push(found('link-undescribed', `object ${annotation.object}`));
  }
  return problems;
}

/** Whether the element `owner` names the marked content `mark` of the page. */
function owns(file: PdfObjects, owner: PdfValue | undefined, page: number, mark: number): boolean {
  const entries = dictionaryOf(file, owner);
  return listOf(entries?.get('K')).some((kid) => {
    const [id, at] = isDictionary(kid) ? [kid.get('MCID'), kid.get('Pg')] : [kid, entries?.get('Pg')];
    return id === mark && isReference(at) && at.object === page;
  });
}

const operators = /\((?:\\[^]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/MCID\s+(\d+)|[^\s<>()[\]]+/g;
const drawing = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'EI']);

function marksOf(content: string): { readonly marks: readonly number[]; readonly faults: readonly string[] } {
  const marks: number[] = [];
  const faults = new Set<string>();
  let depth = 0;
  for (const [word, mark] of content.matchAll(operators)) {
    if (mark !== undefined) marks.push(Number(mark));
    else if (word === 'BDC' || word === 'BMC') depth += 1;
    else if (word === 'EMC') depth -= 1;
    else if (depth === 0 && drawing.has(word)) faults.add('content-untagged');
    if (depth > 1) faults.add('marks-nested');
    if (depth < 0) faults.add('marks-unbalanced');
  }
  if (depth !== 0) faults.add('marks-unbalanced');
  return { marks, faults: [...faults] };
}

function inflated(stream: Uint8Array): string {
  return new TextDecoder('latin1').decode(unzlibSync(stream));
}
