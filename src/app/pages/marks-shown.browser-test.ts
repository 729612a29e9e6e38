import { expect, fixture } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { assessmentOf, packWith, parent } from '../../../test/fixtures/small-pack.ts';
import { report } from '../../model/make-report.ts';
import { blocksWithMarks } from './marks-shown.ts';

describe('a stage before it is signed', () => {
  it('shows each mark that was drawn, with words for it, below the facts of whose it is', async () => {
    const pack = packWith([{ id: 'agreed', kind: 'signature' }]);
    const entry = { role: 'parent', date: '2026-03-27', statement: 'Yes.' };
    const mark = { kind: 'drawn' as const, width: 300, height: 100, strokes: [[10, 20, 200, 80]] };
    const value = [
      { ...entry, person: 'juno' },
      { ...entry, person: 'ash', mark },
    ];
    const people = [parent('juno'), parent('ash')];
    const assessment = assessmentOf(pack, { agreed: { is: 'given', value } }, people);
    const { body } = report(pack, assessment, { locale: 'en', output: 'full', on: '2026-04-01' });
    const first = body.findIndex(({ kind }) => kind === 'heading');
    const page = await fixture(html`<div>${blocksWithMarks({ pack, assessment }, body.slice(first), () => nothing)}</div>`);
    const pictures = Array.from(page.querySelectorAll('[role="img"]'));
    expect(pictures).to.have.length(1);
    expect(pictures[0]?.getAttribute('aria-label')).not.to.equal('');
    expect(pictures[0]?.querySelector('polyline')?.getAttribute('points')).to.equal('10 20 200 80');
    expect(pictures[0]?.previousElementSibling).to.equal(Array.from(page.querySelectorAll('dl')).at(-1));
  });
});
