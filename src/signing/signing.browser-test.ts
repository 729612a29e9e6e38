import { expect } from '@open-wc/testing';
import { newSigningKey, readAttachment, signPdf, verifyPdf } from './index.ts';
import { latin, smallPdf, text } from './small-pdf.suite.ts';

const at = new Date('2026-11-21T14:05:00Z');

describe('signing in a browser', () => {
  it('signs twice, verifies, and finds a changed byte (SIG8, SIG19)', async () => {
    const worker = await newSigningKey({ name: 'Wren', role: 'Social worker', organisation: 'Tarnwhistle' }, at);
    const manager = await newSigningKey({ name: 'Ash', role: 'Team manager', organisation: 'Tarnwhistle' }, at);
    const mark = { kind: 'typed', text: 'Wren' } as const;
    const once = await signPdf(await smallPdf(), worker, { role: 'social-worker', statedTime: at, mark });
    if (!once.ok) throw new Error(once.problems[0].code);
    const twice = await signPdf(once.value, manager, { role: 'team-manager', statedTime: at });
    if (!twice.ok) throw new Error(twice.problems[0].code);

    const verified = await verifyPdf(twice.value, [worker.fingerprint]);
    if (!verified.ok) throw new Error(verified.problems[0].code);
    expect(verified.value.intact).to.equal(true);
    expect(verified.value.signatures.map(({ name, trusted }) => ({ name, trusted }))).to.deep.equal([
      { name: 'Wren', trusted: true },
      { name: 'Ash', trusted: false },
    ]);

    const changed = latin(text(twice.value).replace('/Count 1', '/Count 2'));
    const found = await verifyPdf(changed);
    if (!found.ok) throw new Error(found.problems[0].code);
    expect(found.value.intact).to.equal(false);
    expect(found.value.signatures.flatMap(({ problems }) => problems.map(({ code }) => code))).to.deep.equal([
      'content-changed',
      'content-changed',
    ]);
  });

  it('keeps the key in the browser (SIG13)', async () => {
    const { privateKey } = await newSigningKey({ name: 'Wren', role: '', organisation: '' }, at);
    const copy = structuredClone(privateKey);
    expect(copy.extractable).to.equal(false);
    const refused = await crypto.subtle.exportKey('jwk', copy).then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
  });

  it('takes the attachment out again (SIG27)', async () => {
    const words = 'Wren said so. '.repeat(20_000);
    const outcome = await readAttachment(await smallPdf({ attachment: words }));
    expect(outcome.ok && text(outcome.value)).to.equal(words);
  });
});
