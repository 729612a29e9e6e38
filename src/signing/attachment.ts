import type { Outcome } from '../model/problem.ts';
import { readDocument, type PdfDocument } from './document.ts';
import { contentOf } from './inflate.ts';
import type { PdfValue } from './syntax.ts';
import { attempt, foreign, Unreadable } from './unreadable.ts';
import { itemsOf, referenceOf, textOf } from './values.ts';

const attachmentName = 'assessment.json';
const largestAttachment = 20 * 1024 * 1024;

/**
 * The bytes of the assessment attached to a PDF of this toolkit, signed or not; at most 20 MB.
 *
 * Says nothing about whether they are unchanged: that is `verifyPdf`'s answer. What is inside comes from outside, and
 * has to be checked like any other file.
 */
export async function readAttachment(bytes: Uint8Array): Promise<Outcome<Uint8Array>> {
  return attempt(async () => {
    const document = readDocument(bytes);
    const specification = document.dictionary(attached(document));
    const file = document.dictionary(specification.entries.get('EF')).entries.get('F');
    return contentOf(document.object(referenceOf(file)), largestAttachment);
  });
}

function attached(document: PdfDocument): PdfValue {
  const names = document.catalog().entries.get('Names');
  const files = names && document.dictionary(names).entries.get('EmbeddedFiles');
  if (!files) throw new Unreadable('no-attachment', 'the file has no attachment');
  const pairs = itemsOf(document.dictionary(files).entries.get('Names'));
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const specification = pairs[index + 1];
    if (textOf(pairs[index]) === attachmentName && specification) return specification;
  }
  if (pairs.length % 2 !== 0) throw foreign('names of attachments');
  throw new Unreadable('no-attachment', 'the file has another attachment');
}
