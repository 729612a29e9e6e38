import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { MemoryVault } from '../../store/memory-vault.ts';
import '../homeward-assessment.ts';
import type { SaveEvent } from './save-event.ts';
import type { HomewardAssessment } from './assessment.ts';

const shown = (element: HomewardAssessment): string =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
const box = (element: HomewardAssessment): HTMLTextAreaElement | null | undefined =>
  element.shadowRoot?.querySelector('homeward-form')?.shadowRoot?.querySelector('textarea');

async function type(element: HomewardAssessment, words: string): Promise<void> {
  await waitUntil(() => box(element), 'asks nothing', { timeout: 4_000 });
  const control = box(element);
  if (!control) return;
  control.value = words;
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

describe('homeward-assessment', () => {
  it('keeps what is typed in this browser, for the next time its name is opened', async () => {
    const id = `kept-${crypto.randomUUID()}`;
    const one = await fixture<HomewardAssessment>(
      html`<homeward-assessment assessment-id=${id} section="child-voice"></homeward-assessment>`,
    );
    const heard: SaveEvent[] = [];
    one.addEventListener('homeward-save', (event) => heard.push(event));
    await type(one, 'Llŷn – é');
    await waitUntil(() => heard.at(-1)?.state === 'saved', 'never saves');
    expect(heard.at(-1)?.isKept).to.equal(true);
    expect(shown(one)).to.match(/Saved \d\d:\d\d on this computer/);
    await expect(one).to.be.accessible();
    one.remove();

    const again = await fixture<HomewardAssessment>(
      html`<homeward-assessment assessment-id=${id} section="child-voice"></homeward-assessment>`,
    );
    await waitUntil(() => box(again)?.value === 'Llŷn – é', 'does not bring it back');
    const other = await fixture<HomewardAssessment>(
      html`<homeward-assessment assessment-id="${id}-other" section="child-voice"></homeward-assessment>`,
    );
    await waitUntil(() => box(other), 'asks nothing', { timeout: 4_000 });
    expect(box(other)?.value).to.equal('');
  });

  it('says so where nothing outlives the page', async () => {
    const vault = new MemoryVault('training', { code: 'memory-only', place: {}, detail: 'frame' });
    const element = await fixture<HomewardAssessment>(
      html`<homeward-assessment .vault=${vault} section="child-voice"></homeward-assessment>`,
    );
    await waitUntil(() => shown(element).includes('Kept on this page only'), shown(element));
  });

  it('lets nobody write on where another tab wrote', async () => {
    const vault = new MemoryVault('training', { code: 'memory-only', place: {}, detail: 'frame' });
    const [one, other] = await Promise.all(
      [0, 1].map(async (at) => {
        if (at === 1) await waitUntil(async () => (await vault.load('both')).ok);
        return fixture<HomewardAssessment>(
          html`<homeward-assessment assessment-id="both" .vault=${vault} section="child-voice"></homeward-assessment>`,
        );
      }),
    );
    if (!one || !other) throw new Error('two were asked for');
    await waitUntil(() => box(one) && box(other), 'asks nothing');
    await type(one, 'first');
    await waitUntil(() => one.shadowRoot?.querySelector('[data-saving="saved"]'));
    await type(other, 'second');
    await waitUntil(() => other.shadowRoot?.querySelector('[data-saving="conflict"]'), shown(other));
    expect(shown(other)).to.include('It was changed in another tab.');
    const kept = await vault.load('both');
    expect(JSON.stringify(kept)).to.include('first').and.not.include('second');
  });
});
