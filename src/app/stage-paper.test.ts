import { expect, test } from 'vitest';
import { caseDraft, pack } from '../../test/journeys/guidance.ts';
import { outcome } from '../model/problem.ts';
import { wordsOf } from '../model/report-text.ts';
import type { Report } from '../model/report.ts';
import { Session } from '../session/session.ts';
import { deviceWorld } from '../session/world.ts';
import { StagePaper } from './stage-paper.ts';

test('the paper of a stage names the children by reference, or by initials when that is chosen, and is drawn anew', async () => {
  const assessment = caseDraft('quillfeather');
  const drawn: Report[] = [];
  const papers = {
    draw: (report: Report) => {
      drawn.push(report);
      return Promise.resolve(outcome({ bytes: new Uint8Array(), undrawn: [], faults: 0 }, []));
    },
  };
  const [stage] = pack.stages;
  if (!stage) throw new Error('the pack has no stages');
  const paper = new StagePaper(new Session({ pack, assessment, world: deviceWorld }), stage, { papers } as never);
  await paper.draw();
  await paper.draw();
  paper.namedBy = 'initials';
  await paper.draw();
  expect(drawn.map(({ title }) => wordsOf(title))).toEqual([
    expect.stringContaining(assessment.reference),
    expect.stringMatching(/[A-Z]\.? ?Q/u),
  ]);
  expect(wordsOf(drawn[1]?.title ?? [])).not.toContain(assessment.reference);
  expect(JSON.stringify(drawn[1]?.paper?.cover)).not.toContain(assessment.reference);
});
