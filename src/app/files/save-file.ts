import type { Lock } from '../../exchange/age-file.ts';
import { bytesOf, nameFor, nameOf, type CommentsFile, type HandOver, type Making } from '../../exchange/hand-over.ts';
import { outcome, type Outcome } from '../../model/problem.ts';
import { deviceWorld } from '../../session/world.ts';
import { download } from '../download.ts';
import type { Called } from './save-form.ts';
import { inWorker } from './in-worker.ts';

declare const HOMEWARD_VERSION: string;

/** What a file made here and now says of itself. */
export const makingBy = (from: string): Making => ({
  madeBy: HOMEWARD_VERSION,
  madeAt: deviceWorld.now(),
  from: from.trim().slice(0, 500),
});

/** What a file with the draft `id` at `revision` is called. */
export const calledDraft =
  (id: string, revision: number): Called =>
  (at, ending) =>
    nameFor({ is: 'drafts', ids: [id], revision }, at, ending);

/** The bytes of a file and its name, enclosed for `lock`; without one as plain text. */
export async function fileOf(
  content: HandOver | CommentsFile,
  lock: Lock | null,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>> {
  const enclosed = await inWorker({ do: 'enclose', bytes: bytesOf(content), lock });
  return enclosed.ok ? outcome({ name: nameOf(content, lock ? 'age' : 'json'), bytes: enclosed.value }, []) : enclosed;
}

/** Hands such a file to the person; its name. */
export async function saveFile(content: HandOver | CommentsFile, lock: Lock | null): Promise<Outcome<string>> {
  const file = await fileOf(content, lock);
  if (!file.ok) return file;
  const { name, bytes } = file.value;
  download(bytes, name, lock ? 'application/octet-stream' : 'application/json');
  return outcome(name, []);
}
