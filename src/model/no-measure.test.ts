import { describe, expect, test } from 'vitest';
import { figuresAllowed, figuresOfRisk, toolWords } from '../../test/fixtures/tool-words.ts';
import { loadPack, loadTrainingCase } from '../content/packs.ts';
import { report } from './make-report.ts';
import type { Outcome } from './problem.ts';
import { onPaper } from './paper.ts';
import type { Report, ReportBlock } from './report.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  return outcome.value;
}

const pack = must(await loadPack('sparf', 'en'));

/** The blocks from each heading that names a classification to the next that is not below it. */
function classifications({ body }: Report): readonly ReportBlock[] {
  let within = 0;
  return body.filter((block) => {
    if (block.kind === 'heading') {
      if (
        block.runs
          .map(({ text }) => text)
          .join('')
          .startsWith('Risk classification')
      )
        within = block.level;
      else if (block.level <= within) within = 0;
    }
    return within > 0;
  });
}

describe.each(['quillfeather', 'tarnwhistle'] as const)('%s on paper', (id) => {
  test.each(pack.stages.map((stage) => stage.id))(
    'says in %s no number, percentage or score of risk',
    async (stage) => {
      const { assessment } = must(await loadTrainingCase(id, pack));
      const made = report(pack, assessment, { locale: 'en', output: 'full', stages: [stage], on: '2026-02-01' });
      const paper = onPaper(made, pack, assessment, { namedBy: 'reference' });
      const all = toolWords(paper).join(' ');
      expect(all).not.toMatch(/%|\bper ?cent|\bscores?\b|\bgauge|\bpoints? out of|\b\d+ out of \d|\b\d+\/\d+/i);
      // The third class is asked among what is seen at home, under no heading of its own.
      expect(figuresOfRisk(paper)).toEqual([]);
      const classes = toolWords(classifications(paper)).join('\n').replace(figuresAllowed, '');
      expect(classes.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
      if (paper.body.some((block) => block.kind === 'heading' && /classification/i.test(JSON.stringify(block.runs))))
        expect(classes).toMatch(/Low|Medium|High|Severe/);
    },
  );
});
