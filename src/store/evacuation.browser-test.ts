import { expect } from '@open-wc/testing';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { deleteDatabase } from './delete-database.ts';
import { plainSeal } from './envelope.ts';
import { copiedDrafts } from './evacuation.suite.ts';
import { commitsHere, pocket } from './in-storage.suite.ts';
import { bucketsOf, copiesOf, standingName } from './second-place.ts';
import { Sentinel } from './sentinel.ts';
import { Suspicion } from './suspicion.ts';
import { DiskVault } from './vault.ts';

const edit = answering('hopes', 'a slow return');
const empty = emptyDraft('draft-1');

describe('ST50 a database that is no longer trusted', () => {
  it('is copied into a storage bucket where there are any, and comes back from it', async () => {
    const buckets = bucketsOf(navigator);
    const name = `homeward-test-${crypto.randomUUID().slice(0, 8)}`;
    const storage = pocket();
    const suspicion = new Suspicion(storage);
    const sentinel = new Sentinel('training', storage);
    const parts = { name, patience: 5_000, commitsNow: commitsHere, suspicion, buckets };
    const load = (): Promise<DiskVault> => DiskVault.open({ kind: 'training', seal: plainSeal, sentinel, ...parts });
    const copies = async (): Promise<number> =>
      buckets === null ? 0 : (await copiesOf(name, buckets)).filter((copy) => copy !== standingName(name)).length;

    const first = await load();
    await first.append('draft-1', 0, [], empty);
    await first.append('draft-1', 1, [edit], withEdits(empty, [edit]));
    suspicion.hold(); // as another tab does
    expect((await first.append('draft-1', 2, [], withEdits(empty, [edit]))).ok).to.equal(false);
    if (/Chrom(e|ium)\//.test(navigator.userAgent)) expect(buckets).not.to.equal(null);
    while (buckets !== null && (await copiedDrafts(name)) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    first.close();

    await deleteDatabase(name, 5_000);
    suspicion.letGo();
    const second = await load();
    const draft = await second.load('draft-1');
    expect(draft.ok ? draft.value.revision : draft.problems[0].code).to.equal(buckets === null ? 'drafts-gone' : 2);
    expect(await copies()).to.equal(0);
    second.close();
    await deleteDatabase(name, 5_000);
  });
});
