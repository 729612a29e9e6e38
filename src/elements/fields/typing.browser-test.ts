import { expect } from '@open-wc/testing';
import { column, parent, row } from '../../../test/fixtures/small-pack.ts';
import { FormOnPage } from '../form/on-page.suite.ts';

/** Pastes `text` into a box as a person does; true where the form took it in its own way. */
function paste(box: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox leaves out of a made event what a real one carries.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  return !box.dispatchEvent(event);
}

describe('a text box', () => {
  let page: FormOnPage;
  beforeEach(async () => {
    page = new FormOnPage([{ id: 'words', kind: 'long-text' }, { id: 'count', kind: 'number' }, { id: 'other' }]);
    await page.shown();
  });
  afterEach(() => {
    page.remove();
  });

  it('keeps the caret where it is while somebody types in the middle', async () => {
    await page.type('words', 'She came home.');
    const box = page.box('words');
    box.setSelectionRange(3, 3);
    await page.type('words', ' never');
    expect(box.value).to.equal('She never came home.');
    expect([box.selectionStart, box.selectionEnd]).to.deep.equal([9, 9]);
    expect(page.assessment.answers.words).to.deep.equal({ is: 'given', value: 'She never came home.' });
  });

  it('grows with what is typed', async () => {
    const before = page.box('words').offsetHeight;
    await page.fill('words', 'One line.\n'.repeat(12));
    expect(page.box('words').offsetHeight).to.be.greaterThan(before);
  });

  it('shows the text from before once that is brought back', async () => {
    page.session.answer({ question: 'words', subject: null, round: 0 }, { is: 'given', value: 'Before' });
    page.session.answer({ question: 'other', subject: null, round: 0 }, { is: 'given', value: 'x' });
    await page.shown();
    await page.fill('words', 'After');
    page.session.undo();
    await page.shown();
    expect(page.box('words').value).to.equal('Before');
  });

  it('keeps a number as it was typed, and marks what is none only once the box is left', async () => {
    await page.type('count', '03');
    expect(page.box('count').value).to.equal('03');
    expect(page.assessment.answers.count).to.deep.equal({ is: 'given', value: 3 });
    await page.type('count', 'x');
    expect(page.has('[data-key="count"] .hw-mark')).to.equal(false);
    page.box('other').focus();
    await page.shown();
    const mark = page.find('[data-key="count"] .hw-mark', HTMLElement);
    expect(page.box('count').getAttribute('aria-describedby')).to.contain(mark.id);
    expect(page.box('count').value).to.equal('03x');
  });
});

describe('a date in three boxes', () => {
  let page: FormOnPage;
  const boxes = (name: string): readonly string[] =>
    (['day', 'month', 'year'] as const).map((part) => page.box(`${name}.${part}`).value);
  const start = async (answers: ConstructorParameters<typeof FormOnPage>[1] = {}): Promise<void> => {
    page = new FormOnPage(
      [
        { id: 'when', kind: 'date' },
        { id: 'events', kind: 'chronology-table', columns: [column('date', { kind: 'date', required: true })] },
        { id: 'other' },
        { id: 'agreed', kind: 'signature' },
      ],
      answers,
    );
    await page.shown();
  };
  afterEach(() => {
    page.remove();
  });

  it('D2: spreads a date typed into one box over the three once the box is left', async () => {
    await start();
    await page.type('when.day', '27 mar 2026');
    await page.leave('when.day', 'when.month');
    expect(boxes('when')).to.deep.equal(['27', '3', '2026']);
    expect(page.assessment.answers.when).to.deep.equal({ is: 'given', value: '2026-03-27' });
  });

  for (const text of ['27/3/2026', '2026-03-27', '27th March 2026'])
    it(`D2: spreads ${text} over the three boxes when it is pasted into any`, async () => {
      await start();
      expect(paste(page.box('when.year'), text)).to.equal(true);
      await page.shown();
      expect(page.assessment.answers.when).to.deep.equal({ is: 'given', value: '2026-03-27' });
    });

  it('D2: leaves a pasted text that is no date to the browser', async () => {
    await start();
    expect(paste(page.box('when.day'), 'some time in March')).to.equal(false);
    expect(paste(page.box('other'), '2026-03-27')).to.equal(false);
  });

  it('keeps 03 as 03', async () => {
    await start();
    await page.type('when.day', '03');
    await page.type('when.month', '03');
    await page.type('when.year', '2026');
    page.box('other').focus();
    await page.shown();
    expect(boxes('when')).to.deep.equal(['03', '03', '2026']);
    expect(page.assessment.answers.when).to.deep.equal({ is: 'given', value: '2026-03-03' });
  });

  it('D1: marks an impossible date only after the three boxes are left, and never takes it away', async () => {
    await start();
    await page.type('when.day', '31');
    await page.type('when.month', 'Feb');
    await page.type('when.year', '2026');
    page.box('when.day').focus();
    await page.shown();
    expect(page.has('[data-key="when"] .hw-mark')).to.equal(false);
    page.box('other').focus();
    await page.shown();
    const mark = page.find('[data-key="when"] .hw-mark', HTMLElement);
    expect(page.find('[data-key="when"] fieldset', HTMLElement).getAttribute('aria-describedby')).to.contain(mark.id);
    expect(boxes('when')).to.deep.equal(['31', 'Feb', '2026']);
    expect(page.assessment.answers.when).to.deep.equal({ is: 'unread', text: '31/Feb/2026' });
  });

  it('D1: takes a month and year, or a year alone, where dates may be partly known', async () => {
    await start({ answers: { events: [row('r', {})] } });
    await page.type('events.r.date.year', '2025');
    expect(page.assessment.answers.events).to.deep.equal({ is: 'given', value: [row('r', { date: '2025' })] });
    await page.type('events.r.date.month', 'March');
    expect(page.assessment.answers.events).to.deep.equal({ is: 'given', value: [row('r', { date: '2025-03' })] });
    expect(boxes('events.r.date')).to.deep.equal(['', 'March', '2025']);
  });

  it('D1: does not take a year alone where the whole date is asked for', async () => {
    await start();
    await page.type('when.year', '2025');
    expect(page.assessment.answers.when).to.deep.equal({ is: 'unread', text: '//2025' });
  });

  it('leaves the other boxes alone while one is emptied to type it anew', async () => {
    const entry = { person: 'juno', role: 'parent', date: '2026-03-27', statement: 'Yes.' };
    await start({
      people: [parent('juno')],
      answers: { agreed: [entry], when: { is: 'not-known', by: '2026-12-01' } },
    });
    await page.fill('agreed.1.date.day', '');
    expect(boxes('agreed.1.date')).to.deep.equal(['', '3', '2026']);
    await page.type('agreed.1.date.day', '28');
    expect(page.assessment.answers.agreed).to.deep.equal({ is: 'given', value: [{ ...entry, date: '2026-03-28' }] });
    const by = (): readonly string[] =>
      (['by.day', 'by.month', 'by.year'] as const).map((part) => page.box(`when.${part}`).value);
    await page.fill('when.by.day', '');
    expect(by()).to.deep.equal(['', '12', '2026']);
    await page.type('when.by.day', '5');
    expect(page.assessment.answers.when).to.deep.equal({ is: 'not-known', by: '2026-12-05' });
  });

  it('is read-only with the form, for keys and paste alike', async () => {
    await start({ readonly: true, answers: { when: '2026-03-27' } });
    expect(page.box('when.day')).to.have.property('readOnly', true);
    expect(paste(page.box('when.day'), '2020-01-01')).to.equal(false);
    expect(boxes('when')).to.deep.equal(['27', '3', '2026']);
  });
});
