import { expect } from '@open-wc/testing';
import { answering, emptyDraft, withEdits } from '../../test/contracts/vault-contract.ts';
import { plainSeal } from './envelope.ts';
import { directories, type Storages } from './rescue-place.ts';
import { Rescue } from './rescue.ts';

const edit = answering('hopes', 'typed while the disk was full');
const refused = { draft: 'draft-1', expected: 4, edits: [edit], after: withEdits(emptyDraft('draft-1'), [edit]) };
const { storageBuckets, storage } = navigator as Storages;

// Locks are left out: they would keep this page from finding what it left itself, as if it were still at work.
const places: readonly [string, Storages, boolean][] = [
  ['a storage bucket', { ...(storageBuckets ? { storageBuckets } : {}) }, storageBuckets !== undefined],
  ['the private file system', { ...(storage ? { storage } : {}) }, storage?.getDirectory !== undefined],
  ['neither', {}, false],
];

describe('ST44 what storage refused', () => {
  for (const [place, storages, isThere] of places) {
    it(`is ${isThere ? 'kept in' : 'not kept where there is no such thing as'} ${place}, and found again`, async () => {
      const prefix = `homeward-test-${crypto.randomUUID().slice(0, 8)}-`;
      const kept = await new Rescue('training', plainSeal, directories(prefix, storages)).put(refused);
      const later = new Rescue('training', plainSeal, directories(prefix, storages));
      const found = await later.found();
      expect(found.map(({ draft, expected, after }) => ({ draft, expected, after }))).to.deep.equal(
        kept ? [{ draft: 'draft-1', expected: 4, after: refused.after }] : [],
      );
      if (/Chrom(e|ium)\//.test(navigator.userAgent)) expect(kept).to.equal(isThere);
      for (const { name } of found) await later.letGo(name);
      expect(await later.found()).to.deep.equal([]);
    });
  }

  it('is not found while the page that put it there is still open', async () => {
    const prefix = `homeward-test-${crypto.randomUUID().slice(0, 8)}-`;
    const kept = await new Rescue('training', plainSeal, directories(prefix)).put(refused);
    expect(await new Rescue('training', plainSeal, directories(prefix)).found()).to.deep.equal([]);
    const later = new Rescue(
      'training',
      plainSeal,
      directories(prefix, { ...(storageBuckets ? { storageBuckets } : {}), ...(storage ? { storage } : {}) }),
    );
    const found = await later.found();
    expect(found).to.have.length(kept ? 1 : 0);
    for (const { name } of found) await later.letGo(name);
  });
});
