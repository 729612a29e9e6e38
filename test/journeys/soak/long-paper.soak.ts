import { expect, test } from 'vitest';
import type { Answer } from '../../../src/model/answer.ts';
import type { Assessment, Person } from '../../../src/model/assessment.ts';
import { report } from '../../../src/model/make-report.ts';
import { onPaper } from '../../../src/model/paper.ts';
import type { Report } from '../../../src/model/report.ts';
import { exportPdf } from '../../../src/pdf/index.ts';
import { checkPdf, expectedBlocks, expectedFigures, squeezed } from '../../../src/pdf/oracle.suite.ts';
import { largeCase } from '../../bench/large-case.ts';
import { pack, quillfeather, valueOf } from '../guidance.ts';
import { note } from './store/evidence.ts';

const on = '2026-11-21';
const paperOf = (assessment: Assessment, stages?: readonly string[]): Report =>
  onPaper(
    report(pack, assessment, { locale: 'en', output: 'full', on, ...(stages ? { stages } : {}) }),
    pack,
    assessment,
  );

/** What must hold of the paper of `shown`, however long it is; how many pages it has. */
async function holds(shown: Report): Promise<number> {
  const { bytes, selfCheck, undrawn } = valueOf(await exportPdf(shown));
  expect(selfCheck).toEqual([]);
  expect(undrawn).toEqual([]);
  const verdict = await checkPdf(bytes);
  const blocks = expectedBlocks(shown);
  expect(verdict.complaints).toBe('');
  expect(verdict.untagged).toEqual([]);
  expect(verdict.blocks).toEqual(blocks);
  expect(verdict.squeezedBlocks).toEqual(blocks.map(squeezed));
  expect(verdict.figures).toEqual(expectedFigures(shown));
  expect(verdict.figures.filter(({ alt }) => alt === '')).toEqual([]);
  return verdict.artifacts.length;
}

test(
  'a paper of 150 pages and more is tagged whole, says what the report says, and describes each picture',
  { timeout: 240_000 },
  async () => {
    const shown = paperOf(largeCase(pack));
    const pages = await holds(shown);
    expect(pages).toBeGreaterThan(150);
    noteOf('long-paper', `an assessment of ${String(pages)} pages`, shown);
  },
);

test('a family of twelve children has its pictures and its pages too', { timeout: 240_000 }, async () => {
  const shown = paperOf(familyOfTwelve(), ['stage-1-assess', 'stage-2-classify']);
  expect(shown.paper?.figures.length).toBeGreaterThan(4);
  const pages = await holds(shown);
  expect(pages).toBeGreaterThan(30);
  noteOf('long-paper-twelve', `a family of twelve children, ${String(pages)} pages`, shown);
});

function noteOf(name: string, what: string, shown: Report): void {
  note(name, {
    done: `${what}, ${String(expectedBlocks(shown).length)} blocks of text and ${String(shown.paper?.figures.length ?? 0)} pictures, as a PDF; read with qpdf, poppler and pdf.js`,
    seen: '0 items of text outside the tree, the tree says what the report says, every picture described',
  });
}

/** The Quillfeather case with ten more children, of whom is said what is said of Juniper. */
function familyOfTwelve(): Assessment {
  const assessment = quillfeather();
  const [juniper] = assessment.people.filter(({ id }) => id === 'juniper');
  if (!juniper) throw new Error('The case has no child called Juniper.');
  const more = Array.from({ length: 10 }, (_, index): Person => ({
    ...juniper,
    id: `child${String(index)}`,
    name: `Wilhelmina-Anastasia ${String(index + 1)} Featherstonehaugh-Quillfeather`,
  }));
  const answers: Record<string, Answer> = { ...assessment.answers };
  for (const [key, answer] of Object.entries(assessment.answers))
    if (key.endsWith('~juniper')) for (const { id } of more) answers[key.replace('~juniper', `~${id}`)] = answer;
  return { ...assessment, people: [...assessment.people, ...more], answers };
}
