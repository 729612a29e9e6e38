import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Outcome, Problem } from '../../model/problem.ts';
import type { Verification } from '../../model/verification.ts';
import { attacks } from './attacks.suite.ts';
import { countersigned } from './ground.suite.ts';
import { got } from '../signed-pdf.suite.ts';
import { verifyPdf } from '../verify.ts';

/**
 * Every attack with what the verifier says: of each signature in order, then of the file. `unchanged` of a signature is
 * said where what it covers is as it was and nothing but signatures came later; the file then still is not intact.
 */
const expected: readonly (readonly [group: string, what: string, found: string])[] = [
  ['a byte changed', 'in the stream of a page', 'content-changed; content-changed | -'],
  ['a byte changed', 'in a font', 'content-changed; content-changed | -'],
  ['a byte changed', 'in a field', 'content-changed; content-changed | more-than-signatures'],
  ['a byte changed', 'in the version of the file', 'content-changed; content-changed | -'],
  ['a byte changed', 'in the identifier', 'content-changed; content-changed | more-than-signatures'],
  ['a byte changed', 'in a row of the first table', 'refused: not-made-by-this-toolkit'],
  ['a byte changed', 'in the appearance of the first signature', 'content-changed; content-changed | -'],
  ['a byte changed', 'in the appearance of the second signature', 'unchanged; content-changed | -'],
  [
    'a byte changed',
    'in the stated time of the first signature',
    'content-changed + certificate-not-valid-then; content-changed | -',
  ],
  ['a byte changed', 'in the role of the second signature', 'unchanged; content-changed | -'],
  ['a byte changed', 'in the certificate', 'certificate-exchanged; content-changed | -'],
  ['a byte changed', 'in the signature value', 'signature-wrong; content-changed | -'],
  ['a byte changed', 'in the zeros after a signature', 'signature-malformed; content-changed | -'],
  ['a byte changed', 'a digit of a signature in capitals', 'signature-malformed; content-changed | -'],
  ['a byte changed', 'in an older startxref', 'refused: not-made-by-this-toolkit'],
  ['a byte changed', 'in an older end mark', 'refused: not-made-by-this-toolkit'],
  ['text after the end', 'one letter', 'changed-after-signing; changed-after-signing | bytes-after-end'],
  ['text after the end', 'a line end', 'changed-after-signing; changed-after-signing | bytes-after-end'],
  ['text after the end', 'a megabyte of zeros', 'changed-after-signing; changed-after-signing | bytes-after-end'],
  ['text after the end', 'another end mark', 'changed-after-signing; changed-after-signing | bytes-after-end'],
  ['text after the end', 'a whole other file', 'refused: not-made-by-this-toolkit'],
  ['text after the end', 'the same file once more', 'refused: not-made-by-this-toolkit'],
  ['text before the beginning', 'a line', 'refused: not-a-pdf'],
  ['text before the beginning', 'a mark of byte order', 'refused: not-a-pdf'],
  [
    'an update replaces',
    'the content of a page',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['an update replaces', 'a page', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update replaces', 'the tree of pages', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  [
    'an update replaces',
    'the catalog by itself',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['an update replaces', 'the description', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update replaces', 'the metadata', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update replaces', 'the tags', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update replaces', 'a font', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  [
    'an update replaces',
    'the appearance of a signature',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'an update replaces',
    'a signature',
    'changed-after-signing; byte-range-wrong + certificate-not-valid-then | more-than-signatures + more-than-signatures',
  ],
  [
    'an update replaces',
    'a signed field by an empty one',
    'changed-after-signing | more-than-signatures + more-than-signatures',
  ],
  [
    'an update replaces',
    'the name of a signed field',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'an update replaces',
    'the place of a signed field',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'an update replaces',
    'the attached assessment',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'an update replaces',
    'which file is attached',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'an update adds',
    'a program that runs on opening',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['an update adds', 'a named program', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'actions of the document', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'layers', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'a form of another kind', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'a store of certificates', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'permissions', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'one more field to sign', 'refused: not-made-by-this-toolkit'],
  [
    'an update adds',
    'an object that nobody uses',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['an update adds', 'a stream of objects', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update adds', 'nothing', 'unchanged; unchanged | more-than-signatures'],
  ['an update adds', 'encryption', 'refused: pdf-encrypted'],
  ['an update adds', 'a table as a stream beside its own', 'refused: not-made-by-this-toolkit'],
  ['an update adds', 'a comment', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  ['an update takes away', 'the attachment', 'changed-after-signing; changed-after-signing | more-than-signatures'],
  [
    'an update takes away',
    'the field of the second signature',
    'changed-after-signing | more-than-signatures + more-than-signatures',
  ],
  ['an update takes away', 'a page by freeing it', 'refused: not-made-by-this-toolkit'],
  ['all saved anew', 'by qpdf, with streams of objects', 'refused: not-made-by-this-toolkit'],
  ['all saved anew', 'by qpdf, as one revision', 'byte-range-wrong; byte-range-wrong | not-made-by-this-toolkit'],
  [
    'all saved anew',
    'by qpdf, without the attachment',
    'byte-range-wrong; byte-range-wrong | not-made-by-this-toolkit',
  ],
  ['all saved anew', 'by qpdf, with a password', 'refused: pdf-encrypted'],
  ['hidden revisions', 'the way back leads past the first signature', 'none | no-signature + more-than-signatures'],
  ['hidden revisions', 'the way back leads past the second signature', 'changed-after-signing | more-than-signatures'],
  ['hidden revisions', 'the way back leads to itself', 'refused: not-made-by-this-toolkit'],
  ['hidden revisions', 'the way back leads forward', 'refused: not-made-by-this-toolkit'],
  ['hidden revisions', 'there is no way back', 'refused: not-made-by-this-toolkit'],
  ['hidden revisions', 'two older revisions are chained to each other', 'refused: not-made-by-this-toolkit'],
  ['hidden revisions', 'the last startxref names the first signature’s table', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'an old object is said to be where another one is', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'a page is read from inside an older stream', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'an object comes twice', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'an object of another generation', 'refused: not-made-by-this-toolkit'],
  [
    'tricks with the table',
    'an object that is not listed',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['tricks with the table', 'an object lies in another', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'another beginning of the document', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'a key of the trailer comes twice', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'a key comes twice in disguise', 'refused: not-made-by-this-toolkit'],
  ['tricks with the table', 'two billion rows', 'refused: not-made-by-this-toolkit'],
  [
    'between the signatures',
    'the content of a page changes',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  ['between the signatures', 'the attachment changes', 'changed-after-signing; unchanged | more-than-signatures'],
  [
    'between the signatures',
    'an object comes that nobody uses',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  ['between the signatures', 'nothing comes, as a revision of its own', 'unchanged; unchanged | more-than-signatures'],
  [
    'in the update of a signature',
    'the content of a page changes',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the first signature’s picture changes',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the other field is signed with the same signature',
    'changed-after-signing; changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the picture brings a font of its own',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the picture draws another picture',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the picture covers the page',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'the picture is a group with effects',
    'changed-after-signing; unchanged | more-than-signatures',
  ],
  [
    'in the update of a signature',
    'its role is that of a field signed before',
    'unchanged | more-than-signatures + more-than-signatures',
  ],
  [
    'shadow: hide',
    'an annotation over the text',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'shadow: replace',
    'a font with other letters for the same codes',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'shadow: hide and replace',
    'a second document, prepared before signing, is brought to the front',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  ['shadow: prepared before signing', 'a program waits in the base', 'unchanged; unchanged | not-made-by-this-toolkit'],
  ['shadow: prepared before signing', 'layers wait in the base', 'unchanged; unchanged | not-made-by-this-toolkit'],
  [
    'fonts that a signature brings',
    'called as the form’s own',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'drawn by programs of their own',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'with more in them than a font has',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'with letters from somewhere else',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'with another way to its letters',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'whose program lies outside of the file',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'whose program is a page',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'that no picture uses',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'one font under both names',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'beside a signature that shows nothing',
    'changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'replaced by a later update',
    'changed-after-signing; changed-after-signing | more-than-signatures',
  ],
  [
    'fonts that a signature brings',
    'used by a later signature as its own',
    'changed-after-signing; changed-after-signing; byte-range-wrong | more-than-signatures',
  ],
  ['byte ranges', 'the gap begins too early', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'the gap ends too late', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'the end is not covered', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'more is covered than there is', 'unchanged; byte-range-wrong | -'],
  ['byte ranges', 'the beginning is not covered', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'both parts overlap', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'the second part is empty', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'there are three parts', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'a negative length', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'a length beyond all numbers', 'byte-range-wrong; content-changed | more-than-signatures'],
  ['byte ranges', 'the second is that of the first', 'unchanged; byte-range-wrong | -'],
  ['keys', 'the certificate of somebody else with the same name', 'certificate-exchanged; content-changed | -'],
  ['keys', 'a new signature by a key with the same name', 'unchanged; content-changed | -'],
  ['keys', 'somebody else’s key under the certificate', 'signature-wrong; content-changed | -'],
  ['keys', 'a time after the certificate', 'unchanged; certificate-not-valid-then | -'],
  ['keys', 'a time before the certificate', 'unchanged; certificate-not-valid-then | -'],
  ['keys', 'another algorithm of signing', 'key-not-supported; content-changed | -'],
  ['keys', 'another digest', 'signature-malformed; content-changed | -'],
  ['keys', 'the signature of the other person', 'content-changed + name-differs; content-changed | -'],
  ['keys', 'no signature, only zeros', 'signature-malformed; content-changed | -'],
  ['keys', 'two signers', 'signature-malformed; content-changed | -'],
  ['keys', 'a signature of the old kind', 'signature-malformed; content-changed | more-than-signatures'],
  ['keys', 'another name beside the signature', 'content-changed + name-differs; content-changed | -'],
  ['cut off', 'the second signature', 'unchanged | -'],
  ['cut off', 'both signatures', 'none | no-signature'],
  ['cut off', 'the last bytes', 'refused: not-made-by-this-toolkit'],
  ['cut off', 'half of the file', 'refused: not-made-by-this-toolkit'],
];

const codes = (problems: readonly Problem[]): string => problems.map(({ code }) => code).join(' + ');

function found(outcome: Outcome<Verification>): string {
  if (!outcome.ok) return `refused: ${codes(outcome.problems)}`;
  const { signatures, problems } = outcome.value;
  const each = signatures.map((signature) => codes(signature.problems) || 'unchanged');
  return `${each.join('; ') || 'none'} | ${codes(problems) || '-'}`;
}

describe('attacks on one countersigned file', () => {
  test('the file itself is intact, with one place still empty', async () => {
    const { intact, signatures, missing } = got(await verifyPdf(countersigned));
    expect({ intact, missing }).toEqual({ intact: true, missing: ['parent'] });
    expect(signatures.every(({ unchanged }) => unchanged)).toBe(true);
  });

  test('every one of at least sixty is refused or told for what it is, and only one cannot be seen', async () => {
    const outcomes = await Promise.all(attacks.map(({ bytes }) => verifyPdf(bytes)));
    const seen = attacks.map(({ group, what }, index) => {
      const outcome = outcomes[index];
      return [group, what, outcome ? found(outcome) : ''];
    });
    expect(seen).toEqual(expected);
    expect(seen.length).toBeGreaterThanOrEqual(60);
    const intact = attacks.filter((_, index) => {
      const outcome = outcomes[index];
      return outcome?.ok === true && outcome.value.intact;
    });
    // That the last signature was cut off is in no file to be seen: the verifier says that a place is empty.
    expect(intact.map(({ group, what }) => `${group}: ${what}`)).toEqual(['cut off: the second signature']);
    // No two are the same file, and none is the file it was made from.
    const files = [countersigned, ...attacks.map(({ bytes }) => bytes)];
    expect(new Set(files.map((each) => createHash('sha256').update(each).digest('hex'))).size).toBe(files.length);
  });
});
