import { expect } from '@open-wc/testing';
import { newSigningKey, readAttachment, signPdf, verifyPdf } from './index.ts';

const at = new Date('2026-11-21T14:05:00Z');
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** A file with one visible field, the few letters that its fonts need, and a packed attachment. */
async function base(attachment: string): Promise<Uint8Array> {
  const letters = Array.from({ length: 95 }, (_, index) => `<${hex(index + 1)}><${hex(index + 32)}>`).join('\n');
  const map = `95 beginbfchar\n${letters}\nendbfchar`;
  const packed = text(await deflated(attachment));
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>';
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R 4 0 R] /SigFlags 3 /DR << /Font << /HwR 5 0 R /HwB 5 0 R >> >> >> /Names << /EmbeddedFiles << /Names [(assessment.json) 8 0 R] >> >> >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    '<< /FT /Sig /T (signature-1-social-worker) /Rect [50 50 390 140] >>',
    '<< /FT /Sig /T (signature-spare-1) /Rect [0 0 0 0] >>',
    font,
    '<< /Type /Font /Subtype /CIDFontType2 /DW 600 /W [1 [250]] >>',
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
    '<< /Type /Filespec /EF << /F 9 0 R >> >>',
    `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
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

describe('signing in a browser', () => {
  it('signs twice, verifies, and finds a changed byte (SIG8, SIG19)', async () => {
    const worker = await newSigningKey({ name: 'Wren', role: 'Social worker', organisation: 'Tarnwhistle' }, at);
    const manager = await newSigningKey({ name: 'Ash', role: 'Team manager', organisation: 'Tarnwhistle' }, at);
    const mark = { kind: 'typed', text: 'Wren' } as const;
    const once = await signPdf(await base('{}'), worker, { role: 'social-worker', statedTime: at, mark });
    if (!once.ok) throw new Error(once.problems[0].code);
    const twice = await signPdf(once.value, manager, { role: 'team-manager', statedTime: at });
    if (!twice.ok) throw new Error(twice.problems[0].code);

    const verified = await verifyPdf(twice.value, [worker.fingerprint]);
    if (!verified.ok) throw new Error(verified.problems[0].code);
    expect(verified.value.intact).to.equal(true);
    expect(verified.value.signatures.map(({ name, trusted }) => ({ name, trusted }))).to.deep.equal([
      { name: 'Wren', trusted: true },
      { name: 'Ash', trusted: false },
    ]);

    const changed = latin(text(twice.value).replace('/Count 0', '/Count 1'));
    const found = await verifyPdf(changed);
    if (!found.ok) throw new Error(found.problems[0].code);
    expect(found.value.intact).to.equal(false);
    expect(found.value.signatures.flatMap(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([
      'content-changed',
      'content-changed',
    ]);
  });

  it('keeps the key in the browser (SIG13)', async () => {
    const { privateKey } = await newSigningKey({ name: 'Wren', role: '', organisation: '' }, at);
    const copy = structuredClone(privateKey);
    expect(copy.extractable).to.equal(false);
    const refused = await crypto.subtle.exportKey('jwk', copy).then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
  });

  it('takes the attachment out again (SIG27)', async () => {
    const words = 'Wren said so. '.repeat(20_000);
    const outcome = await readAttachment(await base(words));
    expect(outcome.ok && text(outcome.value)).to.equal(words);
  });
});
