/** What a small file holds. Made with nothing but the platform, so that it can be made in any browser and in Node. */
export interface SmallChoice {
  readonly roles?: readonly string[];
  /** Null for a file without one. */
  readonly attachment?: string | null;
}

export const latin = (words: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(words, (character) => character.charCodeAt(0));
export const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** A file with one empty page: a visible field for each role and a spare one, the few letters its fonts need, a packed attachment. */
export async function smallPdf({ roles = ['social-worker'], attachment = '{}' }: SmallChoice = {}): Promise<
  Uint8Array<ArrayBuffer>
> {
  const letters = Array.from({ length: 95 }, (_, index) => `<${hex(index + 1)}><${hex(index + 32)}>`).join('\n');
  const map = `95 beginbfchar\n${letters}\nendbfchar`;
  const packed = text(await deflated(attachment ?? ''));
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>';
  const names = attachment === null ? '' : '/Names << /EmbeddedFiles << /Names [(assessment.json) 7 0 R] >> >>';
  const fields = [...roles, ''].map((_, index) => `${index + 9} 0 R`).join(' ');
  const widget = '/Type /Annot /Subtype /Widget /FT /Sig /F 132 /P 3 0 R';
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] /SigFlags 3 /DR << /Font << /HwR 4 0 R /HwB 4 0 R >> >> >> ${names} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [${fields}] >>`,
    font,
    '<< /Type /Font /Subtype /CIDFontType2 /DW 600 /W [1 [250]] >>',
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
    '<< /Type /Filespec /EF << /F 8 0 R >> >>',
    `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
    ...roles.map(
      (role, index) =>
        `<< ${widget} /T (signature-${index + 1}-${role}) /Rect [50 ${50 + index * 100} 390 ${140 + index * 100}] >>`,
    ),
    `<< ${widget} /T (signature-spare-1) /Rect [0 0 0 0] >>`,
  ];
  let file = '%PDF-1.7\n';
  const rows = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const tableAt = file.length;
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /ID [<00> <00>] >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return latin(file);
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}

async function deflated(words: string): Promise<Uint8Array> {
  const stream = new Blob([words]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
