import type { Problem } from '../model/problem.ts';
import { dictionaryOf, type Dictionary, type PdfObjects, type PdfValue } from './objects.ts';

/** What the information dictionary says, and the pattern that finds the same in XMP. */
const pairs: readonly (readonly [string, RegExp])[] = [
  ['Title', /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</],
  ['Creator', /<xmp:CreatorTool>([^<]*)</],
  ['Producer', /<pdf:Producer>([^<]*)</],
  ['CreationDate', /<xmp:CreateDate>([^<]*)</],
];

/** Whether the file says the same of itself in both places where readers look. */
export function checkMetadata(file: PdfObjects, catalog: Dictionary): Problem[] {
  const packet = file.of(catalog.get('Metadata'))?.stream;
  if (!packet) return [{ code: 'metadata-missing', place: {} }];
  const xmp = new TextDecoder().decode(packet);
  const info = dictionaryOf(file, file.trailer.get('Info'));
  return pairs.flatMap(([name, pattern]) => {
    const said = plain(info?.get(name));
    const told = unescaped(pattern.exec(xmp)?.[1] ?? '');
    const same = name === 'CreationDate' ? digits(said) === digits(told) : said === told && said !== '';
    return same ? [] : [{ code: 'metadata-differs', place: {}, detail: name }];
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** A moment down to its seconds, however it is written. */
const digits = (text: string): string => text.replace(/\D/g, '').slice(0, 14);

/** What a text string says: in brackets or in hexadecimal digits, plain or in UTF-16. */
function plain(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return '';
  const bytes = value.startsWith('(')
    ? value
        .slice(1, -1)
        .replace(/\\([0-7]{3}|[^])/g, (_, code: string) =>
          /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
        )
    : value.slice(1, -1).replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return bytes
    .slice(2)
    .replace(/([^])([^])/g, (_, high: string, low: string) =>
      String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0)),
    );
}
