import { expect } from '@open-wc/testing';
import { answering, emptyDraft, opened, withEdits } from '../../test/contracts/vault-contract.ts';
import { inStorage } from './in-storage.suite.ts';

/** A frame in which somebody has just typed and nothing is saved yet. */
async function typingFrame(database: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const script = frame.contentDocument?.createElement('script');
  if (script === undefined) throw new Error('A frame without a document.');
  const state = new Promise((resolve) => {
    addEventListener(
      'message',
      ({ data }) => {
        resolve(data);
      },
      { once: true },
    );
  });
  script.type = 'module';
  script.src = `${new URL('./page-hide.suite.ts', import.meta.url).href}?database=${database}`;
  frame.contentDocument?.head.append(script);
  expect(await state).to.equal('unsaved');
  return frame;
}

/** What rests in `database`, as soon as that is `expected`, or after a second. */
async function resting(database: string, expected: unknown): Promise<unknown> {
  const vault = await inStorage({ name: database });
  for (let tries = 20; ; tries -= 1) {
    const now = opened(await vault.load('draft-1'));
    if (tries === 0 || JSON.stringify(now) === JSON.stringify(expected)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('SV7 ST5 a page that goes away just after somebody typed', () => {
  const edit = answering('hopes', 'typed just before the page went away');
  const before = { assessment: emptyDraft('draft-1'), revision: 1 };
  const typed = { assessment: withEdits(emptyDraft('draft-1'), [edit]), revision: 2 };
  const isWebKit = !/Chrom(e|ium)\/|Gecko\/\d/.test(navigator.userAgent);

  const ways: readonly [string, (frame: HTMLIFrameElement) => Promise<void>][] = [
    [
      'leads elsewhere',
      (frame) =>
        new Promise((resolve) => {
          // A busy machine leaves some time after it was asked to: until then nothing has gone away.
          frame.addEventListener('load', () => {
            resolve();
          });
          frame.contentWindow?.location.replace('about:blank?elsewhere');
        }),
    ],
    [
      'is removed',
      (frame) => {
        frame.remove();
        return Promise.resolve();
      },
    ],
  ];
  for (const [way, leave] of ways) {
    // WebKit ends such writes, whole, and there is no way round it: see commit.ts.
    const whatHolds = isWebKit ? 'leaves the draft whole' : 'has saved it';
    it(`${whatHolds} when it ${way}`, async () => {
      const database = `homeward-training-hide-${crypto.randomUUID()}`;
      const frame = await typingFrame(database);
      await leave(frame);
      const found = await resting(database, typed);
      if (isWebKit) expect([typed, before]).to.deep.include(found);
      else expect(found).to.deep.equal(typed);
      frame.remove();
    });
  }
});
