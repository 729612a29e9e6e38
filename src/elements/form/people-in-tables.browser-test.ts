import { expect } from '@open-wc/testing';
import { column, packWith, parent, row, type QuestionInput } from '../../../test/fixtures/small-pack.ts';
import type { PersonInput } from '../../model/assessment.ts';
import { rowsOf } from '../../model/fits.ts';
import { HomewardForm } from './form.ts';
import { FormOnPage, where } from './on-page.suite.ts';

describe('people in tables', () => {
  let page: FormOnPage;
  afterEach(() => {
    page.remove();
  });

  const helps = {
    id: 'helps',
    kind: 'table',
    columns: [
      column('who', { kind: 'person', required: true, roles: ['network'], hint: 'One of the family' }),
      column('seen', { kind: 'person', required: true, many: true, roles: ['network'] }),
    ],
  } as const;
  const adults = {
    id: 'adults',
    kind: 'person-table',
    lists: ['parent'],
    columns: [column('name', { property: 'name', required: true })],
  } as const;

  it('adds somebody in place, chooses them there and offers them everywhere else', async () => {
    page = new FormOnPage([helps, adults], { answers: { helps: [row('r', {})] }, people: [parent('juno')] });
    await page.shown();
    page.find('[data-row="r"]', HTMLDetailsElement).open = true;
    await page.press('Add somebody not listed');
    page.find('[id="add:helps.r.who.name"]', HTMLInputElement).value = ' Sorrel ';
    await page.press('Add', '.hw-add-person .govuk-details__text');
    const added = page.assessment.people.find(({ name }) => name === 'Sorrel');
    expect(added?.role).to.equal('network');
    expect(page.menu('helps.r.who').value).to.equal(added?.id);
    expect(page.menu('helps.r.who').selectedOptions[0]?.textContent).to.contain('Sorrel');
    expect(page.choice('helps.r.seen', added?.id ?? '').checked).to.equal(false);
    expect(page.focus).to.contain('Add somebody not listed');
  });

  it('adds nobody to a list of several roles before a role is chosen, and says so', async () => {
    page = new FormOnPage([{ ...adults, lists: ['parent', 'household'] }], {});
    await page.shown();
    await page.press('Add a person');
    const role = page.find('[id="add:adults.role"]', HTMLSelectElement);
    const said = page.find('[id="missing:add:adults"]', HTMLElement);
    expect(page.assessment.people).to.deep.equal([]);
    expect(page.focus).to.equal(where(role));
    expect([said.hidden, role.value, role.getAttribute('aria-describedby')]).to.deep.equal([false, '', said.id]);
    role.value = 'household';
    await page.press('Add a person');
    expect(page.assessment.people.map((each) => each.role)).to.deep.equal(['household']);
    expect([said.hidden, role.value]).to.deep.equal([true, '']);
  });

  it('does nothing but ask for the name while there is none', async () => {
    page = new FormOnPage([helps], { answers: { helps: [row('r', {})] } });
    await page.shown();
    page.find('[data-row="r"]', HTMLDetailsElement).open = true;
    await page.press('Add somebody not listed');
    await page.press('Add', '.hw-add-person .govuk-details__text');
    expect(page.assessment.people).to.deep.equal([]);
    expect(page.focus).to.equal(where(page.find('[id="add:helps.r.who.name"]', HTMLInputElement)));
  });

  it('describes the menu of people by the hint of its column', async () => {
    page = new FormOnPage([helps], { answers: { helps: [row('r', {})] } });
    await page.shown();
    const menu = page.menu('helps.r.who');
    const hint = page.find(`[id="${menu.getAttribute('aria-describedby') ?? ''}"]`, HTMLElement);
    expect(hint.textContent).to.equal('One of the family');
  });

  it('takes somebody entered elsewhere into a table of people', async () => {
    page = new FormOnPage([adults], { people: [parent('juno', { name: 'Juno' })] });
    await page.shown();
    await page.press('Add them here');
    expect(rowsOf(page.assessment.answers.adults).map(({ person }) => person)).to.deep.equal(['juno']);
    expect(page.box(`adults.${rowsOf(page.assessment.answers.adults)[0]?.id ?? ''}.name`).value).to.equal('Juno');
    expect(page.assessment.people).to.have.length(1);
  });

  it('adds a person with the row, names them once and calls them so at their questions', async () => {
    page = new FormOnPage(
      [
        {
          id: 'kids',
          kind: 'person-table',
          lists: ['child'],
          columns: [column('name', { property: 'name', required: true })],
        },
        { id: 'each', repeats: ['child'] },
      ],
      { people: [] },
    );
    await page.shown();
    await page.press('Add a child');
    const [added] = rowsOf(page.assessment.answers.kids);
    expect(page.focus).to.equal(where(page.box(`kids.${added?.id ?? ''}.name`)));
    await page.type(`kids.${added?.id ?? ''}.name`, 'Moss');
    expect(page.find(`[data-key="each~${added?.person ?? ''}"]`, HTMLElement).textContent).to.contain('Moss');
  });
});

describe('a form with nobody named', () => {
  const wishes = { id: 'wishes', repeats: ['child'] } as const;
  const hidden = { id: 'hidden', showWhen: { question: 'purpose', in: ['away'] } } as const;
  let form: HomewardForm;
  afterEach(() => {
    form.remove();
  });
  const says = async (question: QuestionInput, people: readonly PersonInput[]): Promise<string> => {
    const pack = packWith([question]);
    const sections = pack.sections.map((section) => ({
      ...section,
      asks: section.asks.filter((asked) => asked.question === question.id),
    }));
    form = Object.assign(new HomewardForm(), { pack: { ...pack, sections }, people });
    document.body.append(form);
    await form.updateComplete;
    return form.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
  };

  it('says that people come first, and what whoever looks after the page can do', async () => {
    expect(await says(wishes, [])).to.match(/this page names none yet\..*“people”/);
  });

  it('asks as soon as there is somebody, and says nothing of people where an answer decides', async () => {
    expect(await says(wishes, [{ role: 'child', name: 'Moss' }])).to.include('Moss');
    form.remove();
    expect(await says(hidden, [])).to.include('Nothing is asked here at present.');
  });
});
