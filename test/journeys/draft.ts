import type { Page } from 'playwright-core';
import { apply } from '../../src/model/apply.ts';
import type { Assessment, Edit } from '../../src/model/assessment.ts';
import type { PieceRecord } from '../../src/store/db.ts';
import { recordId } from '../../src/store/envelope.ts';
import { written } from '../../src/store/pieces.ts';
import { summaryOf } from '../../src/store/summary.ts';
import { inDatabase } from './database.ts';
import { pack, valueOf } from './guidance.ts';

/** What of a resting piece is read here. */
type Piece = Pick<PieceRecord, 'revision'> & { readonly envelope: { readonly bytes: Uint8Array } };

/** The draft `id` as it rests on the disk now, put together by the program's own rules. */
export async function restingDraft(page: Page, id: string): Promise<Assessment> {
  const { snapshot, journal } = await inDatabase(
    page,
    async (db, draft) => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(request.error ?? new Error('not read'));
          };
        });
      const transaction = db.transaction(['snapshot', 'journal']);
      const range = IDBKeyRange.bound([draft], [draft, []]);
      const piecesIn = (store: string): Promise<readonly Piece[]> =>
        asked(transaction.objectStore(store).getAll(range) as IDBRequest<Piece[]>);
      const [snapshots, journal] = await Promise.all([piecesIn('snapshot'), piecesIn('journal')]);
      const text = (piece: Piece): string => new TextDecoder().decode(piece.envelope.bytes);
      const newest = snapshots.at(-1);
      if (!newest) throw new Error('there is no such draft');
      const after = journal.filter(({ revision }) => revision > newest.revision);
      return { snapshot: text(newest), journal: after.map(text) };
    },
    id,
  );
  const edits = journal.flatMap((each) => JSON.parse(each) as readonly Edit[]);
  const begun = JSON.parse(snapshot) as Assessment;
  return edits.reduce((now, edit) => valueOf(apply(pack, now, edit)), begun);
}

/** Lays `assessment` into the app's store as a draft just begun, and shows the list of drafts again. */
export async function layDown(page: Page, origin: string, assessment: Assessment): Promise<void> {
  const { id } = assessment;
  const piece = (kind: 'head' | 'journal' | 'snapshot', bytes: Uint8Array): { record: string; text: string } => ({
    record: recordId(kind, id, 1),
    text: new TextDecoder().decode(bytes),
  });
  await page.goto(`${origin}/#/assessments`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inDatabase(
    page,
    async (db, { draft, pieces }) => {
      const transaction = db.transaction(['head', 'journal', 'snapshot'], 'readwrite');
      for (const [store, { record, text }] of Object.entries(pieces)) {
        const envelope = { version: 1, seal: 'plain', record, bytes: new TextEncoder().encode(text) };
        transaction.objectStore(store).put({ id: draft, revision: 1, envelope });
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
    },
    {
      draft: id,
      pieces: {
        head: piece('head', written(summaryOf(assessment, 1))),
        journal: piece('journal', written([])),
        snapshot: piece('snapshot', written(assessment)),
      },
    },
  );
  await page.reload();
  await page.getByText(assessment.reference).first().waitFor();
}
