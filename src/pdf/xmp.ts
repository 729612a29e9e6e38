/** The facts that a PDF states of itself, once in its information dictionary and once in XMP. */
export interface Description {
  readonly title: string;
  readonly lang: string;
  readonly madeAt: Date;
  /** Of 32 hexadecimal digits. */
  readonly fileId: string;
  /** Whether the file claims to be PDF/UA-1. */
  readonly claimsPdfUa: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/**
 * The XMP packet of a document.
 *
 * It claims to be PDF/UA only where somebody says so: that needs a person's judgement, not only a program's.
 */
export function xmpPacket({ title, lang, madeAt, fileId, claimsPdfUa }: Description, producer: string): string {
  const moment = `${madeAt.toISOString().slice(0, 19)}+00:00`;
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"${claimsPdfUa ? ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' : ''}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:CreatorTool>Homeward</xmp:CreatorTool>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
<xmpMM:DocumentID>uuid:${fileId}</xmpMM:DocumentID>${claimsPdfUa ? '\n<pdfuaid:part>1</pdfuaid:part>' : ''}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
