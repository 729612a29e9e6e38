import { expect } from '@open-wc/testing';
import axe from 'axe-core';
import { assessmentOf, child, choices, column, packWith, parent, row } from '../../../test/fixtures/small-pack.ts';
import type { Row } from '../../model/answer.ts';
import { lights, type Light } from '../../model/lights.ts';
import { define } from '../shared/define.ts';
import { HomewardProgress } from './progress.ts';

define('homeward-progress', HomewardProgress);

const goalColumns = [
  column('goal', { required: true }),
  column('whose', { kind: 'single-choice', choices: choices('parent', 'service') }),
  column('measure'),
  column('steps'),
  column('support'),
  column('target', { kind: 'date' }),
  column('owner', { kind: 'person', many: true }),
];
const lookColumns = [
  column('goal', { kind: 'question-ref', refersTo: ['goals'] }),
  column('child-test'),
  column('given-on', { kind: 'date' }),
  ...['parent', 'worker', 'child'].map((who) => column(`${who}-colour`, { kind: 'traffic-light' })),
  column('evidence'),
  column('parent', { kind: 'person' }),
  column('difference'),
  column('evidence-on', { kind: 'date' }),
  column('next-step'),
];
const bare = packWith([
  { id: 'goals', kind: 'goals-table', columns: goalColumns },
  { id: 'goal-progress', kind: 'traffic-light', columns: lookColumns },
  { id: 'post-return-progress', kind: 'traffic-light', columns: lookColumns },
]);
const pack = {
  ...bare,
  phrases: {
    ...bare.phrases,
    'light-not-started': 'Not started',
    'light-red': 'Red: not met',
    'light-amber': 'Amber: partly met, or too recent',
    'light-green': 'Green: met and seen by someone else',
  },
};
const people = [child('moss'), parent('wren', { name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' })];

const light = (at: number): Light => lights[at % lights.length] ?? 'red';

/** So many goals, each looked at so many times, with every pair of colours sooner or later. */
function shown(goals: number, looks: number, width: number): { place: HTMLElement; element: HomewardProgress } {
  const each = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  const lookRows = each(goals).flatMap((goal) =>
    each(looks).map((look): Row => {
      const month = String((look % 12) + 1).padStart(2, '0');
      return row(`g${goal}l${look}`, {
        goal: `goals.g${goal}`,
        'given-on': look === 2 ? { unread: '31/2/2025' } : `20${25 + Math.floor(look / 12)}-${month}-28`,
        'parent-colour': light(look + goal),
        'worker-colour': light(look * 2 + goal + 1),
        ...(look % 3 === 1 ? { 'child-colour': light(look) } : {}),
        evidence: 'Seen by two people at bedtime on four evenings',
        parent: 'wren',
      });
    }),
  );
  const half = Math.ceil(lookRows.length / 2);
  const element = new HomewardProgress();
  element.pack = pack;
  element.assessment = assessmentOf(
    pack,
    {
      goals: each(goals).map((goal) =>
        row(`g${goal}`, { goal: `Goal number ${goal}`, whose: goal % 2 === 0 ? 'parent' : 'service', owner: ['wren'] }),
      ),
      'goal-progress': lookRows.slice(0, half),
      'post-return-progress': lookRows.slice(half),
    },
    people,
  );
  const place = document.createElement('div');
  place.style.width = `${width}px`;
  place.append(element);
  document.body.append(place);
  return { place, element };
}

async function settled(element: HomewardProgress): Promise<void> {
  await element.updateComplete;
  // The width is told once the place has been laid out.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await element.updateComplete;
}

const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('homeward-progress', () => {
  let place: HTMLElement | null = null;
  afterEach(() => {
    place?.remove();
  });

  for (const [goals, looks] of [
    [1, 1],
    [2, 2],
    [5, 14],
  ] as const)
    for (const width of [360, 1200])
      it(`shows ${goals} goals, each looked at ${looks} times, at ${width} px: no sideways scroll, every value of a picture in its table`, async function () {
        this.timeout(20_000);
        const made = shown(goals, looks, width);
        place = made.place;
        await settled(made.element);
        const root = made.element.renderRoot;
        for (const each of [place, ...root.querySelectorAll('.hw-page, .hw-goal, .hw-bands, table')])
          expect(each.scrollWidth, each.className).to.be.at.most(each.clientWidth);
        const cards = [...root.querySelectorAll('.hw-goal')];
        expect(cards).to.have.length(goals);
        for (const card of cards) {
          const rows = [...card.querySelectorAll('tbody tr')];
          expect(rows).to.have.length(looks);
          const marks = [...card.querySelectorAll<SVGElement>('[data-mark]')].map(({ dataset }) => dataset.mark ?? '');
          const said = rows.flatMap((each) => [...each.querySelectorAll('.hw-light-said')].map((cell) => textOf(cell)));
          const wordOf: Readonly<Record<string, string>> = {
            'not-started': 'Not started',
            red: 'Red: not met',
            amber: 'Amber: partly met, or too recent',
            green: 'Green: met and seen by someone else',
          };
          expect(marks.map((mark) => wordOf[mark.split(' ')[1] ?? '']).sort()).to.deep.equal([...said].sort());
          const table = rows.map(textOf).join(' ');
          for (const text of card.querySelectorAll('.hw-band__day')) expect(table).to.contain(textOf(text));
          for (const text of card.querySelectorAll('.hw-band text:not(.hw-band__who, .hw-band__day)'))
            expect(Object.values(wordOf).some((word) => word.startsWith(textOf(text)))).to.equal(true);
        }
        const { violations } = await axe.run(made.element, { resultTypes: ['violations'] });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([]);
      });

  it('tells a difference in words, with why or that nobody said, and shows no number for it', async () => {
    const made = shown(1, 4, 800);
    place = made.place;
    await settled(made.element);
    const rows = [...made.element.renderRoot.querySelectorAll('tbody tr')].map(textOf);
    expect(rows[0]).to.contain('No. They see it differently. Nobody has written down why.');
    expect(rows.some((each) => each.includes('No. The worker sees the goal as further on.'))).to.equal(true);
    expect(textOf(made.element.renderRoot.querySelector('.hw-goal') ?? place)).not.to.match(/%|\bscore\b/i);
  });

  it('says a date that could not be read as it was typed, and puts it last', async () => {
    const made = shown(1, 3, 800);
    place = made.place;
    await settled(made.element);
    const heads = [...made.element.renderRoot.querySelectorAll('tbody th')].map(textOf);
    expect(heads).to.deep.equal(['28 January 2025', '28 February 2025', 'No date (“31/2/2025”)']);
  });

  it('gives each light a shape of its own', async () => {
    const made = shown(1, 8, 1200);
    place = made.place;
    await settled(made.element);
    const shapes = new Map<string, string>();
    for (const mark of made.element.renderRoot.querySelectorAll<SVGElement>('[data-mark]'))
      shapes.set(
        (mark.dataset.mark ?? '').split(' ')[1] ?? '',
        [...mark.querySelectorAll('svg *')].map((each) => `${each.localName} ${each.getAttribute('d') ?? ''}`).join(),
      );
    expect(shapes.size).to.equal(4);
    expect(new Set(shapes.values()).size).to.equal(4);
  });

  it('says that there are no goals', async () => {
    const made = shown(0, 0, 360);
    place = made.place;
    await settled(made.element);
    expect(textOf(made.element.renderRoot.querySelector('.hw-page') ?? place)).to.equal(
      'No goals have been written yet.',
    );
  });
});
