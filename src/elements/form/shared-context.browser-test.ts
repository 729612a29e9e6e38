import { expect } from '@open-wc/testing';
import { LOCALE_STATUS_EVENT } from '@lit/localize';
import { assessmentOf, child, choices, column, given, packWith, row } from '../../../test/fixtures/small-pack.ts';
import type { Pack } from '../../model/pack.ts';
import type { Place } from '../../model/assessment.ts';
import { Session } from '../../session/session.ts';
import { deviceWorld } from '../../session/world.ts';
import { HomewardForm } from './form.ts';

if (!customElements.get('homeward-form')) customElements.define('homeward-form', HomewardForm);

const pack: Pack = packWith([
  { id: 'purpose', kind: 'single-choice', choices: choices('home', 'away'), required: false },
  { id: 'words', labelByPurpose: { away: 'Asked of those away' } },
  { id: 'when', kind: 'date' },
  { id: 'each', repeats: ['child'] },
  { id: 'plan', kind: 'table', columns: [column('who', { kind: 'person', required: true })] },
  { id: 'other' },
]);

const place = (question: string, subject: string | null = null): Place => ({ question, subject, round: 0 });

async function formOf(): Promise<{ form: HomewardForm; session: Session }> {
  const people = [child('a'), child('b')];
  const session = new Session({
    pack,
    world: deviceWorld,
    assessment: assessmentOf(pack, { plan: [row('r1', { who: 'a' })] }, people),
  });
  const form = new HomewardForm();
  form.session = session;
  form.view = 'all';
  document.body.append(form);
  await form.updateComplete;
  return { form, session };
}

const find = (form: HomewardForm, selector: string): HTMLElement => {
  const found = form.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const box = (form: HomewardForm, selector: string): HTMLInputElement => {
  const found = find(form, selector);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${selector} is no box`);
  return found;
};
const question = (form: HomewardForm, key: string): HTMLElement => find(form, `[data-key="${key}"]`);

function type(form: HomewardForm, name: string, text: string): void {
  const typedIn = box(form, `[name="${name}"]`);
  typedIn.value = text;
  typedIn.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('a form that shows anew only what changed', () => {
  let form: HomewardForm;
  let session: Session;
  beforeEach(async () => ({ form, session } = await formOf()));
  afterEach(() => {
    form.remove();
  });

  it('leaves the elements of every other question as they are', async () => {
    const touched: MutationRecord[] = [];
    const observer = new MutationObserver((records) => touched.push(...records));
    observer.observe(question(form, 'other'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    type(form, 'words', 'Something');
    await form.updateComplete;
    expect(observer.takeRecords().concat(touched)).to.deep.equal([]);
    observer.disconnect();
  });

  it('shows what undo brings back in the box it came from', async () => {
    type(form, 'words', 'First');
    await form.updateComplete;
    session.undo();
    await form.updateComplete;
    expect(box(form, '[name="words"]').value).to.equal('');
  });

  it('words the questions anew when the purpose changes', async () => {
    session.answer(place('purpose'), given('away'));
    await form.updateComplete;
    expect(question(form, 'words').textContent).to.contain('Asked of those away');
  });

  it('calls a person by the new name wherever the name stands', async () => {
    session.change({ do: 'change-person', person: 'a', set: { name: 'Sorrel Fennimore' } });
    await form.updateComplete;
    expect(question(form, 'each~a').textContent).to.contain('Sorrel Fennimore');
    expect(find(form, '[data-row="r1"] summary').textContent).to.contain('Sorrel Fennimore');
  });

  it('marks a date that is none once somebody has left it', async () => {
    find(form, '[name="when.day"]').focus();
    type(form, 'when.day', '31');
    type(form, 'when.month', '2');
    type(form, 'when.year', '2026');
    await form.updateComplete;
    expect(question(form, 'when').querySelector('.hw-mark')).to.equal(null);
    find(form, '[name="other"]').focus();
    await form.updateComplete;
    expect(question(form, 'when').querySelector('.hw-mark')).not.to.equal(null);
  });

  it('shows a question again when only its state changed', async () => {
    session.answer(place('other'), { is: 'declined', reason: 'They said no.' });
    await form.updateComplete;
    expect(find(form, '[name="other.state"]')).to.have.property('value', 'declined');
    expect(box(form, '[name="other.reason"]').value).to.equal('They said no.');
  });

  it('marks the question somebody is in, and no other', async () => {
    find(form, '[name="words"]').focus();
    await form.updateComplete;
    find(form, '[name="other"]').focus();
    await form.updateComplete;
    const current = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-current="true"]')].map(
      (each) => each.dataset.key,
    );
    expect(current).to.deep.equal(['other']);
  });

  it('offers undo at the question a row was removed from', async () => {
    const remove = [...question(form, 'plan').querySelectorAll('button')].find((button) =>
      button.textContent.includes('Remove'),
    );
    remove?.click();
    await form.updateComplete;
    await form.updateComplete;
    find(form, '[data-key="plan"] .hw-removed button').click();
    await form.updateComplete;
    expect(form.renderRoot.querySelector('[data-row="r1"]')).not.to.equal(null);
  });

  it('shows every question anew when it becomes read-only or the interface speaks another language', async () => {
    form.readonly = true;
    await form.updateComplete;
    expect(box(form, '[name="other"]').readOnly).to.equal(true);
    const before = session.assessment;
    session.speak({
      ...pack,
      questions: pack.questions.map((each) => ({ ...each, label: `${each.label}, told otherwise` })),
    });
    window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: 'ready', readyLocale: 'en' } }));
    await form.updateComplete;
    expect(question(form, 'other').textContent).to.contain('told otherwise');
    expect(session.assessment).to.equal(before);
  });

  it('shows the model answers when they are asked for, and hides them again', async () => {
    session.answer(place('other'), { is: 'given', value: 'A model' });
    await form.updateComplete;
    expect(form.renderRoot.querySelector('.hw-model')).to.equal(null);
    form.model = session.assessment;
    await form.updateComplete;
    expect(question(form, 'other').querySelector('.hw-model')).not.to.equal(null);
    form.model = null;
    await form.updateComplete;
    expect(form.renderRoot.querySelector('.hw-model')).to.equal(null);
  });

  it('never leaves the page when Enter is pressed in a box', () => {
    const sent = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    find(form, 'form').dispatchEvent(sent);
    expect(sent.defaultPrevented).to.equal(true);
  });
});
