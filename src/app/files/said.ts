import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { blockWithLanguages, words } from '../../elements/shared/pack-words.ts';
import { blocksView } from '../../elements/shared/report-view.ts';
import type { Answer } from '../../model/answer.ts';
import type { Assessment, PlaceKey } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import type { Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { personById } from '../../model/people.ts';
import { answerBlocks } from '../../model/report-answers.ts';

/** An answer as it is read. */
export function saidView(pack: Pack, assessment: Assessment, key: PlaceKey, answer: Answer | null): TemplateResult {
  const question = packIndex(pack).questions.get(parsePlaceKey(key)?.question ?? '');
  return question
    ? html`${blocksView(answerBlocks(pack, assessment, { question, answer }).map((block) => blockWithLanguages(block, pack)))}`
    : html``;
}

/** What an answer is to: its question, of whom, and in which round. */
export function askedView(pack: Pack, assessment: Assessment, key: PlaceKey): TemplateResult {
  const place = parsePlaceKey(key);
  const question = packIndex(pack).questions.get(place?.question ?? '');
  const name = place?.subject ? personById(assessment, place.subject)?.name.trim() : undefined;
  return html`${name ? html`<bdi>${name}</bdi>: ` : ''}${question ? words(pack, question.label) : ''}${
    place && place.round > 0 ? html` (${msg(str`round ${place.round}`, { id: 'said-round' })})` : ''
  }`;
}
