import { expect } from '@open-wc/testing';
import { applyOverlay } from '../../content/overlay/overlay.ts';
import { loadPackCore } from '../../content/packs.ts';
import { speak } from '../../i18n/locale.ts';
import '../homeward-framework.ts';
import type { HomewardFramework } from './framework.ts';

const stages = ['stage-1-assess', 'stage-2-classify', 'stage-3-agree', 'stage-4-review', 'stage-5-return'];

/** The element as a bare page has it, once it shows what it fetched. */
async function shown(attributes = '', change?: (element: HomewardFramework) => void): Promise<HomewardFramework> {
  const element = document.createElement('homeward-framework');
  for (const [, name, value] of attributes.matchAll(/([a-z-]+)="([^"]*)"/g))
    element.setAttribute(name ?? '', value ?? '');
  change?.(element);
  document.body.append(element);
  await until(() => element.renderRoot.querySelector('#hw-framework') !== null);
  return element;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 150; !holds(); tries -= 1) {
    if (tries === 0) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const all = (element: HomewardFramework, selector: string): readonly Element[] => [
  ...element.renderRoot.querySelectorAll(selector),
];
const texts = (element: HomewardFramework, selector: string): readonly string[] =>
  all(element, selector).map((each) => plain(each.textContent));
const heading = (element: HomewardFramework): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>('#hw-framework');
  if (!found) throw new Error('there is no heading');
  return found;
};

describe('homeward-framework on a bare page', () => {
  afterEach(async () => {
    document.querySelectorAll('homeward-framework').forEach((each) => {
      each.remove();
    });
    document.documentElement.removeAttribute('dir');
    document.adoptedStyleSheets = [];
    await speak('en');
  });

  it('says in its list every name its pictures show, in the same order', async () => {
    const element = await shown();
    const list = plain(element.renderRoot.querySelector('.hw-framework__list')?.textContent);
    const pictures = all(element, '.hw-way');
    expect(pictures.length).to.equal(3);
    for (const picture of pictures) {
      const said = [...picture.querySelectorAll('.hw-way__name, .hw-way__more')].map((each) => plain(each.textContent));
      // Both ends, five stages with two names, three decisions and three classifications with what they ask.
      expect(said.length).to.equal(2 + 5 * 2 + 6 * 2);
      expect(said.filter((words) => !list.includes(words))).to.deep.equal([]);
      const names = [...picture.querySelectorAll('.hw-way__name--stage')].map((each) => plain(each.textContent));
      expect(texts(element, '.hw-framework__stage button')).to.deep.equal(
        names.map((name, at) => `${String(at + 1)}. ${name}`),
      );
    }
    expect(all(element, 'ol > li').length).to.equal(5);
  });

  it('shows one of its pictures at a time', async () => {
    const element = await shown();
    const drawn = (): readonly string[] =>
      all(element, '.hw-way')
        .filter((each) => getComputedStyle(each).display !== 'none')
        .map((each) => each.getAttribute('class') ?? '');
    element.setAttribute('class', 'as-wide-as-it-is-told');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.as-wide-as-it-is-told { inline-size: 360px }');
    document.adoptedStyleSheets = [sheet];
    expect(drawn()).to.deep.equal(['hw-way hw-way--tall']);
    sheet.replaceSync('.as-wide-as-it-is-told { inline-size: 1200px }');
    expect(drawn()).to.deep.equal(['hw-way hw-way--wide']);
  });

  it('keeps the words of a picture within it, also on a page that runs from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const element = await shown();
    const picture = all(element, '.hw-way').find((each) => getComputedStyle(each).display !== 'none');
    const { left, right } = picture?.getBoundingClientRect() ?? { left: 0, right: 0 };
    expect(right).to.be.above(left);
    for (const words of picture?.querySelectorAll('text') ?? []) {
      const box = words.getBoundingClientRect();
      expect([box.left >= left - 1, box.right <= right + 1], words.textContent).to.deep.equal([true, true]);
    }
  });

  it('shows the stage it is told, all of them where there is none such, and what it shows is its attribute', async () => {
    const element = await shown('stage="stage-2-classify" heading-level="3"');
    expect(heading(element).localName).to.equal('h3');
    expect(plain(heading(element).textContent)).to.equal('2. Weighing it up');
    expect(all(element, '[data-part] > h4').length).to.equal(10);
    element.stage = 'stage-5-return';
    await element.updateComplete;
    expect(plain(heading(element).textContent)).to.equal('5. Going home and staying home');
    expect(element.getAttribute('stage')).to.equal('stage-5-return');
    element.setAttribute('stage', 'stage-9');
    await element.updateComplete;
    expect(plain(heading(element).textContent)).to.equal('The five stages from care to home');
  });

  it('tells when somebody goes to a stage and back, and takes the keyboard along', async () => {
    const element = await shown();
    const told: string[] = [];
    element.addEventListener('homeward-stage', (event) => told.push(event.stage));
    const button = all(element, '.hw-framework__stage button')[3] as HTMLButtonElement;
    button.focus();
    // What Enter and Space do to a button is the browser's own.
    button.click();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect([told, element.stage]).to.deep.equal([['stage-4-review'], 'stage-4-review']);
    expect(element.renderRoot instanceof ShadowRoot && element.renderRoot.activeElement).to.equal(heading(element));
    (all(element, '.hw-framework__back button')[0] as HTMLButtonElement).click();
    expect([told, element.stage]).to.deep.equal([['stage-4-review', ''], '']);
  });

  it('leads on and back between stages, and to each from its stop in the picture', async () => {
    const element = await shown('stage="stage-1-assess"');
    const visited = ['stage-1-assess'];
    for (let next; (next = all(element, '.hw-framework__onward button').at(-1)) && visited.length < 5;) {
      (next as HTMLButtonElement).click();
      await element.updateComplete;
      visited.push(element.stage);
    }
    expect(visited).to.deep.equal(stages);
    element.stage = '';
    await element.updateComplete;
    const stops = all(element, '.hw-way--wide .hw-way__stop');
    stops[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(element.stage).to.equal('stage-3-agree');
  });

  it('stays where it is when its page takes the event', async () => {
    const element = await shown();
    element.addEventListener('homeward-stage', (event) => {
      event.preventDefault();
    });
    (all(element, '.hw-framework__stage button')[0] as HTMLButtonElement).click();
    await element.updateComplete;
    expect(element.stage).to.equal('');
  });

  it('lists every question of a stage, and links what its page has a place for', async () => {
    const pack = await loadPackCore('sparf', 'en');
    if (!pack.ok) throw new Error('not loaded');
    const asked = pack.value.sections.filter(({ stage }) => stage === 'stage-4-review').flatMap(({ asks }) => asks);
    const element = await shown('stage="stage-4-review"');
    expect(all(element, '[data-part="questions"] li').length).to.equal(asked.length);
    expect(all(element, '[data-part="questions"] a').length).to.equal(0);
    element.wayTo = (to) => `#${'question' in to ? to.question : 'elsewhere'}`;
    await element.updateComplete;
    expect(all(element, '[data-part="questions"] a').map((each) => each.getAttribute('href'))).to.deep.equal(
      asked.map(({ question }) => `#${question}`),
    );
  });

  it('names the source of every point of law, and sends what is not sure to a legal team', async () => {
    const element = await shown();
    for (const stage of stages) {
      element.stage = stage;
      await element.updateComplete;
      const points = all(element, '.hw-framework__law > li');
      expect(points.length, stage).to.be.above(2);
      for (const point of points) {
        const said = plain(point.textContent);
        const read = said.includes('Read in the source:');
        expect(said.includes('Check with your legal team.'), said).to.equal(!read);
        expect(plain(point.querySelector('.hw-quiet')?.textContent)).to.match(
          /^(Read in the source|To check it, see): .{20}/,
        );
      }
    }
  });

  it('shows the names a council has given its stages, in picture, list and page', async () => {
    const pack = await loadPackCore('sparf', 'en');
    if (!pack.ok) throw new Error('not loaded');
    const local = await applyOverlay(pack.value, {
      format: 'homeward-overlay/1',
      id: 'a-council',
      version: 1,
      title: 'A council',
      owner: 'Somebody',
      reviewBy: '2027-09-01',
      pack: { id: pack.value.id, version: pack.value.version },
      names: { stages: { 'stage-2-classify': { name: 'Judging what we know', plain: 'Making up our minds' } } },
    });
    if (!local.ok) throw new Error('no overlay');
    const element = await shown('', (each) => (each.pack = local.value));
    expect(texts(element, '.hw-way--wide .hw-way__name--stage')[1]).to.equal('Making up our minds');
    expect(texts(element, '.hw-way--wide .hw-way__more--stage')[1]).to.equal('Judging what we know');
    expect(texts(element, '.hw-framework__stage')[1])
      .to.contain('2. Making up our minds')
      .and.contain('Judging what we know');
    element.stage = 'stage-2-classify';
    await element.updateComplete;
    expect(plain(heading(element).textContent)).to.equal('2. Making up our minds');
    expect(plain(element.renderRoot.textContent)).not.to.contain('Weighing it up');
  });

  it('says that the titles are nobody’s official ones', async () => {
    const said = texts(await shown(), '.hw-framework__titles').join(' ');
    expect(said).to.contain('said in our own words');
    expect(said).to.contain('None of these bodies has approved this page');
    expect(said).to.contain('not an official form of the NSPCC, the University of Bristol or Leeds City Council');
  });

  it('tells in the language it is given, and marks what is English for want of it', async () => {
    const element = await shown('locale="cy"');
    const names = all(element, '.hw-way--wide .hw-way__name--stage');
    expect(plain(names[0]?.textContent)).to.equal('Cael gwybod');
    // The page speaks English here: Welsh is marked as Welsh, and English needs no mark.
    expect(names[0]?.getAttribute('lang')).to.equal('cy');
    expect(heading(element).querySelector('[lang]')?.getAttribute('lang')).to.equal('cy');
    expect(all(element, '.hw-framework__titles .hw-framework__text [lang]').length).to.equal(0);
    await speak('cy');
    await until(() => texts(element, '.hw-way--wide .hw-way__name--from')[0] === 'Mewn gofal');
    await element.updateComplete;
    expect(all(element, '.hw-way--wide .hw-way__name--stage')[0]?.getAttribute('lang')).to.equal(null);
    expect(plain(heading(element).textContent)).to.equal('Y pum cam o ofal i gartref');
    expect(heading(element).querySelector('[lang]')).to.equal(null);
    const marked = all(element, '.hw-framework__titles .hw-framework__text [lang]');
    expect(marked.length).to.be.above(2);
    expect(marked.filter((each) => each.getAttribute('lang') !== 'en')).to.deep.equal([]);
  });
});
