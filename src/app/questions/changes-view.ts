import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../elements/shared/pack-words.ts';
import type { Answer } from '../../model/answer.ts';
import type { Assessment, PlaceKey } from '../../model/assessment.ts';
import { packIndex } from '../../model/pack-index.ts';
import { tableKinds, type Pack } from '../../model/pack.ts';
import { parsePlaceKey } from '../../model/place.ts';
import { typedIn } from '../../session/piece-together.ts';
import type { PartChange, QuestionChange, WordChange } from '../../versions/index.ts';
import { askedView, saidView } from '../files/said.ts';

/** A draft and the questions it is shown with: whose answers stand beside what changes. */
export interface Answered {
  readonly pack: Pack;
  readonly assessment: Assessment;
}

/** What becomes of the questions between two versions, kind by kind, with the answers each has. */
export function changesView(of: Answered, to: Pack, changes: readonly QuestionChange[]): TemplateResult {
  const some = (how: QuestionChange['how']): readonly QuestionChange[] => changes.filter((each) => each.how === how);
  const unchanged = some('unchanged').length;
  return html`${part(
      'new',
      msg('New questions', { id: 'questions-new' }),
      some('new').map((change) => newOne(to, change)),
    )}
    ${part(
      'retired',
      msg('No longer asked', { id: 'questions-retired' }),
      some('retired').map((change) => retired(of, change)),
    )}
    ${part(
      'changed',
      msg('Answered or asked in another way', { id: 'questions-changed' }),
      some('changed').map((change) => changed(of, to, change)),
    )}
    ${part(
      'reworded',
      msg('The same question in other words', { id: 'questions-reworded' }),
      some('reworded').map((change) => changed(of, to, change)),
    )}
    <h2 class="govuk-heading-m">${msg('Unchanged', { id: 'questions-unchanged' })} (${unchanged})</h2>
    <p class="govuk-body hw-measure">
      ${msg('Their answers go along as they are, and so do people, evidence, comments and signed PDFs.', { id: 'questions-unchanged-words' })}
    </p>`;
}

const part = (
  how: QuestionChange['how'],
  title: string,
  items: readonly TemplateResult[],
): TemplateResult | typeof nothing =>
  items.length === 0
    ? nothing
    : html`<section aria-labelledby="questions:${how}" data-how=${how}>
        <h2 class="govuk-heading-m" id="questions:${how}">${title} (${items.length})</h2>
        ${items}
      </section>`;

function newOne(to: Pack, { is, label, required }: QuestionChange): TemplateResult {
  const section = to.sections.find(({ asks }) => asks.some(({ question }) => question === is));
  return html`<div class="hw-question-change">
    <h3 class="govuk-heading-s">${words(to, label)}</h3>
    <p class="govuk-body">
      ${section ? html`${words(to, section.title)}. ` : nothing}${
        required
          ? html`<strong
              >${msg('Needs an answer before its stage is ready to sign.', { id: 'questions-required' })}</strong
            >`
          : msg('May be left without an answer.', { id: 'questions-optional' })
      }
    </p>
  </div>`;
}

function retired(of: Answered, { was, label }: QuestionChange): TemplateResult {
  return html`<div class="hw-question-change">
    <h3 class="govuk-heading-s">${words(of.pack, label)}</h3>
    ${answersView(of, was ?? '', msg('Kept with the assessment, and not printed:', { id: 'questions-kept' }))}
  </div>`;
}

function changed(of: Answered, to: Pack, change: QuestionChange): TemplateResult {
  const { was, label, parts } = change;
  return html`<div class="hw-question-change">
    <h3 class="govuk-heading-s">${words(to, label)}</h3>
    ${
      parts.length === 0
        ? nothing
        : html`<ul class="govuk-list govuk-list--bullet">
            ${parts.map((each) => html`<li>${partWords(each)}</li>`)}
          </ul>`
    }
    ${change.words.map((each) => beforeAndNow(of.pack, to, each))}
    ${answersView(of, was ?? '', msg('Answered:', { id: 'questions-answered' }))}
  </div>`;
}

function beforeAndNow(from: Pack, to: Pack, { before, now }: WordChange): TemplateResult {
  const side = (title: string, pack: Pack, text: string): TemplateResult =>
    html`<div>
      <p class="govuk-body-s hw-quiet">${title}</p>
      <p class="govuk-body">
        ${text === '' ? html`<span class="hw-quiet">${msg('Nothing', { id: 'questions-nothing' })}</span>` : words(pack, text)}
      </p>
    </div>`;
  return html`<div class="hw-before-now">
    ${side(msg('Before', { id: 'questions-before' }), from, before)}
    ${side(msg('Now', { id: 'questions-now' }), to, now)}
  </div>`;
}

/** The answers to one question, of each person and round. */
function answersView({ pack, assessment }: Answered, question: string, title: string): TemplateResult {
  const answers = Object.entries(assessment.answers).filter(([key]) => parsePlaceKey(key)?.question === question);
  if (answers.length === 0)
    return html`<p class="govuk-body hw-quiet">${msg('Not answered so far.', { id: 'questions-unanswered' })}</p>`;
  const said = answers.map(
    ([key, answer]) =>
      html`<div class="hw-question-answer">
        ${whoView(assessment, key)} ${saidView(pack, assessment, key, answer)}
      </div>`,
  );
  const kind = packIndex(pack).questions.get(question)?.kind;
  // Rows are many lines each.
  if (!kind || !tableKinds.includes(kind))
    return html`<p class="govuk-body-s hw-quiet">${title}</p>
      ${said}`;
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${msg('See the answer', { id: 'questions-see-answer' })}</span>
    </summary>
    <div class="govuk-details__text">${said}</div>
  </details>`;
}

/** Of whom an answer is, and in which round. */
function whoView({ people }: Assessment, key: PlaceKey): TemplateResult | typeof nothing {
  const place = parsePlaceKey(key);
  const name = people.find(({ id }) => id === place?.subject)?.name.trim() ?? '';
  const round = place && place.round > 0 ? msg(str`round ${place.round}`, { id: 'said-round' }) : '';
  if (name === '' && round === '') return nothing;
  return html`<p class="govuk-body-s">
    <strong><bdi>${name}</bdi>${name !== '' && round !== '' ? ', ' : nothing}${round}</strong>
  </p>`;
}

/** Answers that have no place, or not the whole of theirs, in other questions; by the words of those they were given to. */
export function putAwayView(
  pack: Pack | null,
  assessment: Assessment,
  answers: readonly (readonly [PlaceKey, Answer])[],
): TemplateResult {
  return html`${answers.map(([key, answer]) => {
    const place = parsePlaceKey(key);
    const known = pack && place && packIndex(pack).questions.has(place.question) ? pack : null;
    const typed = place ? typedIn({ do: 'answer', at: place, answer }) : [];
    return html`<div class="hw-question-change" data-put-away=${key}>
      <h3 class="govuk-heading-s">
        ${known ? askedView(known, assessment, key) : msg(str`A question whose words are no longer here (${place?.question ?? key})`, { id: 'questions-wordless' })}
      </h3>
      ${known ? saidView(known, assessment, key, answer) : typed.map((text) => html`<p class="govuk-body"><bdi class="hw-own">${text}</bdi></p>`)}
    </div>`;
  })}`;
}

function partWords({ what, label }: PartChange): string {
  switch (what) {
    case 'choice-gone':
      return msg(str`The choice “${label}” is gone.`, { id: 'questions-choice-gone' });
    case 'choice-new':
      return msg(str`There is a new choice, “${label}”.`, { id: 'questions-choice-new' });
    case 'column-gone':
      return msg(str`“${label}” is no longer asked in each row.`, { id: 'questions-column-gone' });
    case 'column-new':
      return msg(str`“${label}” is asked in each row as well.`, { id: 'questions-column-new' });
    case 'column-changed':
      return msg(str`“${label}” is answered in another way in each row.`, { id: 'questions-column-changed' });
    case 'item-gone':
      return msg(str`The line “${label}” is gone.`, { id: 'questions-item-gone' });
    case 'item-new':
      return msg(str`There is a new line, “${label}”.`, { id: 'questions-item-new' });
    case 'kind':
      return msg('It is answered in another way.', { id: 'questions-kind' });
    case 'asked-of':
      return msg('It is asked about somebody else.', { id: 'questions-asked-of' });
    case 'scale':
      return msg('Its scale has another length.', { id: 'questions-scale' });
    case 'factors':
      return msg('Other factors are rated.', { id: 'questions-factors' });
    case 'when':
      return msg('It is asked in other cases than before.', { id: 'questions-when' });
    case 'required':
      return msg('It needs an answer now before its stage is ready to sign.', { id: 'questions-now-required' });
    case 'optional':
      return msg('It may be left without an answer now.', { id: 'questions-now-optional' });
  }
}
