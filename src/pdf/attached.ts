import { ref, type FileObjects } from './file-objects.ts';
import { hexOf, pdfDate, textString } from './syntax.ts';

/** A file inside the document. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly md5: Uint8Array;
}

/** Writes a file into this one, and says what the catalog has to name. */
export function putAttachment(objects: FileObjects, { name, bytes, md5 }: Attachment, madeAt: Date): readonly string[] {
  const stream = objects.putStream(bytes, [
    { key: 'Type', value: '/EmbeddedFile' },
    { key: 'Subtype', value: '/application#2Fjson' },
    { key: 'Params', value: `<</Size ${bytes.length} /CheckSum <${hexOf(md5)}> /ModDate (${pdfDate(madeAt)})>>` },
  ]);
  const file = objects.reserve();
  objects.put(
    file,
    `<</Type /Filespec /F ${textString(name)} /UF ${textString(name)} /AFRelationship /Data /EF <</F ${stream} /UF ${stream}>>>>`,
  );
  return [`/AF [${ref(file)}]`, `/Names <</EmbeddedFiles <</Names [${textString(name)} ${ref(file)}]>>>>`];
}
