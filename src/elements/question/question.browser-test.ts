import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { loadPackCore } from '../../content/packs.ts';
import type { Answer } from '../../model/answer.ts';
import '../homeward-question.ts';
import { alone } from './alone.ts';
import type { HomewardQuestion } from './question.ts';

const inside = (element: HomewardQuestion): ShadowRoot | null | undefined =>
  element.shadowRoot?.querySelector('homeward-form')?.shadowRoot;

async function asked(id: string, value: Answer | null = null): Promise<HomewardQuestion> {
  const element = await fixture<HomewardQuestion>(
    html`<homeward-question question=${id} .value=${value}></homeward-question>`,
  );
  await waitUntil(() => inside(element)?.querySelector('.hw-question'), `${id} is not asked`, { timeout: 4_000 });
  return element;
}

describe('homeward-question', () => {
  it('asks one question with its guidance, tells of the answer and holds it', async () => {
    const element = await asked('child-wishes');
    const root = inside(element);
    expect(root?.querySelectorAll('.hw-question').length).to.equal(1);
    expect(root?.textContent).to.include('Why this is asked');
    const heard: (Answer | null)[] = [];
    element.addEventListener('homeward-answer', ({ answer }) => heard.push(answer));
    root?.querySelector<HTMLInputElement>('input[type="radio"][value="wants"]')?.click();
    expect(heard).to.deep.equal([{ is: 'given', value: 'wants' }]);
    expect(element.value).to.deep.equal({ is: 'given', value: 'wants' });
    await expect(element).to.be.accessible();
  });

  it('begins with the answer a page hands over', async () => {
    const element = await asked('child-wishes', { is: 'given', value: 'does-not-want' });
    await waitUntil(() => inside(element)?.querySelector<HTMLInputElement>('input[value="does-not-want"]')?.checked);
  });

  it('says so where there is no such question', async () => {
    const element = await fixture<HomewardQuestion>(html`<homeward-question question="nothing"></homeward-question>`);
    await waitUntil(() => element.shadowRoot?.textContent.includes('There is no question under this name.'));
  });

  it('asks every question of the pack, whatever other answers it rests on', async () => {
    const pack = await loadPackCore('sparf', 'en');
    if (!pack.ok) throw new Error(pack.problems[0].code);
    const element = await asked('child-wishes');
    element.pack = pack.value;
    const silent: string[] = [];
    const inSections = pack.value.questions.filter((question) => alone(pack.value, question).ok);
    expect(inSections.length).to.be.greaterThan(130);
    for (const { id } of inSections) {
      element.question = id;
      await element.updateComplete;
      await waitUntil(() => inside(element)?.querySelector(`[data-key^="${id}"]`), id, { timeout: 1_000 }).catch(() =>
        silent.push(id),
      );
    }
    expect(silent).to.deep.equal([]);
  }).timeout(20_000);
});
