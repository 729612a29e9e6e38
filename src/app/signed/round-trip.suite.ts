import { randomFrom } from '../../../test/journeys/random.ts';
import { caseDraft, pack, valueOf } from '../../../test/journeys/guidance.ts';
import { goneOnFrom } from '../../exchange/signed.ts';
import type { Answer } from '../../model/answer.ts';
import type { Assessment } from '../../model/assessment.ts';
import { report } from '../../model/make-report.ts';
import { published } from '../../model/published.ts';
import type { Published, ReportChoice } from '../../model/report.ts';
import { exportPdf } from '../../pdf/index.ts';
import { newSigningKey, signPdf } from '../../signing/index.ts';
import { readersFor } from '../files/readers.ts';
import { readSigned } from './read-signed.ts';

/** What went into a PDF, and what came out of it once two people had signed. */
export interface RoundTrip {
  readonly put: Published;
  /** What the opened assessment holds of what is published. */
  readonly held: Published['assessment'];
  /** The same published again, of a PDF of all stages; null of one stage, where it can hang on answers of another. */
  readonly again: Published | null;
  /** Of the assessment as it is gone on with: who signed its newest version. */
  readonly signatories: readonly string[];
}

const words = ['gate', 'ŵyres', 'Łódź', 'café', 'quiet', 'ysgol', '“so”', 'rainbow', 'O’Dell', 'naïve', 'ffŷs', '😀'];
const day = '2026-03-02';

/** `runs` assessments made from the training cases by chance, each through a PDF with two signatures and out again. */
export async function* roundTrips(runs: number, seed: number): AsyncGenerator<RoundTrip> {
  const random = randomFrom(seed);
  const who = { role: 'Social worker', organisation: 'Thistlebridge Council' };
  const worker = await newSigningKey({ ...who, name: 'Tansy Holloway' });
  const manager = await newSigningKey({ ...who, name: 'Hazel Quartermaine', role: 'Team manager' });
  const cases = [caseDraft('quillfeather'), caseDraft('tarnwhistle')];
  for (let run = 0; run < runs; run += 1) {
    const assessment = byChance(cases[Math.floor(random() * cases.length)] ?? cases[0], random);
    const isWhole = random() < 0.15;
    const stage = pack.stages[Math.floor(random() * pack.stages.length)]?.id ?? '';
    const stages = isWhole ? pack.stages.map(({ id }) => id) : [stage];
    const choice: ReportChoice = { locale: 'en', output: 'full', stages, on: day };
    const put = published(pack, assessment, choice);
    const file = valueOf(await exportPdf(report(pack, assessment, choice), { published: put }));
    const once = valueOf(await signPdf(file.bytes, worker, { role: 'social-worker', statedTime: new Date() }));
    const twice = valueOf(await signPdf(once, manager, { role: 'team-manager', statedTime: new Date() }));
    const content = valueOf(await readSigned(twice, readersFor(pack)));
    const { assessment: opened } = content.draft;
    yield {
      put,
      held: heldIn(opened),
      again: isWhole ? published(pack, opened, choice) : null,
      signatories: (goneOnFrom(opened, content).versions.at(-1)?.signatories ?? []).map(({ name }) => name),
    };
  }
}

function heldIn(assessment: Assessment): Published['assessment'] {
  const { id, kind, route, reference, startedAt, people, answers, rounds, versions, evidence } = assessment;
  const held = { id, kind, route, reference, startedAt, people, answers, rounds, versions };
  return evidence ? { ...held, evidence } : held;
}

/** `from` with most answers left out and the words of some exchanged. */
function byChance(from: Assessment | undefined, random: () => number): Assessment {
  if (!from) throw new Error('There is no case to begin with.');
  const answers = Object.entries(from.answers)
    .filter(() => random() < 0.12)
    .map(([key, answer]) => [key, random() < 0.5 ? reworded(answer, random) : answer] as const);
  return { ...from, id: `by-chance-${String(Math.floor(random() * 1e9))}`, answers: Object.fromEntries(answers) };
}

function reworded(answer: Answer, random: () => number): Answer {
  const some = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => words[Math.floor(random() * words.length)]).join(' ');
  const isText = answer.is === 'given' && typeof answer.value === 'string' && answer.value.includes(' ');
  return isText ? { ...answer, value: some() } : { ...answer, note: some() };
}
