import { expect, waitUntil } from '@open-wc/testing';
import axe from 'axe-core';
import { speak } from '../../i18n/locale.ts';
import { newSigningKey, signPdf, type SigningKey } from '../../signing/index.ts';
import { latin, smallPdf, text } from '../../signing/small-pdf.suite.ts';
import '../homeward-verify.ts';
import type { VerifiedEvent } from './verified-event.ts';
import type { HomewardVerify } from './verify.ts';

const at = new Date('2026-11-21T14:05:00Z');
const published = JSON.stringify({
  format: 'homeward-published/1',
  pack: { id: 'sparf', version: 2 },
  assessment: { kind: 'training', versions: [{}] },
});

async function signed(bytes: Uint8Array, key: SigningKey, role: string): Promise<Uint8Array<ArrayBuffer>> {
  const outcome = await signPdf(bytes, key, { role, statedTime: at });
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return new Uint8Array(outcome.value);
}

describe('homeward-verify', () => {
  let place: HTMLElement;
  let element: HomewardVerify;
  let worker: SigningKey;
  let manager: SigningKey;
  let base: Uint8Array<ArrayBuffer>;
  let once: Uint8Array<ArrayBuffer>;
  let twice: Uint8Array<ArrayBuffer>;
  let events: VerifiedEvent['detail'][];

  before(async () => {
    const organisation = 'Tarnwhistle County Council';
    worker = await newSigningKey({ name: 'Wren', role: 'Social worker', organisation }, at);
    manager = await newSigningKey({ name: 'Ash', role: 'Team manager', organisation }, at);
    base = await smallPdf({ roles: ['social-worker', 'team-manager'], attachment: published });
    once = await signed(base, worker, 'social-worker');
    twice = await signed(once, manager, 'team-manager');
  });

  beforeEach(async () => {
    place = document.createElement('div');
    element = document.createElement('homeward-verify');
    place.append(element);
    document.body.append(place);
    events = [];
    place.addEventListener('homeward-verified', ({ detail }) => events.push(detail));
    await element.updateComplete;
  });
  afterEach(async () => {
    place.remove();
    await speak('en');
  });

  const all = (selector: string): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const shown = (): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const verdicts = (): (string | undefined)[] => all('.hw-file').map(({ dataset }) => dataset.verdict);
  async function given(...files: readonly (readonly [name: string, bytes: Uint8Array<ArrayBuffer>])[]): Promise<void> {
    await element.verify(files.map(([name, bytes]) => new File([bytes], name)));
    await element.updateComplete;
  }
  async function faults(): Promise<string[]> {
    const { violations } = await axe.run(element, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }

  it('says of a whole file who signed with which key, and what it says of itself', async () => {
    await given(['report.pdf', twice]);
    expect(verdicts()).to.deep.equal(['sound']);
    expect(shown()).to.include('Signed, and unchanged since');
    expect(all('.hw-signature .govuk-heading-s').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Wren',
      'Ash',
    ]);
    expect(all('.hw-words').every(({ textContent }) => textContent.trim().split(' ').length === 8)).to.equal(true);
    expect(all('.hw-signature .hw-hex')[0]?.textContent.replace(/\s/g, '')).to.equal(worker.fingerprint);
    expect(shown()).to.include('Time stated by this device');
    expect(shown()).to.include('No list was given here');
    expect(shown()).to.include('Training: everybody in it is made up');
    expect(shown()).to.include('What a signature does not prove');
    expect(await faults()).to.deep.equal([]);
  });

  it('says which places are empty: one of two signatures, also when a spare place was used', async () => {
    const spare = await signed(once, manager, 'advocate');
    await given(['once.pdf', once], ['spare.pdf', spare]);
    expect(verdicts()).to.deep.equal(['waiting', 'waiting']);
    expect(shown()).to.include('1 of 2 signatures present');
    expect(shown()).to.include('Empty places for a signature: Team manager');
  });

  it('keeps the list apart from change, and answers anew when the list changes', async () => {
    element.setAttribute('trusted', worker.fingerprint.toUpperCase());
    await given(['changed.pdf', latin(text(twice).replace('/Count 1', '/Count 2'))]);
    expect(verdicts()).to.deep.equal(['changed']);
    const answers = (): string[] => all('.hw-answer').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(answers()[0]).to.equal('No. The file is not what was signed.');
    expect(answers()[2]).to.include('Yes. The key is on the list');
    expect(answers()[5]).to.include('No. The key is not on the list');
    expect(shown()).not.to.include('What the file says of itself');
    expect(await faults()).to.deep.equal([]);

    element.trusted = [];
    await waitUntil(() => answers()[2]?.startsWith('No. The key is not on the list'), 'the old list is still asked');
    element.removeAttribute('trusted');
    await waitUntil(() => answers()[2]?.includes('No list was given'), 'the old list is still asked');
  });

  it('tells every other file apart, and never calls one of another program valid', async () => {
    const [whole] = [text(twice)];
    await given(
      ['added.pdf', latin(`${whole}\nx`)],
      ['unsigned.pdf', base],
      ['unsigned-changed.pdf', latin(`${text(base)}x`)],
      ['cut.pdf', twice.slice(0, base.length - 40)],
      [
        'foreign.pdf',
        latin('%PDF-1.7\n1 0 obj\n<< /Type /Sig >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n9\n%%EOF'),
      ],
      ['locked.pdf', latin('%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Encrypt 4 0 R >>\nstartxref\n9\n%%EOF')],
      ['letter.docx', latin('PK')],
    );
    expect(verdicts()).to.deep.equal([
      'not-a-pdf',
      'encrypted',
      'foreign',
      'damaged',
      'unsigned-changed',
      'unsigned',
      'added',
    ]);
    expect(shown()).to.include('Signed, but something was added afterwards');
    expect(shown()).to.include('Not made by this toolkit');
    expect(events.map(({ name }) => name)[0]).to.equal('added.pdf');
    expect(events.map(({ verification }) => verification?.intact ?? null)).to.deep.equal([
      false,
      false,
      false,
      null,
      null,
      null,
      null,
    ]);
    expect(events.at(-1)?.problems.map(({ code }) => code)).to.deep.equal(['not-a-pdf']);
    expect(element.result?.name).to.equal('letter.docx');
    expect(await faults()).to.deep.equal([]);
  });

  it('does not read a file that is too large to be one of ours', async () => {
    const huge = new File([], 'huge.pdf');
    Object.defineProperty(huge, 'size', { value: 65 * 1024 * 1024 });
    huge.arrayBuffer = () => Promise.reject(new Error('it was read'));
    await element.verify([huge]);
    await element.updateComplete;
    expect(verdicts()).to.deep.equal(['too-large']);
  });

  it('says that the assessment is not in a file, which is then no draft to go on with', async () => {
    const bare = await signed(await smallPdf({ attachment: null }), worker, 'social-worker');
    await given(['bare.pdf', bare]);
    expect(verdicts()).to.deep.equal(['sound']);
    expect(shown()).to.include('ask for the draft file');
  });

  it('takes dropped files and chosen ones, reads the sentence out and keeps the newest on top', async () => {
    const carried = new DataTransfer();
    carried.items.add(new File([once], 'one.pdf'));
    carried.items.add(new File([twice], 'two.pdf'));
    const door = all('.hw-drop')[0];
    door?.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
    await waitUntil(() => events.length === 2, 'the dropped files are not checked');
    const input = element.renderRoot.querySelector('input');
    if (!input) throw new Error('no input');
    carried.items.clear();
    carried.items.add(new File([base], 'three.pdf'));
    input.files = carried.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => events.length === 3, 'the chosen file is not checked');
    await element.updateComplete;
    expect(all('.hw-file__name').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'three.pdf',
      'two.pdf',
      'one.pdf',
    ]);
    expect(all('[role="status"]')[0]?.textContent).to.include('Nobody has signed this file');
    element.clear();
    await element.updateComplete;
    expect(element.result).to.equal(null);
    expect(verdicts()).to.deep.equal([]);
  });

  it('fits a column of 300 px, with headings of the level it is told', async () => {
    const narrow = new CSSStyleSheet();
    narrow.replaceSync('.narrow { inline-size: 300px }');
    document.adoptedStyleSheets = [narrow];
    place.className = 'narrow';
    element.headingLevel = 3;
    await given(['a-name-that-goes-on-and-on-without-any-space-at-all-and-then-some-more.pdf', twice]);
    for (const each of all('.hw-page, .hw-file, .hw-verdict, .hw-answer, .hw-drop'))
      expect(each.scrollWidth, each.className).to.be.at.most(each.clientWidth);
    expect(element.renderRoot.querySelectorAll('h3').length).to.equal(1);
    expect(element.renderRoot.querySelectorAll('h4').length).to.equal(2);
    expect(element.renderRoot.querySelectorAll('h5').length).to.equal(2);
    expect(await faults()).to.deep.equal([]);
    document.adoptedStyleSheets = [];
  });

  it('speaks Welsh, with the English words of a fingerprint marked as English', async () => {
    await speak('cy');
    await given(['adroddiad.pdf', twice]);
    expect(shown()).to.include('Wedi’i llofnodi, a heb ei newid ers hynny');
    expect(shown()).to.include('21 Tachwedd 2026');
    expect(all('.hw-page')[0]?.lang).to.equal('cy');
    expect(all('.hw-words')[0]?.lang).to.equal('en');
  });
});
