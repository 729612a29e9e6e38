import type { TemplateResult } from 'lit';
import type { Assessment } from '../../model/assessment.ts';
import type { Pack } from '../../model/pack.ts';
import { answerBlocks } from '../../model/report-answers.ts';
import { supportBlocks } from '../../model/report-evidence.ts';
import { blockWithLanguages } from '../shared/pack-words.ts';
import { blocksView } from '../shared/report-view.ts';

type Said = Parameters<typeof supportBlocks>[2] & Parameters<typeof answerBlocks>[2];

/** A model answer as a report would print it, with what supports it. */
export function modelAnswerSaid(pack: Pack, model: Assessment, said: Said): readonly TemplateResult[] {
  const all = new Set(Object.keys(model.answers));
  const blocks = [...answerBlocks(pack, model, said), ...supportBlocks(pack, model, said, all)];
  return blocksView(blocks.map((block) => blockWithLanguages(block, pack)));
}
