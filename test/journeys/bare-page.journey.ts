import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../src/model/apply.ts';
import type { Assessment, Change } from '../../src/model/assessment.ts';
import { report } from '../../src/model/make-report.ts';
import { published } from '../../src/model/published.ts';
import type { ReportChoice } from '../../src/model/report.ts';
import { pack, quillfeather, valueOf } from './guidance.ts';
import { Journey } from './harness.ts';
import { checkSignedPdf } from './signed-pdf.ts';
import { longAnswer } from './steps.ts';

const choice: ReportChoice = { locale: 'en', output: 'full', stages: ['stage-1-assess'], on: '2026-11-21' };
const sentence = 'Moved to Llŷn at Tŷ’r Ŵyn – é';

/** What a host writes that has never seen an element of ours: one module, four imports, a file. */
const script = `
import { apply, published, report } from '/elements/model.js';
import { loadCase, loadPack } from '/elements/content.js';
import { exportPdf } from '/elements/pdf.js';
import { newSigningKey, signPdf, verifyPdf } from '/elements/signing.js';

const valueOf = (outcome) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
window.made = async (changes, choice) => {
  const pack = valueOf(await loadPack('sparf', 'en'));
  let assessment = valueOf(await loadCase('quillfeather', pack));
  for (const [index, change] of changes.entries())
    assessment = valueOf(apply(pack, assessment, { id: 'e' + index, at: '2026-11-21T09:00:00.000Z', by: '', change }));
  const file = valueOf(await exportPdf(report(pack, assessment, choice), { published: published(pack, assessment, choice) }));
  const key = await newSigningKey({ name: 'Tansy Holloway', role: 'Social worker', organisation: 'Thistlebridge Council' });
  const bytes = valueOf(await signPdf(file.bytes, key, {
    role: 'social-worker', statedTime: new Date(), mark: { kind: 'typed', text: 'T. Holloway' },
  }));
  const { intact, signatures, expected } = valueOf(await verifyPdf(bytes, [key.fingerprint]));
  return {
    bytes: Array.from(bytes), undrawn: file.undrawn.map(({ character, mark }) => [character, mark]), selfCheck: file.selfCheck,
    intact, expected, signatures: signatures.map(({ name, unchanged, trusted, problems }) => ({ name, unchanged, trusted, problems })),
  };
};
document.title = 'ready';
`;

interface Made {
  readonly bytes: number[];
  readonly undrawn: readonly (readonly [string, string])[];
  readonly selfCheck: readonly unknown[];
  readonly intact: boolean;
  readonly expected: number;
  readonly signatures: readonly unknown[];
}

declare global {
  interface Window {
    made(all: readonly Change[], what: ReportChoice): Promise<Made>;
  }
}

const why = { question: 'why-now', subject: null, round: 0 };
const wishes = { question: 'child-wishes', subject: 'moss', round: 0 };
const observed = { question: 'child-observed', subject: 'moss', round: 0 };
const given = (value: string) => ({ is: 'given', value }) as const;
const removed = 'This sentence was taken out again.';
const hidden = 'Hidden since the answer before it changed.';

/** What happens to the case before it is printed: a sentence goes, an answer is hidden, one is long, one has a smile. */
const changes: readonly Change[] = [
  { do: 'answer', at: why, answer: given(removed) },
  { do: 'answer', at: why, answer: given(`${sentence} ${longAnswer}`) },
  { do: 'answer', at: wishes, answer: given('mixed') },
  { do: 'answer', at: observed, answer: given(hidden) },
  { do: 'answer', at: wishes, answer: given('wants') },
  { do: 'answer', at: { question: 'child-trusted-adult', subject: 'moss', round: 0 }, answer: given('Auntie 😀') },
];

describe("a bare page of somebody else's, under a strict policy of its own", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ whole: true });
    journey.host('/host.html', '<!doctype html><title>Host</title><script type="module" src="/host.js"></script>');
    journey.host('/host.js', script);
  });
  afterEach(() => journey.end());

  test('makes a signed PDF of the Quillfeather case without any element', { timeout: 120_000 }, async () => {
    const page = await journey.open('/host.html');
    await expect.poll(() => page.title()).toBe('ready');
    const made = await page.evaluate(([all, what]) => window.made(all, what), [changes, choice] as const);
    expect(made).toMatchObject({ undrawn: [['😀', '[U+1F600]']], selfCheck: [], intact: true, expected: 2 });
    expect(made.signatures).toEqual([{ name: 'Tansy Holloway', unchanged: true, trusted: true, problems: [] }]);

    // The same case, changed and told here a second time.
    const assessment = changes.reduce<Assessment>(
      (now, change, index) =>
        valueOf(apply(pack, now, { id: `e${String(index)}`, at: '2026-11-21T09:00:00.000Z', by: '', change })),
      quillfeather(),
    );
    await checkSignedPdf(new Uint8Array(made.bytes), {
      report: report(pack, assessment, choice),
      published: published(pack, assessment, choice),
      marks: ['😀'],
      shows: [sentence, longAnswer, 'Auntie [U+1F600]'],
      hides: [removed, hidden],
    });
  });
});
