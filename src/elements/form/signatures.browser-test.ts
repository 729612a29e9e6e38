import { expect } from '@open-wc/testing';
import { parent } from '../../../test/fixtures/small-pack.ts';
import { FormOnPage, where } from './on-page.suite.ts';

describe('signatures', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });
  const question = { id: 'agreed', kind: 'signature' } as const;

  it('adds one with today as its day, and goes to its first control', async () => {
    page = new FormOnPage([question], { people: [parent('juno')] });
    await page.shown();
    await page.press('Add a signature');
    expect(page.focus).to.equal(where(page.menu('agreed.1.person')));
    const today = page.session.evaluation.on;
    expect(page.assessment.answers.agreed).to.deep.include({ is: 'given' });
    expect(page.box('agreed.1.date.year').value).to.equal(today.slice(0, 4));
  });

  it('shows a drawn mark with the name of whose it is, and not with another', async () => {
    const entry = { role: 'parent', date: '2026-03-27', statement: 'Yes.' };
    const mark = { kind: 'drawn' as const, width: 300, height: 100, strokes: [[10, 20, 200, 80], [5]] };
    page = new FormOnPage([question], {
      people: [parent('juno'), parent('ash')],
      answers: {
        agreed: {
          is: 'given',
          value: [
            { ...entry, person: 'juno' },
            { ...entry, person: 'ash', mark },
          ],
        },
      },
    });
    await page.shown();
    expect(page.has('[data-row="1"] svg')).to.equal(false);
    const lines = Array.from(page.find('[data-row="2"]', HTMLElement).querySelectorAll('polyline'));
    expect(lines.map((line) => line.getAttribute('points'))).to.deep.equal(['10 20 200 80']);
  });

  it('removes one, keeps the note, and brings it back with the keyboard in it', async () => {
    const entry = { person: 'juno', role: 'parent', date: '2026-03-27', statement: 'Yes.' };
    page = new FormOnPage([question], {
      people: [parent('juno')],
      answers: { agreed: { is: 'given', value: [entry], note: 'In the office' } },
    });
    await page.shown();
    await page.press('Remove', '[data-row="1"]');
    expect(page.assessment.answers.agreed?.note).to.equal('In the office');
    expect(page.focus).to.equal(where(page.button('Undo')));
    await page.press('Undo');
    expect(page.focus).to.equal(where(page.menu('agreed.1.person')));
    expect(page.box('agreed.1.statement').value).to.equal('Yes.');
  });
});
