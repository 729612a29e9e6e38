import { derItem } from './der.ts';
import { told, withTool } from './signed-pdf.suite.ts';

/** What other programs say about a file: of each signature in order whether it holds, and whether it covers the whole file. */
export interface Said {
  readonly pdfsig: readonly boolean[];
  readonly mutool: readonly boolean[];
  readonly openssl: readonly boolean[];
  /** By pdfsig: whether the last signature covers the file to its end. */
  readonly total: boolean;
}

/** Asks poppler, MuPDF and OpenSSL. None of them knows of our rules, nor looks for what came between two signatures. */
export function saidOf(bytes: Uint8Array): Said {
  const poppler = told(bytes, 'pdfsig', '-nocert', 'report.pdf').text;
  const mupdf = told(bytes, 'mutool', 'sign', '-v', 'report.pdf').text;
  return {
    pdfsig: [...poppler.matchAll(/Signature Validation: (.*)/g)].map(([, said]) => said === 'Signature is Valid.'),
    mutool: [...mupdf.matchAll(/Certificate error:.*\n\t(.*)|\t(Digest error.*|.*invalid.*)/gi)].map(([, said = '']) =>
      /^The (document is unchanged since signing|signature is valid but there have been edits since signing)/.test(
        said,
      ),
    ),
    openssl: cmsOf(bytes).map(({ signature, content }) => opensslHolds(signature, content)),
    total: / {2}- Total document signed/.test(poppler),
  };
}

interface Part {
  readonly signature: Uint8Array;
  readonly content: Uint8Array;
}

/** Each signature with the bytes it says it covers, found without our reader. */
function cmsOf(bytes: Uint8Array): readonly Part[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\/Contents <([0-9a-fA-F]+)>/g;
  return Array.from(text.matchAll(found), ([, start, from, length, digits = '']) => {
    const [first, second] = [Number(start), Number(from)];
    const content = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + Number(length))]);
    return { signature: derItem(new Uint8Array(Buffer.from(digits, 'hex'))).whole, content };
  });
}

function opensslHolds(signature: Uint8Array, content: Uint8Array): boolean {
  const command = 'openssl cms -verify -inform DER -in sig.der -content ranges.bin -binary -noverify -out /dev/null';
  const [program, ...rest] = command.split(' ');
  return withTool(
    { 'sig.der': signature, 'ranges.bin': content },
    [program ?? 'openssl', ...rest],
    ({ status }) => status === 0,
  );
}
